import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { errorbook } from "./load.mjs";

const INDEX = JSON.parse(readFileSync(new URL("../explorer/small_index.json", import.meta.url), "utf8"));
const matcher = errorbook.match.createMatcher(INDEX);
const { createScenes, rehearse } = errorbook.scene;
const buildScene = createScenes(INDEX, matcher);
const scene = (q, filters = {}) => buildScene({ q, filters });

test("nothing asked shows everything", () => {
  const { counts, ...rest } = scene("");
  const nothing = { match: "none", outside: false, captures: {}, because: [], case: "", guesses: [], text: "" };
  assert.deepEqual(rest, { ...nothing, state: "browse", shown: INDEX.errors.map(({ id }) => id) });
  assert.equal([...counts().state.values()].reduce((sum, count) => sum + count, 0), INDEX.errors.length);
});

test("a message goes before words", () => {
  const { state, shown, match, captures } = scene("username [bob] is not legal");
  assert.deepEqual({ state, shown, match, captures }, { state: "match", shown: ["name-illegal"], match: "exact", captures: { username: "bob" } });
});

test("words are no match", () => {
  const { state, shown, match } = scene("token corrupt");
  assert.deepEqual({ state, shown, match }, { state: "browse", shown: ["token-corrupt"], match: "none" });
});

test("slips in words are forgiven", () => {
  const { state, shown } = scene("tokn expird");
  assert.deepEqual({ state, shown }, { state: "browse", shown: ["token-expired"] });
});

test("words that leave nothing give guesses", () => {
  const { state, shown, guesses } = scene("tokn was expird");
  assert.deepEqual({ state, shown }, { state: "none", shown: [] });
  assert.equal(guesses[0], "token-expired");
});

test("a filter chooses among errors of the same message", () => {
  assert.deepEqual(scene("user not found", { status: ["404"] }).shown, ["user-gone"]);
  assert.equal(scene("user not found", { status: ["404"] }).outside, false);
  assert.deepEqual(scene("user not found", { status: ["401"] }).shown, ["user-gone-old"]);
});

test("a filter never hides what was found, and it is said", () => {
  for (const text of ["username [bob] is not legal", '{"error_description":"username [bob] is not le']) {
    const { state, shown, outside } = scene(text, { module: ["push"] });
    assert.deepEqual({ state, shown, outside }, { state: "match", shown: ["name-illegal"], outside: true });
  }
});

test("a filter hides what was found less surely", () => {
  const text = '{"error":"invalid_grant","error_description":"user not found"}';
  assert.deepEqual(scene(text).shown, ["user-gone", "user-gone-old"]);
  const { shown, outside } = scene(text, { status: ["401"] });
  assert.deepEqual({ shown, outside }, { shown: ["user-gone", "user-gone-old"], outside: true });
  assert.deepEqual(scene(text, { status: ["404"] }).shown, ["user-gone"]);
});

test("filters count what the words leave, and of a match what was found", () => {
  const statuses = ({ counts }) => Object.fromEntries(counts().status);
  assert.deepEqual(statuses(scene("token corrupt", { status: ["404"] })), statuses(scene("token corrupt")));
  assert.notDeepEqual(statuses(scene("token corrupt")), statuses(scene("")));
  assert.deepEqual(statuses(scene("user not found")), { 401: 1, 404: 1 });
});

test("a scene tells why, which case, and what was asked", () => {
  const found = { match: "exact", results: [{ id: "token-corrupt", case: "old", score: 1, captures: {}, because: ["message"] }] };
  const fake = { ...matcher, find: () => found };
  const { because, case: cause, text } = createScenes(INDEX, fake)({ q: "x", filters: {} });
  assert.deepEqual({ because, cause, text }, { because: ["message"], cause: "old", text: "x" });
});

test("filters that leave nothing have nothing to guess", () => {
  assert.deepEqual(scene("", { module: ["push"], status: ["401"] }).guesses, []);
});

test("the rehearsal types titles, for as long as it may", (t) => {
  let now = 0;
  t.mock.method(performance, "now", () => (now += 100));
  const typed = [];
  for (const _ of rehearse(INDEX, ({ q }) => typed.push(q)));
  const { title } = INDEX.errors[0];
  assert.deepEqual(typed, [title.slice(0, 1), title.slice(0, 2), title.slice(0, 3)]);
});
