import assert from "node:assert/strict";
import { test } from "node:test";

await import("../../docs/assets/pages/run-judge.js");
await import("../../docs/assets/pages/run-plan.js");
await import("../../docs/assets/pages/run-refusal.js");
const { judge, plan, refusal } = globalThis.errorbookRun;

const DOCUMENTED = {
  statuses: [409, 400],
  types: ["taken"],
  exceptions: [],
  messages: [{ literals: ["shelf ", " stands already"], names: ["name"] }],
  may_be_silent: false,
  envelope: "standard",
  legacy: false,
};
const step = (role, more) => ({ role, title: "", name: "", method: "POST", url: "{{base}}/{{org}}/{{app}}/shelves", headers: [], body: "", wait: 0, ...more });
const LOGIN = [step("given", { name: "login", url: "{{base}}/{{org}}/{{app}}/token", body: "{{client_id}}:{{client_secret}}" })];
const KIT = { words: {}, login: LOGIN, token: "{{login.response.body.access_token}}", credentials: { client_id: "id", client_secret: "secret", foreign_token: "foreign" } };
const BEARER = [["Authorization", "Bearer {{token}}"]];
const PLAN = {
  names: { org: "library", app: "main", shelf: "novels", unused: "x" },
  requests: [
    step("given", { name: "made", headers: BEARER, body: "{{shelf}}" }),
    step("fails", { headers: BEARER, body: "{{shelf}} {{made.response.body.data.ids[1]}}" }),
    step("fixed", { wait: 5, body: "{{foreign_token}}" }),
  ],
  error: DOCUMENTED,
};
const PAGE = "http://127.0.0.1:8000";
const OWN = { BASE: "https://api.example.com", ORG: "acme", APP: "shop", TOKEN: "mine" };
const settle = (role, own = {}, page = PAGE) => plan.settle(PLAN, KIT, role, own, page, "-x1");
const answer = (body, status = 200) => ({ status, body: typeof body === "string" ? body : JSON.stringify(body), took: 1 });

/** Runs with these answers; what was sent, how long was waited and what came of it. */
async function run(role, answers, own) {
  const [sent, waits] = [[], []];
  const send = async (call) => (sent.push(call), answers[sent.length - 1]);
  const outcome = await plan.perform(PLAN, KIT, settle(role, own), send, async (ms) => void waits.push(ms));
  return { sent, waits, outcome };
}
const TAKEN = answer({ error: "taken", error_description: "shelf novels stands already" }, 409);

test("a difference names its field, what was wanted and what came", () => {
  assert.deepEqual(judge.judge(DOCUMENTED, "fails", TAKEN), []);
  assert.deepEqual(judge.judge(DOCUMENTED, "fails", answer({ error: "no", error_description: "gone" }, 404)), [
    { field: "status", wanted: ["409", "400"], got: "404" },
    { field: "error", wanted: ["taken"], got: "no" },
    { field: "error_description", wanted: ["shelf {name} stands already"], got: "gone" },
  ]);
  assert.deepEqual(judge.judge(DOCUMENTED, "fixed", TAKEN), [{ field: "status", wanted: ["2xx"], got: "409" }]);
});
test("a partial failure that is still there is told", () => {
  const partial = { ...DOCUMENTED, envelope: "partial" };
  const [difference] = judge.judge(partial, "fixed", answer({ data: [{ reason: "shelf a stands already" }] }));
  assert.deepEqual(difference, { field: "error_description", wanted: [], got: "shelf a stands already" });
});

test("the sandbox gets a token first, then the scene, then the request of the role", async () => {
  const { sent, waits, outcome } = await run("fails", [answer({ access_token: "t" }), answer({ data: { ids: [1, 7] } }), TAKEN]);
  assert.deepEqual(sent.map(({ url, body }) => [url, body]), [
    [`${PAGE}/library/main/token`, "id:secret"],
    [`${PAGE}/library/main/shelves`, "novels-x1"],
    [`${PAGE}/library/main/shelves`, "novels-x1 7"],
  ]);
  assert.deepEqual(sent[2].headers, [["Authorization", "Bearer t"]]);
  assert.deepEqual([outcome.stage, outcome.differences, waits], ["asked", [], []]);
});
test("a wait comes before its request", async () => {
  const { sent, waits, outcome } = await run("fixed", [answer({ access_token: "t" }), answer({}), answer({})]);
  assert.deepEqual([sent[2].body, waits, outcome.stage], ["foreign", [5], "asked"]);
});
test("a login without a token ends the run", async () => {
  for (const first of [answer({}), answer("<html>"), answer({ access_token: "t" }, 401)]) {
    const { sent, outcome } = await run("fails", [first]);
    assert.deepEqual([sent.length, outcome.stage, outcome.answer], [1, "login", first]);
  }
});
test("a scene that fails ends the run", async () => {
  const { sent, outcome } = await run("fails", [answer({ access_token: "t" }), answer("", 500)]);
  assert.deepEqual([sent.length, outcome.stage, outcome.differences[0].got], [2, "given", "500"]);
});
test("a value that is not there ends the run", async () => {
  const { sent, outcome } = await run("fails", [answer({ access_token: "t" }), answer({ data: { ids: [1] } })]);
  assert.deepEqual([sent.length, outcome.stage, outcome.answer], [2, "asked", null]);
});
test("a token of one's own saves the login", async () => {
  const { sent } = await run("fails", [answer({ data: { ids: [1, 7] } }), TAKEN], { TOKEN: "mine" });
  assert.deepEqual(sent.map(({ headers }) => headers[0][1]), ["Bearer mine", "Bearer mine"]);
});

test("an own app takes the place of the sandbox", () => {
  const { own, missing, login, values, names } = settle("fails", OWN);
  assert.deepEqual([own, missing, login, names], [true, [], [], ["novels-x1"]]);
  assert.deepEqual([values.base, values.org, values.app, values.token], ["https://api.example.com", "acme", "shop", "mine"]);
});
for (const [fields, what] of [[{}, "nothing"], [{ BASE: PAGE }, "the page's own address"], [{ BASE: "http://localhost:8080" }, "this machine"], [{ ORG: "library", APP: "other" }, "the example's organisation"]]) {
  test(`${what} is a sandbox`, () => assert.equal(settle("fails", fields).own, false));
}
for (const [fields, missing] of [[{ ORG: "acme" }, ["APP", "TOKEN"]], [{ BASE: "https://api.example.com" }, ["ORG", "APP", "TOKEN"]], [{ BASE: "localhost:80", TOKEN: "t" }, ["ORG", "APP"]], [{ BASE: "http://127.0.0.1.example.com" }, ["ORG", "APP", "TOKEN"]]]) {
  test(`${JSON.stringify(fields)} is an own app`, () => {
    assert.deepEqual([settle("fails", fields).own, settle("fails", fields).missing], [true, missing]);
  });
}
test("a secret is only sent to a sandbox", () => {
  const asking = { ...PLAN, requests: [...LOGIN, ...PLAN.requests] };
  assert.equal(plan.settle(asking, KIT, "fails", OWN, PAGE, "").secret, true);
  assert.equal(plan.settle(asking, KIT, "fails", {}, PAGE, "").secret, false);
});

const ANSWERS = { one: JSON.stringify({ a: { b: [{ c: "x" }, 2, true, null, { d: {} }] }, "1": "key" }), bad: "<html>" };
for (const [path, value] of [["a.b[0].c", "x"], ["a.b[1]", "2"], ["a.b[2]", "true"], ["a.b[3]", null], ["a.b[4].d", null], ["a.b[9]", null], ["a[0]", null], ["a.b.length", null], ["a.constructor", null], ["none", null]]) {
  test(`${path} leads to ${value}`, () => assert.equal(plan.fill(`{{one.response.body.${path}}}`, {}, ANSWERS), value));
}
test("what is no JSON or was never answered holds nothing", () => {
  for (const name of ["bad", "never"]) assert.equal(plan.fill(`{{${name}.response.body.a}}`, {}, ANSWERS), null);
});
test("values are put in as they are", () => assert.equal(plan.fill("<{{a}}{{b}}>", { a: "$&", b: "{{a}}" }, {}), "<$&{{a}}>"));

for (const [page, target, way] of [
  ["https://docs.example.com", "http://api.example.com", "mixed"],
  ["https://docs.example.com", "http://192.168.1.2", "mixed"],
  ["https://docs.example.com", "http://127.0.0.1:8080", "local"],
  ["http://docs.example.com", "http://172.20.0.1", "local"],
  ["http://192.168.1.2", "http://[::1]:8080", "local"],
  ["http://127.0.0.1:8000", "http://127.0.0.1:8080", "public"],
  ["http://127.0.0.1:8000", "http://192.168.1.2", "public"],
  ["https://docs.example.com", "https://10.example.com", "public"],
  ["https://docs.example.com", "https://172.32.0.1", "public"],
]) {
  test(`from ${page} to ${target}: ${way}`, () => assert.equal(refusal.reaches(page, target), way));
}
