// @ts-check
"use strict";

/* The filters: by what they know an entry, and how many entries each of their values would leave. */
(() => {
  /** @type {Errorbook["facets"]["FACETS"]} */
  const FACETS = {
    status: (entry) => entry.statuses.map(String),
    module: (entry) => [entry.module],
    error: (entry) => entry.types,
    retry: (entry) => [entry.retry],
    who: (entry) => [entry.who],
    state: (entry) => [entry.state],
  };
  /** @type {WeakMap<ErrorbookEntry, string[][]>} */
  const known = new WeakMap();

  /**
   * Of one filter any chosen value will do; all filters must agree.
   * @param {ErrorbookFilters} filters
   * @returns {(entry: ErrorbookEntry) => boolean}
   */
  function createChoice(filters) {
    const active = Object.entries(filters).filter(([, chosen]) => chosen.length > 0);
    return (entry) => active.every(([name, chosen]) => !refuses(chosen, FACETS[name](entry)));
  }

  /**
   * An entry counts for the values of a filter if all other filters let it through: that is, for all filters if it
   * fits them all, and for the only one that refuses it if one does.
   * @param {ErrorbookEntry[]} entries what the words leave
   * @param {ErrorbookFilters} filters
   * @returns {ErrorbookCounts}
   */
  function countValues(entries, filters) {
    const names = Object.keys(FACETS);
    const counts = names.map(() => /** @type {Map<string, number>} */ (new Map()));
    const chosen = names.map((name) => filters[name] ?? []);
    for (const entry of entries) {
      const values = valuesOf(entry);
      const refusing = names.map((_, number) => number).filter((number) => refuses(chosen[number], values[number]));
      if (refusing.length > 1) continue;
      values.forEach((own, number) => {
        if (refusing.length === 0 || refusing[0] === number) add(counts[number], own);
      });
    }
    return Object.fromEntries(names.map((name, number) => [name, counts[number]]));
  }

  /** The values of all filters; made once, for they are asked for at every key. @param {ErrorbookEntry} entry */
  function valuesOf(entry) {
    const values = known.get(entry) ?? Object.values(FACETS).map((read) => [...new Set(read(entry))]);
    known.set(entry, values);
    return values;
  }

  /**
   * @param {Map<string, number>} counts
   * @param {string[]} values
   */
  function add(counts, values) {
    for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
  }

  /**
   * @param {string[]} chosen
   * @param {string[]} values
   */
  function refuses(chosen, values) {
    return chosen.length > 0 && !values.some((value) => chosen.includes(value));
  }

  errorbook.facets = { FACETS, createChoice, countValues };
})();
