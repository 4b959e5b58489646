// @ts-check
"use strict";

/* What was counted, in words: the line above the table, and the whole as Markdown. */
(() => {
  const { inOneForm } = errorbook.times;

  /** Seconds below which nobody wants to know. */
  const AT_ONCE = 0.1;
  const SPECIAL = /[\\`*_[\]<>|#~&]/g;

  /** @type {Errorbook["report"]["tell"]} */
  function tell(report, words) {
    const read = report.files.length ? [`${report.files.join(words.comma)} · ${summarize(report, words)}`] : [];
    return [...read, ...tellTroubles(report, words, (file) => file)];
  }

  /**
   * A sentence for each file that was not read, or whose end is missing.
   * @param {ErrorbookReport} report
   * @param {Record<string, string>} words
   * @param {(text: string) => string} write
   */
  function tellTroubles({ refused, cut }, words, write) {
    const troubles = [...cut.map((file) => ({ file, why: "cut" })), ...refused];
    return troubles.map(({ file, why }) => fill(words[why], { file: write(file) }));
  }

  /** @type {Errorbook["report"]["renderMarkdown"]} */
  function renderMarkdown(report, words, root) {
    const [first, last] = inOneForm(report.first, report.last);
    const { samples } = report.unknown;
    const lines = [
      `# ${fill(words.markdown_title, { file: escape(report.files.join(words.comma)) })}`,
      summarize(report, words),
      ...tellTroubles(report, words, escape),
      ...(first && last ? [fill(words.span, { first: escape(first), last: escape(last) })] : []),
    ];
    const head = [words.count, words.error, words.status, words.first, words.last];
    const rows = report.rows.map(({ entry, count, first, last }) => [
      String(count),
      `[${escape(entry.title)}](${root}${entry.address})`,
      tellStatus(entry, words),
      ...inOneForm(first, last).map(escape),
    ]);
    if (rows.length) lines.push([head, ["---:", "---", "---", "---", "---"], ...rows].map(renderRow).join("\n"));
    if (samples.length) lines.push(words.unknown, samples.map((sample) => `- ${escape(sample)}`).join("\n"));
    return `${lines.join("\n\n")}\n`;
  }

  /**
   * @param {ErrorbookReport} report
   * @param {Record<string, string>} words
   */
  function summarize({ read, seconds, rows, unknown }, words) {
    const total = rows.reduce((sum, { count }) => sum + count, 0);
    const what = !read.requests ? words.read_lines : read.lines ? words.read_both : words.read_requests;
    const took = seconds < AT_ONCE ? words.at_once : words.took;
    const found = rows.length ? words.found : words.found_none;
    return fill(`${what}${took}${found}${unknown.count ? words.found_unknown : words.stop}`, {
      lines: read.lines.toLocaleString(),
      requests: read.requests.toLocaleString(),
      seconds: seconds.toFixed(1),
      total: total.toLocaleString(),
      kinds: String(rows.length),
      unknown: unknown.count.toLocaleString(),
    });
  }

  /** @type {Errorbook["report"]["tellStatus"]} */
  function tellStatus({ statuses, undocumented }, words) {
    return undocumented ? fill(words.status_seen, { statuses: statuses.join(" ") }) : String(statuses[0] ?? "");
  }

  /** @param {string[]} cells */
  function renderRow(cells) {
    return `| ${cells.join(" | ")} |`;
  }

  /** @param {string} text */
  function escape(text) {
    return text.replace(/[\r\n]+/g, " ").replace(SPECIAL, "\\$&");
  }

  /**
   * @param {string} text
   * @param {Record<string, string>} values
   */
  function fill(text, values) {
    return text.replace(/\{(\w+)\}/g, (hole, name) => values[name] ?? hole);
  }

  errorbook.report = { tell, tellStatus, renderMarkdown };
})();
