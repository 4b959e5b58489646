/* What Material's bundle expects before it runs: four globals that upstream defines in an inline script.
   `data-scope` of this script's element is the root under which values are stored in localStorage. */
"use strict";

var __md_scope = new URL(document.currentScript?.dataset.scope ?? ".", location.href);

/** @param {string} text */
function __md_hash(text) {
  return [...text].reduce((hash, character) => ((hash << 5) - hash + character.charCodeAt(0)) | 0, 0);
}

/** @param {string} key */
function __md_get(key, storage = localStorage, scope = __md_scope) {
  return JSON.parse(storage.getItem(`${scope.pathname}.${key}`) ?? "null");
}

/** @param {string} key @param {unknown} value */
function __md_set(key, value, storage = localStorage, scope = __md_scope) {
  try {
    storage.setItem(`${scope.pathname}.${key}`, JSON.stringify(value));
  } catch {
    // Storage is full or forbidden: the choice lasts for this page only.
  }
}
