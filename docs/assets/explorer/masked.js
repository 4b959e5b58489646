// @ts-check
"use strict";

/* What was pasted, masked, to be seen before it is copied. Loaded with the first wish for it. */
(() => {
  const { element } = errorbook.found;
  const { locate, mask } = errorbook.redact;

  /** More is nothing for a ticket. */
  const LONGEST_BLOCK = 20000;

  /**
   * What will be copied with a link, and what was masked in it.
   * @param {HTMLElement} preview
   * @param {HTMLElement} told
   * @param {string} text
   * @param {Record<string, string>} words
   */
  function showMasked(preview, told, text, words) {
    const whole = text.trim();
    const kept = whole.slice(0, LONGEST_BLOCK);
    const secrets = locate(kept);
    const block = mask(kept, secrets) + (kept === whole ? "" : "…");
    const pre = element("pre", "", block);
    pre.tabIndex = 0; // scrolled by keyboard
    pre.setAttribute("role", "group");
    pre.setAttribute("aria-label", words.masked_label);
    preview.replaceChildren(pre);
    told.textContent = countKinds(secrets, words);
    return block;
  }

  /**
   * @param {ErrorbookSecret[]} secrets
   * @param {Record<string, string>} words
   */
  function countKinds(secrets, words) {
    if (secrets.length === 0) return words.masked_nothing;
    const kinds = [...new Set(secrets.map(({ kind }) => kind))];
    const counts = kinds.map((kind) => `${words[`kind_${kind}`]} ×${secrets.filter((secret) => secret.kind === kind).length}`);
    return words.masked.replace("{kinds}", counts.join(words.and));
  }

  errorbook.masked = { showMasked };
})();
