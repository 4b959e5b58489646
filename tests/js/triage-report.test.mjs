import assert from "node:assert/strict";
import { test } from "node:test";
import { errorbook } from "./load.mjs";

const { renderMarkdown, summarize } = errorbook.report;

const WORDS = {
  read_lines: "{read} lines, {seconds} s: ",
  read_requests: "{read} requests, {seconds} s: ",
  found: "{total} of {kinds}",
  found_none: "none",
  found_unknown: "; {unknown} unknown.",
  stop: ".",
  span: "{first} to {last}",
  count: "Count",
  error: "Error",
  status: "Status",
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
const report = (rows, unknown = 0) => ({ file: "app|1.log", unit: "lines", read: 12, seconds: 1.26, rows, unknown: { count: unknown, samples: [] } });

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
  assert.equal(renderMarkdown(report([]), WORDS, ""), "# Errors in app\\|1.log\n\n12 lines, 1.3 s: none.\n");
  assert.equal(summarize({ ...report([]), unit: "requests" }, WORDS), "12 requests, 1.3 s: none.");
});
