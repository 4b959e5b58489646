/* What is counted in logs of a known content. */
import assert from "node:assert/strict";
import { File } from "node:buffer"; // global from Node.js 20
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { errorbook } from "./load.mjs";

const { createTally } = errorbook.tally;
const { readLogs } = errorbook.reading;
const index = JSON.parse(readFileSync(new URL("../explorer/small_index.json", import.meta.url), "utf8"));
const matcher = errorbook.match.createMatcher(index);

async function readAll(files, signal = new AbortController().signal) {
  const seen = [];
  const report = await readLogs(files, createTally(index, matcher), { signal, progress: (share) => seen.push(share) });
  assert.deepEqual(seen, [...seen].sort((a, b) => a - b));
  return { ...report, share: seen.at(-1) };
}

const read = (text, name = "app.log") => readAll([new File([text], name)]);

const counts = ({ rows }) => Object.fromEntries(rows.map(({ entry, count }) => [entry.id, count]));
const times = ({ rows: [row] }) => [row.first?.text, row.last?.text];

const TAKEN = { error: "duplicate_name", exception: "org.demo.DuplicateNameException", error_description: 'Entity "user" requires that the name be unique, value of 张三 exists' };
const MISSING = { error: "resource_not_found", timestamp: 1542350943210, error_description: "username bob doesn't exist!" };
const UNKNOWN = { error: "teapot", error_description: "I cannot brew coffee: {} is empty" };
const json = (body) => JSON.stringify(body);

const php = (body) => `Array\n(\n${Object.entries(body).map(([key, value]) => `    [${key}] => ${value}\n`).join("")})`;
const python = (body) => `{${Object.entries(body).map(([key, value]) => `'${key}': ${typeof value === "number" ? value : json(value)}`).join(", ")}}`;
const ascii = (text) => text.replace(/[^\x00-\x7f]/g, (char) => `\\u${char.charCodeAt(0).toString(16).padStart(4, "0")}`);

/** How a program may have written a response into its log; the first line begins with the time. */
const SHAPES = {
  "on the line": (time, body) => `${time} ERROR c.e.Client - 请求失败 400 ${json(body)}`,
  "on lines of its own": (time, body) => `${time} WARN answer ${JSON.stringify(body, null, 2)}`,
  "below, without indent": (time, body) => `${time} WARN answer\n${JSON.stringify(body, null, 1).replace(/^ +/gm, "")}`,
  "as a string in a string": (time, body) => json({ time, level: "error", body: json(body) }),
  "before its time": (time, body) => json({ level: "error", body, time }),
  "escaped": (time, body) => `${time} ${ascii(json(body))}`,
  "by Python": (time, body) => `${time} ERROR ${python(body)}`,
  "by PHP": (time, body) => `[${time}] local.ERROR: ${php(body)}`,
  "with a trace": (time, body) => `${time} ERROR x\norg.demo.Boom: 400 ${json(body)}\n\tat a.b(C.java:1)\nCaused by: org.demo.Inner: ${json(body)}\n\tat a.b(C.java:2)`,
  "with Windows' ends of lines": (time, body) => `${time} WARN answer ${JSON.stringify(body, null, 2).replaceAll("\n", "\r\n")}\r`,
  "as its message alone": (time, body) => `${time} ERROR call failed: ${body.error_description}`,
};

for (const [shape, render] of Object.entries(SHAPES)) {
  test(`an error ${shape} is counted with its time`, async () => {
    const log = ["2026-11-22 10:00:00 INFO start", render("2026-11-22 10:11:12", TAKEN), "2026-11-22 11:00:00 INFO", render("2026-11-22 12:13:14", TAKEN), "2026-11-22 13:00:00 INFO end"];
    const report = await read(log.join("\n"));
    assert.deepEqual(counts(report), { "name-taken": 2 });
    assert.deepEqual(times(report), ["2026-11-22 10:11:12", "2026-11-22 12:13:14"]);
    assert.equal(report.unknown.count, 0);
  });
}

test("thousands of errors in all shapes among other lines are all counted, once", async () => {
  const bodies = [TAKEN, MISSING, UNKNOWN];
  const shapes = Object.values(SHAPES).slice(0, -1); // an unknown message alone is nothing
  const wanted = [0, 0, 0];
  const lines = [];
  let state = 1;
  const chance = (count) => (state = (state * 48271) % 2147483647) % count;
  for (let second = 0; second < 6000; second += 1) {
    const time = new Date(1.8e12 + second * 1000).toISOString().slice(0, 19).replace("T", " ");
    const which = chance(6);
    if (which > 2) lines.push(`${time} INFO 用户 ${chance(1e6)} error=0 {"ok": {"a": [1]}} took ${chance(90)} ms`);
    else {
      wanted[which] += 1;
      lines.push(shapes[chance(shapes.length)](time, bodies[which]));
    }
  }
  const report = await read(lines.join("\n"));
  assert.deepEqual(counts(report), { "name-taken": wanted[0], "member-missing": wanted[1] });
  assert.deepEqual(report.unknown, { count: wanted[2], samples: report.unknown.samples });
  assert.ok(wanted[0] > 800 && report.unknown.samples[0].startsWith("I cannot brew"));
});

for (const [order, render] of Object.entries({
  "before it": (at, response) => ({ at, response }),
  "behind it": (at, response) => ({ response, at }),
})) {
  test(`several on one endless line are counted each with the time ${order}`, async () => {
    const at = (number) => new Date(1.8e12 + number * 1000).toISOString();
    const report = await read(json(Array.from({ length: 5000 }, (_, number) => render(at(number), { ...MISSING, timestamp: number }))));
    assert.deepEqual(counts(report), { "member-missing": 5000 });
    assert.deepEqual(times(report), [at(0), at(4999)]);
  });
}

test("of several times the nearest is an error's own", async () => {
  const report = await read(`[{"at": "2026-11-22T10:00:00Z", "ok": 1},\n {"at": "2026-11-22T10:00:01Z", "ok": 1},\n {"at": "2026-11-22T10:00:02Z", "response": ${json(TAKEN)}}]`);
  assert.deepEqual(times(report), ["2026-11-22T10:00:02Z", "2026-11-22T10:00:02Z"]);
});

test("the whole object tells which error it is, also behind its description", async () => {
  const body = (error) => json({ uri: "/o/a/users".repeat(10), error_description: "user not found", error });
  const report = await read([body("management"), body("invalid_grant"), body("invalid_grant")].join("\n"));
  assert.deepEqual(counts(report), { "user-gone-old": 1, "user-gone": 2 });
});

test("a body's number is its time only where the log tells none", async () => {
  assert.deepEqual(times(await read(json(MISSING))), ["2018-11-16T06:49:03.210Z", "2018-11-16T06:49:03.210Z"]);
  assert.deepEqual(times(await read(`2018-11-16 14:49:04 INFO\n${json(MISSING)}`)), ["2018-11-16 14:49:04", "2018-11-16 14:49:04"]);
  assert.deepEqual(times(await read(json(TAKEN))), [undefined, undefined]);
});

test("a time far above tells nothing", async () => {
  const log = (far) => `2026-11-22 10:11:12 INFO start\n${"x\n".repeat(far)}${json(MISSING)}`;
  assert.equal(times(await read(log(100)))[0], "2026-11-22 10:11:12");
  assert.equal(times(await read(log(300)))[0], "2018-11-16T06:49:03.210Z");
});

test("first and last go by time, not by place; without a year by place", async () => {
  const log = (stamps) => stamps.map((time) => `${time} ${json(TAKEN)}`).join("\n");
  assert.deepEqual(times(await read(log(["2026-11-22 10:00:02", "2026-11-22 10:00:01", "2026-11-22 10:00:03", "2026-11-22 10:00:02"]))), ["2026-11-22 10:00:01", "2026-11-22 10:00:03"]);
  assert.deepEqual(times(await read(log(["Dec 31 23:59:59", "Jan  1 00:00:00"]))), ["Dec 31 23:59:59", "Jan  1 00:00:00"]);
});

test("the most frequent comes first", async () => {
  const { rows } = await read([TAKEN, MISSING, MISSING].map((body, number) => json({ number, ...body })).join("\n"));
  assert.deepEqual(rows.map(({ entry, count }) => [entry.id, count]), [["member-missing", 2], ["name-taken", 1]]);
});

test("two errors on one line are both counted", async () => {
  const both = `${TAKEN.error_description}; ${MISSING.error_description}`;
  for (const line of [both, `${json(TAKEN)} ${json(MISSING)}`]) {
    const report = await read(`2026-11-22 10:00:00 ERROR ${line}\n2026-11-22 10:00:01 ERROR ${line}`);
    assert.deepEqual(counts(report), { "name-taken": 2, "member-missing": 2 }, line);
  }
});

test("a log with a hole in front is read", async () => {
  const report = await read(`${"\0".repeat(300_000)}2026-11-22 10:00:00 ${json(TAKEN)}\n`);
  assert.deepEqual([counts(report), times(report)[0]], [{ "name-taken": 1 }, "2026-11-22 10:00:00"]);
});

test("a HAR file that breaks off is counted and told", async () => {
  const text = har([1, TAKEN], [2, TAKEN]);
  const report = await read(text.slice(0, -20), "a.har");
  assert.deepEqual([report.cut, report.files, report.read.requests], [["a.har"], ["a.har"], 1]);
  assert.deepEqual((await read(text, "a.har")).cut, []);
});

test("what is no error is not counted", async () => {
  const report = await read('2026-11-22 ERROR disk full\nString error_description;\n{"error_description":""}\n10.0.0.1 - - [22/Nov/2026:10:11:12 +0800] "GET / HTTP/1.1" 404 1\n');
  assert.deepEqual([report.rows, report.unknown, report.read], [[], { count: 0, samples: [] }, { lines: 4, requests: 0 }]);
});

test("five samples of what is unknown are kept, none of them long", async () => {
  const log = Array.from({ length: 9 }, (_, number) => json({ error_description: `${number}${"z".repeat(500)}` })).join("\n");
  const { unknown } = await read(log);
  assert.deepEqual([unknown.count, unknown.samples.length, unknown.samples[0].length], [9, 5, 200]);
});

const har = (...answers) => json({
  log: {
    entries: answers.map(([second, body]) => ({
      startedDateTime: `2026-11-22T10:00:0${second}.000+08:00`,
      request: { method: "POST", url: "https://a1.easemob.com/o/a/users" },
      response: { status: 400, content: { text: btoa(String.fromCharCode(...new TextEncoder().encode(json(body)))), encoding: "base64" } },
    })),
  },
});

test("a HAR file is read by its requests", async () => {
  const report = await read(har([2, TAKEN], [3, { ok: 1 }], [1, TAKEN]), "a.har");
  assert.deepEqual([report.read, counts(report)], [{ lines: 0, requests: 3 }, { "name-taken": 2 }]);
  assert.deepEqual(times(report), ["2026-11-22T10:00:01.000+08:00", "2026-11-22T10:00:02.000+08:00"]);
});

test("several files make one report, with first and last of all", async () => {
  const report = await readAll([
    new File([`2026-11-22 10:00:02 ${json(TAKEN)}\n2026-11-22 10:00:03 ${json(MISSING)}`], "app.log", { lastModified: 1 }),
    new File([har([1, TAKEN])], "a.har", { lastModified: 2 }),
    new File([`2026-11-22 10:00:05 ${json(TAKEN)}`], "app.log.1", { lastModified: 3 }),
  ]);
  assert.deepEqual(report.files, ["app.log", "a.har", "app.log.1"]);
  assert.deepEqual([report.read, counts(report), report.share], [{ lines: 3, requests: 1 }, { "name-taken": 3, "member-missing": 1 }, 1]);
  assert.deepEqual(times(report), ["2026-11-22T10:00:01.000+08:00", "2026-11-22 10:00:05"]);
  assert.deepEqual([report.first.text, report.last.text], times(report));
});

test("without a year the file that was written first comes first", async () => {
  const log = (day, name, lastModified) => new File([`Nov ${day} 10:00:00 host app: ${json(TAKEN)}`], name, { lastModified });
  const report = await readAll([log(22, "syslog", 3), log(20, "syslog.2", 1), log(21, "syslog.1", 2)]);
  assert.deepEqual(report.files, ["syslog.2", "syslog.1", "syslog"]);
  assert.deepEqual(times(report), ["Nov 20 10:00:00", "Nov 22 10:00:00"]);
});

test("the clock of one file does not speak for the next", async () => {
  const report = await readAll([new File(["2026-11-22 10:00:00 INFO end\n"], "one.log"), new File([json(TAKEN)], "two.log")]);
  assert.deepEqual(times(report), [undefined, undefined]);
});

test("the page can breathe after each error, also where one is quoted again", () => {
  const steps = [...createTally(index, matcher).count(`${json(TAKEN)}, `.repeat(50))];
  assert.equal(steps.length, 50);
});

test("hostile text costs no more than its length", async () => {
  const parts = ["{", "}", '"', "\\", "\n", " \n", "error_description", 'error_description":"', "error_description: {", "2026-11-22 ", "1542350943210", "timestamp:", "{[(\n", ",\n\""];
  for (const part of parts) await read(part.repeat(1_000_000 / part.length)); // the runner's time limit is the assertion
});

test("reading stops when it is told to", async () => {
  const controller = new AbortController();
  const reading = readLogs([new File(["x\n".repeat(1e6)], "a")], createTally(index, matcher), {
    signal: controller.signal,
    progress: () => controller.abort(),
  });
  await assert.rejects(reading, { name: "AbortError" });
});

test("what cannot be read is told by what it is, and the rest is read", async () => {
  const failed = new File(["error"], "failed");
  failed.slice = () => ({ arrayBuffer: () => Promise.reject(new DOMException("it has moved", "NotFoundError")) });
  const report = await readAll([
    new File([""], "empty"),
    new File([Uint8Array.from([0x1f, 0x8b, 8, 0])], "packed"),
    new File([Uint8Array.from([1, 0, 2])], "binary"),
    new File([new Uint8Array(50 * 1024 * 1024 + 1)], "too_big"),
    failed,
    new File([json(TAKEN)], "app.log"),
  ]);
  assert.deepEqual(report.refused.map(({ file }) => file).sort(), ["binary", "empty", "failed", "packed", "too_big"]);
  for (const { file, why } of report.refused) assert.equal(why, file);
  assert.deepEqual([report.files, counts(report)], [["app.log"], { "name-taken": 1 }]);
});
