// @ts-check
"use strict";

/* The nearest entries to a text that is none of them. Twin of src/errorbook/explorer/guess.py. */
(() => {
  const { findWords, foldQuotes, isLatin, lower } = errorbook.text;
  const { wireOf, weighReasons } = errorbook.claims;
  const { each } = errorbook.later;
  const { append } = errorbook.lists;

  const WORDS = 40;
  /** Thousandths of likeness from which two words may mean the same. */
  const ALIKE = 500;
  const WHOLE = 1000;
  /** Thousandths of a guess that says something. */
  const TELLING = 100;
  /** Chinese characters that a word in Latin letters outweighs. */
  const LATIN = 4;
  const NEGATIONS = [..."不没未无"];
  /** How many times less a word counts in the prose of causes than in titles, names and messages. */
  const IN_CAUSE = 4;

  /**
   * What is said, against the words of all entries, and once more against their titles alone.
   * @param {ErrorbookIndex} index
   * @returns {Generator<unknown, ErrorbookGuesser>}
   */
  function* createGuesser({ errors }) {
    const likeNames = yield* createLexicon(errors, (entry) => `${entry.words.title}\n${wireOf(entry)}`);
    const likeCauses = yield* createLexicon(errors, ({ words }) => words.cause);
    const titles = yield* each(errors, ({ words }) => unitsOf(words.title));
    const denials = titles.map(isNegated);
    const bearers = yield* invert(titles, (units) => units.keys());

    /** @param {[string, number][]} wanted */
    function sumLikenesses(wanted) {
      const sums = errors.map(() => 0);
      for (const [term, weight] of wanted) {
        const found = likeNames(term);
        for (const [number, like] of likeCauses(term)) {
          found.set(number, Math.max(found.get(number) ?? 0, Math.floor(like / IN_CAUSE)));
        }
        for (const [number, like] of found) sums[number] += Math.floor((like * weight) / WHOLE);
      }
      return sums;
    }

    /**
     * How much of the units each title has; halved where only one of the two says no.
     * @param {Map<string, number>} units
     */
    function findLeads(units) {
      const total = Math.max(1, sum([...units.values()]));
      const negated = isNegated(units);
      const sums = errors.map(() => 0);
      for (const [unit, weight] of units) for (const number of bearers.get(unit) ?? []) sums[number] += weight;
      return sums.map((own, number) => {
        const share = Math.floor((WHOLE * own) / total);
        return denials[number] === negated ? share : Math.floor(share / 2);
      });
    }

    return (paste, reasons) => {
      const evidence = reasons.map(weighReasons);
      const said = lower(whatIsSaid(paste));
      const wanted = [...weighTerms(said)].slice(0, WORDS);
      if (wanted.length === 0) return [];
      const sums = sumLikenesses(wanted);
      const leads = findLeads(unitsOf(said));
      return [...errors.keys()]
        .map((number) => {
          const like = Math.floor(sums[number] / (2 * wanted.length));
          const score = Math.min(WHOLE, like + 3 * evidence[number] + Math.floor((3 * leads[number]) / 10));
          return /** @type {[number, number]} */ ([number, score]);
        })
        .filter(([, score]) => score >= TELLING)
        .sort(([a, one], [b, other]) => other - one || a - b);
    };
  }

  /**
   * The words of all entries; likeness is that of their pairs of neighbouring characters (Dice).
   * @param {ErrorbookEntry[]} entries
   * @param {(entry: ErrorbookEntry) => string} textOf
   * @returns {Generator<unknown, (term: string) => Map<number, number>>}
   */
  function* createLexicon(entries, textOf) {
    const vocabulary = yield* invert(entries, (entry) => weighTerms(foldQuotes(textOf(entry))).keys());
    const terms = [...vocabulary.keys()];
    const sizes = new Map(yield* each(terms, (term) => /** @type {const} */ ([term, pairsOf(term).size])));
    const holders = yield* invert(terms, pairsOf);

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

    /** The likest word of each entry; a word that many have says less. */
    return (term) => {
      /** @type {Map<number, number>} */
      const found = new Map();
      for (const [other, like] of alike(term)) {
        const numbers = vocabulary.get(other) ?? [];
        const rare = Math.floor((like * (entries.length - numbers.length + 1)) / entries.length);
        for (const number of numbers) found.set(number, Math.max(found.get(number) ?? 0, rare));
      }
      return found;
    };
  }

  /** The values of the fields, not their keys, which every response has. @param {ErrorbookPaste} paste */
  function whatIsSaid({ fields, folded }) {
    return fields.map((field) => field.value).join("\n") || folded;
  }

  /**
   * Words of two letters and more; of Chinese, each pair of characters that stand together. In thousandths: Chinese
   * names the thing first and then what is wrong with it, so the first pairs weigh more.
   * @param {string} text
   * @returns {Map<string, number>}
   */
  function weighTerms(text) {
    const words = findWords(lower(text)).map((word) => word.text);
    const terms = new Map(words.filter((word) => word.length > 1).map((word) => [word, WHOLE]));
    for (const run of runsOf(text)) {
      const last = run.length - 1;
      for (let place = 0; place < last; place += 1) {
        const pair = run.slice(place, place + 2);
        if (!terms.has(pair)) terms.set(pair, Math.floor((2 * WHOLE * (last - place)) / run.length));
      }
    }
    return terms;
  }

  /** Words in Latin letters, and Chinese characters, the first of a run with most weight. @param {string} text */
  function unitsOf(text) {
    const words = [...weighTerms(text).keys()].filter(isLatin);
    const units = new Map(words.map((term) => [term, LATIN]));
    for (const run of runsOf(text)) {
      for (let place = 0; place < run.length; place += 1) {
        units.set(run[place], (units.get(run[place]) ?? 0) + run.length - place);
      }
    }
    return units;
  }

  /** @param {Map<string, number>} units */
  function isNegated(units) {
    return NEGATIONS.some((char) => units.has(char));
  }

  /** @param {number[]} numbers */
  function sum(numbers) {
    return numbers.reduce((total, number) => total + number, 0);
  }

  /** Two and more Chinese characters that stand together. @param {string} text */
  function runsOf(text) {
    /** @type {string[]} */
    const runs = [];
    let end = -1;
    for (const word of findWords(text)) {
      if (word.text.length > 1 || isLatin(word.text)) continue;
      if (word.start === end) runs[runs.length - 1] += word.text;
      else runs.push(word.text);
      end = word.end;
    }
    return runs.filter((run) => run.length > 1);
  }

  /** @param {string} term */
  function pairsOf(term) {
    if (!isLatin(term)) return new Set([term]); // two Chinese characters, already a pair
    const padded = `^${term}$`;
    return new Set([...padded].slice(1).map((_, place) => padded.slice(place, place + 2)));
  }

  /**
   * By each part of the values, the numbers of those that have it.
   * @template T
   * @param {T[]} values
   * @param {(value: T) => Iterable<string>} partsOf
   * @returns {Generator<unknown, Map<string, number[]>>}
   */
  function* invert(values, partsOf) {
    /** @type {Map<string, number[]>} */
    const places = new Map();
    for (const [number, value] of values.entries()) {
      for (const part of partsOf(value)) append(places, part, number);
      yield;
    }
    return places;
  }

  errorbook.guess = { createGuesser };
})();
