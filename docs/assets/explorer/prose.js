// @ts-check
"use strict";

/*
 * Causes and fixes for the entry that matched. They are too much to load at once for what one paste needs, so each
 * module has a script of its own.
 */
(() => {
  const { loadScript } = errorbook.loading;

  /** By module, then entry. @type {Map<string, Record<string, ErrorbookCause[]>>} */
  const known = new Map();
  const TAGS = { code: "code", strong: "strong", link: "a" };

  /** @type {Errorbook["prose"]["put"]} */
  function put(module, causes) {
    known.set(module, causes);
  }

  /** @type {Errorbook["prose"]["withCauses"]} */
  function withCauses(folder, { id, module }, use, fail) {
    const finish = () => use(known.get(module)?.[id] ?? []);
    if (known.has(module)) return finish();
    loadScript(`${folder}${module}.js`).then(finish, fail);
  }

  /** @type {Errorbook["prose"]["buildProse"]} */
  function buildProse(phrases, valueOf) {
    return phrases.flatMap(([style, pieces, href]) => {
      const nodes = pieces.map((piece) => (typeof piece === "string" ? document.createTextNode(piece) : valueOf(piece[0])));
      if (style === "text") return nodes;
      const made = document.createElement(TAGS[style]);
      if (href) made.setAttribute("href", href);
      made.append(...nodes);
      return [made];
    });
  }

  errorbook.prose = { put, withCauses, buildProse };
})();
