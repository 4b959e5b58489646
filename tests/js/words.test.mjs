import assert from "node:assert/strict";
import { test } from "node:test";
import { errorbook } from "./load.mjs";

const { createSearch } = errorbook.words;
const { createChoice } = errorbook.facets;

function entry(id, words, rest = {}) {
  const facts = { statuses: [400], types: ["illegal_argument"], module: "users", retry: "never", who: "developer", state: "current" };
  const texts = { title: "", wire: "", cause: "", fix: "", ...words };
  return { id, title: "", exceptions: [], templates: [], operations: [], address: `errors/${id}/`, ...facts, ...rest, words: texts };
}

const INDEX = {
  language: "zh",
  vocabulary: {
    idle: ["错误", "报错", "http", "status", "error", "internal"],
    synonyms: { 令牌: "token", 失效: "过期", "app key": "名字", acct: "username" },
    reasons: { 400: "bad request", 401: "unauthorized", 409: "conflict" },
  },
  placeholders: {},
  operations: ["注册用户\nregister users\npost /users", "解禁用户\nunban a user\npost /users/{username}/activate", "获取用户\nlist users\nget /users"],
  errors: [
    entry(
      "taken",
      { title: "用户名已被占用\nusername already taken", wire: "taken\n400\nduplicate_property_exists\nvalue of bob exists", cause: "用户名在一个应用内不能重复", fix: "换一个名字" },
      { statuses: [400, 409], operations: [0] },
    ),
    entry(
      "expired",
      { title: "token 已过期\ntoken has expired", wire: "expired\n401\nunauthorized", cause: "超过了有效期\nit happens late", fix: "重新获取" },
      { statuses: [401], types: ["unauthorized", "expired_token"], module: "tokens", retry: "refresh", operations: [0, 1, 2] },
    ),
    entry("old", { title: "old", wire: "old token\n401\n某某 expired", cause: "名字\n重复的用户" }, { statuses: [401], who: "provider", state: "legacy" }),
  ],
};

const search = createSearch(INDEX);
const ids = (q, filters = {}) => search(q).filter(createChoice(filters)).map(({ id }) => id);

test("without words and filters all are left, in their order", () => assert.deepEqual(ids(""), ["taken", "expired", "old"]));
test("every word counts", () => assert.deepEqual(ids("token has expired"), ["expired"]));
test("words count in any order", () => assert.deepEqual(ids("already username"), ["taken"]));
test("a part of a word counts", () => assert.deepEqual(ids("ropert"), ["taken"]));
test("of short words only the beginning does", () => {
  assert.deepEqual(ids("app"), []);
  assert.deepEqual(ids("exp"), ["expired", "old"]);
  assert.deepEqual(ids("has"), ["expired"]);
});
test("what titles say comes first, then messages, then prose", () => {
  assert.deepEqual(ids("token"), ["expired", "old"]);
  assert.deepEqual(ids("名字"), ["old", "taken"]);
  assert.deepEqual(ids("用户"), ["taken", "expired", "old"]);
});
test("words of the other language count", () => assert.deepEqual(ids("taken 重复"), ["taken"]));
test("Chinese and Latin words part where they touch", () => assert.deepEqual(ids("token过期"), ["expired"]));
test("a long Chinese word may be said otherwise within a clause", () => assert.deepEqual(ids("用户名重复"), ["taken"]));
test("what no error says is sought in the characters of titles", () => assert.deepEqual(ids("用户名过期"), ["taken"]));
test("but not in half of them", () => assert.deepEqual(ids("天气很好"), []));
test("slips are forgiven where nothing is without", () => assert.deepEqual(ids("tokne expird"), ["expired", "old"]));
test("slips in short words are not", () => assert.deepEqual(ids("odl"), []));
test("nor in several clauses", () => assert.deepEqual(ids("名字重复"), []));
test("method and path are one", () => {
  assert.deepEqual(ids("POST /users"), ["taken", "expired"]);
  assert.deepEqual(ids("post   /users/"), ["expired"]);
  assert.deepEqual(ids("GET /users"), ["expired"]);
  assert.deepEqual(ids("PUT /users"), []);
});
test("operations count by their names, the fewer an error has the more", () => {
  assert.deepEqual(ids("register users"), ["taken", "expired"]);
  assert.deepEqual(ids("解禁"), ["expired"]);
});
test("a word that none has leaves nothing", () => assert.deepEqual(ids("token nonsense"), []));
test("case and width do not count", () => assert.deepEqual(ids("ＴＯＫＥＮ Has Expired"), ["expired"]));
test("quotes and commas around words do not count", () => assert.deepEqual(ids("“token”, 'has'，"), ["expired"]));
test("Chinese words count with and without blanks", () => {
  assert.deepEqual(ids("占用 用户名"), ["taken"]);
  assert.deepEqual(ids("用户名被占用"), ["taken"]);
});
test("Chinese words in another order are the same", () => assert.deepEqual(ids("占用用户名"), ["taken"]));
test("letters in their order are no word", () => assert.deepEqual(ids("tkn"), []));
for (const q of ["401", "HTTP 401", "status: 401", "status=401", '"status":401', "401错误", "报错401", "error 401 unauthorized", "401 Unauthorized", "Unauthorized 401 错误"]) {
  test(`${q} leaves the entries of that status`, () => assert.deepEqual(ids(q).sort(), ["expired", "old"]));
}
test("a number is a status exactly", () => {
  assert.deepEqual(ids("400"), ["taken"]);
  assert.deepEqual(ids("40"), ["taken", "expired", "old"]);
  assert.deepEqual(ids("4"), ["taken", "expired", "old"]);
  assert.deepEqual(ids("400 401"), []);
  assert.deepEqual(ids("404"), []);
});
test("a status and words must agree", () => assert.deepEqual(ids("401 token 某某"), ["old"]));
test("a standard phrase alone leaves those of its status, and first those that say it", () => {
  assert.deepEqual(ids("Bad Request"), ["taken"]);
  assert.deepEqual(ids("bad request 错误"), ["taken"]);
  assert.deepEqual(ids("unauthorized"), ["expired", "old"]);
  assert.deepEqual(ids("conflict"), ["taken"]);
});
test("among words it is words", () => {
  assert.deepEqual(ids("token bad request"), []);
  assert.deepEqual(ids("token unauthorized"), ["expired"]);
});
test("words that say nothing exclude nothing, but by themselves are words", () => {
  assert.deepEqual(ids("token 错误"), ["expired", "old"]);
  assert.deepEqual(ids("错误"), []);
});
test("a word is found in the words of the entries", () => {
  assert.deepEqual(ids("令牌过期"), ["expired"]);
  assert.deepEqual(ids("token失效"), ["expired"]);
  assert.deepEqual(ids("acct taken"), ["taken"]);
  assert.deepEqual(ids("App  Key"), ["old", "taken"]);
  assert.deepEqual(ids("app keys"), []);
});
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
