import assert from "node:assert/strict";
import { test } from "node:test";
import { errorbook } from "./load.mjs";

const { findTime, findLastTime, isBefore, inOneForm } = errorbook.times;

const FORMS = {
  "2026-11-22T10:11:12Z": "2026-11-22T10:11:12.000Z",
  "2026-11-22T10:11:12.345678+08:00": "2026-11-22T02:11:12.345Z",
  "2026-11-22 10:11:12,345": "2026-11-22T10:11:12.345Z",
  "2026-11-22 10:11:12.5 -0130": "2026-11-22T11:41:12.500Z",
  "2026/11/22 10:11:12": "2026-11-22T10:11:12.000Z",
  "22/Nov/2026:10:11:12 +0800": "2026-11-22T02:11:12.000Z",
  "22 Nov 2026 10:11:12": "2026-11-22T10:11:12.000Z",
  "22-Nov-2026 10:11:12.345": "2026-11-22T10:11:12.345Z",
  "22-Nov-2026 10:11:12 UTC": "2026-11-22T10:11:12.000Z",
  "2026年11月22日 10:11:12": "2026-11-22T10:11:12.000Z",
  "2026年1月2日10时11分12秒": "2026-01-02T10:11:12.000Z",
  "11/22/2026 10:11:12": "2026-11-22T10:11:12.000Z",
  "11/22/2026, 9:11:12 PM": "2026-11-22T21:11:12.000Z",
  "11/22/2026 12:11:12 AM": "2026-11-22T00:11:12.000Z",
  "22/11/2026 10:11:12": "2026-11-22T10:11:12.000Z",
  "22.11.2026 10:11:12": "2026-11-22T10:11:12.000Z",
  "20261122T101112Z": "2026-11-22T10:11:12.000Z",
  "20261122T10:11:12.345+08:00": "2026-11-22T02:11:12.345Z",
  "20261122 10:11:12": "2026-11-22T10:11:12.000Z",
};

for (const [text, meaning] of Object.entries(FORMS)) {
  test(`the time ${text} is found as it stands`, () => {
    const found = findTime(`[${text}] ERROR status=400`);
    assert.equal(found.text, text);
    assert.equal(new Date(found.at).toISOString(), meaning);
    assert.equal(found.end, text.length + 1);
  });
}

for (const text of ['{"timestamp":1542350943210}', '{\\"timestamp\\": 1542350943210}', "ts=1542350943.210", "1542350943210 GET", "[timestamp] => 1542350943210"]) {
  test(`a number is a time where it is called one: ${text}`, () => {
    const { text: shown, at, epoch } = findTime(text);
    assert.deepEqual([shown, at, epoch], ["2018-11-16T06:49:03.210Z", 1542350943210, true]);
  });
}

for (const text of ["", "GET /users/13800138000", "id=1542350943210", "2026-13-22 10:11:12", "10:11:12", "13-22 10:11:12", "11-32 10:11:12", "13/13/2026 10:11:12", "items 11-22 101112", "11-22 25:11:12", "timestamp=154235094321099"]) {
  test(`no time stands in ${JSON.stringify(text)}`, () => assert.equal(findTime(text), null));
}

test("syslog tells no year, so its times have no order of their own", () => {
  const found = findTime("<34>Nov  2 10:11:12 host app[1]: x");
  assert.deepEqual([found.text, found.at], ["Nov  2 10:11:12", null]);
  assert.equal(isBefore(found, findTime("2026-11-22 10:11:12")), false);
});

for (const [line, text] of [["11-22 10:11:12.345  1234  1240 E OkHttp: x", "11-22 10:11:12.345"], ["E1122 10:11:12.345678    1234 client.go:12] x", "E1122 10:11:12.345678"]]) {
  test(`a time without a year is found: ${text}`, () => {
    const found = findTime(line);
    assert.deepEqual([found.text, found.at], [text, null]);
  });
}

test("two times are shown in one form, each on its own clock", () => {
  const show = (first, last) => inOneForm(findTime(first), findTime(last));
  assert.deepEqual(show("2026-11-22 10:00:00,123", "2026-11-22 10:00:05,456"), ["2026-11-22 10:00:00,123", "2026-11-22 10:00:05,456"]);
  assert.deepEqual(show("22/Nov/2026:10:00:00 +0800", "23/Dec/2026:10:00:00 +0800"), ["22/Nov/2026:10:00:00 +0800", "23/Dec/2026:10:00:00 +0800"]);
  assert.deepEqual(show("2026-11-22 10:00:00", "2026-11-22T10:00:05.000Z"), ["2026-11-22 10:00:00", "2026-11-22 10:00:05 Z"]);
  assert.deepEqual(show("22/Nov/2026:10:00:00 +0800", "ts=1795341605"), ["2026-11-22 10:00:00 +0800", "2026-11-22 10:00:05 Z"]);
  assert.deepEqual(show("Nov 22 10:00:00", "2026-11-22 10:00:05"), ["Nov 22 10:00:00", "2026-11-22 10:00:05"]);
  assert.deepEqual(show("2026-11-22 10:00:00", ""), ["2026-11-22 10:00:00", ""]);
});

test("a date goes before a number, and the last of several can be had", () => {
  const text = "ts=1542350943210 at 2026-11-22 10:11:12, again 2026-11-22 10:11:13";
  assert.equal(findTime(text).text, "2026-11-22 10:11:12");
  assert.equal(findLastTime(text).text, "2026-11-22 10:11:13");
  assert.equal(isBefore(findTime(text), findLastTime(text)), true);
});
