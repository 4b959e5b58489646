// @ts-check
"use strict";

/*
 * A text without its secrets: each gives way to its kind, all else stays as it is. Patterns know what has
 * a name or a shape; they do not know every secret, so a reader looks at the result before it goes anywhere.
 */
(() => {
  const { lowerBound } = errorbook.text;
  const { findNamed, isBroken } = errorbook.secrets;
  const { findShaped } = errorbook.shapes;
  const { findContacts } = errorbook.contacts;

  /** Full-width characters, but for those that only end a clause. */
  const WIDE = /[\uff01-\uff0b\uff0d-\uff1a\uff1c-\uff5e]/g;
  const TO_NARROW = 0xfee0;
  const BLANKS = /[\u00a0\u2000-\u200a\u202f\u3000]/g;
  const DASHES = /[\u2010-\u2015\u2212]/g;

  /** Consoles are no narrower. */
  const NARROWEST = 24;
  const INDENT = /[ \t>|]*/y;
  const BREAK = /[\r\n]/;
  /** What begins a line of its own instead of going on with the one before. */
  const BEGINS =
    /^(?:[<*#]\s|[{}([\]]|\)(?! ?\d)|[\w.-]{1,40}\t|[\w.-]{1,40}["']?\s?[:=](?!=*["',&\s]*$)|HTTP\/|\d{4}-\d\d-|\d\d:\d\d|(?:GET|HEAD|POST|PUT|PATCH|DELETE|OPTIONS)\s|(?:-[a-z]|--[a-z][a-z-]{0,20})[\s=]|at\s|curl\s)/i;
  /** Characters on both sides of a break in which a name and its value may stand. */
  const AROUND = 100;
  const NUMBER = /^\d+[,}\]\s]?$/;
  const STRING_BEFORE = /(\\{0,15}["'])\s{0,9}(?::\s{0,9}(?:\[[\s\d,]{0,60})?|,\s{0,9})$/;

  /** @param {string} text */
  function redact(text) {
    return mask(text, locate(text));
  }

  /**
   * All secrets in their order, none overlapping another.
   * @param {string} text
   * @returns {ErrorbookSecret[]}
   */
  function locate(text) {
    const narrow = makeNarrow(text);
    const { joined, toSource } = joinWraps(narrow);
    const found = findSecrets(narrow);
    if (joined.length < text.length) {
      for (const { start, end, kind } of findSecrets(joined)) {
        found.push({ start: toSource(start), end: toSource(end - 1) + 1, kind });
      }
    }
    return merge(found);
  }

  /** In no order; they may overlap. @param {string} text */
  function findSecrets(text) {
    return [...findNamed(text), ...findShaped(text), ...findContacts(text)];
  }

  /** As it would be typed in English, each character in its place. @param {string} text */
  function makeNarrow(text) {
    /** @param {string} character */
    const narrow = (character) => String.fromCharCode(character.charCodeAt(0) - TO_NARROW);
    return text.replace(WIDE, narrow).replace(BLANKS, " ").replace(DASHES, "-");
  }

  /**
   * @param {string} text
   * @param {ErrorbookSecret[]} secrets
   */
  function mask(text, secrets) {
    let masked = "";
    let at = 0;
    for (const { start, end, kind } of secrets) {
      const quote = quoteOfNumber(text, start, end);
      masked += `${text.slice(at, start)}${quote}[${kind}:***]${quote}`;
      at = end;
    }
    return masked + text.slice(at);
  }

  /**
   * JSON wants quotes around what was a number; those of its name, or of what stands before it in a list, will do.
   * @param {string} text
   * @param {number} start
   * @param {number} end
   */
  function quoteOfNumber(text, start, end) {
    if (!NUMBER.test(text.slice(start, end + 1))) return "";
    return STRING_BEFORE.exec(text.slice(Math.max(0, start - AROUND), start))?.[1] ?? "";
  }

  /**
   * The one that begins first gives its kind to those that overlap it.
   * @param {ErrorbookSecret[]} secrets
   */
  function merge(secrets) {
    /** @type {ErrorbookSecret[]} */
    const merged = [];
    for (const secret of secrets.sort((a, b) => a.start - b.start || b.end - a.end)) {
      const last = merged.at(-1);
      if (last && secret.start < last.end) last.end = Math.max(last.end, secret.end);
      else merged.push(secret);
    }
    return merged;
  }

  /**
   * The text without the breaks that a console put into the middle of words, and the way back.
   * @param {string} text
   */
  function joinWraps(text) {
    const pieces = [];
    /** Where each piece begins, joined and in the text. */
    const [begins, sources] = [[0], [0]];
    for (const [end, start] of findWraps(text)) {
      const source = sources[sources.length - 1];
      pieces.push(text.slice(source, end));
      begins.push(begins[begins.length - 1] + end - source);
      sources.push(start);
    }
    /** @param {number} at */
    const toSource = (at) => {
      const piece = lowerBound(begins, at + 1) - 1;
      return sources[piece] + at - begins[piece];
    };
    return { joined: pieces.join("") + text.slice(sources[sources.length - 1]), toSource };
  }

  /**
   * Where a line ends that the next one goes on with, and where that begins behind its indent.
   * @param {string} text
   * @returns {Iterable<ErrorbookSpan>}
   */
  function* findWraps(text) {
    let start = 0;
    for (let end = text.indexOf("\n"); end >= 0; end = text.indexOf("\n", start)) {
      if (end - start >= NARROWEST) {
        INDENT.lastIndex = end + 1;
        const next = end + 1 + (INDENT.exec(text)?.[0].length ?? 0);
        const before = text.slice(start, end).trimEnd();
        if (isOneWord(before, text.slice(next, next + AROUND))) yield [start + before.length, next];
      }
      start = end + 1;
    }
  }

  /**
   * What begins a line of its own belongs to the one before only if what tells of a secret is made of both.
   * @param {string} before
   * @param {string} line
   */
  function isOneWord(before, line) {
    if (before.length < NARROWEST || !line || BREAK.test(line[0])) return false;
    if (!BEGINS.test(line)) return true;
    return isBroken(before.slice(-AROUND), line);
  }

  errorbook.redact = { redact, locate, mask };
})();
