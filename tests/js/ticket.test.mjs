import assert from "node:assert/strict";
import { test } from "node:test";
import { errorbook } from "./load.mjs";
import { SHAPES, buildPaste, createRandom } from "./pastes.mjs";

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
});

for (const value of ["bob", "zhang.san", "user_10086123", "66016455491585", "张三", "li lei & co", "josé", "４２", "23", "easemob-demo/open/users", "4d7e4ba0-dc4a-11e3-90d5-e1ffbaacdaf5", "0f4b8c2e6a1d4e7f9b3c5a8d2e6f1b4c"]) {
  test(`what is written is read again: ${value}`, () => {
    const fragment = write({ username: value, app: "demo" });
    assert.match(fragment, /^#v=[\w%.:,-]+$/);
    assert.deepEqual(read(fragment).values, { username: value, app: "demo" });
  });
}

for (const value of ["a,b", "a:b", "a=b", "#", "50%", "token a b", "😀", "<b>", "\ud800x", "13812345678", "138-1234-5678", "0755-12345678", "１３８１２３４５６７８", "bob@example.com", "x/users?access_token=abc", "YWMtAbc1", "ｅｙＪabcdef", "Hunter2x9y0zzy", "密码是abc", "x".repeat(41)]) {
  test(`no plain value: ${JSON.stringify(value)}`, () => assert.equal(write({ username: value }), ""));
}

/** No copy of a link holds a value that masking would change. */
function assertNothingToMask(value) {
  if (errorbook.redact.redact(value) === value) return;
  const copies = errorbook.copies.writeCopies("T", `https://docs.example/errors/x/${write({ username: value, app: "demo" })}`, "");
  for (const copy of Object.values(copies)) assert.match(copy, /#v=app:demo(?!,|\w)/, JSON.stringify(value));
}

for (const shape of Object.keys(SHAPES)) {
  test(`no link carries a secret of ${shape}`, () => {
    for (let seed = 0; seed < 150; seed++) {
      const { text, secrets } = buildPaste(shape, seed);
      const random = createRandom(seed);
      const start = random.below(text.length);
      const words = text.split(/[\s"'&,;:]+/);
      for (const value of [text, text.slice(start, start + 1 + random.below(60)), ...Object.values(secrets), ...words]) assertNothingToMask(value);
    }
  });
}

test("no link carries what masking takes away, whatever the value is made of", () => {
  const parts = ["a", "B", "7", "138", "12345", "0755", "-", ".", "/", "_", "86", "eyJ", "YWMt", "密码", "是", "为", "token", "pw", "Bearer", "１", "ｅ", "Ａ", "é", "张", " ", "=", "@", ":", "4d7e4ba0-dc4a-11e3-90d5-e1ffbaacdaf5"];
  let written = 0;
  for (let seed = 0; seed < 30000; seed++) {
    const random = createRandom(seed);
    const value = Array.from({ length: 1 + random.below(9) }, () => random.pick(parts)).join("");
    assertNothingToMask(value);
    if (write({ username: value })) written++;
  }
  assert.ok(written > 3000, "most plain values go into a link");
});

test("the case is read", () => {
  assert.deepEqual(read("#v=username:bob&case=missing"), { values: { username: "bob" }, case: "missing" });
  assert.deepEqual(read("#case=missing&v="), { values: {}, case: "missing" });
});
for (const fragment of ["", "#", "#missing", "#case=missing", "#V=a:b", "#x=1&y=2"]) {
  test(`no ticket: ${fragment}`, () => assert.equal(read(fragment), null));
}
for (const garbage of ["#v=,,,", "#v=username", "#v=username:", "#v=username:%E0%A4", `#v=username:${"x".repeat(201)}`]) {
  test(`garbage is passed over: ${garbage.slice(0, 30)}`, () => assert.deepEqual(read(garbage), { values: {}, case: "" }));
}
for (const code of [0, 0xa, 0xad, 0x61c, 0x200b, 0x200f, 0x2028, 0x2029, 0x202e, 0x2066, 0x2069, 0xfeff, 0xe0041]) {
  test(`what is not seen is shown by a sign: U+${code.toString(16)}`, () => {
    const fragment = `#v=username:a${encodeURIComponent(String.fromCodePoint(code))}b`;
    assert.deepEqual(read(fragment).values, { username: "a\ufffdb" });
  });
}
test("names of objects' own are only names", () => assert.deepEqual(read("#v=__proto__:x,constructor:y").values.constructor, "y"));
