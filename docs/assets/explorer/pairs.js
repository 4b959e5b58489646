// @ts-check
"use strict";

/*
 * Where the value of a name stands, in every way in which tools and people write the two: assigned, as an argument, in
 * a table, in an element, as an option of a command, as `name` and `value` of a pair, or on the next line.
 */
(() => {
  const { QUOTE, endOfQuoted, skip } = errorbook.quotes;
  const { isMasked } = errorbook.names;

  /** What ends a name, and what begins its value. */
  const Q = `(?:${QUOTE})`;
  const CLOSE = `${Q}?(?:\\]|%(?:25)?5D)?${Q}?\\s{0,40}`;
  const OPEN = `(?:\\s{0,200}(?:string\\(\\d{1,9}\\)\\s{0,9})?[ub]?(${QUOTE})|[ \\t]{0,200})`;
  const SCHEME = "(?:Bearer|Basic|Token)(?:\\s|%20|\\+){1,4}";
  /** Before something in plain letters, as in 密码是; before other Chinese it is prose. */
  const IS = "[是为](?=[\\s:]{0,9}[!-~“‘])\\s{0,9}:?";

  /** A quote or delimiter ends a value only where something else may follow it. */
  const RUN =
    /(?:[^\s&,;)}\]"'`<>\\，；。”’]|["'`](?=[\w!#$%^*@])|\\(?![\\"'nrtu])|[,;)}\]](?![\s,;)}\]"'`<>\\]|$|[\w.-]{1,40}["']?\s?[:=]))+/y;
  const ENCODED_RUN = /(?:[^\s&"'`<>\\%]|%(?!(?:25)?(?:26|0A|0D|20|22|27)))+/iy;
  const LINE = /(?:[^"'`\r\n\\]|(?<==)"[^"\r\n]{0,4096}"|\\(?![\\"'nr]))+/y;
  const REST = /[^\r\n]+/y;
  /** All that is on a line. */
  const ALONE = sticky(`(?!${QUOTE}|[<{}[\\]()])[^\\s"'\`]{1,4096}(?<![:{[,])(?=[ \\t]*(?:[\\r\\n]|$))`);
  const CELL = /[^|│\t\r\n]{0,4096}[^|│\s]/y;
  const WORD = /[^\s"'`]+/y;
  const ELEMENT = /(?:(?!&lt;|\]\]>)[^<\r\n]){1,4096}/y;

  /** Headers whose values have blanks in them. */
  const HEADER = /^(?:cookie|authori)/i;
  const IN_ARGUMENTS = new RegExp(`[([{]\\s{0,40}[ub]?${Q}[\\w .-]{0,40}$`, "i");
  const IN_CELL = /(?:^|[|│\t\r\n])[ \t]{0,40}["'`]?[\p{L}\p{N}_.-]{0,40}$/u;
  const IN_OPTION = /(?:^|[\s"'`([,])-{1,2}(?:[a-z][\w-]{0,40})?$/i;
  const IN_TAG = /(?:^|\W)(?:<|&lt;)(?:[\w:.-](?:(?!&[lg]t;)[^<>\r\n]){0,80})?$/;
  /** Characters before a name that tell where it stands. */
  const AROUND = 100;

  /**
   * In the order in which they are tried: what stands before and behind the name, and how far the value goes unless
   * the quote behind the name tells.
   * @type {{ after: RegExp, value: RegExp, header?: RegExp, before?: RegExp[] }[]}
   */
  const WAYS = [
    { after: sticky(`${CLOSE}=>${OPEN}`), value: REST },
    { after: sticky(`${CLOSE}%(?:25)?3[AD]${OPEN}`), value: ENCODED_RUN },
    { after: sticky(`${CLOSE}:(?!=|[ \\t]{0,200}${SCHEME})${OPEN}`), value: RUN, header: LINE },
    { after: sticky(`${CLOSE}(?::=?|={1,3}|${IS}|;s:\\d{1,9}:|;[id]:)${OPEN}`), value: RUN },
    { after: sticky(`${Q}?:[ \\t]{0,40}\\r?\\n[ \\t]{0,40}(?:- )?`), value: ALONE },
    { after: sticky(`(?<!credentials?)\\(\\s{0,40}[ub@$]?(${QUOTE})`), value: RUN },
    { after: sticky(`${Q}\\s{0,40},\\s{0,200}[ub@$]?(${QUOTE})`), value: RUN, before: [IN_ARGUMENTS, IN_OPTION] },
    { after: sticky(`(?:${Q}|(?<!token))[ \\t]{1,9}(${QUOTE})(?=[^\\s,;:)}\\]"'])`), value: RUN },
    { after: sticky(`${Q}?[ \\t]{0,40}[|│\\t][ \\t]{0,40}(${QUOTE})?`), value: CELL, before: [IN_CELL] },
    { after: sticky(`(?:[ \\t]|\\\\?\\r?\\n){1,40}(?!--?[a-z][\\w-]*(?:[\\s=]|$))(${QUOTE})?`), value: WORD, before: [IN_OPTION] },
    { after: sticky(`(?![\\w:=-])[^<>{}]{0,120}?(?<![a-z])value${CLOSE}(?:=>|[:=]|%(?:25)?3[AD])${OPEN}`), value: RUN, header: LINE },
    { after: sticky("(?![\\w-])[^<>]{0,80}?(?:>|&gt;)\\s{0,40}(?:<!\\[CDATA\\[)?"), value: ELEMENT, before: [IN_TAG] },
    { after: sticky("\\s{0,9}</[\\w:]{1,40}>\\s{0,40}<[^<>/]{1,80}>\\s{0,40}"), value: ELEMENT },
  ];

  const NESTED = sticky(`${CLOSE}(?:=>|:=|[:=])\\s{0,40}(?=[{[]\\s{0,200}(?:${Q}|[{[]|\\d|[\\w-]{1,40}\\s{0,9}[:=]))`);
  const PIECE = new RegExp(`(${QUOTE})|[{[]|[}\\]]|[^\\s{}[\\],:="'\`\\\\]+`, "gi");
  const [OPENING, CLOSING] = [/^[{[]$/, /^[}\]]$/];
  const IS_KEY = /\s{0,40}[:=]/y;
  /** More than this is not within one value. */
  const LONGEST = 10000;
  const LONGEST_MASK = 20;

  /** @param {string} pattern */
  function sticky(pattern) {
    return new RegExp(pattern, "iy");
  }

  const LEADING_SCHEME = sticky(SCHEME);

  /**
   * The values of a name, several if it holds an object, and where to go on.
   * @param {string} text
   * @param {ErrorbookName} name
   * @returns {ErrorbookValues}
   */
  function findValues(text, name) {
    const nested = skip(NESTED, text, name.end);
    if (nested > name.end && !startsMasked(text, nested)) return findNested(text, nested);
    const before = text.slice(Math.max(0, name.start - AROUND), name.start);
    for (const way of WAYS) {
      if (way.before && !way.before.some((place) => place.test(before))) continue;
      way.after.lastIndex = name.end;
      const found = way.after.exec(text);
      if (!found) continue;
      const at = way.after.lastIndex;
      const start = skip(LEADING_SCHEME, text, at);
      const quote = found[1] ?? "";
      const isHeader = way.header && HEADER.test(text.slice(name.start, name.end));
      const end = quote ? endOfQuoted(text, at, quote) : endOfBare(text, start, (isHeader && way.header) || way.value);
      if (!quote && end === start && !startsMasked(text, start)) continue;
      return { values: [{ start, end, quoted: quote !== "" }], end };
    }
    return { values: [], end: name.end };
  }

  /**
   * @param {string} text
   * @param {number} start
   * @param {RegExp} value
   */
  function endOfBare(text, start, value) {
    return startsMasked(text, start) ? start : skip(value, text, start);
  }

  /**
   * @param {string} text
   * @param {number} start
   */
  function startsMasked(text, start) {
    return isMasked(text.slice(start, start + LONGEST_MASK));
  }

  /**
   * All values of an object or a list, without the names in it.
   * @param {string} text
   * @param {number} start
   * @returns {ErrorbookValues}
   */
  function findNested(text, start) {
    /** @type {ErrorbookValue[]} */
    const values = [];
    let depth = 0;
    let at = start;
    do {
      PIECE.lastIndex = at;
      const piece = PIECE.exec(text);
      if (!piece) break;
      const [whole, quote] = piece;
      at = PIECE.lastIndex;
      if (OPENING.test(whole)) depth++;
      else if (CLOSING.test(whole)) depth--;
      else {
        const from = quote ? at : piece.index;
        const end = quote ? endOfQuoted(text, at, quote) : at;
        at = Math.min(text.length, quote ? end + quote.length : end);
        if (skip(IS_KEY, text, at) === at) values.push({ start: from, end, quoted: Boolean(quote) });
      }
    } while (depth > 0 && at - start < LONGEST);
    return { values, end: at };
  }

  errorbook.pairs = { findValues };
})();
