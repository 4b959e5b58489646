// @ts-check
"use strict";

/* The nearest entries to a text that is none of them. Twin of src/errorbook/explorer/guess.py. */
(() => {
  const { findWords, foldQuotes, lower } = errorbook.text;

  const WORDS = 40;
  /** Thousandths of likeness from which two words may mean the same. */
  const ALIKE = 500;

  /**
   * Likeness of words is that of their pairs of neighbouring characters (Dice).
   * @param {ErrorbookIndex} index
   * @returns {ErrorbookGuesser}
   */
  function createGuesser(index) {
    const count = index.errors.length;
    const vocabulary = invert(index.errors.map((entry) => termsOf(foldQuotes(entry.words))));
    const terms = [...vocabulary.keys()];
    const sizes = new Map(terms.map((term) => [term, pairsOf(term).size]));
    const holders = invert(terms.map(pairsOf));

    /**
     * Known words and their likeness in thousandths.
     * @param {string} term
     * @returns {[string, number][]}
     */
    function alike(term) {
      const own = pairsOf(term);
      /** @type {Map<string, number>} */
      const common = new Map();
      for (const pair of own) {
        for (const number of holders.get(pair) ?? []) {
          common.set(terms[number], (common.get(terms[number]) ?? 0) + 1);
        }
      }
      return [...common]
        .map(([other, shared]) => /** @type {[string, number]} */ ([other, likeness(own.size, other, shared)]))
        .filter(([, found]) => found >= ALIKE);
    }

    /**
     * @param {number} size
     * @param {string} other
     * @param {number} shared
     */
    function likeness(size, other, shared) {
      return Math.floor((2000 * shared) / (size + (sizes.get(other) ?? 0)));
    }

    /**
     * The likest word of each entry; a word that many have says less.
     * @param {string} term
     */
    function likenesses(term) {
      /** @type {Map<number, number>} */
      const found = new Map();
      for (const [other, like] of alike(term)) {
        const numbers = vocabulary.get(other) ?? [];
        const rare = Math.floor((like * (count - numbers.length + 1)) / count);
        for (const number of numbers) found.set(number, Math.max(found.get(number) ?? 0, rare));
      }
      return found;
    }

    return (paste, evidence) => {
      const wanted = [...termsOf(whatIsSaid(paste))].slice(0, WORDS);
      if (wanted.length === 0) return [];
      const sums = evidence.map(() => 0);
      for (const term of wanted) for (const [number, like] of likenesses(term)) sums[number] += like;
      return sums
        .map((sum, number) => /** @type {[number, number]} */ ([number, scoreOf(sum, wanted.length, evidence[number])]))
        .filter(([number]) => sums[number] || evidence[number])
        .sort(([a, one], [b, other]) => other - one || a - b);
    };
  }

  /**
   * @param {number} sum
   * @param {number} words
   * @param {number} told
   */
  function scoreOf(sum, words, told) {
    return Math.floor(sum / (2 * words)) + 3 * told;
  }

  /** The values of the fields, not their keys, which every response has. @param {ErrorbookPaste} paste */
  function whatIsSaid({ fields, folded }) {
    return fields.map((field) => field.value).join("\n") || folded;
  }

  /**
   * Words of two letters and more; of Chinese, each pair of characters that stand together.
   * @param {string} text
   * @returns {Set<string>}
   */
  function termsOf(text) {
    const words = findWords(lower(text));
    const terms = new Set(words.filter((word) => word.text.length > 1).map((word) => word.text));
    words.slice(1).forEach((next, place) => {
      const word = words[place];
      const single = word.text.length === 1 && next.text.length === 1;
      if (single && word.end === next.start && word.text > "z") terms.add(word.text + next.text);
    });
    return terms;
  }

  /** @param {string} term */
  function pairsOf(term) {
    if (term > "z") return new Set([term]); // two Chinese characters, already a pair
    const padded = `^${term}$`;
    return new Set([...padded].slice(1).map((_, place) => padded.slice(place, place + 2)));
  }

  /**
   * In which of the sets each value is, by their numbers.
   * @param {Iterable<string>[]} sets
   */
  function invert(sets) {
    /** @type {Map<string, number[]>} */
    const places = new Map();
    sets.forEach((values, number) => {
      for (const value of values) {
        const held = places.get(value);
        if (held) held.push(number);
        else places.set(value, [number]);
      }
    });
    return places;
  }

  errorbook.guess = { createGuesser };
})();
