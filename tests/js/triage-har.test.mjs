import assert from "node:assert/strict";
import { test } from "node:test";
import { errorbook } from "./load.mjs";

const { createRequests, isHar } = errorbook.har;
const BODY = '{"error":"x","error_description":"\\"}{ [张三] \\\\"}';

const entry = (status, content) => ({
  startedDateTime: "2026-11-22T10:11:12.345+08:00",
  time: 12.5,
  request: { method: "POST", url: "https://a1.easemob.com/o/a/users", headers: [{ name: "x", value: '}]{[",\\' }] },
  response: { status, content, headers: [] },
  cache: {},
});

const har = (entries, indent) =>
  JSON.stringify({ log: { version: "1.2", creator: { name: 'a "entries": [ b' }, pages: [{ id: "p" }], entries, comment: "{}", _more: [{ a: 1 }] } }, null, indent);

const line = (status) => `2026-11-22T10:11:12.345+08:00 POST https://a1.easemob.com/o/a/users HTTP/1.1 ${status}\n`;

/** Read in slices of a length. */
function read(text, length) {
  const reader = createRequests();
  const records = [];
  for (let at = 0; at < text.length; at += length) records.push(...reader.push(text.slice(at, at + length)));
  records.push(...reader.end());
  assert.equal(reader.count(), records.length);
  return records;
}

const ENTRIES = [entry(400, { text: BODY }), entry(200, { size: 0 }), entry(404, { text: btoa("plain"), encoding: "base64" }), { nothing: {} }];
const RECORDS = [`${line(400)}${BODY}`, line(200), `${line(404)}plain`, ""];

test("each request is a record, wherever the slices end", () => {
  for (const indent of [undefined, 2]) {
    const text = har(ENTRIES, indent);
    for (let length = 1; length < 200; length += 1) assert.deepEqual(read(text, length), RECORDS);
    assert.deepEqual(read(text, text.length), RECORDS);
  }
});

test("the scanner and JSON.parse read the same of hostile strings", () => {
  const parts = ['"', "\\", "{", "}", "[", "]", "\n", "\u2028", "张", "\\u0022", '\\"', "a"];
  const texts = parts.flatMap((one) => parts.flatMap((two) => parts.map((three) => one + two + three)));
  const text = har(texts.map((body) => entry(400, { text: body })));
  const wanted = JSON.parse(text).log.entries.map(({ response }) => `${line(400)}${response.content.text}`);
  for (const length of [7, 100, text.length]) assert.deepEqual(read(text, length), wanted);
});

test("a long string is shortened between two characters, and what follows is read", () => {
  for (const unit of ["\\", '"', "\u0001", "x", '\\"', "\n\u0002"]) {
    for (let shift = 0; shift < 7; shift += 1) {
      const long = "x".repeat(shift) + unit.repeat(80_000);
      const records = read(har([entry(400, { text: long }), entry(401, { text: BODY })]), 10_000);
      assert.equal(records[1], `${line(401)}${BODY}`);
      const kept = records[0].slice(line(400).length);
      assert.ok(kept.length > 8_000 && long.startsWith(kept), `${kept.length} of ${JSON.stringify(unit)}`);
    }
  }
});

test("a request without end is passed over, and what follows is read", () => {
  const endless = { ...entry(400, { text: BODY }), _messages: Array.from({ length: 60_000 }, (_, number) => ({ number })) };
  assert.deepEqual(read(har([endless, entry(401, { text: BODY })]), 10_000), ["", `${line(401)}${BODY}`]);
});

test("base64 that was cut is read as far as it goes", () => {
  for (const start of ["", "y"]) {
    const text = btoa(`${start}${"?".repeat(90_000)}`).replaceAll("P", "\\/");
    const [record] = read(har([entry(400, { text: "<>", encoding: "base64" })]).replace("<>", text), 5_000);
    assert.ok(record.length > 10_000, `${record.length}`);
  }
});

test("a file that breaks off is known", () => {
  const ended = (text) => {
    const reader = createRequests();
    for (let at = 0; at < text.length; at += 50) [...reader.push(text.slice(at, at + 50))];
    return reader.isWhole();
  };
  const text = har(ENTRIES);
  assert.equal(ended(text), true);
  assert.equal(ended(har([])), true);
  for (const end of [30, text.indexOf("request"), text.lastIndexOf('"nothing"'), text.lastIndexOf("],")]) assert.equal(ended(text.slice(0, end)), false);
});

test("a damaged file gives what stands before the damage", () => {
  const text = har(ENTRIES);
  assert.deepEqual(read(text.slice(0, text.lastIndexOf('"nothing"')), 50), RECORDS.slice(0, 3));
});

for (const [text, answer] of [[har([]), true], [har([], 2), true], [' {"log" : {', true], ['{"log":"x"}', false], ['{"entries":[]}', false], ["2026", false]]) {
  test(`${answer ? "a" : "no"} HAR begins with ${JSON.stringify(text.slice(0, 12))}`, () => assert.equal(isHar(text), answer));
}
