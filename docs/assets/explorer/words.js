// @ts-check
"use strict";

/* The words filter: every word counts, in any order; width and case do not. */
(() => {
  const BETWEEN = /[\s,;，；、。]+/;
  const AROUND = /^["'“”‘’「」`]+|["'“”‘’「」`]+$/g;
  const CHINESE = /[\u3400-\u9fff]/;

  /** @type {Record<string, (entry: ErrorbookEntry) => string[]>} */
  const FACETS = {
    status: (entry) => entry.statuses.map(String),
    module: (entry) => [entry.module],
    error: (entry) => entry.types,
    retry: (entry) => [entry.retry],
    who: (entry) => [entry.who],
    state: (entry) => [entry.state],
  };

  /**
   * The entries that all filters and all words leave, in their order.
   * @param {ErrorbookIndex} index
   * @param {ErrorbookState} state
   */
  function filterEntries(index, { q, filters }) {
    const words = splitWords(q);
    return index.errors.filter((entry) => isChosen(entry, filters) && words.every((word) => holds(entry, word)));
  }

  /**
   * Of one filter any chosen value will do; all filters must agree.
   * @param {ErrorbookEntry} entry
   * @param {ErrorbookFilters} filters
   */
  function isChosen(entry, filters) {
    return Object.entries(FACETS).every(([name, valuesOf]) => {
      const chosen = filters[name] ?? [];
      return chosen.length === 0 || valuesOf(entry).some((value) => chosen.includes(value));
    });
  }

  /** @param {string} q */
  function splitWords(q) {
    return foldWords(q)
      .split(BETWEEN)
      .map((word) => word.replace(AROUND, ""))
      .filter(Boolean);
  }

  /** As the index was folded. @param {string} text */
  function foldWords(text) {
    return text.normalize("NFKC").toLowerCase();
  }

  /**
   * Chinese is written without blanks: there it is enough that the title has the characters in their order.
   * @param {ErrorbookEntry} entry
   * @param {string} word
   */
  function holds(entry, word) {
    return entry.words.includes(word) || (CHINESE.test(word) && isWithin(word, foldWords(entry.title)));
  }

  /**
   * @param {string} word
   * @param {string} text
   */
  function isWithin(word, text) {
    let at = 0;
    return [...word].every((char) => (at = text.indexOf(char, at) + 1) > 0);
  }

  errorbook.words = { filterEntries, isChosen };
})();
