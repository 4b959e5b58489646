// @ts-check
"use strict";

/* Many texts laid end to end, so that one search goes over all of them. */
(() => {
  /** Stands between two texts and in none of them. */
  const BETWEEN = "\0";
  const NO_WORD = /[^a-z0-9]+/;

  /**
   * @param {string[]} texts
   * @returns {ErrorbookHaystack}
   */
  function createHaystack(texts) {
    const all = texts.join(BETWEEN);
    let end = -1;
    const ends = texts.map((text) => (end += text.length + BETWEEN.length));
    return {
      texts,
      holders(term, fits = () => true) {
        const found = [];
        let number = 0;
        let at = all.indexOf(term);
        while (at >= 0) {
          while (ends[number] < at) number += 1;
          const there = fits(all, at, at + term.length);
          if (there) found.push(number);
          at = all.indexOf(term, there ? ends[number] : at + 1);
        }
        return found;
      },
    };
  }

  /** @type {Errorbook["haystack"]["collectWords"]} */
  function* collectWords(...haystacks) {
    const words = new Set();
    for (const { texts } of haystacks) {
      for (const text of texts) {
        for (const word of text.split(NO_WORD)) words.add(word);
        yield;
      }
    }
    return words;
  }

  errorbook.haystack = { createHaystack, collectWords };
})();
