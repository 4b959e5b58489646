import assert from "node:assert/strict";
import { test } from "node:test";
import { errorbook } from "./load.mjs";

const { readState, writeState, isShareable } = errorbook.state;
const NONE = { status: [], module: [], error: [], retry: [], who: [], state: [] };

test("an address without query says nothing", () => assert.deepEqual(readState(""), { q: "", filters: NONE }));

test("words and repeated filters are read", () => {
  const { q, filters } = readState("?q=user+name&status=400&status=401&status=400&state=legacy&retry=");
  assert.equal(q, "user name");
  assert.deepEqual(filters, { ...NONE, status: ["400", "401"], state: ["legacy"] });
});

test("what is written is read again", () => {
  const state = { q: "用户 a&b", filters: { ...NONE, status: ["400", "404"], error: ["illegal_argument"] } };
  assert.deepEqual(readState(writeState(state, "")), state);
});

test("parameters of others stay", () => {
  assert.equal(writeState({ q: "", filters: NONE }, "?utm=1&q=old&status=400"), "?utm=1");
});

test("nothing to say leaves no question mark", () => assert.equal(writeState({ q: " ", filters: NONE }, "?q=old"), ""));

for (const text of [
  '{"error":"x"}',
  "error=x",
  "two\nlines",
  "a\\nb",
  "<td>x</td>",
  "YWMtDUCW5GGZEeSrF1Y8ZwAAAUp1cWfS7vK5CnKqVzJp0",
  "word ".repeat(30),
]) {
  test(`a paste never enters the address: ${JSON.stringify(text.slice(0, 20))}`, () => {
    assert.equal(isShareable(text), false);
    assert.equal(writeState({ q: text, filters: NONE }, ""), "");
  });
}

test("words do", () => assert.equal(writeState({ q: "user taken", filters: NONE }, ""), "?q=user+taken"));
