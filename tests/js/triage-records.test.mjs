import assert from "node:assert/strict";
import { test } from "node:test";
import { errorbook } from "./load.mjs";

const LOG = [
  "2026-11-22 10:11:12 INFO 用户 logged in",
  '2026-11-22 10:11:13 ERROR failed: {\r\n  "error": "x",\r\n  "error_description": "张三"\r\n}\r',
  "org.demo.Boom: no\n\tat a.b(C.java:1)\nCaused by: org.demo.Inner\n\t... 3 more",
  'response = {\n"error": "x",\n"error_description": "y"\n}',
  "response = {\r\nerror: x\r\n}\r",
  "Array\n(\n    [error] => x\n)\n",
  '{"one":1}',
  '{"two":2}',
  "  2026-11-22 10:11:14 indented, yet a line of its own",
  "last, without an end",
];

/** Cut in slices that end at the given places. */
function cut(text, places) {
  const reader = errorbook.records.createRecords();
  const ends = [...places, text.length];
  const records = ends.flatMap((end, number) => [...reader.push(text.slice(ends[number - 1] ?? 0, end))]);
  return { records: [...records, ...reader.end()], lines: reader.count() };
}

test("lines that belong together are one record, wherever the slices end", () => {
  const text = LOG.join("\n");
  const wanted = LOG.map((record, number) => (number < LOG.length - 1 ? `${record}\n` : record));
  assert.deepEqual(cut(text, []).records, wanted);
  for (let place = 0; place < text.length; place += 1) assert.deepEqual(cut(text, [place]).records, wanted);
  assert.deepEqual(cut(text, [...Array(text.length).keys()]).records, wanted);
});

for (const [text, lines] of [["", 0], ["a", 1], ["a\n", 1], ["a\nb", 2], ["a\r\n\r\nb\r\n", 3], [" \n".repeat(1000), 1000]]) {
  test(`${lines} lines are counted in ${JSON.stringify(text.slice(0, 12))}`, () => {
    assert.equal(cut(text, []).lines, lines);
    assert.equal(cut(text, [...Array(text.length).keys()]).lines, lines);
  });
}

test("nothing is lost and no record is endless", () => {
  for (const text of ["x".repeat(300_000), '{"a":"b"},'.repeat(30_000), " indented\n".repeat(30_000), "{\n".repeat(90_000), `${" ".repeat(999)}\n`.repeat(300)]) {
    const { records } = cut(text, [1000, 100_000]);
    assert.equal(records.join(""), text);
    assert.ok(Math.max(...records.map(({ length }) => length)) <= 32 * 1024);
    assert.ok(Math.max(...records.map((record) => record.split("\n").length)) <= 201);
  }
});

test("an endless line is cut behind objects", () => {
  const { records } = cut('{"a":{"b":"c"}},'.repeat(30_000), []);
  assert.ok(records.length > 1);
  assert.ok(records.slice(0, -1).every((record) => record.endsWith("}")));
});
