// @ts-check
"use strict";

/* What is to be seen for a query and filters. The matcher goes first; what it does not know are words. */
(() => {
  const { filterEntries, isChosen } = errorbook.words;

  const SHOWN = 5;

  /**
   * @param {ErrorbookIndex} index
   * @param {ErrorbookMatcher} matcher
   * @param {ErrorbookState} state
   * @returns {ErrorbookScene}
   */
  function buildScene(index, matcher, state) {
    const found = matcher.find(state.q);
    if (found.results.length) return buildMatch(index, found, state.filters);
    const shown = filterEntries(index, state).map((entry) => entry.id);
    if (shown.length) return { state: "browse", shown, match: "none", outside: false, captures: {}, guesses: [] };
    return buildNone(state.q.trim() ? matcher.guess(state.q) : []);
  }

  /**
   * Filters never hide what was found: they choose among equals, and among what comes after.
   * @param {ErrorbookIndex} index
   * @param {ErrorbookOutcome} found
   * @param {ErrorbookFilters} filters
   * @returns {ErrorbookScene}
   */
  function buildMatch(index, { match, results }, filters) {
    const chosen = new Set(index.errors.filter((entry) => isChosen(entry, filters)).map((entry) => entry.id));
    const inside = results.filter(({ id }) => chosen.has(id));
    const best = inside.find(({ score }) => score === results[0].score) ?? results[0];
    const shown = [best, ...inside.filter((result) => result !== best)].slice(0, SHOWN);
    return {
      state: "match",
      shown: shown.map(({ id }) => id),
      match,
      outside: !chosen.has(best.id),
      captures: best.captures,
      guesses: [],
    };
  }

  /**
   * @param {ErrorbookResult[]} guesses
   * @returns {ErrorbookScene}
   */
  function buildNone(guesses) {
    const ids = guesses.slice(0, SHOWN).map(({ id }) => id);
    return { state: "none", shown: [], match: "none", outside: false, captures: {}, guesses: ids };
  }

  errorbook.scene = { buildScene };
})();
