/* Loads the explorer's classic scripts in the order in which the page has them; they meet in `globalThis.errorbook`. */
const FOLDER = new URL("../../docs/assets/explorer/", import.meta.url);
const TRIAGE = ["times", "decode", "records", "har", "parts", "tally", "reading", "report"].map((name) => `triage/${name}`);
const PURE = ["text", "paste", "fit", "near", "library", "guess", "match", "words", "state", "ticket", "secrets", "shapes", "redact", "copies", "facets", "scene"];

for (const name of [...PURE, ...TRIAGE]) await import(new URL(`${name}.js`, FOLDER).href);

export const errorbook = globalThis.errorbook;
