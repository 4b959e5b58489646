// @ts-check
"use strict";

/* Which cause of an error a paste shows: its request tells. Twin of src/errorbook/explorer/cases.py. */
(() => {
  const { fieldsBetween } = errorbook.paste;

  /** Or an array of PHP; no other within. */
  const OBJECT = /\{[^{}]*\}|\[[^\[\]{}]*\]/g;

  /** The case whose request stands in the paste; nothing if none does, or several do. @type {Errorbook["cases"]["tellCase"]} */
  function tellCase(paste, bodies = {}) {
    const names = new Set(Object.values(bodies).flatMap((body) => Object.keys(body)));
    /** @type {Set<string>} */
    const told = new Set();
    for (const found of names.size ? paste.folded.matchAll(OBJECT) : []) {
      const fields = fieldsBetween(paste, found.index, found.index + found[0].length).filter(({ key }) => names.has(key));
      const said = new Map(fields.map(({ key, value }) => [key, value !== ""]));
      for (const [name, body] of Object.entries(bodies)) if (isSame(body, said)) told.add(name);
    }
    return told.size === 1 ? [...told][0] : "";
  }

  /**
   * @param {Record<string, boolean>} body
   * @param {Map<string, boolean>} said
   */
  function isSame(body, said) {
    const names = Object.keys(body);
    return names.length === said.size && names.every((name) => body[name] === said.get(name));
  }

  errorbook.cases = { tellCase };
})();
