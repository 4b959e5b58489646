// @ts-check
"use strict";

/* Where in a block a message may stand, and what is around it. Twin of src/errorbook/explorer/windows.py. */
(() => {
  const { SPACE, lowerBound } = errorbook.text;
  const { beforeBackslashes, unique } = errorbook.blocks;

  /** Separators of a stretch, and those behind one place, at which a message may begin or end. */
  const STARTS = 24;
  const STOPS = 96;
  const NEXT_STOPS = 4;
  const SIGNS = 5;
  const CJK = "\\u2e80-\\u2fff\\u3040-\\u9fff\\uff66-\\uffef";
  const CJK_SIGNS = "\\u3000-\\u303f\\uff00-\\uff65";
  /** As in `(status 404)`. */
  const ASIDE = `\\([a-z]{0,9}[${SPACE}=:]{0,3}[0-9]`;
  const START = new RegExp(
    `(?:=>|[:=|>(\\t\\]*「『《（：，]|[-\\u2013\\u2014#/;%] |[45][0-9][0-9] |[A-Z]{4} |[${CJK}](?=[ A-Za-z0-9]))[${SPACE}]*(?:\\\\*["'\`])?`,
    "g",
  );
  const STOP = new RegExp(
    `[${SPACE}](?:${ASIDE}|[A-Za-z_][A-Za-z0-9_.]*(?:=|:[^${SPACE}]))|&[A-Za-z_]+=|;(?= )|,(?= [A-Za-z_]+(?:[:=]| [0-9]))|[.!?](?= )|[|<\\t"\`*]|[${CJK}]+|[${CJK_SIGNS}]`,
    "g",
  );
  const TAIL = new RegExp(`[${SPACE},;.!…"'\`\\\\}\\])*]`);
  const NOTHING = /[ \t\r\n.…]*$/y;
  const OPENED =
    /(?:[|>(\t*「『（："'`\u4e00-\u9fff]|(?:desc(?:ription)?|message|msg|reason|detail|exception|error)\\*["'`\]]?[ \t]*(?:=>|[:=]))$/i;
  const CLOSED = new RegExp(
    `[${SPACE}.,;!]*(?:[|<&*\\t」』"'\`)\\]}\\r\\n${CJK_SIGNS}\\u4e00-\\u9fff]|$|;[${SPACE}]|[A-Za-z_]+[=:]|${ASIDE})`,
    "y",
  );
  const LED = /(?:[-:\]*#/;%]|[45][0-9][0-9])$/;
  const LINE_END = new RegExp(`[${SPACE}.,;!]*(?:[)\\]}\\r\\n]|$|${ASIDE})`, "y");

  /**
   * Stretches of a block that may be a message: from its start or a separator, to its end or a stop.
   * @param {string} folded
   * @param {ErrorbookSpan} block
   * @returns {ErrorbookSpan[]}
   */
  function windows(folded, [start, end]) {
    const stretch = folded.slice(start, end);
    const starts = [start, ...places(stretch, START, STARTS - 1).map((found) => start + found.index + found[0].length)];
    const stops = places(stretch, STOP, STOPS).map((found) => start + found.index);
    /** @type {ErrorbookSpan[]} */
    const found = [];
    for (const begin of starts) {
      const after = lowerBound(stops, begin + 1);
      for (const close of [end, ...stops.slice(after, after + NEXT_STOPS)]) {
        for (const last of trims(folded, begin, close)) found.push([begin, last]);
      }
    }
    return unique(found);
  }

  /**
   * The first matches of an expression.
   * @param {string} text
   * @param {RegExp} expression
   * @param {number} most
   */
  function places(text, expression, most) {
    /** @type {RegExpExecArray[]} */
    const found = [];
    for (const match of text.matchAll(expression)) {
      if (found.length === most) break;
      found.push(match);
    }
    return found;
  }

  /**
   * Ends with less and less of the signs that stand there, of which some may belong to the message.
   * @param {string} folded
   * @param {number} start
   * @param {number} end
   */
  function* trims(folded, start, end) {
    for (let sign = 0; sign < SIGNS; sign++) {
      end = beforeBackslashes(folded, end);
      if (start < end) yield end;
      if (end <= start || !TAIL.test(folded.charAt(end - 1))) return;
      end--;
    }
  }

  /**
   * How many layers of escapes lie on a message that starts here: none outside quotes.
   * @param {string} folded
   * @param {number} start
   */
  function depthAt(folded, start) {
    if (!/["'`]/.test(folded.charAt(start - 1))) return 0;
    return 33 - Math.clz32(start - 1 - beforeBackslashes(folded, start - 1));
  }

  /**
   * Something follows that closes the message or comes after it.
   * @param {string} folded
   * @param {number} end
   */
  function hasMore(folded, end) {
    NOTHING.lastIndex = end;
    return !NOTHING.test(folded);
  }

  /**
   * A table's cell, a quotation, what a field says that describes, or the last words of a line in a log.
   * @param {string} folded
   * @param {ErrorbookSpan} span
   */
  function isSetOff(folded, [start, end]) {
    const before = folded.slice(Math.max(0, start - 40), start).replace(/ +$/, "");
    const behind = before === "" || OPENED.test(before) ? CLOSED : LED.test(before) ? LINE_END : null;
    if (behind) behind.lastIndex = end;
    return behind !== null && behind.test(folded);
  }

  errorbook.windows = { windows, depthAt, hasMore, isSetOff };
})();
