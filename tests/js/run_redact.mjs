/* Reads a list of texts from standard input and writes what is left of each without its secrets. */
import { errorbook } from "./load.mjs";

const chunks = [];
for await (const chunk of process.stdin) chunks.push(chunk);
const texts = JSON.parse(Buffer.concat(chunks).toString("utf8"));
process.stdout.write(JSON.stringify(texts.map(errorbook.redact.redact)));
