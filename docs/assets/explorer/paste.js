// @ts-check
"use strict";

/* Where in a paste messages may stand, and what its fields say. Twin of src/errorbook/explorer/paste.py. */
(() => {
  const { findWords, foldQuotes, lower, lowerBound, weighWord } = errorbook.text;

  /** Characters of the longest stretch that is tried as one message. */
  const LONGEST = 4000;
  const END = 12000;
  /** Separators of a stretch, and those behind one place, at which a message may begin or end. */
  const STARTS = 24;
  const STOPS = 96;
  const NEXT_STOPS = 4;
  const SIGNS = 5;
  /** Words of a stretch, and stretches of a paste, that are compared word by word. */
  const MOST_WORDS = 200;
  const MOST_BLOCKS = 400;
  /** Letters of a word that may be a part of a message by itself. */
  const LONG_WORD = 12;
  const SPACE =
    " \\t\\n\\r\\f\\v\\u0085\\u00a0\\u00ad\\u1680\\u2000-\\u200d\\u2028\\u2029\\u202f\\u205f\\u2060\\u3000\\ufeff";
  const CJK = "\\u2e80-\\u2fff\\u3040-\\u9fff\\uff66-\\uffef";
  const CJK_SIGNS = "\\u3000-\\u303f\\uff00-\\uff65";
  const QUOTE = /["'`]/g;
  const CLOSES = /[ \t]*(?:[,:;}\])|<\\\r\n]|=>|$)/y;
  const BETWEEN = /[ \t]*(?:[,:;}\])]|=>)/y;
  const LINE = /[^\r\n]+/g;
  const START = new RegExp(
    `(?:=>|[:=|>(\\t「『《（：，]|[-\\u2013\\u2014*#] |\\][ ]|[${CJK}](?=[ A-Za-z0-9]))[${SPACE}]*(?:\\\\*["'\`])?`,
    "g",
  );
  const STOP = new RegExp(
    `[${SPACE}](?:\\([a-z]{0,9}[ =:]{0,2}[0-9]|[A-Za-z_][A-Za-z0-9_.]*(?:=|:[^${SPACE}]))|&[A-Za-z_]+=|[|<\\t"\`]|[${CJK}]+|[${CJK_SIGNS}]`,
    "g",
  );
  const TAIL = new RegExp(`[${SPACE},;.…"'\`\\\\}\\])]`);
  const FIELD =
    /(?:^|[ \t\r\n[{,("'`&?<])([A-Za-z_][A-Za-z0-9_.-]{0,60})\\*["'`]?\]?[ \t\r\n]*(?:=>|[:=])[ \t\r\n]*(?:(?:string\([0-9]+\) )?\\*["'`]([^"'`\\\r\n]*)|([^ \t\r\n,;"'`}\]\\]+))/g;
  /** As PHP prints an array: what has blanks has no quotes either. */
  const PRINTED = /\[([A-Za-z_][A-Za-z0-9_.-]{0,60})\] => ([^\r\n]*[^ \t\r\n])/g;
  const NAME = /[A-Za-z0-9_.$]+/g;
  const HTTP = /HTTP\/[0-9.]+ +([1-5][0-9][0-9])(?![0-9])/g;
  const CODE = /(?:^|[^A-Za-z0-9_.-])([45][0-9][0-9])(?![A-Za-z0-9_.-])/g;
  const SPECIAL = /[{}[\]"`:=<>|\\\r\n]/;
  const TYPE = /^[A-Za-z][A-Za-z0-9_.]*$/;
  const NOTHING = /[ \t\r\n.…]*$/y;
  const OWN = "errordescription";
  const OWN_ELEMENT = /<error_?[dD]escription>/g;
  const BLANK = new RegExp(`[${SPACE}]`);
  const EDGE = " \t\r\n.…\"'`";
  const OPENED =
    /(?:[|>「『"'`\u4e00-\u9fff]|(?:desc(?:ription)?|message|msg|reason|detail|exception|error)\\*["'`\]]?[ \t]*(?:=>|[:=]))$/i;
  const CLOSED = new RegExp(`[${SPACE}.,;!]*(?:[|<」』"'\`)\\]}\\r\\n${CJK_SIGNS}]|$|[A-Za-z_]+[=:])`, "y");
  const LINE_END = /[ \t.,;!]*(?:[\r\n]|$)/y;
  const DESCRIBES = /desc|message|msg|reason|detail/;

  /**
   * Of an endless text its beginning and its end, so that no paste blocks the page.
   * @param {string} all
   * @returns {ErrorbookPaste}
   */
  function readPaste(all) {
    const text = all.length > 2 * END ? `${all.slice(0, END)}\n${all.slice(-END)}` : all;
    const folded = foldQuotes(text);
    const fields = readFields(folded);
    const [first, last] = strip(folded, EDGE);
    const plain = !SPECIAL.test(folded.slice(...strip(folded, " \t\r\n")));
    return {
      source: text,
      folded,
      blocks: unique([...quoted(folded), ...lines(folded)]),
      fields,
      places: fields.map((field) => field.place),
      classes: new Set([...folded.matchAll(NAME)].map((found) => shortName(found[0]))),
      statuses: readStatuses(folded, fields),
      descriptions: new Set([
        ...fields.filter((field) => field.key === OWN).map((field) => field.start),
        ...[...folded.matchAll(OWN_ELEMENT)].map((found) => found.index + found[0].length),
      ]),
      plain,
      word: plain && !BLANK.test(folded.slice(first, last)),
      first,
      last,
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
    const starts = [start, ...places(stretch, START, STARTS - 1).map((found) => start + found.index + found[0].length)];
    const stops = places(stretch, STOP, STOPS).map((found) => start + found.index);
    /** @type {ErrorbookSpan[]} */
    const found = [];
    for (const begin of starts) {
      const after = lowerBound(stops, begin + 1);
      for (const close of [end, ...stops.slice(after, after + NEXT_STOPS)]) {
        for (const last of trims(folded, begin, close)) found.push([begin, last]);
      }
    }
    return unique(found);
  }

  /**
   * The first matches of an expression.
   * @param {string} text
   * @param {RegExp} expression
   * @param {number} most
   */
  function places(text, expression, most) {
    /** @type {RegExpExecArray[]} */
    const found = [];
    for (const match of text.matchAll(expression)) {
      if (found.length === most) break;
      found.push(match);
    }
    return found;
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
      const enough = words.length > 1 || words.some((word) => weighWord(word) >= LONG_WORD);
      if (!enough || words.length > MOST_WORDS || seen.has(key) || seen.size >= MOST_BLOCKS) continue;
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
   * Ends with less and less of the signs that stand there, of which some may belong to the message.
   * @param {string} folded
   * @param {number} start
   * @param {number} end
   */
  function* trims(folded, start, end) {
    for (let sign = 0; sign < SIGNS; sign++) {
      end = beforeBackslashes(folded, end);
      if (start < end) yield end;
      if (end <= start || !TAIL.test(folded.charAt(end - 1))) return;
      end--;
    }
  }

  /**
   * From where to where a text is without these characters around it.
   * @param {string} text
   * @param {string} signs
   * @returns {ErrorbookSpan}
   */
  function strip(text, signs) {
    let [start, end] = [0, text.length];
    while (start < end && signs.includes(text.charAt(start))) start++;
    while (end > 0 && signs.includes(text.charAt(end - 1))) end--;
    return [start, end];
  }

  /**
   * Nothing stands around it but blanks and quotes.
   * @param {ErrorbookPaste} paste
   * @param {ErrorbookSpan} span
   */
  function isAll({ first, last }, [start, end]) {
    return start <= first && last <= end;
  }

  /**
   * A table's cell, a quotation, what a field says that describes, or the last words of a line in a log.
   * @param {ErrorbookPaste} paste
   * @param {ErrorbookSpan} span
   */
  function isSetOff({ folded }, [start, end]) {
    const before = folded.slice(Math.max(0, start - 40), start).replace(/[ \t]+$/, "");
    const behind = before === "" || OPENED.test(before) ? CLOSED : /[:\]*-]$/.test(before) ? LINE_END : null;
    if (behind) behind.lastIndex = end;
    return behind !== null && behind.test(folded);
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
      const opens = !BETWEEN.test(folded) && !folded.startsWith(quote[0], start);
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
    const fields = [...folded.matchAll(FIELD)].map((found) => {
      const value = found[3] || found[2] || "";
      const typed = TYPE.test(value) && (found[3] === undefined || value.includes("_"));
      return toField(found, value, typed);
    });
    const printed = [...folded.matchAll(PRINTED)].map((found) =>
      toField(found, found[2], TYPE.test(found[2]) && found[2].includes("_")),
    );
    return [...fields, ...printed].sort((a, b) => a.place - b.place);
  }

  /**
   * @param {RegExpExecArray} found
   * @param {string} value
   * @param {boolean} typed
   * @returns {ErrorbookField}
   */
  function toField(found, value, typed) {
    const key = lower(found[1]).replace(/[^a-z]/g, "");
    const end = found.index + found[0].length;
    const place = found.index + found[0].indexOf(found[1]);
    return { key, value, declares: key === "error" && typed, place, start: end - value.length, end };
  }

  /**
   * Those of the same object: no brace closes between them and the text from `start` to `end`. A field whose value
   * begins with that text or holds it says nothing about it.
   * @param {ErrorbookPaste} paste
   * @param {ErrorbookSpan} span
   */
  function fieldsAround({ folded, fields, places }, [start, end]) {
    const before = Math.max(0, start - LONGEST);
    const first = before + folded.slice(before, start).lastIndexOf("}") + 1;
    const last = folded.slice(end, end + LONGEST).indexOf("}");
    const around = fields.slice(lowerBound(places, first), lowerBound(places, end + (last < 0 ? LONGEST : last)));
    return around.filter((field) => !(field.start <= start && start <= field.end));
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

  errorbook.paste = { readPaste, fieldsAround, isAll, isSetOff, windows, depthAt, hasMore, blocksOfWords, shortName };
})();
