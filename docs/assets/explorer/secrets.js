// @ts-check
"use strict";

/*
 * Secrets that follow a telling name. Every pattern is bounded and every scan goes on behind what it found, so that the
 * time stays in proportion to the text.
 */
(() => {
  const { nextName, isMasked } = errorbook.names;
  const { findValues } = errorbook.pairs;

  const NOTHING = /^(?:null|none|nil|undefined|true|false|[\s.…*]*)$/i;
  /** What is said of a secret where it could stand. */
  const SAID =
    /^(?:missing|required|optional|expired|revoked|(?:in)?valid|empty|blank|absent|unset|unknown|(?:in)?correct|wrong|corrupt(?:ed)?|malformed|unauthori[sz]ed|denied|rejected|failed|mismatch|not|is|are|was|has|must|should|can(?:not)?|see|redacted|hidden|masked)[.!]?$/i;
  /** A token has no blank in it. */
  const SENTENCE = /^[a-z]{1,15} [a-z]/;
  /** The name of a user, broken off before the password. */
  const USER_SO_FAR = /(?:-[uU]|--(?:proxy-)?user)[\s=]["']?[^\s:"']{0,40}$|:\/\/[^\s/@:"']{0,40}$/;

  /** What comes after a sign may as well be the next name, the value being empty. */
  const SIGNED = /(?<!;s)[:=]\s*$/;

  /**
   * In their order.
   * @param {string} text
   * @returns {Iterable<ErrorbookSecret>}
   */
  function* findNamed(text) {
    for (let name = nextName(text, 0); name; ) {
      const { kind } = name;
      const { values, end } = findValues(text, name);
      for (const value of values) if (isSecret(text, value, kind)) yield { start: value.start, end: value.end, kind };
      name = nextName(text, end);
    }
  }

  /**
   * @param {string} text
   * @param {ErrorbookValue} value
   * @param {string} kind
   */
  function isSecret(text, { start, end, quoted }, kind) {
    const value = text.slice(start, end);
    if (NOTHING.test(value) || SAID.test(value) || isMasked(value.trimStart())) return false;
    if (kind === "phone") return /\d/.test(value);
    return quoted || kind === "password" || !SENTENCE.test(text.slice(start, start + 20));
  }

  /**
   * Whether what tells of a secret stands on both sides of a break.
   * @param {string} before
   * @param {string} after
   */
  function isBroken(before, after) {
    if (USER_SO_FAR.test(before)) return true;
    const both = before + after;
    const signed = SIGNED.test(before);
    for (let name = nextName(both, 0); name && name.start < before.length; name = nextName(both, name.end)) {
      if (name.end > before.length) return true;
      if (!signed && findValues(both, name).values.some(({ start }) => start >= before.length)) return true;
    }
    return false;
  }

  errorbook.secrets = { findNamed, isBroken };
})();
