// @ts-check
"use strict";

/* Names that tell of a secret: passwords, tokens, keys, cookies, phone numbers and mail addresses. */
(() => {
  const NAMES = {
    password: "pass[-_]?(?:word|wd|phrase|code)|pwd|密码|口令|pass|pin|pw",
    secret: "secret|(?:api|private)[-_ ]?key|access[-_ ]?key(?:[-_ ]?id)?|credential|密钥|(?<=[?&]|%3F|%26|&amp;)key(?==|%3D)",
    client: "client[-_ ]?id",
    token: "token|authori[sz]ation|bearer|signature|令牌|jwt|(?<=[?&]|%3F|%26|&amp;)(?:sign?|auth)(?==|%3D)",
    cookie: "cookie|sess(?:ion)?[-_ ]?id|session|sid",
    phone: "phone|mobile|手机号?码?|电话|tel",
    mail: "e?mail|邮箱",
  };
  const KINDS = /** @type {(keyof typeof NAMES)[]} */ (Object.keys(NAMES));
  /** What stands in the place of a secret. */
  const MASK = `\\[(?:${KINDS.join("|")}):\\*{3}\\]`;
  const IS_MASK = new RegExp(`^${MASK}`);
  const NAME = new RegExp(
    `${MASK}|(?:${KINDS.map((kind) => `(${NAMES[kind]})`).join("|")})` +
      "(?:s|[-_]?(?:value|hash|key|number|no|text|string|confirm(?:ation)?|again|repeat|new|old|\\d))?",
    "gi",
  );
  /** Too short to be more than a part of a word, unless they begin one. */
  const SHORT = /^(?:pass(?![-_]?(?:word|wd|phrase|code))|pin|pw(?!d)|jwt|sid|tel)/i;
  /** Between two characters. */
  const WITHIN_WORD = /^(?:[A-Za-z][a-z]|[A-Z]{2})$/;

  /**
   * The first name behind a place. Masks are passed over.
   * @param {string} text
   * @param {number} from
   * @returns {ErrorbookName | null}
   */
  function nextName(text, from) {
    NAME.lastIndex = from;
    for (let found = NAME.exec(text); found; found = NAME.exec(text)) {
      const kind = KINDS[found.findIndex((group, number) => number > 0 && group !== undefined) - 1];
      const start = found.index;
      if (!kind || (SHORT.test(found[0]) && WITHIN_WORD.test(text.slice(start - 1, start + 1)))) continue;
      return { start, end: NAME.lastIndex, kind };
    }
    return null;
  }

  /** @param {string} text */
  function isMasked(text) {
    return IS_MASK.test(text);
  }

  errorbook.names = { nextName, isMasked };
})();
