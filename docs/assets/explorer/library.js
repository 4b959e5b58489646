// @ts-check
"use strict";

/*
 * What is known of all entries: their templates, and the types, classes and statuses that their responses have.
 * Twin of src/errorbook/explorer/library.py and claims.py.
 */
(() => {
  const { findWords, joinLines } = errorbook.text;
  const { fieldsAround, shortName } = errorbook.paste;
  const { buildPattern } = errorbook.fit;

  /** Templates compared word by word with one stretch, and the weight from which they are. */
  const ALIKE = 8;
  /** Templates that may share a word for it to count, or a twentieth of all. */
  const RARE = 50;

  /**
   * Postings of each template's rarest word find what may fit, those of all words what is alike.
   * @param {ErrorbookEntry[]} entries
   * @returns {ErrorbookLibrary}
   */
  function createLibrary(entries) {
    const patterns = entries.flatMap((entry, number) =>
      entry.templates.map(({ literals, names }) => buildPattern(number, literals, names)),
    );
    const postings = buildPostings(patterns);
    const { anchored, loose } = buildAnchors(patterns, postings);
    const common = Math.max(RARE, Math.floor(patterns.length / 20));

    return {
      candidates(folded, [start, end]) {
        const stretch = folded.slice(start, end);
        const words = new Set(findWords(stretch).map((word) => word.text));
        if (stretch.includes("\n")) for (const word of findWords(joinLines(stretch))) words.add(word.text);
        const found = [...words].flatMap((word) => anchored.get(word) ?? []);
        return [...found, ...loose].map((number) => patterns[number]);
      },

      alike(words) {
        /** @type {Map<number, number>} */
        const weights = new Map();
        for (const word of new Set(words.map(({ text }) => text))) {
          const numbers = postings.get(word) ?? [];
          if (numbers.length > common) continue;
          for (const number of numbers) weights.set(number, (weights.get(number) ?? 0) + word.length);
        }
        const ranked = [...weights].sort(([a, one], [b, other]) => other - one || a - b).slice(0, ALIKE);
        return ranked.filter(([, weight]) => weight >= ALIKE).map(([number]) => patterns[number]);
      },
    };
  }

  /**
   * @param {ErrorbookEntry[]} entries
   * @returns {ErrorbookRegister}
   */
  function createRegister(entries) {
    const traits = entries.map((entry) => ({
      types: new Set(entry.types),
      classes: new Set(entry.exceptions.map(shortName)),
      statuses: new Set(entry.statuses),
    }));
    const known = new Set(entries.flatMap((entry) => entry.types));

    /**
     * @param {ErrorbookPaste} paste
     * @param {ErrorbookField[]} fields
     */
    function claimsOf({ classes, statuses }, fields) {
      const types = new Set(fields.map((field) => field.value).filter((value) => known.has(value)));
      const declared = new Set(fields.filter((field) => field.declares).map((field) => field.value));
      return { types, declared, classes, statuses, foreign: declared.size > 0 && types.size === 0 };
    }

    return {
      traits,

      readClaims: (paste) => claimsOf(paste, paste.fields),

      narrow(claims, paste, span) {
        const own = claimsOf(paste, fieldsAround(paste, span));
        return own.declared.size ? own : { ...claims, declared: new Set(), foreign: false };
      },

      onlyBearer(claims) {
        const numbers = traits.map((_, number) => number);
        const ofType = numbers.filter((number) => meet(claims.types, traits[number].types));
        const ofClass = numbers.filter((number) => meet(claims.classes, traits[number].classes));
        const both = ofType.filter((number) => ofClass.includes(number));
        const bearers = [both, ofType, ofClass].find((found) => found.length) ?? [];
        return bearers.length === 1 ? bearers[0] : null;
      },
    };
  }

  /**
   * In thousandths; the type weighs more than class and status together.
   * @param {ErrorbookClaims} claims
   * @param {ErrorbookTraits} traits
   */
  function weigh(claims, traits) {
    return (
      (meet(claims.types, traits.types) ? 60 : 0) +
      (meet(claims.classes, traits.classes) ? 30 : 0) +
      (meet(claims.statuses, traits.statuses) ? 10 : 0)
    );
  }

  /**
   * @template T
   * @param {Set<T>} one
   * @param {Set<T>} other
   */
  function meet(one, other) {
    for (const value of other) if (one.has(value)) return true;
    return false;
  }

  /** @param {ErrorbookPattern[]} patterns */
  function buildPostings(patterns) {
    /** @type {Map<string, number[]>} */
    const postings = new Map();
    patterns.forEach(({ steps }, number) => {
      for (const step of new Set(steps)) if (step !== null) append(postings, step, number);
    });
    return postings;
  }

  /**
   * Each template under its rarest word, the longest of several; those without one must always be tried.
   * @param {ErrorbookPattern[]} patterns
   * @param {Map<string, number[]>} postings
   */
  function buildAnchors(patterns, postings) {
    /** @param {string} word */
    const spread = (word) => postings.get(word)?.length ?? 0;
    /** @type {Map<string, number[]>} */
    const anchored = new Map();
    /** @type {number[]} */
    const loose = [];
    patterns.forEach(({ safe }, number) => {
      const [word] = [...safe].sort((a, b) => spread(a) - spread(b) || b.length - a.length);
      if (word) append(anchored, word, number);
      else loose.push(number);
    });
    return { anchored, loose };
  }

  /**
   * @param {Map<string, number[]>} lists
   * @param {string} key
   * @param {number} value
   */
  function append(lists, key, value) {
    const list = lists.get(key);
    if (list) list.push(value);
    else lists.set(key, [value]);
  }

  errorbook.library = { createLibrary, createRegister, weigh, meet };
})();
