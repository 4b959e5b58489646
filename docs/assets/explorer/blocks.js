// @ts-check
"use strict";

/* Stretches of a text that are read by themselves. Twin of src/errorbook/explorer/blocks.py. */
(() => {
  const { findWords, weighWord } = errorbook.text;

  /** Characters of the longest stretch that is tried as one message. */
  const LONGEST = 4000;
  /** Words of a stretch, and stretches of a paste, that are compared word by word. */
  const MOST_WORDS = 200;
  const MOST_BLOCKS = 400;
  /** Letters of a word that may be a part of a message by itself. */
  const LONG_WORD = 12;
  const QUOTE = /["'`]/g;
  const CLOSES = /[ \t]*(?:[,:;}\])|<\\\r\n]|=>|$)/y;
  const BETWEEN = /[ \t]*(?:[,:;}\])]|=>)/y;
  const LINE = /[^\r\n]+/g;

  /**
   * Quotations, lines, and the whole; each once.
   * @param {string} folded
   */
  function findBlocks(folded) {
    return unique([...quoted(folded), ...lines(folded)]);
  }

  /**
   * Blocks with something to compare, each text once, and not all of an endless log.
   * @param {string} folded
   * @param {ErrorbookSpan[]} blocks
   */
  function* blocksOfWords(folded, blocks) {
    const seen = new Set();
    for (const block of blocks) {
      const words = findWords(folded, ...block);
      const key = words.map((word) => word.text).join(" ");
      const enough = words.length > 1 || words.some((word) => weighWord(word) >= LONG_WORD);
      if (!enough || words.length > MOST_WORDS || seen.has(key) || seen.size >= MOST_BLOCKS) continue;
      seen.add(key);
      yield { block, words };
    }
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
   * Where the backslashes begin that stand before a place.
   * @param {string} folded
   * @param {number} place
   */
  function beforeBackslashes(folded, place) {
    while (folded.charAt(place - 1) === "\\") place--;
    return place;
  }

  /**
   * Each once, in their order.
   * @param {ErrorbookSpan[]} spans
   * @returns {ErrorbookSpan[]}
   */
  function unique(spans) {
    return [...new Map(spans.map((span) => [span.join(), span])).values()];
  }

  errorbook.blocks = { LONGEST, findBlocks, blocksOfWords, beforeBackslashes, unique };
})();
