// @ts-check
"use strict";

/*
 * Which error does a pasted text hold? The message decides, then the error type, then the exception class, then the
 * status. Twin of src/errorbook/explorer/match.py.
 */
(() => {
  const { undress } = errorbook.text;
  const { readPaste } = errorbook.paste;
  const { tellCase } = errorbook.cases;
  const { createLibrary } = errorbook.library;
  const { createRegister, agree } = errorbook.claims;
  const { bestHits, scoreOf } = errorbook.hits;
  const { createWholeFinder } = errorbook.whole;
  const { createPartialFinder } = errorbook.partial;
  const { createGuesser } = errorbook.guess;
  const { later } = errorbook.later;

  const RESULTS = 10;
  const GUESSES = 5;

  /**
   * An index made ready to be searched many times.
   * @param {ErrorbookIndex} index
   * @returns {ErrorbookMatcher}
   */
  function createMatcher(index) {
    const entries = index.errors;
    const register = createRegister(entries);
    const library = createLibrary(entries);
    const findWhole = createWholeFinder(register, library);
    const findPartial = createPartialFinder(register, library);
    const guesser = later(() => createGuesser(index));

    /**
     * Whole messages; if none is beyond doubt, parts of messages and what is alike; else what else is said.
     * @param {ErrorbookPaste} paste
     */
    function hitsOf(paste) {
      const reading = register.read(paste);
      const hits = [...findWhole(reading)];
      if (!hits.some((hit) => hit.exact)) hits.push(...findPartial(reading));
      return bestHits(hits.length ? hits : told(reading));
    }

    /**
     * What type and class alone tell, in a body that describes nothing.
     * @param {ErrorbookPasteReading} reading
     * @returns {ErrorbookHit[]}
     */
    function told({ paste, claims }) {
      if (paste.described || claims.foreign || (paste.plain && !paste.folded.includes("."))) return [];
      const entry = register.onlyBearer(claims);
      if (entry === null) return [];
      const bare = entries[entry].templates.length === 0;
      const because = agree(claims, register.traits[entry]);
      return [{ entry, exact: bare, ratio: bare ? 1000 : 500, size: 0, because, contradicted: false, captures: {}, held: 0 }];
    }

    /** What was encoded for an address or a page is read once more without. @type {ErrorbookMatcher["find"]} */
    function find(text) {
      const pastes = [readPaste(text)];
      let hits = hitsOf(pastes[0]);
      const { source } = pastes[0];
      const bare = hits[0]?.exact ? source : undress(source);
      if (bare !== source) {
        pastes.push(readPaste(bare));
        hits = bestHits([...hitsOf(pastes[1]), ...hits]);
      }
      if (hits.length === 0) return { match: "none", results: [] };
      let score = 1000;
      const results = hits.slice(0, RESULTS).map((hit) => {
        const { id, cases } = entries[hit.entry];
        const told = pastes.map((paste) => tellCase(paste, cases)).find(Boolean) ?? "";
        score = Math.min(score, scoreOf(hit)); // never above the one before: the longer of two whole fits comes first
        return { id, case: told, score: score / 1000, captures: hit.captures, because: hit.because };
      });
      return { match: hits[0].exact ? "exact" : "close", results };
    }

    /** @type {ErrorbookMatcher["guess"]} */
    function guess(text) {
      const paste = readPaste(text);
      const { claims } = register.read(paste);
      const reasons = register.traits.map((traits) => agree(claims, traits));
      return guesser()(paste, reasons)
        .slice(0, GUESSES)
        .map(([number, score]) => ({ id: entries[number].id, case: "", score: score / 1000, captures: {}, because: reasons[number] }));
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

  errorbook.match = { createMatcher };
})();
