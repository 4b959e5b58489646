/* Loads the explorer's classic scripts in the order in which the page has them; they meet in `globalThis.errorbook`. */
const FOLDER = new URL("../../docs/assets/explorer/", import.meta.url);
const READING = ["text", "lists", "later", "blocks", "windows", "fields", "paste", "cases"];
const MATCHING = ["fit", "part", "near", "spelling", "library", "claims", "trust", "hits", "whole", "partial", "guess", "match", "haystack", "terms", "words"];
const SHOWING = ["state", "ticket", "copies", "facets", "scene", "breath"];
const MASKING = ["quotes", "names", "pairs", "secrets", "shapes", "contacts", "redact"];
const TRIAGE = ["times", "decode", "records", "har", "parts", "tally", "reading", "report"].map((name) => `triage/${name}`);

for (const name of [...READING, ...MATCHING, ...SHOWING, ...MASKING, ...TRIAGE]) await import(new URL(`${name}.js`, FOLDER).href);

export const errorbook = globalThis.errorbook;
