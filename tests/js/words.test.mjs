import assert from "node:assert/strict";
import { test } from "node:test";
import { errorbook } from "./load.mjs";

const { filterEntries } = errorbook.words;

function entry(id, rest = {}) {
  const facts = { statuses: [400], types: ["illegal_argument"], module: "users", retry: "never", who: "developer", state: "current" };
  return { id, title: "", exceptions: [], templates: [], address: `errors/${id}/`, words: "", ...facts, ...rest };
}

const INDEX = {
  language: "zh",
  placeholders: {},
  errors: [
    entry("taken", { title: "用户名已被占用", words: "用户名已被占用\ntaken\n400\nvalue of bob exists", statuses: [400, 409] }),
    entry("expired", { title: "Token 已过期", words: "token 已过期\nexpired\n401", statuses: [401], types: ["unauthorized", "expired_token"], module: "tokens", retry: "refresh" }),
    entry("old", { title: "Old", words: "old token\n401", statuses: [401], who: "provider", state: "legacy" }),
  ],
};

const ids = (q, filters = {}) => filterEntries(INDEX, { q, filters }).map(({ id }) => id);

test("without words and filters all are left, in their order", () => assert.deepEqual(ids(""), ["taken", "expired", "old"]));
test("every word counts", () => assert.deepEqual(ids("token expired"), ["expired"]));
test("words count in any order", () => assert.deepEqual(ids("expired token"), ["expired"]));
test("a part of a word counts", () => assert.deepEqual(ids("toke"), ["expired", "old"]));
test("a word that none has leaves nothing", () => assert.deepEqual(ids("token nonsense"), []));
test("case and width do not count", () => assert.deepEqual(ids("ＴＯＫＥＮ Expired"), ["expired"]));
test("quotes and commas around words do not count", () => assert.deepEqual(ids("“token”, 'expired'，"), ["expired"]));
test("Chinese words count with and without blanks", () => {
  assert.deepEqual(ids("占用 用户名"), ["taken"]);
  assert.deepEqual(ids("用户名占用"), ["taken"]);
});
test("Chinese characters in another order are another word", () => assert.deepEqual(ids("占用用户名"), []));
test("letters in their order are no word", () => assert.deepEqual(ids("tkn"), []));
test("any value of one filter will do", () => assert.deepEqual(ids("", { status: ["409", "401"] }), ["taken", "expired", "old"]));
test("a status that was also seen counts", () => assert.deepEqual(ids("", { status: ["409"] }), ["taken"]));
test("all filters must agree", () => assert.deepEqual(ids("", { status: ["401"], module: ["tokens"] }), ["expired"]));
test("words and filters must agree", () => assert.deepEqual(ids("token", { state: ["legacy"] }), ["old"]));
for (const [name, value, left] of [
  ["error", "expired_token", ["expired"]],
  ["retry", "refresh", ["expired"]],
  ["who", "provider", ["old"]],
]) {
  test(`the filter ${name} is known`, () => assert.deepEqual(ids("", { [name]: [value] }), left));
}
