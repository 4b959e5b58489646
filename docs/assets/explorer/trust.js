// @ts-check
"use strict";

/*
 * When is text that fits a template believed to be its message? Much that people paste is of other products, which
 * say `Not found` and `token expired`, too. Twin of src/errorbook/explorer/trust.py.
 */
(() => {
  const { hasMore } = errorbook.windows;

  /** Words up to which plain text counts as typed, and what a message weighs at least that proves something. */
  const FEW = 8;
  /** What a message weighs at least that is believed among other text. */
  const INSIDE = 16;
  /** What must agree at least of a message that is not whole. */
  const LEAST = 10;
  /** Of this much no ends need to be torn. */
  const MUCH = 18;
  /** Words of less than this from within a message are words to search for. */
  const TYPED = 14;
  /** Words of this much tell an error even if some are missing. */
  const LONG = 36;

  /**
   * Little text, or a part of what stands there, is believed only with something that belongs to it.
   * @param {ErrorbookPattern} pattern
   * @param {ErrorbookPaste} paste
   * @param {ErrorbookFit} found
   * @param {boolean} alone
   * @param {boolean} supported
   */
  function trustFit(pattern, paste, found, alone, supported) {
    if (supported) return true;
    if (!found.cased && paste.word) return false;
    return pattern.size >= (alone ? FEW : INSIDE);
  }

  /**
   * Much of the message, if its ends were lost where text gets lost: at the paste's, or within a word.
   * @param {ErrorbookPattern} pattern
   * @param {ErrorbookPaste} paste
   * @param {ErrorbookPart} found
   * @param {ErrorbookSpan} span
   * @param {boolean} supported
   */
  function trustPart(pattern, paste, found, span, supported) {
    if (found.matched < FEW || 10 * found.matched < 3 * pattern.size) return false;
    if (supported) return true;
    if (found.torn) return 10 * found.matched >= 4 * pattern.size;
    if (found.matched < LEAST || 2 * found.matched < pattern.size) return false;
    if (found.matched >= MUCH || paste.descriptions.has(span[0])) return true;
    const head = found.head && span[0] > paste.first;
    const tail = found.tail && hasMore(paste.folded, span[1]);
    const typed = paste.plain && found.head && found.matched < TYPED;
    return !(head || tail || typed);
  }

  /**
   * Three quarters of the words with few foreign ones; more if it was typed or stands inside other text. Of a text
   * that breaks off, three quarters of what is there, and two fifths of all.
   * @param {ErrorbookPattern} pattern
   * @param {ErrorbookNear} found
   * @param {boolean} plain
   * @param {boolean} supported
   */
  function trustNear(pattern, found, plain, supported) {
    const most = 10 * found.matched >= 9 * pattern.weight;
    if (plain) return most && pattern.strong && !found.around;
    if (5 * found.extra > found.matched || found.matched < LEAST) return false;
    if (found.around && 5 * found.around > found.matched) {
      const all = found.matched === pattern.weight && pattern.weight > 8 * found.extra;
      return pattern.strong && (pattern.weight >= LONG ? most : all);
    }
    if (found.cut && 10 * found.matched < 4 * pattern.weight) return false;
    if (!supported && pattern.weight < LONG) return 20 * found.matched >= 19 * pattern.weight;
    return 4 * found.matched >= 3 * (found.cut || pattern.weight);
  }

  errorbook.trust = { FEW, trustFit, trustPart, trustNear };
})();
