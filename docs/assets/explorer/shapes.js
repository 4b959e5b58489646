// @ts-check
"use strict";

/* Secrets that are known by their shape: tokens, private keys, passwords of addresses, of curl and of calls. */
(() => {
  const { isMasked } = errorbook.names;
  const { QUOTE, endOfQuoted, skip, skipEscape } = errorbook.quotes;

  const UUID = "[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}";
  const BASE64 = "(?:[\\w+/=-]|%2[BF]|%3D)";
  const PART = "[^\\s/\"'<>`]";
  const SHAPES = new RegExp(
    [
      `(?<token>(?:Y(?:WM|XA|WQ)[t6]|b3U6|00[67]eJ)${BASE64}{4,}|eyJ[\\w-]{4,}(?:\\.[\\w-]*){0,4})`,
      // Before the last sign, or all that is left of an address that is broken off; a port is none.
      `(?<=://[^\\s/@:"']{0,200}:)(?!\\d{1,5}(?:\\W|$))(?<userinfo>${PART}{1,200}(?:(?=@)(?:@${PART}{0,200}$)?|$))`,
      `(?<=(?<![A-Za-z])(?:[Bb]earer|[Bb]asic)(?:\\s|%20|\\+))(?<bearer>[\\w.~+/=%-]{6,})`,
    ].join("|"),
    "g",
  );
  /** What is no word. */
  const CODED = /\d|[a-z][A-Z]/;
  const RUNS = /(?:(?<![\w%-])|(?<=%[0-9A-F]{2}))[\w-]{12,}/g;
  const UUIDS = new RegExp(UUID, "gi");
  /** As the names of classes are made of. */
  const WORDS = /[A-Z]?[a-z]{3,}|[A-Z]{4,}/g;
  /** From this length on what looks random is taken for a token. */
  const LONG = 32;
  /** Enough to tell. */
  const LONGEST = 512;
  const UNTIL_BLANK = /[^\s"']+/y;
  const BEFORE = "(?<=^|[\\s\"'`])";
  /** What stands right before a secret, with the quote that begins it. */
  const OPENINGS = {
    password: [
      new RegExp(`${BEFORE}(?:(?:-[uU]|--user|--proxy-user)[\\s=]{0,9}|-[a-zA-Z]{1,6}u\\s{1,9})(["']?)[^\\s:"']{0,200}:(?!//)`, "g"),
      new RegExp(
        `(?:credentials?|auth[a-z]{0,20}|basic|login|account)\\s{0,9}[=:]?\\s{0,9}\\(\\s{0,40}` +
          `(?:[\\w.]{1,80}|[ub]?(?:${QUOTE})[^\\s"'\\\\]{0,200}?(?:${QUOTE}))\\s{0,40},\\s{0,40}[ub]?(${QUOTE})`,
        "gi",
      ),
    ],
    cookie: [new RegExp(`${BEFORE}-[a-zA-Z]{0,6}b\\s{0,9}(["']?)(?=[^\\s"'=;]{1,100}=)`, "g")],
  };
  const KEY = /-----BEGIN [A-Z ]{0,40}PRIVATE KEY/g;
  const KEY_END = /-----END [A-Z ]{0,40}PRIVATE KEY(?: BLOCK)?-----/g;

  /**
   * In no order; they may overlap.
   * @param {string} text
   * @returns {Iterable<ErrorbookSecret>}
   */
  function* findShaped(text) {
    yield* findShapes(text);
    yield* findRandom(text);
    yield* findOpened(text);
    yield* findKeys(text);
  }

  /** @param {string} text */
  function* findShapes(text) {
    for (const found of text.matchAll(SHAPES)) {
      const { token, bearer, userinfo } = found.groups ?? {};
      const kind =
        token || (bearer && CODED.test(bearer)) ? "token"
        : userinfo && !isMasked(userinfo) ? "password"
        : "";
      if (kind) yield { start: found.index, end: found.index + found[0].length, kind };
    }
  }

  /** A text cut off may begin within a token. @param {string} text */
  function* findRandom(text) {
    for (const { index, 0: run } of text.matchAll(RUNS)) {
      const [start, end] = [skipEscape(text, index), index + run.length];
      if ((index === 0 || end - start >= LONG) && isRandom(text.slice(start, end))) yield { start, end, kind: "token" };
    }
  }

  /** Of letters in both cases and of digits, and hardly of words. @param {string} text */
  function isRandom(text) {
    const bare = text.slice(0, LONGEST).replace(UUIDS, "");
    if (!/[a-z]/.test(bare) || !/[A-Z]/.test(bare) || !/\d\D*\d\D*\d/.test(bare)) return false;
    return bare.replace(WORDS, "").length * 3 > bare.length;
  }

  /** @param {string} text */
  function* findOpened(text) {
    for (const [kind, openings] of Object.entries(OPENINGS)) {
      for (const found of openings.flatMap((opening) => [...text.matchAll(opening)])) {
        const start = found.index + found[0].length;
        const end = found[1] ? endOfQuoted(text, start, found[1]) : skip(UNTIL_BLANK, text, start);
        if (end > start && !isMasked(text.slice(start, end))) yield { start, end, kind };
      }
    }
  }

  /** Whole, or to the end of a text that breaks off. @param {string} text */
  function* findKeys(text) {
    KEY.lastIndex = 0;
    for (let key = KEY.exec(text); key; key = KEY.exec(text)) {
      KEY_END.lastIndex = key.index;
      const end = KEY_END.exec(text) ? KEY_END.lastIndex : text.length;
      yield { start: key.index, end, kind: "secret" };
      KEY.lastIndex = end;
    }
  }

  errorbook.shapes = { UUID, findShaped };
})();
