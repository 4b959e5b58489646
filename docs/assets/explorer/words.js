// @ts-check
"use strict";

/*
 * The words filter: every word counts, in any order and in any language of the site; width and case do not. Entries
 * that say a word in their title come first, then those whose responses say it, then those whose prose does.
 */
(() => {
  const { isSlip } = errorbook.spelling;

  const TERM = /(?:get|post|put|patch|delete|head|options)\s+\/\S*|[\u3400-\u9fff]+|[^\s\u3400-\u9fff,;、。"“”「」`!?()]+/g;
  const AROUND = /^['‘’:]+|['‘’:.]+$/g;
  const CHINESE = /^[\u3400-\u9fff]+$/;
  const WORD_BEFORE = /[a-z0-9]/;
  /** Latin words up to this length must stand at the beginning of a word. */
  const SHORT = 3;
  /** Chinese words from this length may be said in other words, by this share of their pairs, within a clause. */
  const LONG = 4;
  const SHARE = 2 / 3;
  const IN_OPERATION = 3;
  /** Characters of a text that may be words; of a longer one the matcher has said all there is to say. */
  const LONGEST = 200;
  /** The share of a Chinese word that a title must have, if none has all of it. */
  const ENOUGH = 0.55;
  const NO_WORD = /[^a-z0-9]+/;
  /** @type {[keyof ErrorbookEntry["words"], number][]} */
  const WEIGHTS = [
    ["title", 8],
    ["wire", 4],
    ["cause", 2],
    ["fix", 1],
  ];

  /** @type {Record<string, (entry: ErrorbookEntry) => string[]>} */
  const FACETS = {
    status: (entry) => entry.statuses.map(String),
    module: (entry) => [entry.module],
    error: (entry) => entry.types,
    retry: (entry) => [entry.retry],
    who: (entry) => [entry.who],
    state: (entry) => [entry.state],
  };

  /**
   * The entries that all filters and all words leave: those that fit the words best first, else in their order. If
   * none says all words, those that nearly do.
   * @param {ErrorbookIndex} index
   * @param {ErrorbookState} state
   */
  function filterEntries(index, { q, filters }) {
    if (q.length > LONGEST) return [];
    const terms = splitWords(q);
    const chosen = index.errors.filter((entry) => isChosen(entry, filters));
    const found = sayAll(chosen, terms.map((term) => createScale(index, term)));
    return found.length ? found : sayAll(chosen, terms.map((term) => createLooseScale(index, term)));
  }

  /**
   * @param {ErrorbookEntry[]} entries
   * @param {((entry: ErrorbookEntry) => number)[]} scales
   */
  function sayAll(entries, scales) {
    return entries
      .map((entry) => ({ entry, weights: scales.map((scale) => scale(entry)) }))
      .filter(({ weights }) => weights.every((weight) => weight > 0))
      .map(({ entry, weights }) => ({ entry, weight: weights.reduce((sum, weight) => sum + weight, 0) }))
      .sort((a, b) => b.weight - a.weight)
      .map(({ entry }) => entry);
  }

  /**
   * Of one filter any chosen value will do; all filters must agree.
   * @param {ErrorbookEntry} entry
   * @param {ErrorbookFilters} filters
   */
  function isChosen(entry, filters) {
    return Object.entries(FACETS).every(([name, valuesOf]) => {
      const chosen = filters[name] ?? [];
      return chosen.length === 0 || valuesOf(entry).some((value) => chosen.includes(value));
    });
  }

  /** Method and path are one; Chinese and Latin words part where they touch. @param {string} q */
  function splitWords(q) {
    const terms = q.normalize("NFKC").toLowerCase().match(TERM) ?? [];
    return terms.map((term) => term.replace(AROUND, "").replace(/\s+/g, " ")).filter(Boolean);
  }

  /**
   * How much an entry says a term; 0 if it does not.
   * @param {ErrorbookIndex} index
   * @param {string} term
   * @returns {(entry: ErrorbookEntry) => number}
   */
  function createScale(index, term) {
    const holds = CHINESE.test(term) ? holdsChinese : holdsLatin;
    const operations = findOperations(index, term, holds);
    return ({ words, operations: own }) => {
      const [, weight] = WEIGHTS.find(([part]) => holds(words[part], term)) ?? ["", 0];
      const returning = own.filter((number) => operations.has(number)).length;
      const best = Math.max(weight, returning && IN_OPERATION + returning / own.length); // the fewer others, the more
      return best && best + shareOf(words.title, term) / 2;
    };
  }

  /**
   * How nearly an entry says a term: with a slip, or in Chinese by the characters of its titles, the first of which
   * name the thing and weigh most.
   * @param {ErrorbookIndex} index
   * @param {string} term
   * @returns {(entry: ErrorbookEntry) => number}
   */
  function createLooseScale(index, term) {
    const exact = createScale(index, term);
    if (!CHINESE.test(term)) return (entry) => exact(entry) || Number(saysWithSlip(entry, term));
    const weights = [...term].map((_, place) => term.length - place);
    const total = weights.reduce((sum, weight) => sum + weight, 0);
    return (entry) => {
      const share = weights.reduce((sum, weight, place) => sum + (entry.words.title.includes(term[place]) ? weight : 0), 0) / total;
      return exact(entry) || (share >= ENOUGH ? share : 0);
    };
  }

  /**
   * @param {ErrorbookEntry} entry
   * @param {string} term
   */
  function saysWithSlip({ words }, term) {
    const near = (/** @type {string} */ word) => Math.abs(word.length - term.length) < 2 && isSlip(term, word);
    return term.length > SHORT && `${words.title}\n${words.wire}`.split(NO_WORD).some(near);
  }

  /**
   * The operations of that very name or path, else those whose names or paths hold the term.
   * @param {ErrorbookIndex} index
   * @param {string} term
   * @param {(text: string, term: string) => boolean} holds
   */
  function findOperations({ operations }, term, holds) {
    const numbers = operations.map((_, number) => number);
    const same = numbers.filter((number) => operations[number].split("\n").includes(term));
    return new Set(same.length ? same : numbers.filter((number) => holds(operations[number], term)));
  }

  /**
   * @param {string} text
   * @param {string} term
   */
  function holdsLatin(text, term) {
    let at = text.indexOf(term);
    while (term.length <= SHORT && at > 0 && WORD_BEFORE.test(text[at - 1])) at = text.indexOf(term, at + 1);
    return at >= 0;
  }

  /**
   * @param {string} text
   * @param {string} term
   */
  function holdsChinese(text, term) {
    if (text.includes(term)) return true;
    return term.length >= LONG && text.split("\n").some((clause) => shareOf(clause, term) >= SHARE);
  }

  /**
   * How many of a term's pairs of neighbouring characters a text has.
   * @param {string} text
   * @param {string} term
   */
  function shareOf(text, term) {
    const pairs = [...term].slice(1).map((_, place) => term.slice(place, place + 2));
    return pairs.filter((pair) => text.includes(pair)).length / Math.max(1, pairs.length);
  }

  errorbook.words = { FACETS, filterEntries, isChosen };
})();
