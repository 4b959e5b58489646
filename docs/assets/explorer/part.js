// @ts-check
"use strict";

/*
 * Is a text a part of a message whose beginning or end was lost? Every character must belong to a literal of the
 * template or to one of its values, in their order: what is only alike is left to `near`.
 * Twin of src/errorbook/explorer/part.py.
 */
(() => {
  const { weigh } = errorbook.text;
  const { mayBegin, mayHold } = errorbook.fit;

  /** Characters by which a broken literal is recognised. */
  const LEAST = 3;
  /** Characters behind a value that show where it ends. */
  const CLEAR = 6;
  const LONGEST_VALUE = 80;
  const TORN = /^(?:[a-z0-9]{2}|[\u2e80-\u9fff]{2})$/;

  /**
   * The part that keeps most of the template, of all places where the text may begin in it.
   * @param {ErrorbookPattern} pattern
   * @param {ErrorbookSquash} text
   * @param {number} start
   * @param {number} end
   * @returns {ErrorbookPart | null}
   */
  function findPart(pattern, text, start, end) {
    /** @type {ErrorbookPart | null} */
    let best = null;
    for (const begin of findBegins(pattern, text, start, end)) {
      const part = follow(pattern, text, start, end, begin);
      if (part && (!best || part.matched > best.matched)) best = part;
    }
    return best;
  }

  /**
   * Characters of `literal` that are there from character `place` on, until `end` in the text.
   * @param {ErrorbookPattern} pattern
   * @param {ErrorbookSquash} text
   * @param {number} start
   * @param {number} end
   */
  function findBegins({ lower, names }, text, start, end) {
    /** @type {{ literal: number, place: number, end: number }[]} */
    const begins = [];
    if (end - start < LEAST) return begins;
    const opening = text.lower.slice(start, start + LEAST);
    lower.forEach((literal, number) => {
      if (number) begins.push({ literal: number - 1, place: lower[number - 1].length, end: start });
      const place = findSuffix(literal, opening, text, start, end);
      if (place >= 0) begins.push({ literal: number, place, end: start + Math.min(literal.length - place, end - start) });
      for (let length = Math.min(LEAST, literal.length) - 1; place < 0 && length > 0; length--) {
        const from = literal.length - length;
        const begun = number < names.length && text.lower.startsWith(literal.slice(from), start);
        if (begun) begins.push({ literal: number, place: from, end: start + length });
      }
    });
    return begins;
  }

  /**
   * From where on a literal is what the text begins with, or all of the text.
   * @param {string} literal
   * @param {string} opening
   * @param {ErrorbookSquash} text
   * @param {number} start
   * @param {number} end
   */
  function findSuffix(literal, opening, text, start, end) {
    let place = literal.indexOf(opening);
    while (place >= 0 && !text.lower.startsWith(literal.slice(place, place + end - start), start)) {
      place = literal.indexOf(opening, place + 1);
    }
    return place;
  }

  /**
   * Walk through the template from where the text begins in it, until the text ends.
   * @param {ErrorbookPattern} pattern
   * @param {ErrorbookSquash} text
   * @param {number} start
   * @param {number} end
   * @param {{ literal: number, place: number, end: number }} begin
   * @returns {ErrorbookPart | null}
   */
  function follow(pattern, text, start, end, begin) {
    const { names, lower, literals } = pattern;
    let { literal: number, end: at } = begin;
    let place = begin.place + at - start;
    let matched = weigh(literals[number].slice(begin.place, place));
    const spans = names.map(() => /** @type {ErrorbookSpan} */ ([0, 0]));
    while (at < end && number < names.length) {
      const literal = lower[number + 1];
      const { found, length } = findLiteral(literal, text.lower, at, end);
      if (!isValue(pattern, text, number, [at, found], [start, end])) return null;
      if (length >= Math.min(literal.length, CLEAR) && start < at && at < found) {
        spans[number] = [text.starts[at], text.ends[found - 1]];
      }
      number += 1;
      matched += weigh(literals[number].slice(0, length));
      place = length;
      at = found + length;
    }
    const head = begin.literal > 0 || begin.place > 0;
    const tail = number < names.length || place < lower[number].length;
    if (at < end || !(head || tail)) return null; // a whole message is for `fit` to judge
    const torn = (head && isInside(pattern, begin.literal, begin.place)) || (tail && isInside(pattern, number, place));
    return { matched, head, tail, torn, spans };
  }

  /**
   * Where a literal comes next and how much of it: its beginning at the end of the text, if no more.
   * @param {string} literal
   * @param {string} text
   * @param {number} start
   * @param {number} end
   */
  function findLiteral(literal, text, start, end) {
    if (!literal) return { found: end, length: 0 };
    const found = text.indexOf(literal, start);
    if (found >= 0 && found + literal.length <= end) return { found, length: literal.length };
    const length = findOverlap(literal, text, start, end);
    return { found: end - length, length };
  }

  /**
   * One word is left of a value that has lost its beginning; nothing parts one that has lost its end.
   * @param {ErrorbookPattern} pattern
   * @param {ErrorbookSquash} text
   * @param {number} number
   * @param {ErrorbookSpan} value
   * @param {ErrorbookSpan} around
   */
  function isValue(pattern, text, number, [start, end], around) {
    if (end - start > LONGEST_VALUE) return false;
    if (start === around[0]) return ![...text.spaced].some((place) => start < place && place < end);
    if (start < end && end === around[1]) return mayBegin(pattern, number, text, start);
    return mayHold(pattern, number, text, start, end);
  }

  /**
   * How many characters of a literal stand at the end of the text.
   * @param {string} literal
   * @param {string} text
   * @param {number} start
   * @param {number} end
   */
  function findOverlap(literal, text, start, end) {
    const closing = text.slice(Math.max(start, end - LEAST), end);
    let place = closing.length === LEAST ? literal.lastIndexOf(closing) : -1;
    while (place >= 0) {
      const length = place + LEAST;
      if (length <= end - start && text.startsWith(literal.slice(0, length), end - length)) return length;
      place = place > 0 ? literal.lastIndexOf(closing, place - 1) : -1;
    }
    for (let length = Math.min(LEAST - 1, literal.length); length > 0; length--) {
      if (end - start > length && text.startsWith(literal.slice(0, length), end - length)) return length;
    }
    return 0;
  }

  /**
   * Whether a word stands on both sides of a place in a literal.
   * @param {ErrorbookPattern} pattern
   * @param {number} number
   * @param {number} place
   */
  function isInside({ lower, gaps }, number, place) {
    return !gaps[number].has(place) && TORN.test(lower[number].slice(Math.max(0, place - 1), place + 1));
  }

  errorbook.part = { findPart };
})();
