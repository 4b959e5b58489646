// @ts-check
"use strict";

/* Does a text nearly fit a template: damaged, cut, in other text? Twin of src/errorbook/explorer/near.py. */
(() => {
  const { weigh, weighWord } = errorbook.text;

  /** Words of a value in a message that fits only nearly. */
  const LONGEST_VALUE = 12;
  const LEAST_WORDS = 2;

  /**
   * Align the words of a text with those of the template; with `last`, the text may break off.
   * @param {ErrorbookPattern} pattern
   * @param {ErrorbookWord[]} words
   * @param {boolean} last
   * @returns {ErrorbookNear | null}
   */
  function near(pattern, words, last) {
    const path = align(pattern, words, last);
    const hits = path.filter(([step]) => pattern.steps[step] !== null).map(([, word]) => word);
    if (hits.length < LEAST_WORDS) return null;
    const [first, final] = [hits[0], hits[hits.length - 1]];
    const values = readValues(pattern, path);
    if (values.some((value) => value.length > LONGEST_VALUE)) return null;
    const taken = new Set(path.map(([, word]) => word));
    const foreign = words.map((_, word) => word).filter((word) => !taken.has(word));
    /** @param {number[]} places */
    const measure = (places) => places.reduce((sum, place) => sum + weighWord(words[place]), 0);
    return {
      matched: measure(hits),
      extra: measure(foreign.filter((word) => first < word && word < final)),
      around: measure(foreign.filter((word) => word < first || word > final)),
      cut: last && path[path.length - 1][1] === words.length - 1 ? reach(pattern, path[path.length - 1][0]) : 0,
      spans: values.map((value, hole) =>
        value.length && isClear(pattern, hole) ? [words[value[0]].start, words[value[value.length - 1]].end] : [0, 0],
      ),
    };
  }

  /**
   * The words that each value holds.
   * @param {ErrorbookPattern} pattern
   * @param {ErrorbookSpan[]} path
   */
  function readValues(pattern, path) {
    return holesOf(pattern).map((hole) => path.filter(([step]) => step === hole).map(([, word]) => word));
  }

  /**
   * Whether words part a value from its neighbours: else nobody knows where it ends.
   * @param {ErrorbookPattern} pattern
   * @param {number} number
   */
  function isClear(pattern, number) {
    const hole = holesOf(pattern)[number];
    return pattern.steps[hole - 1] !== null && pattern.steps[hole + 1] !== null;
  }

  /** The steps where values stand. @param {ErrorbookPattern} pattern */
  function holesOf({ steps }) {
    return steps.map((_, step) => step).filter((step) => steps[step] === null);
  }

  /**
   * The best pairs of (step, word): equal words count, foreign ones between them against it.
   * @param {ErrorbookPattern} pattern
   * @param {ErrorbookWord[]} words
   * @param {boolean} last
   */
  function align(pattern, words, last) {
    const table = fillTable(pattern, words, last);
    let i = pattern.steps.length;
    let j = bestEnd(pattern, table[i]);
    /** @type {ErrorbookSpan[]} */
    const path = [];
    while (i && j) {
      if (table[i][j] === table[i - 1][j]) {
        i--;
        continue;
      }
      const step = pattern.steps[i - 1];
      const word = words[j - 1];
      if (step === null) {
        path.push([i - 1, j - 1]);
      } else if (
        agree(step, word, last && j === words.length) &&
        table[i][j] === table[i - 1][j - 1] + weighWord(word)
      ) {
        path.push([i - 1, j - 1]);
        i--;
      }
      j--;
    }
    return path.reverse();
  }

  /**
   * Words behind the message are left out, unless a value at its end may take them.
   * @param {ErrorbookPattern} pattern
   * @param {number[]} row
   */
  function bestEnd(pattern, row) {
    return pattern.steps[pattern.steps.length - 1] === null ? row.length - 1 : row.indexOf(Math.max(...row));
  }

  /**
   * @param {ErrorbookPattern} pattern
   * @param {ErrorbookWord[]} words
   * @param {boolean} last
   */
  function fillTable(pattern, words, last) {
    let above = new Array(words.length + 1).fill(0);
    const table = [above];
    for (const step of pattern.steps) {
      const row = [0];
      words.forEach((word, j) => {
        const agreed = step !== null && agree(step, word, last && j + 1 === words.length);
        const skipped = step === null ? row[j] : row[j] - weighWord(word);
        row.push(Math.max(above[j + 1], skipped, agreed ? above[j] + weighWord(word) : 0));
      });
      table.push(row);
      above = row;
    }
    return table;
  }

  /**
   * @param {string} step
   * @param {ErrorbookWord} word
   * @param {boolean} last
   */
  function agree(step, word, last) {
    return step === word.text || (last && word.text.length > 1 && step.startsWith(word.text));
  }

  /**
   * Characters of the words up to a step.
   * @param {ErrorbookPattern} pattern
   * @param {number} step
   */
  function reach(pattern, step) {
    return pattern.steps.slice(0, step + 1).reduce((sum, text) => sum + weigh(text ?? ""), 0);
  }

  errorbook.near = { near };
})();
