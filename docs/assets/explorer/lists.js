// @ts-check
"use strict";

/* Lists by key. */
(() => {
  /** @type {Errorbook["lists"]["append"]} */
  function append(lists, key, value) {
    const list = lists.get(key);
    if (list) list.push(value);
    else lists.set(key, [value]);
  }

  errorbook.lists = { append };
})();
