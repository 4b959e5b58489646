// @ts-check
"use strict";

/*
 * Secrets that follow a telling name: passwords, tokens, keys, cookies, in every way in which tools print a name and
 * its value. Every pattern is bounded and every scan goes on behind what it found, so that the time stays in
 * proportion to the text.
 */
(() => {
  const NAMES = {
    password: "pass(?:word|wd|phrase|code)|pwd|密码|口令|(?<![a-z])(?:pass|pin)",
    secret: "secret|(?:api|access|private)[-_]?key|credential|密钥",
    client: "client[-_]?id",
    token: "token|authori[sz]ation|signature|令牌|(?<![a-z])jwt",
    cookie: "cookie|session(?:[-_]?id)?|(?<![a-z])sid",
    phone: "phone|mobile|手机号?码?|电话|(?<![a-z])tel",
    mail: "e?mail|邮箱",
  };
  const KINDS = /** @type {(keyof typeof NAMES)[]} */ (Object.keys(NAMES));
  /** What stands in the place of a secret. */
  const MASK = `\\[(?:${KINDS.join("|")}):\\*{3}\\]`;
  const IS_MASK = new RegExp(`^${MASK}`);
  const NAME = new RegExp(
    `${MASK}|(?:${KINDS.map((kind) => `(${NAMES[kind]})`).join("|")})(?:s|[-_]?(?:value|hash|key|number|no|\\d))?`,
    "gi",
  );
  const QUOTE = "\\\\{0,15}[\"'`]|[“”„″＂‘’′＇]|%(?:25)?2[27]|&(?:quot|#34|#39|apos);";
  const ASSIGNED = new RegExp(
    `(?:${QUOTE})?\\]?\\s{0,40}(=>|:=|={1,3}|[:：]|%(?:25)?3[AD])` +
      `(?:\\s{0,200}(?:string\\(\\d{1,9}\\)\\s{0,9})?[ub]?(${QUOTE})|[ \\t]{0,200})`,
    "yi",
  );
  const BLANK_LINE = /\n[ \t]*\r?\n|$/g;
  /** Any of a set may end what another of it began. */
  const CURLED = [/[“”„″＂]/g, /[‘’′＇]/g];
  /** A quote or delimiter ends a value only where something else may follow it. */
  const RUN =
    /(?:[^\s&,;)}\]"'`<>\\，；。]|["'`](?=[\w!#$%^*@])|\\(?![\\"'nrtu])|[,;)}\]](?![\s,;)}\]"'`<>\\]|$|[\w.-]{1,40}["']?\s?[:=]))+/y;
  const ENCODED_RUN = /(?:[^\s&"'`<>\\%]|%(?!(?:25)?(?:26|0A|0D|20|22|27)))+/iy;
  /** Headers whose values have blanks in them. */
  const HEADER = /^(?:cookie|authori)/i;
  const LINE = /(?:[^"'`\r\n\\]|(?<==)"[^"\r\n]{0,4096}"|\\(?![\\"'nr]))+/y;
  const REST = /[^\r\n]+/y;
  const SCHEME = /(?:Bearer|Basic|Token)(?:\s|%20|\+){1,4}/iy;
  const NOTHING = /^(?:null|none|nil|undefined|true|false|[\s.…*]*)$/i;
  /** The name of a user, broken off before the password. */
  const USER_SO_FAR = /(?:-[uU]|--(?:proxy-)?user)[\s=]["']?[^\s:"']{0,40}$|:\/\/[^\s/@:"']{0,40}$/;

  /**
   * In their order.
   * @param {string} text
   * @returns {Iterable<ErrorbookSecret>}
   */
  function* findNamed(text) {
    NAME.lastIndex = 0;
    for (let name = NAME.exec(text); name; name = NAME.exec(text)) {
      const kind = KINDS[name.findIndex((group, number) => number > 0 && group !== undefined) - 1];
      ASSIGNED.lastIndex = NAME.lastIndex;
      const assigned = kind ? ASSIGNED.exec(text) : null;
      if (!kind || !assigned) continue;
      const end = endOfValue(text, name, assigned);
      const start = skip(SCHEME, text, ASSIGNED.lastIndex);
      NAME.lastIndex = Math.max(NAME.lastIndex, end);
      const value = text.slice(start, end);
      if (!NOTHING.test(value) && !isMasked(value)) yield { start, end, kind };
    }
  }

  /**
   * @param {string} text
   * @param {RegExpExecArray} name
   * @param {RegExpExecArray} assigned
   */
  function endOfValue(text, name, assigned) {
    const start = assigned.index + assigned[0].length;
    const [, sign, quote] = assigned;
    if (quote) return endOfQuoted(text, start, quote);
    const value = skip(SCHEME, text, start);
    if (isMasked(text.slice(value, value + 20))) return value;
    if (sign === "=>") return skip(REST, text, start);
    if (sign.startsWith("%")) return skip(ENCODED_RUN, text, start);
    if (sign === ":" && value === start && HEADER.test(name[0])) return skip(LINE, text, start);
    return skip(RUN, text, value);
  }

  /**
   * The place of the quote that ends what `quote` began, or where the text breaks off: at an empty line.
   * @param {string} text
   * @param {number} start
   * @param {string} quote
   */
  function endOfQuoted(text, start, quote) {
    const depth = quote.lastIndexOf("\\") + 1;
    const mark = quote.slice(depth);
    for (let at = findMark(text, mark, start); at >= 0; at = findMark(text, mark, at + 1)) {
      if ((escapesBefore(text, at, start) - depth) % (2 * (depth + 1)) === 0) return at - depth;
    }
    BLANK_LINE.lastIndex = start;
    return BLANK_LINE.exec(text)?.index ?? text.length;
  }

  /**
   * @param {string} text
   * @param {string} mark
   * @param {number} from
   */
  function findMark(text, mark, from) {
    const curled = CURLED.find((set) => mark.search(set) === 0);
    if (!curled) return text.indexOf(mark, from);
    curled.lastIndex = from;
    return curled.exec(text)?.index ?? -1;
  }

  /**
   * How many backslashes stand before a place.
   * @param {string} text
   * @param {number} place
   * @param {number} start
   */
  function escapesBefore(text, place, start) {
    let at = place;
    while (at > start && text[at - 1] === "\\") at--;
    return place - at;
  }

  /**
   * Whether what tells of a secret stands on both sides of a break.
   * @param {string} before
   * @param {string} after
   */
  function isBroken(before, after) {
    if (USER_SO_FAR.test(before)) return true;
    const names = [...(before + after).matchAll(NAME)];
    return names.some(({ index, 0: name }) => index < before.length && index + name.length > before.length);
  }

  /** @param {string} text */
  function isMasked(text) {
    return IS_MASK.test(text);
  }

  /**
   * Where a sticky pattern that begins at a place ends.
   * @param {RegExp} pattern
   * @param {string} text
   * @param {number} start
   */
  function skip(pattern, text, start) {
    pattern.lastIndex = start;
    return start + (pattern.exec(text)?.[0].length ?? 0);
  }

  errorbook.secrets = { findNamed, isBroken, isMasked, endOfQuoted, skip };
})();
