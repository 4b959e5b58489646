// @ts-check
"use strict";

/* What is to be seen for a query and filters. The matcher goes first; what it does not know are words. */
(() => {
  const { createSearch } = errorbook.words;
  const { countValues, createChoice } = errorbook.facets;

  const SHOWN = 5;
  /** Milliseconds. */
  const REHEARSAL = 300;
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
    counts: () => ({}),
    text: "",
  };

  /**
   * @param {ErrorbookIndex} index
   * @param {ErrorbookMatcher} matcher
   * @returns {(state: ErrorbookState) => ErrorbookScene}
   */
  function createScenes(index, matcher) {
    const search = createSearch(index);
    return ({ q, filters }) => {
      const found = matcher.find(q);
      if (found.results.length) return { ...NOTHING, ...buildMatch(index, found, filters), text: q };
      const said = search(q);
      const shown = said.filter(createChoice(filters)).map((entry) => entry.id);
      const guesses = shown.length || !q.trim() ? [] : matcher.guess(q).slice(0, SHOWN);
      return {
        ...NOTHING,
        state: shown.length ? "browse" : "none",
        shown,
        guesses: guesses.map(({ id }) => id),
        counts: () => countValues(said, filters),
        text: q,
      };
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
    const chosen = new Set(found.filter(createChoice(filters)).map((entry) => entry.id));
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
      counts: () => countValues(found, filters),
    };
  }

  /** Titles are typed, unseen: what the browser has not yet compiled, the first keys would wait for. @type {Errorbook["scene"]["rehearse"]} */
  function* rehearse({ errors }, buildScene) {
    const until = performance.now() + REHEARSAL;
    for (const { title } of errors) {
      for (let end = 1; end <= title.length; end += 1) {
        if (performance.now() > until) return;
        yield buildScene({ q: title.slice(0, end), filters: {} });
      }
    }
  }

  errorbook.scene = { createScenes, rehearse };
})();
