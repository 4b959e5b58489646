import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { errorbook } from "./load.mjs";

const INDEX = JSON.parse(readFileSync(new URL("../explorer/small_index.json", import.meta.url), "utf8"));
const matcher = errorbook.match.createMatcher(INDEX);
const scene = (q, filters = {}) => errorbook.scene.buildScene(INDEX, matcher, { q, filters });

test("nothing asked shows everything", () => {
  assert.deepEqual(scene(""), { state: "browse", shown: INDEX.errors.map(({ id }) => id), match: "none", captures: {}, guesses: [] });
});

test("a message goes before words", () => {
  const { state, shown, match, captures } = scene("username [bob] is not legal");
  assert.deepEqual({ state, shown, match, captures }, { state: "match", shown: ["name-illegal"], match: "exact", captures: { username: "bob" } });
});

test("words are no match", () => {
  const { state, shown, match } = scene("token corrupt");
  assert.deepEqual({ state, shown, match }, { state: "browse", shown: ["token-corrupt"], match: "none" });
});

test("words that leave nothing give guesses", () => {
  const { state, shown, guesses } = scene("tokn expird");
  assert.deepEqual({ state, shown }, { state: "none", shown: [] });
  assert.equal(guesses[0], "token-expired");
});

test("filters hold for what was found, too", () => {
  assert.deepEqual(scene("user not found", { status: ["404"] }).shown, ["user-gone"]);
  assert.equal(scene("user not found", { status: ["404"] }).match, "close");
  assert.equal(scene("user not found", { status: ["401"] }).match, "exact");
});

test("what filters take away is offered as a guess", () => {
  const { state, shown, guesses } = scene("user not found", { module: ["push"] });
  assert.deepEqual({ state, shown, guesses }, { state: "none", shown: [], guesses: ["user-gone-old", "user-gone"] });
});

test("filters that leave nothing have nothing to guess", () => {
  assert.deepEqual(scene("", { module: ["push"], status: ["401"] }).guesses, []);
});
