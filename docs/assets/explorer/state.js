// @ts-check
"use strict";

/* Words and filters in the address, so that they can be shared and the back button works; never a pasted text. */
(() => {
  const FILTERS = ["status", "module", "error", "retry", "who", "state"];
  const PASTED = /[\r\n\t{}"<>\\=]|[:：]\s*\S/;
  const LONGEST = 100;
  /** Longer ones are keys and tokens. */
  const LONGEST_WORD = 40;

  /**
   * @param {string} search
   * @returns {ErrorbookState}
   */
  function readState(search) {
    const query = new URLSearchParams(search);
    const values = FILTERS.map((name) => [name, [...new Set(query.getAll(name).filter(Boolean))]]);
    return { q: query.get("q") ?? "", filters: Object.fromEntries(values) };
  }

  /**
   * The query string `search` with our part of it replaced.
   * @param {ErrorbookState} state
   * @param {string} search
   */
  function writeState({ q, filters }, search) {
    const query = new URLSearchParams(search);
    for (const name of ["q", ...FILTERS]) query.delete(name);
    if (q.trim() && isShareable(q)) query.set("q", q.trim());
    for (const name of FILTERS) for (const value of filters[name] ?? []) query.append(name, value);
    const text = query.toString();
    return text && `?${text}`;
  }

  /** Words, and not something that may hold a secret. @param {string} text */
  function isShareable(text) {
    const words = text.trim().split(/\s+/);
    return !PASTED.test(text.trim()) && text.length <= LONGEST && words.every((word) => word.length <= LONGEST_WORD);
  }

  errorbook.state = { FILTERS, readState, writeState, isShareable };
})();
