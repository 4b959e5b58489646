/* Reads {"index", "texts"} from standard input and writes what the JavaScript matcher says of each text. */
import { errorbook } from "./load.mjs";

const chunks = [];
for await (const chunk of process.stdin) chunks.push(chunk);
const { index, texts } = JSON.parse(Buffer.concat(chunks).toString("utf8"));
const matcher = errorbook.match.createMatcher(index);
process.stdout.write(JSON.stringify(texts.map((text) => matcher.match(text))));
