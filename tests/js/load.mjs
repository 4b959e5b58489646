/* Loads the explorer's classic scripts in the order in which the page has them; they meet in `globalThis.errorbook`. */
const FOLDER = new URL("../../docs/assets/explorer/", import.meta.url);
const PURE = ["text", "paste", "fit", "near", "library", "guess", "match", "words", "state", "ticket", "scene"];

for (const name of PURE) await import(new URL(`${name}.js`, FOLDER).href);

export const errorbook = globalThis.errorbook;
