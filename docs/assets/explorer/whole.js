// @ts-check
"use strict";

/* Whole messages in a paste. Twin of src/errorbook/explorer/whole.py. */
(() => {
  const { squash, indexAt } = errorbook.text;
  const { windows, depthAt, hasMore, isSetOff } = errorbook.windows;
  const { isAll } = errorbook.paste;
  const { fit } = errorbook.fit;
  const { agree, contradict } = errorbook.claims;
  const { trustFit } = errorbook.trust;
  const { readCaptures } = errorbook.hits;

  /**
   * All templates, against all places of a paste where a message may stand.
   * @param {ErrorbookRegister} register
   * @param {ErrorbookLibrary} library
   * @returns {ErrorbookFinder}
   */
  function createWholeFinder(register, library) {
    /**
     * A whole fit is only close if case or type differ, or if its text may have broken off.
     * @param {ErrorbookPasteReading} reading
     * @param {ErrorbookPattern} pattern
     * @param {ErrorbookFit} found
     * @param {ErrorbookSpan} span
     * @param {boolean} whole
     * @returns {Iterable<ErrorbookHit>}
     */
    function* hit(reading, pattern, found, span, whole) {
      const { paste, claims } = register.narrow(reading, span);
      const traits = register.traits[pattern.entry];
      const alone = whole || (found.cased && isSetOff(paste.folded, span));
      if (!trustFit(pattern, paste, found, alone, register.supports(pattern, claims.types))) return;
      if (register.repeatsType(pattern) && !isSaidAgain(paste, pattern, span)) return;
      const depth = depthAt(paste.folded, span[0]);
      const broken = depth > 0 && !hasMore(paste.folded, span[1]);
      const contradicted = contradict(claims, traits);
      yield {
        entry: pattern.entry,
        exact: found.cased && !broken && !contradicted,
        ratio: 1000,
        size: pattern.size,
        because: ["message", ...agree(claims, traits)],
        contradicted,
        captures: readCaptures(paste, pattern, found.spans, depth),
        held: whole && depth ? 0 : found.spans.reduce((sum, [start, end]) => sum + end - start, 0),
      };
    }

    /**
     * What repeats a type is a message if it is all, if its field says so, or if another has the type.
     * @param {ErrorbookPaste} paste
     * @param {ErrorbookPattern} pattern
     * @param {ErrorbookSpan} span
     */
    function isSaidAgain(paste, pattern, span) {
      if (isAll(paste, span) || paste.descriptions.has(span[0])) return true;
      return register.supports(pattern, register.ownTypes(paste, span));
    }

    return function* (reading) {
      const { folded, blocks } = reading.paste;
      for (const block of blocks) {
        const patterns = library.candidates(folded, block);
        if (patterns.length === 0) continue;
        const text = squash(folded, ...block);
        for (const span of windows(folded, block)) {
          const [start, end] = [indexAt(text, span[0]), indexAt(text, span[1])];
          const whole = span[0] === block[0] && span[1] === block[1];
          for (const pattern of patterns) {
            const found = fit(pattern, text, start, end);
            if (found) yield* hit(reading, pattern, found, span, whole);
          }
        }
      }
    };
  }

  errorbook.whole = { createWholeFinder };
})();
