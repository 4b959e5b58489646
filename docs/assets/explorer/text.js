// @ts-check
"use strict";

/*
 * Characters of a paste: what whitespace, quotes and escapes come to, always with the way back to the source.
 * Twin of src/errorbook/explorer/text.py; character classes are spelled out so that both mean the same by them.
 */
(() => {
  /** Whitespace and what is as invisible, as the inside of a character class. */
  const SPACE =
    " \\t\\n\\r\\f\\v\\u0085\\u00a0\\u00ad\\u1680\\u2000-\\u200d\\u2028\\u2029\\u202f\\u205f\\u2060\\u3000\\ufeff";
  const SINGLE = /[‘’‚‛′＇]/g;
  const DOUBLE = /[“”„‟″＂]/g;
  const TOKEN = new RegExp(`\\\\+u([0-9a-fA-F]{4})|\\\\+([nrt])?|([${SPACE}]+)|([^])`, "g");
  const LETTER = /[\u00c0-\u1fff\u2c00-\ud7ff\uf900-\ufaff]/;
  const WORD = new RegExp(`\\\\+(?:u([0-9a-fA-F]{4})|[nrt])?|([A-Za-z0-9]+|${LETTER.source})`, "g");
  const CHINESE = /[\u2e80-\u9fff]/g;
  const CHINESE_WEIGHT = 3;
  const WRAP = new RegExp(`[${SPACE}]*[\\r\\n]+[${SPACE}]*`, "g");
  const BLANK = new RegExp(`[${SPACE}]`);
  const ESCAPE = /\\(?:u([0-9a-fA-F]{4})|([nrtbf"'\\/]))/g;
  /** @type {Record<string, string>} */
  const ESCAPED = { n: "\n", r: "\r", t: "\t", b: "\b", f: "\f" };
  const PERCENT = /%[23579][0-9A-Fa-f]|[?&][a-z_]{1,40}=[^& +]{0,80}[+]/;
  const PERCENTS = /(?:%[0-9A-Fa-f]{2})+/g;
  const BYTES = /(?:\\{1,4}x[0-9A-Fa-f]{2})+/g;
  const ENTITY = /&(?:(quot|apos|lt|gt|amp|nbsp)|#([0-9]{2,3})|#x([0-9A-Fa-f]{2}));/g;
  /** @type {Record<string, string>} */
  const ENTITIES = { quot: '"', apos: "'", lt: "<", gt: ">", amp: "&", nbsp: " " };
  const STYLE = /(?:\x1b|\\(?:u001b|x1b|033|e))\[[0-9;]{0,12}[A-Za-z]|\[[0-9;]{1,12}m/g;
  const SEAM = /(["'`])[ \t]{0,3}[+.]?[ \t]?\r?\n[ \t]{0,80}[+.]?[ \t]?\1/g;
  const DOUBLED = /(["'])\1/g;
  const SAYING = /[0-9A-Za-z\u2e80-\u9fff]/;
  const LABEL = /^[^"'`{}]*[-#%*/;:>|\])] ?/;
  const HALF = /\p{Surrogate}/gu;

  /** Typographic quotes made straight, one for one: places in the text stay. @param {string} text */
  function foldQuotes(text) {
    return text.replace(SINGLE, "'").replace(DOUBLE, '"');
  }

  /** ASCII only, so that the length stays. @param {string} text */
  function lower(text) {
    return text.replace(/[A-Z]+/g, (letters) => letters.toLowerCase());
  }

  /**
   * Words between two places; each Chinese character is one, be it escaped.
   * @param {string} text
   * @returns {ErrorbookWord[]}
   */
  function findWords(text, start = 0, end = text.length) {
    /** @type {ErrorbookWord[]} */
    const words = [];
    for (const found of text.slice(start, end).matchAll(WORD)) {
      const at = start + found.index;
      const word = lower(found[2] ?? letter(found[1]));
      if (word) words.push({ text: word, start: at, end: at + found[0].length });
    }
    return words;
  }

  /** How much a text says: a Chinese character as much as three letters. @param {string} text */
  function weigh(text) {
    return text.length + (CHINESE_WEIGHT - 1) * (text.match(CHINESE)?.length ?? 0);
  }

  /** Not a Chinese character. @param {string} word */
  function isLatin(word) {
    return word.charAt(0) <= "z"; // words begin with a letter or digit, or are one Chinese character
  }

  /** What a word says. @param {ErrorbookWord} word */
  function weighWord({ text }) {
    return isLatin(text) ? text.length : CHINESE_WEIGHT;
  }

  /** What a console broke in the middle of a word, put together again. @param {string} text */
  function joinLines(text) {
    return text.replace(WRAP, "");
  }

  /**
   * Drop whitespace and backslashes between two places; escapes at any depth stand for what they mean.
   * @param {string} text
   * @returns {ErrorbookSquash}
   */
  function squash(text, start = 0, end = text.length) {
    let chars = "";
    const [starts, ends, spaced] = [/** @type {number[]} */ ([]), /** @type {number[]} */ ([]), new Set()];
    for (const token of text.slice(start, end).matchAll(TOKEN)) {
      const char = token[1] ? decode(token[1]) : token[4];
      if (char) {
        chars += char;
        starts.push(start + token.index);
        ends.push(start + token.index + token[0].length);
      } else if (token[3] || token[2]) {
        spaced.add(chars.length);
      }
    }
    return { chars, lower: lower(chars), starts, ends, spaced };
  }

  /** The characters of `squash` alone. @param {string} text */
  function condense(text) {
    return text.replace(TOKEN, (_, code, blank, space, char) => (code ? decode(code) : char ?? ""));
  }

  /**
   * The index of the first character that stood at `place` of the source or behind it.
   * @param {ErrorbookSquash} text
   * @param {number} place
   */
  function indexAt(text, place) {
    return lowerBound(text.starts, place);
  }

  /**
   * The index of the first of the sorted values that is not below `value`.
   * @template {number | string} T
   * @param {T[]} sorted
   * @param {T} value
   */
  function lowerBound(sorted, value) {
    let [low, high] = [0, sorted.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if (sorted[middle] < value) low = middle + 1;
      else high = middle;
    }
    return low;
  }

  /**
   * Take `depth` layers of JSON escapes away; what is none stays.
   * @param {string} text
   * @param {number} depth
   */
  function unescape(text, depth) {
    for (let layer = 0; layer < depth && text.includes("\\"); layer++) {
      text = text.replace(ESCAPE, (_, code, letter) =>
        code ? String.fromCharCode(parseInt(code, 16)) : ESCAPED[letter] || letter,
      );
    }
    return text.replace(HALF, "\ufffd");
  }

  /**
   * What was encoded for an address (`%20`), for a page (`&quot;`) or by doubled quotes, as it was before. Colours of a
   * terminal, the seams of a literal over several lines, and what all lines begin with are gone.
   * @param {string} text
   */
  function undress(text) {
    const bare = unlabel(text.replace(STYLE, "")).replace(SEAM, "");
    const decoded = PERCENT.test(bare) ? bare.replaceAll("+", " ").replace(PERCENTS, fromBytes) : bare;
    return decoded.replace(BYTES, fromBytes).replace(ENTITY, fromEntity).replace(DOUBLED, "$1");
  }

  /** Without the sign of a comment or a quotation, or the source that a console names at each line. @param {string} text */
  function unlabel(text) {
    const lines = text.split("\n");
    const label = LABEL.exec(commonPrefix(lines.filter((line) => SAYING.test(line))))?.[0];
    if (lines.length === 1 || !label) return text;
    return lines.map((line) => (line.startsWith(label) ? line.slice(label.length) : line)).join("\n");
  }

  /** @param {string[]} texts */
  function commonPrefix([first = "", ...others]) {
    let length = first.length;
    for (const other of others) {
      while (!other.startsWith(first.slice(0, length))) length--;
    }
    return first.slice(0, length);
  }

  /** A value over several lines: one without blanks was broken anywhere, another between its words. @param {string} text */
  function unwrap(text) {
    const lines = text.replace(WRAP, "\n");
    return lines.replaceAll("\n", BLANK.test(lines.replaceAll("\n", "")) ? " " : "");
  }

  /**
   * @param {string} _
   * @param {string | undefined} name
   * @param {string | undefined} decimal
   * @param {string | undefined} hex
   */
  function fromEntity(_, name, decimal, hex) {
    return name ? ENTITIES[name] : String.fromCharCode(decimal ? Number(decimal) : parseInt(hex ?? "", 16));
  }

  /** @param {string} escapes */
  function fromBytes(escapes) {
    const bytes = (escapes.match(/[0-9A-Fa-f]{2}/g) ?? []).map((code) => parseInt(code, 16));
    return new TextDecoder("utf-8", { ignoreBOM: true }).decode(new Uint8Array(bytes));
  }

  /** @param {string | undefined} code */
  function letter(code) {
    const char = code ? String.fromCharCode(parseInt(code, 16)) : "";
    return LETTER.test(char) ? char : "";
  }

  /** @param {string} code */
  function decode(code) {
    const char = foldQuotes(String.fromCharCode(parseInt(code, 16)));
    return BLANK.test(char) ? "" : char;
  }

  globalThis.errorbook ??= /** @type {Errorbook} */ ({});
  errorbook.text = { SPACE, foldQuotes, lower, findWords, joinLines, squash, condense, indexAt, lowerBound, unescape, unwrap, undress, weigh, weighWord, isLatin };
})();
