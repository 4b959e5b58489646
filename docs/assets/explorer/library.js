// @ts-check
"use strict";

/* All templates, and which of them a stretch of text may hold. Twin of src/errorbook/explorer/library.py. */
(() => {
  const { findWords, joinLines, weighWord } = errorbook.text;
  const { readWording, buildPattern } = errorbook.fit;
  const { createSpelling } = errorbook.spelling;
  const { later } = errorbook.later;
  const { append } = errorbook.lists;

  /** Templates compared with one stretch that is none of them, and the weight of what they share with it. */
  const ALIKE = 24;
  const LEAST = 4;
  /** Unknown words of a text that may be parts of words. */
  const TORN = 8;
  /** Templates that may share a word for it to count, or a twentieth of all. */
  const RARE = 100;

  /**
   * Postings of each template's rarest word find what may fit, those of all words what is alike.
   * @param {ErrorbookEntry[]} entries
   * @returns {ErrorbookLibrary}
   */
  function createLibrary(entries) {
    const wordings = entries.flatMap((entry, number) => entry.templates.map((wire) => readWording(number, wire)));
    const postings = buildPostings(wordings);
    const { anchored, loose } = buildAnchors(wordings, postings);
    const common = Math.max(RARE, Math.floor(wordings.length / 20));
    /** Of wordings that some text was compared with. @type {ErrorbookPattern[]} */
    const patterns = [];
    const spelling = later(() => createSpelling(postings.keys()));

    /** @param {number} number */
    const patternOf = (number) => (patterns[number] ??= buildPattern(wordings[number]));

    /**
     * Known words that a text has, wholly or in part, and how much of them.
     * @param {ErrorbookWord[]} words
     */
    function termsOf(words) {
      const known = words.filter(({ text }) => postings.has(text));
      const found = new Map(known.map((word) => [word.text, weighWord(word)]));
      const unknown = words.map(({ text }) => text).filter((text) => text.length > 1 && !postings.has(text));
      for (const part of new Set([...unknown.slice(0, 1), ...unknown.slice(-TORN)])) {
        for (const word of spelling().completions(part)) found.set(word, Math.max(found.get(word) ?? 0, part.length));
      }
      return found;
    }

    return {
      candidates(folded, [start, end]) {
        const stretch = folded.slice(start, end);
        const words = new Set(findWords(stretch).map((word) => word.text));
        if (stretch.includes("\n")) for (const word of findWords(joinLines(stretch))) words.add(word.text);
        const found = [...words].flatMap((word) => anchored.get(word) ?? []);
        return [...found, ...loose].map(patternOf);
      },

      correct(words) {
        return words.map((word) => (postings.has(word.text) ? word : { ...word, text: spelling().correct(word.text) }));
      },

      alike(words) {
        /** @type {Map<number, number>} */
        const weights = new Map();
        for (const [word, weight] of termsOf(words)) {
          const numbers = postings.get(word) ?? [];
          if (numbers.length > common) continue;
          for (const number of numbers) weights.set(number, (weights.get(number) ?? 0) + weight);
        }
        const ranked = [...weights].sort(([a, one], [b, other]) => other - one || a - b).slice(0, ALIKE);
        const enough = ranked.filter(([, weight]) => weight >= LEAST);
        return { patterns: enough.map(([number]) => patternOf(number)), likeness: enough.length ? enough[0][1] : 0 };
      },
    };
  }

  /** @param {ErrorbookWording[]} wordings */
  function buildPostings(wordings) {
    /** @type {Map<string, number[]>} */
    const postings = new Map();
    wordings.forEach(({ steps }, number) => {
      for (const step of new Set(steps)) if (step !== null) append(postings, step, number);
    });
    return postings;
  }

  /**
   * Each template under its rarest word, the longest of several; those without one must always be tried.
   * @param {ErrorbookWording[]} wordings
   * @param {Map<string, number[]>} postings
   */
  function buildAnchors(wordings, postings) {
    /** @param {string} word */
    const spread = (word) => postings.get(word)?.length ?? 0;
    /** @type {Map<string, number[]>} */
    const anchored = new Map();
    /** @type {number[]} */
    const loose = [];
    wordings.forEach(({ safe }, number) => {
      const [word] = [...safe].sort((a, b) => spread(a) - spread(b) || b.length - a.length);
      if (word) append(anchored, word, number);
      else loose.push(number);
    });
    return { anchored, loose };
  }

  errorbook.library = { createLibrary };
})();
