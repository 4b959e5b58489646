// @ts-check
"use strict";

/*
 * The words of all templates, to find one by a part of it or in spite of a slip; what is found costs no more than the
 * length of the word asked for. Twin of src/errorbook/explorer/spelling.py.
 */
(() => {
  const { lowerBound } = errorbook.text;
  const { append } = errorbook.lists;

  /** Five letters has the shortest word in which a slip is forgiven; it may have lost one. */
  const MAY_SLIP = /^[a-z]{5,}$/;
  const MAY_BE_MEANT = /^[a-z]{4,}$/;
  /** Words that one part may stand for. */
  const MOST = 24;

  /**
   * @param {Iterable<string>} known
   * @returns {Generator<unknown, ErrorbookSpelling>}
   */
  function* createSpelling(known) {
    const words = [...known].sort();
    yield;
    const mirrored = words.map(mirror).sort();
    /** @type {Map<string, string[]>} */
    const without = new Map();
    for (const word of words.filter((each) => MAY_SLIP.test(each))) {
      for (const text of [word, ...withoutALetter(word)]) append(without, text, word);
      yield;
    }

    return {
      completions(part) {
        return [...beginning(words, part), ...beginning(mirrored, mirror(part)).map(mirror)];
      },

      correct(word) {
        if (!MAY_BE_MEANT.test(word)) return word;
        const candidates = [word, ...withoutALetter(word)]
          .flatMap((text) => without.get(text) ?? [])
          .filter((meant) => isSlip(word, meant));
        return candidates.sort()[0] ?? word;
      },
    };
  }

  /**
   * @param {string[]} words
   * @param {string} text
   */
  function beginning(words, text) {
    const start = lowerBound(words, text);
    return words.slice(start, start + MOST).filter((word) => word.startsWith(text));
  }

  /** @param {string} word */
  function mirror(word) {
    return [...word].reverse().join("");
  }

  /** @param {string} word */
  function withoutALetter(word) {
    return [...word].map((_, place) => word.slice(0, place) + word.slice(place + 1));
  }

  /**
   * They differ in one letter, or in the order of two neighbours.
   * @param {string} word
   * @param {string} known
   */
  function isSlip(word, known) {
    let start = 0;
    while (start < word.length && word[start] === known[start]) start++;
    const [one, other] = [word.slice(start), known.slice(start)];
    const swapped = one.length > 1 && one[0] === other[1] && one[1] === other[0];
    return (
      one.slice(1) === other ||
      one.slice(1) === other.slice(1) ||
      one === other.slice(1) ||
      (swapped && one.slice(2) === other.slice(2))
    );
  }

  errorbook.spelling = { createSpelling, isSlip };
})();
