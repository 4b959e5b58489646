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
    if (shown.length) return { state: "browse", shown, match: "none", captures: {}, guesses: [] };
    return buildNone(state.q.trim() ? matcher.guess(state.q) : []);
  }

  /**
   * Filters hold for what was found, too; if they leave nothing, it is offered as a guess.
   * @param {ErrorbookIndex} index
   * @param {ErrorbookOutcome} found
   * @param {ErrorbookFilters} filters
   */
  function buildMatch(index, found, filters) {
    const chosen = new Set(index.errors.filter((entry) => isChosen(entry, filters)).map((entry) => entry.id));
    const results = found.results.filter(({ id }) => chosen.has(id)).slice(0, SHOWN);
    if (results.length === 0) return buildNone(found.results);
    const [best] = results;
    return /** @type {ErrorbookScene} */ ({
      state: "match",
      shown: results.map(({ id }) => id),
      match: best === found.results[0] ? found.match : "close",
      captures: best.captures,
      guesses: [],
    });
  }

  /**
   * @param {ErrorbookResult[]} guesses
   * @returns {ErrorbookScene}
   */
  function buildNone(guesses) {
    return { state: "none", shown: [], match: "none", captures: {}, guesses: guesses.slice(0, SHOWN).map(({ id }) => id) };
  }

  errorbook.scene = { buildScene };
})();
