// @ts-check
"use strict";

/* A link as tickets want it: the address alone, Markdown, HTML or plain text, the last three with a block below. */
(() => {
  const MARKDOWN = /[\\[\]`*_<>]/g;
  const FENCES = /`{3,}/g;
  /** @type {Record<string, string>} */
  const ENTITIES = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&#34;", "'": "&#39;" };

  /**
   * @param {string} title
   * @param {string} address
   * @param {string} block what stands below, or nothing
   * @returns {ErrorbookCopies}
   */
  function writeCopies(title, address, block) {
    const link = `[${title.replace(MARKDOWN, "\\$&")}](${address})`;
    const anchor = `<a href="${escapeHtml(address)}">${escapeHtml(title)}</a>`;
    const plain = `${title}\n${address}`;
    if (!block) return { address, markdown: link, html: anchor, plain };
    return {
      address,
      markdown: `${link}\n\n${fence(block)}`,
      html: `<p>${anchor}</p>\n<pre>${escapeHtml(block)}</pre>`,
      plain: `${plain}\n\n${block}`,
    };
  }

  /** In a fence longer than any in the text. @param {string} text */
  function fence(text) {
    const longest = Math.max(2, ...(text.match(FENCES) ?? []).map((found) => found.length));
    const mark = "`".repeat(longest + 1);
    return `${mark}\n${text}${text.endsWith("\n") ? "" : "\n"}${mark}`;
  }

  /** @param {string} text */
  function escapeHtml(text) {
    return text.replace(/[&<>"']/g, (character) => ENTITIES[character]);
  }

  errorbook.copies = { writeCopies };
})();
