// @ts-check
"use strict";

/* Counts the known errors of a log's records, and keeps the first and last time of each. */
(() => {
  const { findTime, isBefore } = errorbook.times;
  const { splitRecord } = errorbook.parts;

  /** Characters of a literal that tell that an error may be near, at least and at most. */
  const SHORTEST = 8;
  const PIECE = 24;
  /** Characters of a record in which its own time is looked for. */
  const HEAD = 120;
  /** Records for which a time above still speaks. */
  const NEAR = 200;
  /** Answers of the matcher that are kept: logs repeat themselves. */
  const KEPT = 5000;
  const SAMPLES = 5;
  const LONGEST_SAMPLE = 200;
  /** Differs in every response, and says nothing about which error it is. */
  const PASSING = /((?:timestamp|duration)\\*["']?\]?\s*(?:=>|[:=])\s*)\d+/g;

  /** @type {Errorbook["tally"]["createTally"]} */
  function createTally(index, matcher) {
    const candidate = buildFilter(index.errors);
    const entries = new Map(index.errors.map((entry) => [entry.id, entry]));
    /** @type {Map<string, ErrorbookTallyRow>} */
    const rows = new Map();
    /** @type {ErrorbookPeriod} */
    const period = { first: null, last: null };
    const unknown = { count: 0, samples: new Set() };
    /** @type {Map<string, string[]>} */
    const known = new Map();
    /** The last time above, for records without one, and how many records ago it was. @type {ErrorbookTime | null} */
    let above = null;
    let age = 0;

    /** @param {ErrorbookRecordPart} part */
    function findEntries({ text, described }) {
      const key = text.replace(PASSING, "$1");
      const ids = known.get(key) ?? findIds(text, !described);
      if (known.size === KEPT) known.clear();
      known.set(key, ids);
      return ids.flatMap((id) => entries.get(id) ?? []);
    }

    /**
     * The best, and of a text that is no response alone, what else is in it without that.
     * @param {string} text
     * @param {boolean} several
     */
    function findIds(text, several) {
      /** @type {string[]} */
      const ids = [];
      for (let [rest, more] = [text, true]; more; ) {
        const { results } = matcher.find(rest);
        const entry = entries.get(results[0]?.id);
        if (!entry || ids.includes(entry.id)) break;
        ids.push(entry.id);
        const without = takeOut(rest, entry);
        more = several && results.length > 1 && without !== rest;
        rest = without;
      }
      return ids;
    }

    /** @param {ErrorbookRecordPart} part */
    function note(part) {
      const found = findEntries(part);
      for (const entry of found) noteEntry(entry, chooseTime(part.time));
      if (found.length === 0 && part.described) noteUnknown(part.described);
    }

    /** A number gives way to the log's clock, whose zone may be another. @param {ErrorbookTime | null} time */
    function chooseTime(time) {
      return above && (!time || (time.epoch && !above.epoch)) ? above : time;
    }

    /** @param {string} record */
    function watchClock(record) {
      const time = chooseTime(findTime(record.slice(0, HEAD)));
      age = time === above ? age + 1 : 0;
      above = age > NEAR ? null : time;
    }

    /**
     * @param {ErrorbookEntry} entry
     * @param {ErrorbookTime | null} time
     */
    function noteEntry(entry, time) {
      const row = rows.get(entry.id) ?? { entry, count: 0, first: null, last: null };
      rows.set(entry.id, row);
      row.count += 1;
      if (time) for (const one of [row, period]) widen(one, time);
    }

    /** @param {string} text */
    function noteUnknown(text) {
      unknown.count += 1;
      if (unknown.samples.size < SAMPLES) unknown.samples.add([...text.slice(0, LONGEST_SAMPLE)].join(""));
    }

    return {
      begin() {
        above = null;
        age = 0;
      },
      *count(record) {
        watchClock(record);
        const found = record.search(candidate);
        if (found < 0) return;
        const seen = new Set();
        for (const part of splitRecord(record, found)) {
          if (!seen.has(part.text)) note(part); // an exception and its cause quote the same response
          seen.add(part.text);
          yield;
        }
      },
      tallied: () => ({
        rows: [...rows.values()].sort((a, b) => b.count - a.count),
        unknown: { count: unknown.count, samples: [...unknown.samples] },
        ...period,
      }),
    };
  }

  /**
   * @param {ErrorbookPeriod} period
   * @param {ErrorbookTime} time
   */
  function widen(period, time) {
    if (!period.first || isBefore(time, period.first)) period.first = time;
    if (!period.last || !isBefore(time, period.last)) period.last = time;
  }

  /**
   * A text without the messages of an entry.
   * @param {string} text
   * @param {ErrorbookEntry} entry
   */
  function takeOut(text, { templates }) {
    const messages = templates.map(({ literals }) => new RegExp(literals.map(quote).join("[^\n]{0,200}?"), "gi"));
    return messages.reduce((rest, message) => rest.replace(message, " "), text);
  }

  /**
   * What no record of an error is without: the field of the description, or a literal piece of what responses say.
   * @param {ErrorbookEntry[]} entries
   */
  function buildFilter(entries) {
    const pieces = entries.flatMap(({ templates, types, exceptions }) => [
      ...templates.map(({ literals }) => literals.map((literal) => literal.trim()).sort(byLength)[0]),
      ...types,
      ...exceptions,
    ]);
    const wanted = new Set(pieces.filter((piece) => piece.length >= SHORTEST).map((piece) => piece.slice(-PIECE)));
    return new RegExp(["error_?description", ...[...wanted].map(quote)].join("|"), "i");
  }

  /**
   * @param {string} a
   * @param {string} b
   */
  function byLength(a, b) {
    return b.length - a.length;
  }

  /** @param {string} literal */
  function quote(literal) {
    return literal.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");
  }

  errorbook.tally = { createTally };
})();
