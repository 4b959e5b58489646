// @ts-check
"use strict";

/* Where in a paste messages may stand, and what its fields say. Twin of src/errorbook/explorer/paste.py. */
(() => {
  const { findWords, foldQuotes, lower, lowerBound } = errorbook.text;

  /** Characters of the longest stretch that is tried as one message. */
  const LONGEST = 4000;
  const STARTS = 24;
  /** Words of a stretch, and stretches of a paste, that are compared word by word. */
  const MOST_WORDS = 200;
  const MOST_BLOCKS = 400;
  const SPACE =
    " \\t\\n\\r\\f\\v\\u0085\\u00a0\\u00ad\\u1680\\u2000-\\u200d\\u2028\\u2029\\u202f\\u205f\\u2060\\u3000\\ufeff";
  const CJK = "\\u2e80-\\u9fff\\uff00-\\uffef";
  const QUOTE = /["'`]/g;
  const CLOSES = /[ \t]*(?:[,:;}\])|<\\\r\n]|=>|$)/y;
  const BETWEEN = /[ \t]*(?:[,:;}\])]|=>)/y;
  const LINE = /[^\r\n]+/g;
  const START = new RegExp(
    `(?:=>|[:=|>(\\t]|[-\\u2013\\u2014] |\\][ ]|[${CJK}](?=[ A-Za-z0-9]))[${SPACE}]*(?:\\\\*["'\`])?`,
    "g",
  );
  const STOP = new RegExp(`[${SPACE}][A-Za-z_][A-Za-z0-9_.]*=|[|<\\t${CJK}"\`]`);
  const TAIL = new RegExp(`[${SPACE},;"'\`\\\\}\\])]`);
  const FIELD =
    /(?:^|[ \t\r\n[{,("'`&?<])([A-Za-z_][A-Za-z0-9_.-]{0,60})\\*["'`\]]?[ \t\r\n]*(?:=>|[:=])[ \t\r\n]*(?:\\*["'`]([^"'`\\\r\n]*)|([^ \t\r\n,;"'`}\]\\]+))/g;
  const NAME = /[A-Za-z0-9_.$]+/g;
  const HTTP = /HTTP\/[0-9.]+ +([1-5][0-9][0-9])(?![0-9])/g;
  const CODE = /(?:^|[^A-Za-z0-9_.-])([45][0-9][0-9])(?![A-Za-z0-9_.-])/g;
  const SPECIAL = /[{}[\]"`:=<>|\\\r\n]/;
  const TYPE = /^[A-Za-z][A-Za-z0-9_.]*$/;
  const NOTHING = /[ \t\r\n.…]*$/y;
  const DESCRIBES = /desc|message|msg|reason|detail/;

  /**
   * @param {string} text
   * @returns {ErrorbookPaste}
   */
  function readPaste(text) {
    const folded = foldQuotes(text);
    const fields = readFields(folded);
    return {
      source: text,
      folded,
      blocks: unique([...quoted(folded), ...lines(folded)]),
      fields,
      places: fields.map((field) => field.place),
      classes: new Set([...folded.matchAll(NAME)].map((found) => shortName(found[0]))),
      statuses: readStatuses(folded, fields),
      plain: !SPECIAL.test(strip(folded)),
      described: fields.some((field) => DESCRIBES.test(field.key) && field.value),
    };
  }

  /**
   * Stretches of a block that may be a message: from its start or a separator, to its end or a stop.
   * @param {string} folded
   * @param {ErrorbookSpan} block
   * @returns {ErrorbookSpan[]}
   */
  function windows(folded, [start, end]) {
    const stretch = folded.slice(start, end);
    const starts = [start];
    for (const found of stretch.matchAll(START)) {
      if (starts.length === STARTS) break;
      starts.push(start + found.index + found[0].length);
    }
    const trimmed = trim(folded, start, end);
    /** @type {ErrorbookSpan[]} */
    const found = [];
    for (const begin of starts) {
      const stop = stretch.slice(begin - start).search(STOP);
      for (const close of [end, trimmed, stop < 0 ? end : beforeBackslashes(folded, begin + stop)]) {
        if (begin < close) found.push([begin, close]);
      }
    }
    return unique(found);
  }

  /**
   * How many layers of escapes lie on a message that starts here: none outside quotes.
   * @param {string} folded
   * @param {number} start
   */
  function depthAt(folded, start) {
    if (!/["'`]/.test(folded.charAt(start - 1))) return 0;
    return 33 - Math.clz32(start - 1 - beforeBackslashes(folded, start - 1));
  }

  /**
   * Something follows that closes the message or comes after it.
   * @param {string} folded
   * @param {number} end
   */
  function hasMore(folded, end) {
    NOTHING.lastIndex = end;
    return !NOTHING.test(folded);
  }

  /**
   * Blocks with something to compare, each text once, and not all of an endless log.
   * @param {ErrorbookPaste} paste
   */
  function* blocksOfWords(paste) {
    const seen = new Set();
    for (const block of paste.blocks) {
      const words = findWords(paste.folded, ...block);
      const key = words.map((word) => word.text).join(" ");
      if (words.length < 2 || words.length > MOST_WORDS || seen.has(key) || seen.size >= MOST_BLOCKS) continue;
      seen.add(key);
      yield { block, words };
    }
  }

  /** `SecurityException` of `org.apache.usergrid.rest.exceptions.SecurityException`. @param {string} name */
  function shortName(name) {
    let end = name.length;
    while (name.charAt(end - 1) === ".") end--;
    return name.slice(name.lastIndexOf(".", end - 1) + 1, end);
  }

  /**
   * @param {string} folded
   * @param {number} place
   */
  function beforeBackslashes(folded, place) {
    while (folded.charAt(place - 1) === "\\") place--;
    return place;
  }

  /**
   * @param {string} folded
   * @param {number} start
   * @param {number} end
   */
  function trim(folded, start, end) {
    while (end > start && TAIL.test(folded.charAt(end - 1))) end--;
    return end;
  }

  /** @param {string} text */
  function strip(text) {
    let [start, end] = [0, text.length];
    while (start < end && " \t\r\n".includes(text.charAt(start))) start++;
    while (end > start && " \t\r\n".includes(text.charAt(end - 1))) end--;
    return text.slice(start, end);
  }

  /**
   * Each line, and the whole.
   * @param {string} folded
   * @returns {ErrorbookSpan[]}
   */
  function lines(folded) {
    /** @type {ErrorbookSpan[]} */
    const found = [];
    for (const line of folded.matchAll(LINE)) {
      if (line[0].length <= LONGEST) found.push([line.index, line.index + line[0].length]);
    }
    return folded.length <= LONGEST ? [...found, [0, folded.length]] : found;
  }

  /**
   * Between a quote and the next of its kind, and the next that closes something; or the end.
   * @param {string} folded
   * @returns {ErrorbookSpan[]}
   */
  function quoted(folded) {
    const [following, closing] = [new Map(), new Map()];
    /** @type {ErrorbookSpan[]} */
    const found = [];
    for (const quote of [...folded.matchAll(QUOTE)].reverse()) {
      const start = quote.index + 1;
      const before = beforeBackslashes(folded, quote.index);
      const kind = folded.slice(before, start);
      const ends = [following.get(kind) ?? folded.length, closing.get(kind) ?? folded.length];
      BETWEEN.lastIndex = start;
      const opens = !BETWEEN.test(folded);
      for (const end of ends) if (opens && start < end && end <= start + LONGEST) found.push([start, end]);
      following.set(kind, before);
      CLOSES.lastIndex = start;
      if (CLOSES.test(folded)) closing.set(kind, before);
    }
    return found.reverse();
  }

  /**
   * @param {string} folded
   * @returns {ErrorbookField[]}
   */
  function readFields(folded) {
    return [...folded.matchAll(FIELD)].map((found) => {
      const key = lower(found[1]).replace(/[^a-z]/g, "");
      const value = found[3] || found[2] || "";
      const typed = TYPE.test(value) && (found[3] === undefined || value.includes("_"));
      return { key, value, declares: key === "error" && typed, place: found.index + found[0].indexOf(found[1]) };
    });
  }

  /**
   * Those of the same object: no brace closes between them and the text from `start` to `end`.
   * @param {ErrorbookPaste} paste
   * @param {ErrorbookSpan} span
   */
  function fieldsAround({ folded, fields, places }, [start, end]) {
    const before = Math.max(0, start - LONGEST);
    const first = before + folded.slice(before, start).lastIndexOf("}") + 1;
    const last = folded.slice(end, end + LONGEST).indexOf("}");
    return fields.slice(lowerBound(places, first), lowerBound(places, end + (last < 0 ? LONGEST : last)));
  }

  /**
   * Those said to be one; else every number that could be one of an error.
   * @param {string} folded
   * @param {ErrorbookField[]} fields
   * @returns {Set<number>}
   */
  function readStatuses(folded, fields) {
    const told = new Set([...folded.matchAll(HTTP)].map((found) => Number(found[1])));
    for (const { key, value } of fields) {
      if (/status|code/.test(key) && /^[1-5][0-9][0-9]$/.test(value)) told.add(Number(value));
    }
    return told.size ? told : new Set([...folded.matchAll(CODE)].map((found) => Number(found[1])));
  }

  /**
   * @param {ErrorbookSpan[]} spans
   * @returns {ErrorbookSpan[]}
   */
  function unique(spans) {
    return [...new Map(spans.map((span) => [span.join(), span])).values()];
  }

  errorbook.paste = { readPaste, fieldsAround, windows, depthAt, hasMore, blocksOfWords, shortName };
})();
