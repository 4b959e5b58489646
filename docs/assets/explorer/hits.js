// @ts-check
"use strict";

/* What a paste may be: entries that fit it, how well, and why. Twin of src/errorbook/explorer/hits.py. */
(() => {
  const { unescape, unwrap } = errorbook.text;
  const { weighReasons } = errorbook.claims;

  const CONTRADICTION = 200;

  /**
   * The best hit of each entry, the best entry first.
   * @param {Iterable<ErrorbookHit>} hits
   */
  function bestHits(hits) {
    /** @type {Map<number, ErrorbookHit>} */
    const found = new Map();
    for (const hit of hits) {
      const held = found.get(hit.entry);
      if (!held || compareReadings(hit, held) < 0) found.set(hit.entry, hit);
    }
    return [...found.values()].sort(compare);
  }

  /**
   * Of whole messages the longer one comes first, whatever else agrees.
   * @param {ErrorbookHit} a
   * @param {ErrorbookHit} b
   */
  function compare(a, b) {
    return (
      compareMessages(a, b) ||
      a.held - b.held ||
      weighReasons(b.because) - weighReasons(a.because) ||
      a.entry - b.entry
    );
  }

  /**
   * Of two readings of one entry, that which finds more of its values comes first.
   * @param {ErrorbookHit} a
   * @param {ErrorbookHit} b
   */
  function compareReadings(a, b) {
    return compareMessages(a, b) || countValues(b) - countValues(a) || compare(a, b);
  }

  /**
   * @param {ErrorbookHit} a
   * @param {ErrorbookHit} b
   */
  function compareMessages(a, b) {
    return Number(b.exact) - Number(a.exact) || (a.exact ? 0 : scoreOf(b) - scoreOf(a)) || b.size - a.size;
  }

  /** @param {ErrorbookHit} hit */
  function countValues({ captures }) {
    return Object.values(captures).filter(Boolean).length;
  }

  /** In thousandths. @param {ErrorbookHit} hit */
  function scoreOf({ exact, ratio, contradicted, because }) {
    const message = exact ? 900 : Math.floor((800 * ratio) / 1000) - (contradicted ? CONTRADICTION : 0);
    return Math.max(1, message + weighReasons(because));
  }

  /**
   * The values as they were before escapes and wraps; of a name that occurs twice, the first.
   * @param {ErrorbookPaste} paste
   * @param {ErrorbookPattern} pattern
   * @param {ErrorbookSpan[]} spans
   * @param {number} depth
   */
  function readCaptures(paste, pattern, spans, depth) {
    /** @type {Record<string, string>} */
    const values = {};
    pattern.names.forEach((name, hole) => {
      values[name] ??= unescape(unwrap(paste.source.slice(...spans[hole])), depth);
    });
    return values;
  }

  errorbook.hits = { bestHits, scoreOf, readCaptures };
})();
