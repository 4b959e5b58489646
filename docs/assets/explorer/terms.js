// @ts-check
"use strict";

/*
 * What a reader types, taken apart: words, statuses, standard phrases of statuses, and words that say nothing beside
 * others.
 */
(() => {
  const TERM = /(?:get|post|put|patch|delete|head|options)\s+\/\S*|[\u3400-\u9fff]+|[^\s\u3400-\u9fff,;、。"“”「」`!?()]+/;
  const AROUND = /^['‘’:]+|['‘’:.]+$/g;
  const CHINESE = /[\u3400-\u9fff]/;
  /** `status=401` is two words. */
  const ASSIGNED = /(?<=[a-z_])["']?\s*[:=]\s*(?=[1-5]\d\d(?!\d))/g;

  /**
   * @param {ErrorbookIndex} index
   * @returns {(q: string) => ErrorbookTerm[]}
   */
  function createTerms({ errors, vocabulary }) {
    const statuses = new Set(errors.flatMap((entry) => entry.statuses));
    const idle = new Set(vocabulary.idle);
    const reasons = Object.entries(vocabulary.reasons).map(([status, phrase]) => ({ status: Number(status), phrase }));
    const synonyms = new Map(Object.entries(vocabulary.synonyms));
    const split = createSplitter([...synonyms.keys()].filter((typed) => typed.includes(" ")));
    const inChinese = new RegExp([...synonyms.keys()].filter((typed) => CHINESE.test(typed)).join("|"), "g");

    /**
     * A Chinese word may stand inside of a longer one.
     * @param {string} text
     * @returns {ErrorbookTerm}
     */
    function readTerm(text) {
      const meant = synonyms.get(text) ?? text.replace(inChinese, (typed) => synonyms.get(typed) ?? "");
      const status = statuses.has(Number(text)) ? Number(text) : 0;
      return { text, status, exact: status > 0, idle: idle.has(text), meant: meant === text ? [] : split(meant) };
    }

    /**
     * Beside its number a standard phrase says nothing; by itself it stands for it.
     * @param {ErrorbookTerm[]} terms
     */
    function readReasons(terms) {
      for (const { status, phrase } of reasons) {
        const own = findRun(terms, phrase);
        if (own.length === 0) continue;
        const others = terms.filter((term) => !own.includes(term));
        if (others.some((term) => term.status === status)) for (const term of own) term.idle = true;
        else if (others.every((term) => term.idle)) return [...others, { text: phrase, status, exact: false, idle: false, meant: [] }];
      }
      return terms;
    }

    return (q) => {
      const terms = readReasons(split(q).map(readTerm));
      return terms.every((term) => term.idle) ? terms.map((term) => ({ ...term, idle: false })) : terms;
    };
  }

  /**
   * Method and path are one, and so are phrases; Chinese and Latin words part where they touch.
   * @param {string[]} phrases
   * @returns {(text: string) => string[]}
   */
  function createSplitter(phrases) {
    const whole = phrases.map((phrase) => `(?<![a-z0-9])${phrase.replaceAll(" ", "\\s+")}(?![a-z0-9])`);
    const term = new RegExp([...whole, TERM.source].join("|"), "g");
    return (text) => {
      const found = text.normalize("NFKC").toLowerCase().replace(ASSIGNED, " ").match(term) ?? [];
      return found.map((word) => word.replace(AROUND, "").replace(/\s+/g, " ")).filter(Boolean);
    };
  }

  /**
   * Neighbours that together are a phrase.
   * @param {ErrorbookTerm[]} terms
   * @param {string} phrase
   */
  function findRun(terms, phrase) {
    const length = phrase.split(" ").length;
    const starts = [...terms.keys()].filter((at) => terms.slice(at, at + length).map(({ text }) => text).join(" ") === phrase);
    return starts.length ? terms.slice(starts[0], starts[0] + length) : [];
  }

  errorbook.terms = { createTerms };
})();
