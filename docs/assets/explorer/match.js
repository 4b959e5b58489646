// @ts-check
"use strict";

/*
 * Which error does a pasted text hold? The message decides, then the error type, then the exception class, then the
 * status. Twin of src/errorbook/explorer/match.py.
 */
(() => {
  const { findWords, squash, indexAt, unescape, unwrap } = errorbook.text;
  const { readPaste, windows, depthAt, hasMore, blocksOfWords } = errorbook.paste;
  const { fit } = errorbook.fit;
  const { near, isClose } = errorbook.near;
  const { createLibrary, createRegister, weigh, meet } = errorbook.library;
  const { createGuesser } = errorbook.guess;

  const RESULTS = 10;
  const GUESSES = 5;
  /** Literal characters that a template needs to be believed when it is only a part of what stands there. */
  const PART = 16;
  /** Words up to which plain text counts as typed; literal characters below which a message proves nothing. */
  const FEW = 8;

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
     * @param {ErrorbookPaste} paste
     * @param {ErrorbookClaims} claims
     */
    function* exactHits(paste, claims) {
      for (const block of paste.blocks) {
        const patterns = library.candidates(paste.folded, block);
        if (patterns.length === 0) continue;
        const text = squash(paste.folded, ...block);
        for (const span of windows(paste.folded, block)) {
          const whole = span[0] === block[0] && span[1] === block[1];
          for (const pattern of patterns) {
            const found = fit(pattern, text, indexAt(text, span[0]), indexAt(text, span[1]));
            if (found && isMessage(paste, claims, pattern, found, whole)) {
              yield exactHit(paste, claims, pattern, found, span);
            }
          }
        }
      }
    }

    /**
     * Little text, or a part of what stands there, is believed only with the type that belongs to it.
     * @param {ErrorbookPaste} paste
     * @param {ErrorbookClaims} claims
     * @param {ErrorbookPattern} pattern
     * @param {ErrorbookFit} found
     * @param {boolean} whole
     */
    function isMessage(paste, claims, pattern, found, whole) {
      if (!found.cased && paste.plain && findWords(paste.folded).length === 1) return false;
      if (meet(claims.types, register.traits[pattern.entry].types)) return true;
      return pattern.size >= (whole ? FEW : PART);
    }

    /**
     * A whole fit is only close if case or type differ, or if its text may have broken off.
     * @param {ErrorbookPaste} paste
     * @param {ErrorbookClaims} claims
     * @param {ErrorbookPattern} pattern
     * @param {ErrorbookFit} found
     * @param {ErrorbookSpan} span
     * @returns {ErrorbookHit}
     */
    function exactHit(paste, claims, pattern, found, span) {
      const traits = register.traits[pattern.entry];
      const own = register.narrow(claims, paste, span);
      const depth = depthAt(paste.folded, span[0]);
      const broken = depth > 0 && !hasMore(paste.folded, span[1]);
      const other = own.declared.size > 0 && traits.types.size > 0 && !meet(own.declared, traits.types);
      return {
        entry: pattern.entry,
        exact: found.cased && !broken && !other,
        ratio: 1000,
        size: pattern.size,
        evidence: weigh(own, traits),
        captures: readCaptures(paste, pattern, found.spans, depth),
      };
    }

    /**
     * @param {ErrorbookPaste} paste
     * @param {ErrorbookClaims} claims
     */
    function* nearHits(paste, claims) {
      for (const { block, words } of blocksOfWords(paste)) {
        const patterns = library.alike(words);
        const own = patterns.length ? register.narrow(claims, paste, block) : claims;
        if (own.foreign) continue;
        const last = !paste.plain && !hasMore(paste.folded, block[1]);
        for (const pattern of patterns) {
          const found = near(pattern, words, last);
          if (found && isClose(pattern, found, paste.plain && words.length <= FEW)) {
            yield nearHit(paste, own, pattern, found, depthAt(paste.folded, block[0]));
          }
        }
      }
    }

    /**
     * @param {ErrorbookPaste} paste
     * @param {ErrorbookClaims} claims
     * @param {ErrorbookPattern} pattern
     * @param {ErrorbookNear} found
     * @param {number} depth
     * @returns {ErrorbookHit}
     */
    function nearHit(paste, claims, pattern, found, depth) {
      const captures = Object.entries(readCaptures(paste, pattern, found.spans, depth));
      return {
        entry: pattern.entry,
        exact: false,
        ratio: Math.min(999, Math.floor((1000 * found.matched) / (pattern.weight + found.extra))),
        size: found.matched,
        evidence: weigh(claims, register.traits[pattern.entry]),
        captures: Object.fromEntries(captures.filter(([, value]) => value)),
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
      const evidence = weigh(claims, register.traits[entry]);
      return [{ entry, exact: bare, ratio: bare ? 1000 : 500, size: 0, evidence, captures: {} }];
    }

    /**
     * @param {number} number
     * @param {number} score
     * @param {Record<string, string>} captures
     * @returns {ErrorbookResult}
     */
    function toResult(number, score, captures) {
      return { id: entries[number].id, case: "", score: score / 1000, captures };
    }

    /** @type {ErrorbookMatcher["find"]} */
    function find(text) {
      const paste = readPaste(text);
      const claims = register.readClaims(paste);
      let hits = best(exactHits(paste, claims));
      if (hits.length === 0) hits = best(nearHits(paste, claims));
      if (hits.length === 0) hits = told(paste, claims);
      if (hits.length === 0) return { match: "none", results: [] };
      let score = 1000;
      const results = hits.slice(0, RESULTS).map((hit) => {
        score = Math.min(score, scoreOf(hit)); // never above the one before: the longer of two whole fits comes first
        return toResult(hit.entry, score, hit.captures);
      });
      return { match: hits[0].exact ? "exact" : "close", results };
    }

    /** @type {ErrorbookMatcher["guess"]} */
    function guess(text) {
      const paste = readPaste(text);
      const claims = register.readClaims(paste);
      guesser ??= createGuesser(index);
      const guesses = guesser(paste, register.traits.map((traits) => weigh(claims, traits)));
      return guesses.slice(0, GUESSES).map(([number, score]) => toResult(number, score, {}));
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
   * The best hit of each entry, the best entry first.
   * @param {Iterable<ErrorbookHit>} hits
   */
  function best(hits) {
    /** @type {Map<number, ErrorbookHit>} */
    const found = new Map();
    for (const hit of hits) {
      const held = found.get(hit.entry);
      if (!held || compare(hit, held) < 0) found.set(hit.entry, hit);
    }
    return [...found.values()].sort(compare);
  }

  /**
   * @param {ErrorbookHit} a
   * @param {ErrorbookHit} b
   */
  function compare(a, b) {
    return (
      Number(b.exact) - Number(a.exact) ||
      b.ratio - a.ratio ||
      b.size - a.size ||
      b.evidence - a.evidence ||
      a.entry - b.entry
    );
  }

  /** @param {ErrorbookHit} hit */
  function scoreOf(hit) {
    return (hit.exact ? 900 : Math.floor((800 * hit.ratio) / 1000)) + hit.evidence;
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

  errorbook.match = { createMatcher };
})();
