// @ts-check
"use strict";

/* Quotes in every way in which tools write them, escaped, encoded and as entities. */
(() => {
  /** Full-width ones have been made narrow before; two are one in CSV. */
  const QUOTE =
    "\"\"(?=[^\\s\"',:;&=)}\\]])|\\\\{0,15}[\"'`]|\\\\{1,15}(?:u00|x)2[27]|[“”„″‘’′]|%(?:25)?2[27]|&(?:quot|apos|#3[49]|#x2[27]);";
  const ESCAPE = /u[\da-f]{4}|x[\da-f]{2}|[bfnrt]/iy;
  const BLANK_LINE = /\n[ \t]*\r?\n|$/g;
  /** Any of a set may end what another of it began. */
  const CURLED = [/[“”„″]/g, /[‘’′]/g];

  /**
   * The place of the quote that ends what `quote` began, or where the text breaks off: at an empty line.
   * @param {string} text
   * @param {number} start
   * @param {string} quote
   */
  function endOfQuoted(text, start, quote) {
    const depth = quote.lastIndexOf("\\") + 1;
    const mark = quote.slice(depth);
    for (let at = findMark(text, mark, start); at >= 0; at = findMark(text, mark, at + 1)) {
      if ((escapesBefore(text, at, start) - depth) % (2 * (depth + 1)) === 0) return at - depth;
    }
    BLANK_LINE.lastIndex = start;
    return BLANK_LINE.exec(text)?.index ?? text.length;
  }

  /**
   * @param {string} text
   * @param {string} mark
   * @param {number} from
   */
  function findMark(text, mark, from) {
    const curled = CURLED.find((set) => mark.search(set) === 0);
    if (!curled) return text.indexOf(mark, from);
    curled.lastIndex = from;
    return curled.exec(text)?.index ?? -1;
  }

  /**
   * How many backslashes stand before a place.
   * @param {string} text
   * @param {number} place
   * @param {number} start
   */
  function escapesBefore(text, place, start) {
    let at = place;
    while (at > start && text[at - 1] === "\\") at--;
    return place - at;
  }

  /**
   * Where a sticky pattern that begins at a place ends.
   * @param {RegExp} pattern
   * @param {string} text
   * @param {number} start
   */
  function skip(pattern, text, start) {
    pattern.lastIndex = start;
    return start + (pattern.exec(text)?.[0].length ?? 0);
  }

  /**
   * Where the word really begins whose first letters may be those of an escape, as in `\\nbob`.
   * @param {string} text
   * @param {number} start
   */
  function skipEscape(text, start) {
    return text[start - 1] === "\\" ? skip(ESCAPE, text, start) : start;
  }

  errorbook.quotes = { QUOTE, endOfQuoted, skip, skipEscape };
})();
