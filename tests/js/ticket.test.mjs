import assert from "node:assert/strict";
import { test } from "node:test";
import { errorbook } from "./load.mjs";

await import("../../docs/assets/pages/ticket.js");

const read = (fragment) => {
  const ticket = globalThis.errorbookReadTicket(fragment);
  return ticket && { values: Object.fromEntries(ticket.values), case: ticket.case };
};
const PLACEHOLDERS = { username: { label: "", shareable: true }, app: { label: "", shareable: true }, detail: { label: "", shareable: false } };
const write = (captures, cause) => errorbook.ticket.writeTicket(captures, PLACEHOLDERS, cause);

test("values are written in the order of the message", () => assert.equal(write({ app: "demo", username: "bob" }), "#v=app:demo,username:bob"));
test("values that may not stand in a link are left out", () => {
  assert.equal(write({ username: "bob", detail: "secret", unknown: "x" }), "#v=username:bob");
  assert.equal(write({ detail: "secret" }), "");
});
test("empty and endless values are left out", () => assert.equal(write({ username: "", app: "x".repeat(201) }), ""));

test("a case goes with the values, and is an anchor without them", () => {
  assert.equal(write({ username: "bob" }, "missing"), "#v=username:bob&case=missing");
  assert.equal(write({ detail: "secret" }, "missing"), "#missing");
  assert.equal(read(write({ username: "a&b" }, "missing")).case, "missing");
});

for (const value of ["a,b", "a:b", "a&case=x", "a=b", "#", "50%", "a b+c", "张三", "😀", "<b>", "\ud800x"]) {
  test(`what is written is read again: ${JSON.stringify(value)}`, () => {
    const fragment = write({ username: value, app: "demo" });
    assert.match(fragment, /^#v=[\w%.:,!~*'()-]+$/);
    assert.deepEqual(read(fragment).values, { username: value.replace("\ud800", "\ufffd"), app: "demo" });
  });
}

test("the case is read", () => {
  assert.deepEqual(read("#v=username:bob&case=missing"), { values: { username: "bob" }, case: "missing" });
  assert.deepEqual(read("#case=missing&v="), { values: {}, case: "missing" });
});
for (const fragment of ["", "#", "#missing", "#case=missing", "#V=a:b", "#x=1&y=2"]) {
  test(`no ticket: ${fragment}`, () => assert.equal(read(fragment), null));
}
for (const garbage of ["#v=,,,", "#v=username", "#v=username:", "#v=username:%E0%A4", "#v=username:a%00b", "#v=username:%E2%80%AEab", `#v=username:${"x".repeat(201)}`]) {
  test(`garbage is passed over: ${garbage.slice(0, 30)}`, () => assert.deepEqual(read(garbage), { values: {}, case: "" }));
}
test("names of objects' own are only names", () => assert.deepEqual(read("#v=__proto__:x,constructor:y").values.constructor, "y"));
