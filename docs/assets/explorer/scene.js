// @ts-check
"use strict";

/* What is to be seen for a query and filters. The matcher goes first; what it does not know are words. */
(() => {
  const { filterEntries, isChosen } = errorbook.words;
  const { countValues } = errorbook.facets;

  const SHOWN = 5;
  /** @type {ErrorbookScene} */
  const NOTHING = {
    state: "browse",
    shown: [],
    match: "none",
    outside: false,
    captures: {},
    because: [],
    case: "",
    guesses: [],
    counts: {},
    text: "",
  };

  /**
   * @param {ErrorbookIndex} index
   * @param {ErrorbookMatcher} matcher
   * @param {ErrorbookState} state
   * @returns {ErrorbookScene}
   */
  function buildScene(index, matcher, state) {
    const found = matcher.find(state.q);
    if (found.results.length) return { ...NOTHING, ...buildMatch(index, found, state.filters), text: state.q };
    const said = filterEntries(index, { q: state.q, filters: {} });
    const shown = said.filter((entry) => isChosen(entry, state.filters)).map((entry) => entry.id);
    const guesses = shown.length || !state.q.trim() ? [] : matcher.guess(state.q).slice(0, SHOWN);
    return {
      ...NOTHING,
      state: shown.length ? "browse" : "none",
      shown,
      guesses: guesses.map(({ id }) => id),
      counts: countValues(said, state.filters),
      text: state.q,
    };
  }

  /**
   * Filters never hide what was found: they choose among equals, and among what comes after.
   * @param {ErrorbookIndex} index
   * @param {ErrorbookOutcome} found
   * @param {ErrorbookFilters} filters
   * @returns {Partial<ErrorbookScene>}
   */
  function buildMatch(index, { match, results }, filters) {
    const ids = new Set(results.map(({ id }) => id));
    const found = index.errors.filter(({ id }) => ids.has(id));
    const chosen = new Set(found.filter((entry) => isChosen(entry, filters)).map((entry) => entry.id));
    const inside = results.filter(({ id }) => chosen.has(id));
    const best = inside.find(({ score }) => score === results[0].score) ?? results[0];
    const shown = [best, ...inside.filter((result) => result !== best)].slice(0, SHOWN);
    return {
      state: "match",
      shown: shown.map(({ id }) => id),
      match,
      outside: !chosen.has(best.id),
      captures: best.captures,
      because: best.because,
      case: best.case,
      counts: countValues(found, filters),
    };
  }

  errorbook.scene = { buildScene };
})();
