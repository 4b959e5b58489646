import assert from "node:assert/strict";
import { test } from "node:test";
import { errorbook } from "./load.mjs";

const { later, prepare, each } = errorbook.later;

/** What is made of three letters, and the letters that were read. */
function spell() {
  const read = [];
  const word = later(function* () {
    const letters = yield* each("abc", (letter) => {
      read.push(letter);
      return letter.toUpperCase();
    });
    return letters.join("");
  });
  return { read, word };
}

test("nothing is made before it is asked for", () => assert.deepEqual(spell().read, []));

test("what is asked for is made at once, and only once", () => {
  const { read, word } = spell();
  assert.equal(word(), "ABC");
  assert.equal(word(), "ABC");
  assert.deepEqual(read, ["a", "b", "c"]);
});

test("what waits is made step by step", () => {
  for (const _ of prepare());
  const { read, word } = spell();
  const steps = prepare();
  steps.next();
  assert.deepEqual(read, ["a"]);
  for (const _ of steps);
  assert.deepEqual(read, ["a", "b", "c"]);
  assert.equal(word(), "ABC");
});

test("what was begun is gone on with, by whoever needs it", () => {
  for (const _ of prepare());
  const { read, word } = spell();
  for (const _ of prepare()) break; // the reader went to another page
  assert.equal(word(), "ABC");
  assert.deepEqual(read, ["a", "b", "c"]);
  assert.deepEqual([...prepare()], []);
});

test("what is not made in one pause is made in the next", () => {
  for (const _ of prepare());
  const { read } = spell();
  for (const _ of prepare()) break;
  for (const _ of prepare());
  assert.deepEqual(read, ["a", "b", "c"]);
});
