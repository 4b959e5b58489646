// @ts-check
"use strict";

/*
 * Does a text fit a template as a whole? No regular expression is made of a template: a linear scan for its literal
 * parts decides, so that no paste can make the search slow. Twin of src/errorbook/explorer/pattern.py and fit.py.
 */
(() => {
  const { findWords, foldQuotes, squash, weigh } = errorbook.text;

  const ALNUM = /[a-z0-9]/;
  /** Literal characters below which a template's values may not hold blanks: it would fit too much. */
  const WEAK = 12;
  const STRONG_WORDS = 4;
  const STRONG_SIZE = 20;

  /**
   * The words of a wording, which postings are made of.
   * @param {number} entry
   * @param {ErrorbookWire} wire
   * @returns {ErrorbookWording}
   */
  function readWording(entry, { literals, names }) {
    /** @type {(string | null)[]} */
    const steps = [];
    /** @type {string[]} */
    const safe = [];
    literals.forEach((literal, place) => {
      const words = findWords(literal);
      if (place > 0) steps.push(null);
      steps.push(...words.map((word) => word.text));
      safe.push(...words.filter((word) => standsAlone(word, literal, place, names.length)).map((word) => word.text));
    });
    return { entry, literals, names, steps, safe };
  }

  /**
   * A wording made ready to be compared.
   * @param {ErrorbookWording} wording
   * @returns {ErrorbookPattern}
   */
  function buildPattern({ entry, literals, names, steps }) {
    const squashed = literals.map((literal) => squash(foldQuotes(literal)));
    const size = squashed.reduce((sum, { chars }) => sum + weigh(chars), 0);
    return {
      entry,
      names,
      literals: squashed.map(({ chars }) => chars),
      lower: squashed.map(({ lower }) => lower),
      gaps: squashed.map(({ spaced }) => spaced),
      steps,
      size,
      weight: steps.reduce((sum, step) => sum + weigh(step ?? ""), 0),
      strong: steps.length - names.length >= STRONG_WORDS && size >= STRONG_SIZE,
    };
  }

  /**
   * Fit the characters `start` to `end` of a squashed text as a whole; the values as places in the source.
   * @param {ErrorbookPattern} pattern
   * @param {ErrorbookSquash} text
   * @param {number} start
   * @param {number} end
   * @returns {ErrorbookFit | null}
   */
  function fit(pattern, text, start, end) {
    const places = findPlaces(pattern.lower, text, start, end);
    if (!places) return null;
    const { literals } = pattern;
    const bounds = places.slice(1).map((next, hole) => [places[hole] + literals[hole].length, next]);
    if (!bounds.every(([from, to], hole) => isValue(pattern, text, hole, from, to))) return null;
    return {
      spans: bounds.map(([from, to]) => (from === to ? [0, 0] : [text.starts[from], text.ends[to - 1]])),
      cased: places.every((place, number) => text.chars.startsWith(literals[number], place)),
    };
  }

  /**
   * @param {ErrorbookWord} word
   * @param {string} literal
   * @param {number} place
   * @param {number} holes
   */
  function standsAlone(word, literal, place, holes) {
    return (word.start > 0 || place === 0) && (word.end < literal.length || place === holes);
  }

  /**
   * Where each literal stands: the first at the start, the last at the end, the others at their first place.
   * @param {string[]} literals
   * @param {ErrorbookSquash} text
   * @param {number} start
   * @param {number} end
   */
  function findPlaces(literals, text, start, end) {
    const [first, last] = [literals[0], literals[literals.length - 1]];
    if (literals.length === 1) return text.lower.slice(start, end) === first ? [start] : null;
    const close = end - last.length;
    let at = start + first.length;
    if (close < at || !text.lower.startsWith(first, start) || !text.lower.startsWith(last, close)) return null;
    const places = [start];
    for (const literal of literals.slice(1, -1)) {
      const found = findNext(literal, text, at, close);
      if (found < 0) return null;
      places.push(found);
      at = found + literal.length;
    }
    return [...places, close];
  }

  /**
   * Where a literal comes next; one of blanks only is wherever the source has some.
   * @param {string} literal
   * @param {ErrorbookSquash} text
   * @param {number} start
   * @param {number} end
   */
  function findNext(literal, text, start, end) {
    if (!literal) return [...text.spaced].find((place) => start < place && place < end) ?? -1;
    const found = text.lower.indexOf(literal, start);
    return found + literal.length <= end ? found : -1;
  }

  /**
   * A weak template takes no blanks.
   * @param {ErrorbookPattern} pattern
   * @param {ErrorbookSquash} text
   * @param {number} hole
   * @param {number} start
   * @param {number} end
   */
  function isValue(pattern, text, hole, start, end) {
    if (!mayHold(pattern, hole, text, start, end)) return false;
    return pattern.size >= WEAK || ![...text.spaced].some((place) => start < place && place < end);
  }

  /**
   * An empty value must show as one, as in `[]`; one that blanks part from words is so in the text, too.
   * @param {ErrorbookPattern} pattern
   * @param {number} number
   * @param {ErrorbookSquash} text
   * @param {number} start
   * @param {number} end
   */
  function mayHold(pattern, number, text, start, end) {
    const { lower } = pattern;
    if (start === end) return !ALNUM.test(lower[number].slice(-1) + lower[number + 1].slice(0, 1));
    return mayBegin(pattern, number, text, start) && mayEnd(pattern, number, text, end);
  }

  /**
   * A value.
   * @param {ErrorbookPattern} pattern
   * @param {number} number
   * @param {ErrorbookSquash} text
   * @param {number} start
   */
  function mayBegin({ lower, gaps }, number, text, start) {
    const before = lower[number];
    const parted = gaps[number].has(before.length) && ALNUM.test(before.slice(-1)) && ALNUM.test(text.lower.charAt(start));
    return !parted || text.spaced.has(start);
  }

  /**
   * A value.
   * @param {ErrorbookPattern} pattern
   * @param {number} number
   * @param {ErrorbookSquash} text
   * @param {number} end
   */
  function mayEnd({ lower, gaps }, number, text, end) {
    const next = lower[number + 1].charAt(0);
    const parted = gaps[number + 1].has(0) && ALNUM.test(next) && ALNUM.test(text.lower.charAt(end - 1));
    return !parted || text.spaced.has(end);
  }

  errorbook.fit = { readWording, buildPattern, fit, mayHold, mayBegin };
})();
