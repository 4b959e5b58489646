// @ts-check
"use strict";

/* What was counted, in words: the line above the table, and the whole as Markdown. */
(() => {
  const { isBefore } = errorbook.times;

  const SPECIAL = /[\\`*_[\]<>|#~&]/g;

  /** @type {Errorbook["report"]["findSpan"]} */
  function findSpan({ rows }) {
    const firsts = rows.flatMap(({ first }) => first ?? []);
    const lasts = rows.flatMap(({ last }) => last ?? []);
    if (firsts.length === 0) return null;
    return [
      firsts.reduce((a, b) => (isBefore(b, a) ? b : a)),
      lasts.reduce((a, b) => (isBefore(a, b) ? b : a)),
    ];
  }

  /** @type {Errorbook["report"]["summarize"]} */
  function summarize(report, words) {
    const total = report.rows.reduce((sum, { count }) => sum + count, 0);
    const found = report.rows.length ? words.found : words.found_none;
    const text = `${words[`read_${report.unit}`]}${found}${report.unknown.count ? words.found_unknown : words.stop}`;
    return fill(text, {
      read: report.read.toLocaleString(),
      seconds: report.seconds.toFixed(1),
      total: total.toLocaleString(),
      kinds: String(report.rows.length),
      unknown: report.unknown.count.toLocaleString(),
    });
  }

  /** @type {Errorbook["report"]["renderMarkdown"]} */
  function renderMarkdown(report, words, root) {
    const span = findSpan(report);
    const lines = [
      `# ${fill(words.markdown_title, { file: escape(report.file) })}`,
      "",
      summarize(report, words),
      ...(span ? ["", fill(words.span, { first: escape(span[0].text), last: escape(span[1].text) })] : []),
    ];
    const head = [words.count, words.error, words.status, words.first, words.last];
    const rows = report.rows.map(({ entry, count, first, last }) => [
      String(count),
      `[${escape(entry.title)}](${root}${entry.address})`,
      String(entry.statuses[0] ?? ""),
      escape(first?.text ?? ""),
      escape(last?.text ?? ""),
    ]);
    if (rows.length) lines.push("", ...[head, ["---:", "---", "---", "---", "---"], ...rows].map(renderRow));
    return `${lines.join("\n")}\n`;
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

  errorbook.report = { findSpan, summarize, renderMarkdown };
})();
