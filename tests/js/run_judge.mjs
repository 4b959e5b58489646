/* Reads [[documented, role, answer], ...] from standard input and writes whether the JavaScript judge agrees with each. */
await import("../../docs/assets/pages/run-judge.js");

const chunks = [];
for await (const chunk of process.stdin) chunks.push(chunk);
const questions = JSON.parse(Buffer.concat(chunks).toString("utf8"));
const { judge } = globalThis.errorbookRun.judge;
process.stdout.write(JSON.stringify(questions.map((question) => judge(...question).length === 0)));
