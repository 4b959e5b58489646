import assert from "node:assert/strict";
import { test } from "node:test";
import { errorbook } from "./load.mjs";

const { renderMarkdown, tell, tellStatus } = errorbook.report;

const WORDS = {
  comma: ", ",
  packed: "{file} is packed.",
  cut: "{file} breaks off.",
  read_lines: "{lines} lines",
  read_requests: "{requests} requests",
  read_both: "{lines} lines, {requests} requests",
  took: ", {seconds} s: ",
  at_once: ": ",
  unknown: "Unknown",
  found: "{total} of {kinds}",
  found_none: "none",
  found_unknown: "; {unknown} unknown.",
  stop: ".",
  span: "{first} to {last}",
  count: "Count",
  error: "Error",
  status: "Status",
  status_seen: "none; seen: {statuses}",
  first: "First",
  last: "Last",
  markdown_title: "Errors in {file}",
};
const time = (text) => ({ text, at: Date.parse(text), end: 0, epoch: false });
const row = (title, count, first, last) => ({
  entry: { id: "x", address: "errors/x/", title, statuses: [400, 401] },
  count,
  first: first && time(first),
  last: last && time(last),
});
const report = (rows, unknown = 0) => ({
  files: ["app|1.log"],
  refused: [],
  cut: [],
  read: { lines: 12, requests: 0 },
  seconds: 1.26,
  rows,
  unknown: { count: unknown, samples: [] },
  first: time("2026-11-21"),
  last: time("2026-11-23"),
});

test("the report is a table with published addresses and the span of all", () => {
  const rows = [row("A | [b](c) `d` <e>\nf", 12, "2026-11-22", "2026-11-23"), row("Name", 1, "2026-11-21", "2026-11-21"), row("Bare", 1, null, null)];
  assert.equal(
    renderMarkdown(report(rows, 2), WORDS, "https://example.com/"),
    `# Errors in app\\|1.log

12 lines, 1.3 s: 14 of 3; 2 unknown.

2026-11-21 to 2026-11-23

| Count | Error | Status | First | Last |
| ---: | --- | --- | --- | --- |
| 12 | [A \\| \\[b\\](c) \\\`d\\\` \\<e\\> f](https://example.com/errors/x/) | 400 | 2026-11-22 | 2026-11-23 |
| 1 | [Name](https://example.com/errors/x/) | 400 | 2026-11-21 | 2026-11-21 |
| 1 | [Bare](https://example.com/errors/x/) | 400 |  |  |
`,
  );
});

test("a report without errors is a sentence", () => {
  const none = { ...report([]), first: null, last: null };
  assert.equal(renderMarkdown(none, WORDS, ""), "# Errors in app\\|1.log\n\n12 lines, 1.3 s: none.\n");
});

test("what was read and what was not is told by the names of the files", () => {
  const several = { ...report([], 1), files: ["a.log", "b.har"], refused: [{ file: "c_1.gz", why: "packed" }] };
  const told = (read) => tell({ ...several, read }, WORDS)[0];
  assert.equal(told({ lines: 12, requests: 0 }), "a.log, b.har · 12 lines, 1.3 s: none; 1 unknown.");
  assert.equal(told({ lines: 0, requests: 3 }), "a.log, b.har · 3 requests, 1.3 s: none; 1 unknown.");
  assert.equal(told({ lines: 12, requests: 3 }), "a.log, b.har · 12 lines, 3 requests, 1.3 s: none; 1 unknown.");
  assert.deepEqual(tell(several, WORDS).slice(1), ["c_1.gz is packed."]);
  assert.deepEqual(tell({ ...several, files: [] }, WORDS), ["c_1.gz is packed."]);
  assert.match(renderMarkdown(several, WORDS, ""), /^# Errors in a\.log, b\.har\n\n.*\n\nc\\_1\.gz is packed\.\n/);
});

test("what took no time is told without it", () => {
  assert.equal(tell({ ...report([]), seconds: 0.09 }, WORDS)[0], "app|1.log · 12 lines: none.");
  assert.equal(tell({ ...report([]), seconds: 0.1 }, WORDS)[0], "app|1.log · 12 lines, 0.1 s: none.");
});

test("a file that breaks off is told, and counts", () => {
  const cut = { ...report([]), files: ["a_1.har"], cut: ["a_1.har"] };
  assert.deepEqual(tell(cut, WORDS), ["a_1.har · 12 lines, 1.3 s: none.", "a_1.har breaks off."]);
  assert.match(renderMarkdown(cut, WORDS, ""), /\na\\_1\.har breaks off\.\n/);
});

test("the table's messages that nobody knows are listed below it", () => {
  const unknown = { ...report([]), unknown: { count: 2, samples: ["no | way", "a\nb"] } };
  assert.ok(renderMarkdown(unknown, WORDS, "").endsWith("\n\nUnknown\n\n- no \\| way\n- a b\n"));
});

test("first and last stand in one form", () => {
  const mixed = { ...report([row("A", 2, "2026-11-22 10:00:00Z", "2026-11-22T10:00:05.000Z")]), first: time("2026-11-22 10:00:00Z"), last: time("2026-11-22T10:00:05.000Z") };
  const text = renderMarkdown(mixed, WORDS, "");
  assert.match(text, /\n2026-11-22 10:00:00 Z to 2026-11-22 10:00:05 Z\n/);
  assert.match(text, /\| 2026-11-22 10:00:00 Z \| 2026-11-22 10:00:05 Z \|\n/);
});

test("a status that is not documented is not told as the error's own", () => {
  assert.equal(tellStatus({ statuses: [400, 401] }, WORDS), "400");
  assert.equal(tellStatus({ statuses: [400, 401], undocumented: true }, WORDS), "none; seen: 400 401");
  assert.equal(tellStatus({ statuses: [] }, WORDS), "");
});
