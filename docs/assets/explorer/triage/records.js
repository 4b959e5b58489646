// @ts-check
"use strict";

/* A log's lines, put together where one goes on with what the one before began: traces, printed objects. */
(() => {
  /** Characters and lines of the longest record; an endless line is cut into such pieces. */
  const LONGEST = 32 * 1024;
  const MOST_LINES = 200;
  const DATED = /[ \t]*\[?\d{4}[-/]\d\d/y;

  /** @returns {ErrorbookReader} */
  function createRecords() {
    let rest = "";
    let lines = 0;

    /**
     * @param {string} text
     * @param {boolean} last
     */
    function* cut(text, last) {
      let [start, at, held] = [0, 0, 0];
      for (;;) {
        const end = findEnd(text, at, last);
        if (end <= at) break;
        const fits = end - start <= LONGEST && held < MOST_LINES;
        if (at > start && !(fits && goesOn(text, at))) {
          yield text.slice(start, at);
          lines += held;
          [start, held] = [at, 0];
        }
        if (text[end - 1] === "\n" || (last && end === text.length)) held += 1;
        at = end;
      }
      rest = text.slice(start);
      if (last && rest) {
        yield rest;
        lines += held;
      }
    }

    return {
      push: (text) => cut(rest + text, false),
      end: () => cut(rest, true),
      unit: "lines",
      isWhole: () => true,
      count: () => lines,
    };
  }

  /**
   * Where the line from `at` ends; `at` itself if that is yet to come. An endless one ends behind an object.
   * @param {string} text
   * @param {number} at
   * @param {boolean} last
   */
  function findEnd(text, at, last) {
    const end = text.indexOf("\n", at) + 1 || text.length;
    if (end - at > LONGEST) return at + (text.slice(at, at + LONGEST).lastIndexOf("}") + 1 || LONGEST);
    return last || text[end - 1] === "\n" ? end : at;
  }

  /**
   * Indented, closing, or what must follow the end of the line before.
   * @param {string} text
   * @param {number} at
   */
  function goesOn(text, at) {
    if (text[at - 1] !== "\n") return false;
    DATED.lastIndex = at;
    if (DATED.test(text)) return false;
    if (" \t\r\n}])(".includes(text[at]) || text.startsWith("Caused by", at)) return true;
    const before = text[at - 2] === "\r" ? text[at - 3] : text[at - 2];
    return "{[(".includes(before) || (before === "," && text[at] === '"');
  }

  errorbook.records = { createRecords };
})();
