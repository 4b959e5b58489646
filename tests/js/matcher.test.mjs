/* The vectors that tests/explorer/test_match.py reads with the matcher's twin. */
import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { test } from "node:test";
import { errorbook } from "./load.mjs";

const HERE = new URL("../explorer/", import.meta.url);
const read = (name) => JSON.parse(readFileSync(new URL(name, HERE), "utf8"));
const matcher = errorbook.match.createMatcher(read("small_index.json"));

for (const file of readdirSync(new URL("vectors/", HERE)).sort()) {
  for (const [name, vector] of Object.entries(read(`vectors/${file}`))) {
    test(`${file}: ${name}`, () => {
      const { match, results } = matcher.match(vector.text);
      assert.equal(match, vector.match);
      if ("id" in vector) assert.equal(results[0].id, vector.id);
      if ("case" in vector) assert.equal(results[0].case, vector.case);
      if ("captures" in vector) assert.deepEqual(results[0].captures, vector.captures);
      if ("ids" in vector) assert.deepEqual(results.map(({ id }) => id), vector.ids);
      if ("others" in vector) assert.deepEqual(results.slice(1).map(({ id }) => id), vector.others);
    });
  }
}

test("a hostile paste costs no more than its length", () => {
  const many = errorbook.match.createMatcher({ language: "en", placeholders: {}, operations: [], errors: manyErrors(2000) });
  const parts = ['"', "\\", '\\"', "a.", "error=", '{"error":', " ", ":", "a", "value of ", "thing7 of x has value of "];
  const texts = parts.flatMap((part) => [part.repeat(300000 / part.length), `key${part.repeat(300000 / part.length)}`]);
  for (const text of texts) many.match(text); // the runner's time limit is the assertion
});

function manyErrors(count) {
  return Array.from({ length: count }, (_, number) => ({
    id: `error-${number}`,
    address: `errors/error-${number}/`,
    title: `Error ${number}`,
    statuses: [400],
    types: [`type_${number % 50}`],
    exceptions: [],
    module: "users",
    retry: "never",
    who: "developer",
    state: "current",
    templates: [{ literals: [`thing${number} of `, " has value of ", " and value of ", ""], names: ["a", "b", "c"] }],
    words: { title: `error ${number}`, wire: "", cause: "", fix: "" },
    operations: [],
  }));
}
