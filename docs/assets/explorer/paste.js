// @ts-check
"use strict";

/* A pasted text, and what is read in it before any message. Twin of src/errorbook/explorer/paste.py. */
(() => {
  const { SPACE, foldQuotes, lowerBound } = errorbook.text;
  const { LONGEST, findBlocks } = errorbook.blocks;
  const { readFields, readStatuses, readDescriptions, readClasses } = errorbook.fields;

  /** Characters of a text that is read whole; of a longer one the beginning and the end, half of them each. */
  const LONGEST_TEXT = 50_000;
  const SPECIAL = /[{}[\]"`:=<>|\\\r\n]/;
  const BLANK = new RegExp(`[${SPACE}]`);
  const EDGE = " \t\r\n.…\"'`";
  const DESCRIBES = /desc|message|msg|reason|detail/;

  /**
   * Of an endless text its beginning and its end, so that no paste blocks the page.
   * @param {string} all
   * @returns {ErrorbookPaste}
   */
  function readPaste(all) {
    const text = all.length > LONGEST_TEXT ? `${all.slice(0, LONGEST_TEXT / 2)}\n${all.slice(-LONGEST_TEXT / 2)}` : all;
    const folded = foldQuotes(text);
    const fields = readFields(folded);
    const [first, last] = strip(folded, EDGE);
    const plain = !SPECIAL.test(folded.slice(...strip(folded, " \t\r\n")));
    return {
      source: text,
      folded,
      blocks: findBlocks(folded),
      fields,
      places: fields.map((field) => field.place),
      classes: readClasses(folded),
      statuses: readStatuses(folded, fields),
      descriptions: readDescriptions(folded, fields),
      plain,
      word: plain && !BLANK.test(folded.slice(first, last)),
      first,
      last,
      described: fields.some((field) => DESCRIBES.test(field.key) && field.value),
    };
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
   * Those of the same object: no brace closes between them and the text from `start` to `end`. A field whose value
   * begins with that text or holds it says nothing about it.
   * @param {ErrorbookPaste} paste
   * @param {ErrorbookSpan} span
   */
  function fieldsAround(paste, [start, end]) {
    const { folded } = paste;
    const before = Math.max(0, start - LONGEST);
    const first = before + folded.slice(before, start).lastIndexOf("}") + 1;
    const last = folded.slice(end, end + LONGEST).indexOf("}");
    const around = fieldsBetween(paste, first, end + (last < 0 ? LONGEST : last));
    return around.filter((field) => !(field.start <= start && start <= field.end));
  }

  /** Those whose keys stand there. @type {Errorbook["paste"]["fieldsBetween"]} */
  function fieldsBetween({ fields, places }, start, end) {
    return fields.slice(lowerBound(places, start), lowerBound(places, end));
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

  errorbook.paste = { readPaste, isAll, fieldsAround, fieldsBetween };
})();
