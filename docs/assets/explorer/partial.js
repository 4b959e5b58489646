// @ts-check
"use strict";

/* Messages of which a paste holds a part, or what is alike. Twin of src/errorbook/explorer/partial.py. */
(() => {
  const { squash, indexAt } = errorbook.text;
  const { blocksOfWords } = errorbook.blocks;
  const { windows, depthAt, hasMore } = errorbook.windows;
  const { findPart } = errorbook.part;
  const { near } = errorbook.near;
  const { agree, contradict } = errorbook.claims;
  const { FEW, trustPart, trustNear } = errorbook.trust;
  const { readCaptures } = errorbook.hits;

  /** Stretches of a paste that are searched for parts of messages. */
  const LIKEST = 48;

  /**
   * Of a long log those stretches that are most like templates; what is alike only where no part is.
   * @param {ErrorbookRegister} register
   * @param {ErrorbookLibrary} library
   * @returns {ErrorbookFinder}
   */
  function createPartialFinder(register, library) {
    /**
     * Words that stand together, the templates most like them, and the weight of what they share.
     * @param {{ block: ErrorbookSpan, words: ErrorbookWord[] }} found
     */
    function toStretch({ block, words: said }) {
      const words = library.correct(said);
      return { block, words, ...library.alike(words) };
    }

    /**
     * @param {ErrorbookPattern} pattern
     * @param {Set<string>} types
     */
    function mayBePartial(pattern, types) {
      return !register.repeatsType(pattern) || register.supports(pattern, types);
    }

    /**
     * @param {ErrorbookPasteReading} reading
     * @param {ErrorbookPattern[]} patterns
     * @param {ErrorbookSpan} block
     */
    function* parts(reading, patterns, block) {
      const { paste, claims } = reading;
      const text = squash(paste.folded, ...block);
      for (const span of windows(paste.folded, block)) {
        const [start, end] = [indexAt(text, span[0]), indexAt(text, span[1])];
        for (const pattern of patterns) {
          const found = findPart(pattern, text, start, end);
          if (!found || !trustPart(pattern, paste, found, span, register.supports(pattern, claims.types))) continue;
          yield hit(reading, pattern, found, span, pattern.size);
        }
      }
    }

    /**
     * @param {ErrorbookPasteReading} reading
     * @param {ErrorbookPattern[]} patterns
     * @param {{ block: ErrorbookSpan, words: ErrorbookWord[] }} stretch
     */
    function* alike(reading, patterns, { block, words }) {
      const { paste, claims } = reading;
      const last = !paste.plain && !hasMore(paste.folded, block[1]);
      const typed = paste.plain && words.length <= FEW;
      for (const pattern of patterns) {
        const found = near(pattern, words, last);
        if (!found || !trustNear(pattern, found, typed, register.supports(pattern, claims.types))) continue;
        yield hit(reading, pattern, found, block, pattern.weight + found.extra);
      }
    }

    /**
     * @param {ErrorbookPasteReading} reading
     * @param {ErrorbookPattern} pattern
     * @param {ErrorbookPart | ErrorbookNear} found
     * @param {ErrorbookSpan} span
     * @param {number} of
     * @returns {ErrorbookHit}
     */
    function hit({ paste, claims }, pattern, { matched, spans }, span, of) {
      const traits = register.traits[pattern.entry];
      const captures = Object.entries(readCaptures(paste, pattern, spans, depthAt(paste.folded, span[0])));
      return {
        entry: pattern.entry,
        exact: false,
        ratio: Math.min(999, Math.floor((1000 * matched) / of)),
        size: matched,
        because: ["message", ...agree(claims, traits)],
        contradicted: contradict(claims, traits),
        captures: Object.fromEntries(captures.filter(([, value]) => value)),
        held: 0,
      };
    }

    return function* (reading) {
      const { folded, blocks } = reading.paste;
      const stretches = [...blocksOfWords(folded, blocks)].map(toStretch);
      for (const stretch of stretches.sort((a, b) => b.likeness - a.likeness).slice(0, LIKEST)) {
        const types = register.ownTypes(reading.paste, stretch.block);
        const patterns = stretch.patterns.filter((pattern) => mayBePartial(pattern, types));
        const own = register.narrow(reading, stretch.block);
        if (patterns.length === 0 || own.claims.foreign) continue;
        const found = [...parts(own, patterns, stretch.block)];
        yield* found.length ? found : alike(own, patterns, stretch);
      }
    };
  }

  errorbook.partial = { createPartialFinder };
})();
