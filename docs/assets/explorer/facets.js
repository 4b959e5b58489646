// @ts-check
"use strict";

/* How many entries each value of each filter would leave, under the words and the other filters. */
(() => {
  const { FACETS } = errorbook.words;

  /**
   * An entry counts for the values of a filter if all other filters let it through: that is, for all filters if it
   * fits them all, and for the only one that refuses it if one does.
   * @param {ErrorbookEntry[]} entries what the words leave
   * @param {ErrorbookFilters} filters
   * @returns {ErrorbookCounts}
   */
  function countValues(entries, filters) {
    const facets = Object.entries(FACETS);
    /** @type {ErrorbookCounts} */
    const counts = Object.fromEntries(facets.map(([name]) => [name, new Map()]));
    for (const entry of entries) {
      const refusing = facets.filter(([name, valuesOf]) => refuses(filters[name] ?? [], valuesOf(entry)));
      const counting = refusing.length === 0 ? facets : refusing.length === 1 ? refusing : [];
      for (const [name, valuesOf] of counting) {
        for (const value of new Set(valuesOf(entry))) counts[name].set(value, (counts[name].get(value) ?? 0) + 1);
      }
    }
    return counts;
  }

  /**
   * @param {string[]} chosen
   * @param {string[]} values
   */
  function refuses(chosen, values) {
    return chosen.length > 0 && !values.some((value) => chosen.includes(value));
  }

  errorbook.facets = { countValues };
})();
