// @ts-check
"use strict";

/* A record's errors: one for each description, with the object around it and the time that belongs to it. */
(() => {
  const { findTime, findLastTime } = errorbook.times;

  const MARK = /error_?description/gi;
  const NAMED = /^\w+\\*["']?\]?\s*(?:=>|[:=])\s*/;
  const QUOTED = /^(\\*["'])([^]*?)\1(?=\s*[,}\]])/;
  /** Characters before a description that may belong to its object, and of it with what follows. */
  const BEFORE = 2000;
  const AFTER = 4000;
  /** Characters that are read of a record without a description, before and behind what was found in it. */
  const AROUND = 1000;
  /** Characters behind an object in which its time may still stand. */
  const BEHIND = 300;

  /** @type {Errorbook["parts"]["splitRecord"]} */
  function* splitRecord(record, found) {
    const marks = [...record.matchAll(MARK)].map((mark) => mark.index);
    if (marks.length === 0) yield readAround(record, found);
    let from = 0;
    for (const [number, mark] of marks.entries()) {
      const limit = Math.min(marks[number + 1] ?? record.length, mark + AFTER);
      const { start, end, described } = findBody(record, mark, from, limit);
      const text = record.slice(start, end);
      const behind = record.slice(end, Math.min(limit, end + BEHIND)).split("\n", 1)[0];
      let time = findLastTime(record.slice(Math.max(from, start - BEFORE), start)) ?? findTime(text);
      from = end;
      if (!time) {
        time = findTime(behind);
        from += time?.end ?? 0;
      }
      yield { text, time, described };
    }
  }

  /**
   * @param {string} record
   * @param {number} found
   * @returns {ErrorbookRecordPart}
   */
  function readAround(record, found) {
    const text = record.slice(Math.max(0, found - AROUND), found + AROUND);
    return { text, time: findLastTime(record.slice(0, found)) ?? findTime(text), described: "" };
  }

  /**
   * From the brace before the description to the one behind it, or what may be its lines.
   * @param {string} record
   * @param {number} mark
   * @param {number} from
   * @param {number} limit
   */
  function findBody(record, mark, from, limit) {
    const opens = record.slice(Math.max(from, mark - BEFORE), mark).lastIndexOf("{");
    const start = opens < 0 ? Math.max(from, mark - BEFORE) : Math.max(from, mark - BEFORE) + opens;
    const { described, end } = readDescription(record, mark, limit);
    const closes = record.slice(end, limit).indexOf("}");
    return { start, end: opens < 0 || closes < 0 ? end : end + closes + 1, described };
  }

  /**
   * What the description says and where it ends: at its quote, else with its line.
   * @param {string} record
   * @param {number} mark
   * @param {number} limit
   */
  function readDescription(record, mark, limit) {
    const rest = record.slice(mark, limit);
    const [name] = NAMED.exec(rest) ?? [""];
    const value = rest.slice(name.length);
    const quoted = QUOTED.exec(value);
    if (quoted) return { described: quoted[2], end: mark + name.length + quoted[0].length };
    const [line] = value.split("\n", 1);
    return { described: name && line, end: mark + name.length + line.length };
  }

  errorbook.parts = { splitRecord };
})();
