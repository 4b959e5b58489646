// @ts-check
"use strict";

/* Puts a report into the page. Text only, no markup. */
(() => {
  const { inOneForm } = errorbook.times;
  const { tell, tellStatus, renderMarkdown } = errorbook.report;

  /** The address of the file to download. */
  let download = "";

  /** @type {Errorbook["table"]["showReport"]} */
  function showReport(root, report, words, published) {
    const { files, rows, unknown } = report;
    part(root, "told").textContent = tell(report, words).join("\n");
    part(root, "table").hidden = rows.length === 0;
    part(root, "rows").replaceChildren(...rows.map((row) => buildRow(row, words)));
    part(root, "unknown").hidden = unknown.samples.length === 0;
    part(root, "samples").replaceChildren(...unknown.samples.map(buildSample));
    offer(root, `${files[0]}${files.length > 1 ? `+${files.length - 1}` : ""}.md`, renderMarkdown(report, words, published));
  }

  /**
   * @param {HTMLElement} root
   * @param {string} name
   * @param {string} markdown
   */
  function offer(root, name, markdown) {
    part(root, "copy").dataset.copy = markdown;
    URL.revokeObjectURL(download);
    download = URL.createObjectURL(new Blob([markdown], { type: "text/markdown" }));
    Object.assign(part(root, "download"), { href: download, download: name });
  }

  /**
   * @param {ErrorbookTallyRow} row
   * @param {Record<string, string>} words
   */
  function buildRow({ entry, count, first, last }, words) {
    const link = document.createElement("a");
    link.href = entry.address;
    link.textContent = entry.title;
    const row = document.createElement("tr");
    row.dataset.counted = entry.id;
    const [from, to] = inOneForm(first, last);
    row.append(
      buildCell(words.count, count.toLocaleString()),
      buildCell(words.error, link),
      buildCell(words.status, tellStatus(entry, words) || "–"),
      buildCell(words.first, from || "–"),
      buildCell(words.last, to || "–"),
    );
    return row;
  }

  /**
   * A narrow screen shows the column's name beside it.
   * @param {string} column
   * @param {string | Node} content
   */
  function buildCell(column, content) {
    const cell = document.createElement("td");
    cell.dataset.column = column;
    cell.append(content);
    return cell;
  }

  /** @param {string} text */
  function buildSample(text) {
    const code = document.createElement("code");
    code.textContent = text;
    const item = document.createElement("li");
    item.append(code);
    return item;
  }

  /**
   * @param {HTMLElement} root
   * @param {string} name
   */
  function part(root, name) {
    return /** @type {HTMLElement} */ (root.querySelector(`[data-part="${name}"]`));
  }

  errorbook.table = { showReport };
})();
