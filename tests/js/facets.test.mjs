import assert from "node:assert/strict";
import { test } from "node:test";
import { errorbook } from "./load.mjs";
import { createRandom } from "./pastes.mjs";

const { FACETS, countValues, createChoice } = errorbook.facets;

const entry = (statuses, module, retry = "never") => ({ statuses, types: ["t"], module, retry, who: "developer", state: "current" });
const ENTRIES = [entry([400, 409], "users"), entry([401], "tokens", "refresh"), entry([400], "tokens")];
const counted = (filters, name) => Object.fromEntries(countValues(ENTRIES, filters)[name]);

test("without filters all count, for each of their values", () => {
  assert.deepEqual(counted({}, "status"), { 400: 2, 401: 1, 409: 1 });
  assert.deepEqual(counted({}, "module"), { users: 1, tokens: 2 });
});
test("a filter does not narrow its own values, only those of the others", () => {
  assert.deepEqual(counted({ module: ["tokens"] }, "module"), { users: 1, tokens: 2 });
  assert.deepEqual(counted({ module: ["tokens"] }, "status"), { 400: 1, 401: 1 });
});
test("what two filters refuse counts for neither", () => {
  assert.deepEqual(counted({ module: ["users"], status: ["401"] }, "status"), { 400: 1, 409: 1 });
  assert.deepEqual(counted({ module: ["users"], status: ["401"] }, "retry"), {});
});

test("each count is what choosing the value alone in its filter would show", () => {
  for (let seed = 0; seed < 300; seed++) {
    const { below, pick } = createRandom(seed);
    const some = (values) => values.filter(() => below(3) === 0);
    const entries = Array.from({ length: 12 }, () => entry(some([400, 401, 404]), pick(["users", "tokens"]), pick(["never", "later"])));
    const filters = { status: some(["400", "401", "404"]), module: some(["users", "tokens"]), retry: some(["never", "later"]) };
    const counts = countValues(entries, filters);
    for (const [name, valuesOf] of Object.entries(FACETS)) {
      for (const value of new Set(entries.flatMap(valuesOf))) {
        const shown = entries.filter(createChoice({ ...filters, [name]: [value] })).length;
        assert.equal(counts[name].get(value) ?? 0, shown, `${name}=${value}, seed ${seed}`);
      }
    }
  }
});
