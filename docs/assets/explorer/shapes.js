// @ts-check
"use strict";

/* Secrets that are known by their shape: tokens, phone numbers, mail addresses, passwords of addresses and of curl. */
(() => {
  const { isMasked, endOfQuoted, skip } = errorbook.secrets;

  const UUID = "[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}";
  const PLUS = "(?:(?<!\\w)\\+|%(?:25)?2B)";
  const GAP = "(?:[-. ()+]|%(?:25)?2[0B])";
  const BASE64 = "(?:[\\w+/=-]|%2[BF]|%3D)";
  const SHAPES = new RegExp(
    [
      `${UUID}(?![0-9a-f])`,
      `(?<token>(?:Y(?:WM|XA|WQ)[t6]|b3U6|00[67]eJ)${BASE64}{4,}|eyJ[\\w-]{4,}(?:\\.[\\w-]*){0,4})`,
      `(?<=://[^\\s/@:"']{0,200}:)(?<userinfo>[^\\s/@:"']{1,200})(?=@)`,
      `(?<phone>(?:(?<!\\d)(?<!\\d\\.)|(?<=%(?:25)?\\d\\d))(?:(?:${PLUS}|00)?86${GAP}?)?1[3-9]\\d(?:${GAP}?\\d{4}){2}(?!\\d)|` +
        `${PLUS}[1-9](?:${GAP}{0,2}\\d){6,14}(?!\\d)|(?<!\\w)00[1-9]\\d{8,13}(?!\\w)|` +
        `(?:${PLUS}[1-9](?:${GAP}{0,2}\\d){2,5}${GAP}?|(?<=[\\s"'([+]|%20)1[3-9]\\d{4,8})(?=\\s*$))`, // broken off
      `(?<=(?<![A-Za-z])(?:[Bb]earer|[Bb]asic)(?:\\s|%20|\\+))(?<bearer>[\\w.~+/=%-]{6,})`,
    ].join("|"),
    "g",
  );
  const RUNS = /(?:(?<![\w%-])|(?<=%[0-9A-F]{2}))[\w-]{12,}/g;
  const UUIDS = new RegExp(UUID, "gi");
  /** From this length on what looks random is taken for a token. */
  const LONG = 32;
  /** Enough to tell. */
  const LONGEST = 512;
  const UNTIL_BLANK = /[^\s"']+/y;
  const USER = /(?<=^|[\s"'`])(?:-[uU]|--user|--proxy-user)[\s=]{0,9}(["']?)[^\s:"']{1,200}:/g;
  const AT = /(?<=[\w.+-])(?:@|%(?:25)?40|&#64;)(?=\w)/g;
  const [PART, ENCODED_PART] = [/[\w.+-]/, /[\w.-]/];
  const DOMAIN = /[\w-]{1,63}(?:\.[\w-]{1,63}){0,8}/y;
  /** What stands before the sign then is the password of an address. */
  const LOGIN = /:\/\/[^\s/@:"']{0,200}:$/;
  const TOP_LEVEL = /\.[a-z]{2,}\d*$/i;

  /**
   * In no order; they may overlap.
   * @param {string} text
   * @returns {Iterable<ErrorbookSecret>}
   */
  function* findShaped(text) {
    yield* findShapes(text);
    yield* findRandom(text);
    yield* findPasswords(text);
    yield* findMails(text);
  }

  /** @param {string} text */
  function* findShapes(text) {
    for (const found of text.matchAll(SHAPES)) {
      const { token, bearer, userinfo, phone } = found.groups ?? {};
      const kind =
        token || (bearer && isRandom(bearer)) ? "token"
        : userinfo && !isMasked(userinfo) ? "password"
        : phone ? "phone"
        : "";
      if (kind) yield { start: found.index, end: found.index + found[0].length, kind };
    }
  }

  /** A text cut off may begin within a token. @param {string} text */
  function* findRandom(text) {
    for (const { index, 0: run } of text.matchAll(RUNS)) {
      if ((index === 0 || run.length >= LONG) && isRandom(run)) yield { start: index, end: index + run.length, kind: "token" };
    }
  }

  /** Of letters in both cases and of digits, as no word is. @param {string} text */
  function isRandom(text) {
    const bare = text.slice(0, LONGEST).replace(UUIDS, "");
    return /[a-z]/.test(bare) && /[A-Z]/.test(bare) && /\d\D*\d\D*\d/.test(bare);
  }

  /** curl's `-u name:password`. @param {string} text */
  function* findPasswords(text) {
    for (const found of text.matchAll(USER)) {
      const start = found.index + found[0].length;
      const end = found[1] ? endOfQuoted(text, start, found[1]) : skip(UNTIL_BLANK, text, start);
      if (end > start && !isMasked(text.slice(start, end))) yield { start, end, kind: "password" };
    }
  }

  /** The part before the sign is read backwards, or a text without any would cost the square of its length. @param {string} text */
  function* findMails(text) {
    for (const { index, 0: sign } of text.matchAll(AT)) {
      const start = startOfMail(text, index, sign === "@");
      const end = skip(DOMAIN, text, index + sign.length);
      const whole = TOP_LEVEL.test(text.slice(index, end)) || (end === text.length && end > index + sign.length);
      if (start < index && whole && !LOGIN.test(text.slice(Math.max(0, start - LONGEST), start))) yield { start, end, kind: "mail" };
    }
  }

  /**
   * In an encoded text a plus is a blank, and what follows a percent sign is another character.
   * @param {string} text
   * @param {number} sign
   * @param {boolean} plain
   */
  function startOfMail(text, sign, plain) {
    const part = plain ? PART : ENCODED_PART;
    let start = sign;
    while (sign - start < 64 && start > 0 && part.test(text[start - 1])) start--;
    if (text[start - 1] === "%") start += text.startsWith("25", start) ? 4 : 2;
    return Math.min(start, sign);
  }

  errorbook.shapes = { findShaped };
})();
