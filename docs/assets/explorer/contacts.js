// @ts-check
"use strict";

/* Phone numbers and mail addresses, in every way in which people write them. */
(() => {
  const { skip, skipEscape } = errorbook.quotes;
  const { UUID } = errorbook.shapes;

  const PLUS = "(?:(?<!\\w)\\+|%(?:25)?2B)";
  const GAP = "(?:[-. \\t()+]|%(?:25)?2[0B]|\\\\{1,15}(?:t|u00a0|u3000))";
  const GAPS = `${GAP}{0,3}`;
  const PHONES = new RegExp(
    [
      `${UUID}(?![0-9a-f])`,
      "(?<phone>(?:(?<!\\d)(?<!\\d\\.)|(?<=%(?:25)?\\d\\d))" +
        `(?:(?:${PLUS}|00)?86${GAPS})?1[3-9]\\d(?:${GAPS}\\d{4}${GAPS}\\d{4}|${GAPS}\\d{3}${GAPS}\\d{5}|\\d\\d${GAPS}\\d{6}|\\d${GAPS}\\d{3}${GAPS}\\d{4})(?!\\d)`,
      `${PLUS}[1-9](?:${GAP}{0,2}\\d){6,14}(?!\\d)|(?<!\\w)00[1-9]\\d{8,13}(?!\\w)`,
      "(?<![\\w.-])0[1-9]\\d{1,2}(?: ?- ?|\\) ?)\\d{3,4} ?-? ?\\d{4}(?!\\w)",
      `${PLUS}[1-9](?:${GAP}{0,2}\\d){2,5}${GAP}?(?=\\s*$)|(?<=[\\s"'([+]|%20)1[3-9]\\d{4,8}(?=\\s*$))`, // broken off
    ].join("|"),
    "g",
  );
  const MOMENT = /(?:(?<![a-z])ts|time|stamp|created|modified|expires(?:_in)?|_at)(?:_?ms)?["'\\]{0,9}\s{0,9}[:=]\s{0,9}$/i;
  /** Characters before a number that tell what it is. */
  const AROUND = 48;

  const AT = /(?<=[\p{L}\p{N}_.+-])(?:@|%(?:25)?40|&#(?:64|x40);|&commat;|\\{1,15}u0040)(?=[\p{L}\p{N}_])/giu;
  const [PART, ENCODED_PART, WIDE_PART] = [/[\w.+-]/, /[\w.-]/, /[\p{L}\p{N}]/u];
  /** Chinese as JSON in ASCII has it. */
  const ESCAPED_PART = /(?:\\{1,15}u[\da-f]{4}){1,16}$/i;
  const DOMAIN = /[\w-]{1,63}(?:\.[\w-]{1,63}){0,8}/y;
  const WIDE_DOMAIN = /[\p{L}\p{N}_-]{1,63}(?:\.[\p{L}\p{N}_-]{1,63}){1,8}/uy;
  /** Longer is no name. */
  const LONGEST = 64;
  /** What stands before the sign then is the password of an address. */
  const LOGIN = /:\/\/[^\s/@:"']{0,200}:[^\s/"']{0,200}$/;
  const TOP_LEVEL = /\.\p{L}{2,}\d*$/u;

  /**
   * In no order; they may overlap.
   * @param {string} text
   * @returns {Iterable<ErrorbookSecret>}
   */
  function* findContacts(text) {
    yield* findPhones(text);
    yield* findMails(text);
  }

  /** @param {string} text */
  function* findPhones(text) {
    for (const { index, 0: number, groups } of text.matchAll(PHONES)) {
      const isMoment = /^\d+$/.test(number) && MOMENT.test(text.slice(Math.max(0, index - AROUND), index));
      if (groups?.phone && !isMoment) yield { start: index, end: index + number.length, kind: "phone" };
    }
  }

  /** The part before the sign is read backwards, or a text without any would cost the square of its length. @param {string} text */
  function* findMails(text) {
    for (const { index, 0: sign } of text.matchAll(AT)) {
      const start = startOfMail(text, index, sign);
      const end = endOfMail(text, index + sign.length);
      if (start < index && end && !LOGIN.test(text.slice(Math.max(0, start - 512), start))) yield { start, end, kind: "mail" };
    }
  }

  /**
   * In an encoded text a plus is a blank, and what follows a percent sign is another character. Chinese before Latin
   * letters is the sentence around them.
   * @param {string} text
   * @param {number} sign
   * @param {string} written
   */
  function startOfMail(text, sign, written) {
    const escaped = ESCAPED_PART.exec(text.slice(Math.max(0, sign - 2 * LONGEST), sign));
    if (escaped) return sign - escaped[0].length;
    const plain = written[0] !== "%";
    const part = !PART.test(text[sign - 1]) ? WIDE_PART : plain ? PART : ENCODED_PART;
    let start = sign;
    while (sign - start < LONGEST && start > 0 && part.test(text[start - 1])) start--;
    if (text[start - 1] === "%") start += text.startsWith("25", start) ? 4 : 2;
    return Math.min(skipEscape(text, start), sign);
  }

  /**
   * Of a host, or of what is left of one at the end of the text; 0 for anything else.
   * @param {string} text
   * @param {number} start
   */
  function endOfMail(text, start) {
    const end = skip(DOMAIN, text, start);
    if (TOP_LEVEL.test(text.slice(start, end)) || (end === text.length && end > start)) return end;
    const wide = skip(WIDE_DOMAIN, text, start);
    return TOP_LEVEL.test(text.slice(start, wide)) ? wide : 0;
  }

  errorbook.contacts = { findContacts };
})();
