// @ts-check
"use strict";

/*
 * The words filter: every word counts, in any order and in any language of the site; width and case do not. Entries
 * that say a word in their title come first, then those whose responses say it, then those whose prose does.
 */
(() => {
  const { wireOf } = errorbook.claims;
  const { collectWords, createHaystack } = errorbook.haystack;
  const { isSlip } = errorbook.spelling;
  const { later } = errorbook.later;
  const { append } = errorbook.lists;
  const { createTerms } = errorbook.terms;

  const CHINESE = /^[\u3400-\u9fff]+$/;
  /** Latin words up to this length must stand at the beginning of a word. */
  const SHORT = 3;
  /** Chinese words from this length may be said in other words, by this share of their pairs, within a clause. */
  const LONG = 4;
  const SHARE = 2 / 3;
  const IN_OPERATION = 3;
  /** Less than all that is said. */
  const OF_STATUS = 0.5;
  /** What is left of the weight of a word that entries need not say: enough to part those that are equal. */
  const IDLE = 0.01;
  /** Characters of a text that may be words; of a longer one the matcher has said all there is to say. */
  const LONGEST = 200;
  /** The share of a Chinese word that a title must have, if none has all of it. */
  const ENOUGH = 0.55;
  /** What to search in, and what it weighs. @type {[(entry: ErrorbookEntry) => string, number][]} */
  const WEIGHTS = [
    [({ words }) => words.title, 8],
    [wireOf, 4],
    [({ words }) => words.cause, 2],
    [({ words }) => words.fix, 1],
  ];

  /**
   * The entries that all words leave: those that fit them best first, else in their order. If none says all words,
   * those that nearly do.
   * @param {ErrorbookIndex} index
   * @returns {(q: string) => ErrorbookEntry[]}
   */
  function createSearch(index) {
    const { errors, operations } = index;
    const readTerms = createTerms(index);
    const parts = WEIGHTS.map(([textOf, weight]) => ({ weight, texts: createHaystack(errors.map(textOf)) }));
    const [titles, wires] = parts.map(({ texts }) => texts);
    const called = createHaystack(operations);
    const names = operations.map((texts) => texts.split("\n"));
    /** Entries by operation. @type {number[][]} */
    const returning = operations.map(() => []);
    errors.forEach(({ operations: own }, number) => own.forEach((operation) => returning[operation].push(number)));
    const vocabulary = later(() => collectWords(titles, wires));

    /** What the words of the last search weigh: at a key, all but one stay. @type {Map<string, Float64Array>} */
    let weighed = new Map();

    /** How much each entry says a term, or what is meant by it; 0 if it does not. @param {ErrorbookTerm} term */
    function weigh({ text, status, exact, meant }) {
      const weights = exact ? new Float64Array(errors.length) : weighWord(text);
      if (status) errors.forEach(({ statuses }, number) => statuses.includes(status) && (weights[number] ||= OF_STATUS));
      return meant.length ? weighEither(weights, meant.map(weighWord)) : weights;
    }

    /** @param {string} term */
    function weighWord(term) {
      const weights = new Float64Array(errors.length);
      for (const { weight, texts } of parts) {
        for (const number of findHolders(texts, term)) weights[number] ||= weight;
      }
      addOperations(weights, term);
      if (CHINESE.test(term) && term.length > 1) addShares(weights, pairsOf(term));
      return weights;
    }

    /**
     * Entries whose operations are called so: the fewer others, the more.
     * @param {Float64Array} weights
     * @param {string} term
     */
    function addOperations(weights, term) {
      const counts = new Uint16Array(errors.length);
      for (const operation of findOperations(term)) for (const number of returning[operation]) counts[number] += 1;
      for (let number = 0; number < counts.length; number += 1) {
        const share = counts[number] && counts[number] / errors[number].operations.length;
        if (share) weights[number] = Math.max(weights[number], IN_OPERATION + share);
      }
    }

    /** The operations of that very name or path, else those whose names or paths hold the term. @param {string} term */
    function findOperations(term) {
      const same = names.flatMap((own, number) => (own.includes(term) ? [number] : []));
      return same.length ? same : findHolders(called, term);
    }

    /**
     * Of those that say a Chinese word, or most of it, the title that has most of it goes first.
     * @param {Float64Array} weights
     * @param {string[]} pairs
     */
    function addShares(weights, pairs) {
      errors.forEach(({ words }, number) => {
        if (weights[number]) weights[number] += shareOf(words.title, pairs) / 2;
      });
    }

    /**
     * How nearly each entry says a term: with a slip, or in Chinese by the characters of its titles, the first of which
     * name the thing and weigh most.
     * @param {ErrorbookTerm} term
     * @param {Float64Array} weights
     */
    function weighLoosely({ text: term, exact }, weights) {
      if (exact) return weights;
      const near = CHINESE.test(term) ? weighCharacters(term) : weighSlips(term);
      return weights.map((weight, number) => weight || near[number]);
    }

    /** @param {string} term */
    function weighCharacters(term) {
      const shares = new Float64Array(errors.length);
      const total = (term.length * (term.length + 1)) / 2;
      [...term].forEach((character, place) => {
        for (const number of titles.holders(character)) shares[number] += (term.length - place) / total;
      });
      return shares.map((share) => (share >= ENOUGH ? share : 0));
    }

    /** @param {string} term */
    function weighSlips(term) {
      const weights = new Float64Array(errors.length);
      if (term.length <= SHORT) return weights;
      for (const word of vocabulary()) {
        if (Math.abs(word.length - term.length) > 1 || !isSlip(term, word)) continue;
        for (const texts of [titles, wires]) for (const number of texts.holders(word, isWord)) weights[number] = 1;
      }
      return weights;
    }

    /**
     * Those that all terms leave, by what they weigh together: most weigh the same.
     * @param {ErrorbookTerm[]} terms
     * @param {Float64Array[]} scales
     */
    function sayAll(terms, scales) {
      const sums = new Float64Array(errors.length);
      scales.forEach((weights, place) => {
        const [share, without] = terms[place].idle ? [IDLE, 0] : [1, -Infinity];
        for (let number = 0; number < sums.length; number += 1) sums[number] += share * weights[number] || without;
      });
      /** @type {Map<number, ErrorbookEntry[]>} */
      const ranks = new Map();
      for (let number = 0; number < sums.length; number += 1) {
        if (sums[number] >= 0) append(ranks, sums[number], errors[number]);
      }
      return [...ranks].sort(([a], [b]) => b - a).flatMap(([, found]) => found);
    }

    return (q) => {
      if (q.length > LONGEST) return [];
      const terms = readTerms(q);
      const scales = terms.map((term) => weighed.get(keyOf(term)) ?? weigh(term));
      weighed = new Map(terms.map((term, place) => [keyOf(term), scales[place]]));
      const found = sayAll(terms, scales);
      return found.length ? found : sayAll(terms, terms.map((term, place) => weighLoosely(term, scales[place])));
    };
  }

  /**
   * What entries weigh that say a word, or all of several others; most, if both.
   * @param {Float64Array} weights
   * @param {Float64Array[]} others
   */
  function weighEither(weights, others) {
    return weights.map((weight, number) => {
      const all = others.map((own) => own[number]);
      return all.every(Boolean) ? weight + Math.max(...all) : weight;
    });
  }

  /** A phrase that stands for a status is not that phrase among words. @param {ErrorbookTerm} term */
  function keyOf({ text, status }) {
    return `${status} ${text}`;
  }

  /**
   * Numbers of the texts that hold a term, or in Chinese most of a long one within a clause.
   * @param {ErrorbookHaystack} texts
   * @param {string} term
   */
  function findHolders(texts, term) {
    if (!CHINESE.test(term)) return texts.holders(term, term.length <= SHORT ? beginsWord : undefined);
    if (term.length < LONG) return texts.holders(term);
    const pairs = pairsOf(term);
    return findMost(texts, pairs).filter((number) => texts.texts[number].split("\n").some((clause) => shareOf(clause, pairs) >= SHARE));
  }

  /**
   * Texts that may have most of the pairs in one clause.
   * @param {ErrorbookHaystack} texts
   * @param {string[]} pairs
   */
  function findMost(texts, pairs) {
    /** @type {Map<number, number>} */
    const counts = new Map();
    for (const pair of pairs) for (const number of texts.holders(pair)) counts.set(number, (counts.get(number) ?? 0) + 1);
    return [...counts.keys()].filter((number) => Number(counts.get(number)) >= SHARE * pairs.length);
  }

  /** @type {ErrorbookPlace} */
  function beginsWord(text, start) {
    return !isLetter(text[start - 1]);
  }

  /** @type {ErrorbookPlace} */
  function isWord(text, start, end) {
    return beginsWord(text, start, end) && !isLetter(text[end]);
  }

  /** @param {string | undefined} char */
  function isLetter(char = "") {
    return (char >= "a" && char <= "z") || (char >= "0" && char <= "9");
  }

  /** Neighbouring characters. @param {string} term */
  function pairsOf(term) {
    return [...term].slice(1).map((_, place) => term.slice(place, place + 2));
  }

  /**
   * How many of the pairs a text has.
   * @param {string} text
   * @param {string[]} pairs
   */
  function shareOf(text, pairs) {
    return pairs.filter((pair) => text.includes(pair)).length / pairs.length;
  }

  errorbook.words = { createSearch };
})();
