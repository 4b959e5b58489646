// @ts-check
"use strict";

/*
 * Which error does a pasted text hold? The message decides, then the error type, then the exception class, then the
 * status. Twin of src/errorbook/explorer/match.py.
 */
(() => {
  const { squash, indexAt, undress } = errorbook.text;
  const { readPaste, isAll, isSetOff, windows, depthAt, hasMore, blocksOfWords } = errorbook.paste;
  const { fit } = errorbook.fit;
  const { findPart } = errorbook.part;
  const { near } = errorbook.near;
  const { createLibrary, createRegister, agree, meet } = errorbook.library;
  const { FEW, trustFit, trustPart, trustNear } = errorbook.trust;
  const { bestHits, scoreOf, readCaptures } = errorbook.hits;
  const { createGuesser } = errorbook.guess;

  const RESULTS = 10;
  const GUESSES = 5;
  /** Stretches of a paste that are searched for parts of messages. */
  const LIKEST = 48;

  /**
   * An index made ready to be searched many times.
   * @param {ErrorbookIndex} index
   * @returns {ErrorbookMatcher}
   */
  function createMatcher(index) {
    const entries = index.errors;
    const register = createRegister(entries);
    const library = createLibrary(entries);
    /** @type {ErrorbookGuesser | null} */
    let guesser = null;

    /**
     * Whole messages; if none is beyond doubt, parts of messages and what is alike; else what else is said.
     * @param {ErrorbookPaste} paste
     */
    function hitsOf(paste) {
      const claims = register.readClaims(paste);
      const hits = [...wholeHits(paste, claims)];
      if (!hits.some((hit) => hit.exact)) hits.push(...partialHits(paste, claims));
      return bestHits(hits.length ? hits : told(paste, claims));
    }

    /**
     * @param {ErrorbookPaste} paste
     * @param {ErrorbookClaims} claims
     */
    function* wholeHits(paste, claims) {
      for (const block of paste.blocks) {
        const patterns = library.candidates(paste.folded, block);
        if (patterns.length === 0) continue;
        const text = squash(paste.folded, ...block);
        for (const span of windows(paste.folded, block)) {
          const whole = span[0] === block[0] && span[1] === block[1];
          for (const pattern of patterns) {
            const found = fit(pattern, text, indexAt(text, span[0]), indexAt(text, span[1]));
            if (found) yield* wholeHit(paste, claims, pattern, found, span, whole);
          }
        }
      }
    }

    /**
     * A whole fit is only close if case or type differ, or if its text may have broken off.
     * @param {ErrorbookPaste} paste
     * @param {ErrorbookClaims} claims
     * @param {ErrorbookPattern} pattern
     * @param {ErrorbookFit} found
     * @param {ErrorbookSpan} span
     * @param {boolean} whole
     * @returns {Iterable<ErrorbookHit>}
     */
    function* wholeHit(paste, claims, pattern, found, span, whole) {
      const traits = register.traits[pattern.entry];
      const own = register.narrow(claims, paste, span);
      const alone = whole || (found.cased && isSetOff(paste, span));
      if (!trustFit(pattern, paste, found, alone, meet(own.types, traits.types))) return;
      if (register.repeatsType(pattern) && !isSaidAgain(paste, pattern, span)) return;
      const depth = depthAt(paste.folded, span[0]);
      const broken = depth > 0 && !hasMore(paste.folded, span[1]);
      const contradicted = contradict(own, traits);
      yield {
        entry: pattern.entry,
        exact: found.cased && !broken && !contradicted,
        ratio: 1000,
        size: pattern.size,
        because: ["message", ...agree(own, traits)],
        contradicted,
        captures: readCaptures(paste, pattern, found.spans, depth),
        held: found.spans.reduce((sum, [start, end]) => sum + end - start, 0),
      };
    }

    /**
     * What repeats a type is a message if all there is, if its field says so, or if another field has the type.
     * @param {ErrorbookPaste} paste
     * @param {ErrorbookPattern} pattern
     * @param {ErrorbookSpan} span
     */
    function isSaidAgain(paste, pattern, span) {
      if (isAll(paste, span) || paste.descriptions.has(span[0])) return true;
      return meet(register.ownTypes(paste, span), register.traits[pattern.entry].types);
    }

    /**
     * Of a long log those stretches that are most like templates.
     * @param {ErrorbookPaste} paste
     * @param {ErrorbookClaims} claims
     * @returns {Iterable<ErrorbookHit>}
     */
    function* partialHits(paste, claims) {
      const stretches = [...blocksOfWords(paste)].map(({ block, words: said }) => {
        const words = library.correct(said);
        return { block, words, ...library.alike(words) };
      });
      for (const stretch of stretches.sort((a, b) => b.likeness - a.likeness).slice(0, LIKEST)) {
        const types = register.ownTypes(paste, stretch.block);
        const patterns = stretch.patterns.filter((pattern) => mayBePartial(pattern, types));
        const own = register.narrow(claims, paste, stretch.block);
        if (patterns.length === 0 || own.foreign) continue;
        const parts = [...partHits(paste, own, patterns, stretch.block)];
        yield* parts.length ? parts : nearHits(paste, own, patterns, stretch);
      }
    }

    /**
     * @param {ErrorbookPattern} pattern
     * @param {Set<string>} types
     */
    function mayBePartial(pattern, types) {
      return !register.repeatsType(pattern) || meet(types, register.traits[pattern.entry].types);
    }

    /**
     * @param {ErrorbookPaste} paste
     * @param {ErrorbookClaims} claims
     * @param {ErrorbookPattern[]} patterns
     * @param {ErrorbookSpan} block
     */
    function* partHits(paste, claims, patterns, block) {
      const text = squash(paste.folded, ...block);
      for (const span of windows(paste.folded, block)) {
        const [start, end] = [indexAt(text, span[0]), indexAt(text, span[1])];
        for (const pattern of patterns) {
          const found = findPart(pattern, text, start, end);
          if (!found || !trustPart(pattern, paste, found, span, isSupported(claims, pattern))) continue;
          const ratio = Math.min(999, Math.floor((1000 * found.matched) / pattern.size));
          yield partialHit(paste, claims, pattern, found.spans, ratio, found.matched, span);
        }
      }
    }

    /**
     * @param {ErrorbookPaste} paste
     * @param {ErrorbookClaims} claims
     * @param {ErrorbookPattern[]} patterns
     * @param {{ block: ErrorbookSpan, words: ErrorbookWord[] }} stretch
     */
    function* nearHits(paste, claims, patterns, { block, words }) {
      const last = !paste.plain && !hasMore(paste.folded, block[1]);
      for (const pattern of patterns) {
        const found = near(pattern, words, last);
        if (!found || !trustNear(pattern, found, paste.plain && words.length <= FEW, isSupported(claims, pattern))) continue;
        const ratio = Math.min(999, Math.floor((1000 * found.matched) / (pattern.weight + found.extra)));
        yield partialHit(paste, claims, pattern, found.spans, ratio, found.matched, block);
      }
    }

    /**
     * @param {ErrorbookClaims} claims
     * @param {ErrorbookPattern} pattern
     */
    function isSupported(claims, pattern) {
      return meet(claims.types, register.traits[pattern.entry].types);
    }

    /**
     * @param {ErrorbookPaste} paste
     * @param {ErrorbookClaims} claims
     * @param {ErrorbookPattern} pattern
     * @param {ErrorbookSpan[]} spans
     * @param {number} ratio
     * @param {number} size
     * @param {ErrorbookSpan} span
     * @returns {ErrorbookHit}
     */
    function partialHit(paste, claims, pattern, spans, ratio, size, span) {
      const traits = register.traits[pattern.entry];
      const captures = Object.entries(readCaptures(paste, pattern, spans, depthAt(paste.folded, span[0])));
      return {
        entry: pattern.entry,
        exact: false,
        ratio,
        size,
        because: ["message", ...agree(claims, traits)],
        contradicted: contradict(claims, traits),
        captures: Object.fromEntries(captures.filter(([, value]) => value)),
        held: 0,
      };
    }

    /**
     * What type and class alone tell, in a body that describes nothing.
     * @param {ErrorbookPaste} paste
     * @param {ErrorbookClaims} claims
     * @returns {ErrorbookHit[]}
     */
    function told(paste, claims) {
      if (paste.described || claims.foreign || (paste.plain && !paste.folded.includes("."))) return [];
      const entry = register.onlyBearer(claims);
      if (entry === null) return [];
      const bare = entries[entry].templates.length === 0;
      const because = agree(claims, register.traits[entry]);
      return [{ entry, exact: bare, ratio: bare ? 1000 : 500, size: 0, because, contradicted: false, captures: {}, held: 0 }];
    }

    /**
     * @param {number} number
     * @param {number} score
     * @param {Record<string, string>} captures
     * @param {ErrorbookReason[]} because
     * @returns {ErrorbookResult}
     */
    function toResult(number, score, captures, because) {
      return { id: entries[number].id, case: "", score: score / 1000, captures, because };
    }

    /** What was encoded for an address or a page is read once more without. @type {ErrorbookMatcher["find"]} */
    function find(text) {
      let hits = hitsOf(readPaste(text));
      const bare = hits[0]?.exact ? text : undress(text);
      if (bare !== text) {
        const others = hitsOf(readPaste(bare));
        if (others.length) hits = others;
      }
      if (hits.length === 0) return { match: "none", results: [] };
      let score = 1000;
      const results = hits.slice(0, RESULTS).map((hit) => {
        score = Math.min(score, scoreOf(hit)); // never above the one before: the longer of two whole fits comes first
        return toResult(hit.entry, score, hit.captures, hit.because);
      });
      return { match: hits[0].exact ? "exact" : "close", results };
    }

    /** @type {ErrorbookMatcher["guess"]} */
    function guess(text) {
      const paste = readPaste(text);
      const claims = register.readClaims(paste);
      const reasons = register.traits.map((traits) => agree(claims, traits));
      guesser ??= createGuesser(index);
      return guesser(paste, reasons)
        .slice(0, GUESSES)
        .map(([number, score]) => toResult(number, score, {}, reasons[number]));
    }

    return {
      find,
      guess,
      match(text) {
        const found = find(text);
        return found.match === "none" ? { match: "none", results: guess(text) } : found;
      },
    };
  }

  /**
   * It declares a type that the entry does not have.
   * @param {ErrorbookClaims} claims
   * @param {ErrorbookTraits} traits
   */
  function contradict({ declared }, { types }) {
    return declared.size > 0 && types.size > 0 && !meet(declared, types);
  }

  errorbook.match = { createMatcher };
})();
