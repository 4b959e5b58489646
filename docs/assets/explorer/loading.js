// @ts-check
"use strict";

/* What is loaded once. */
(() => {
  /** The matcher of this page's index, made once. @type {Promise<ErrorbookMatcher> | null} */
  let matcher = null;

  /** @type {Errorbook["loading"]["loadMatcher"]} */
  async function loadMatcher(address) {
    try {
      matcher ??= loadIndex(address).then((index) => errorbook.match.createMatcher(index));
      return await matcher;
    } catch (error) {
      matcher = null; // whoever asks again tries again
      throw error;
    }
  }

  /** A script, as `fetch` does not work on file://. @type {Errorbook["loading"]["loadIndex"]} */
  async function loadIndex(address) {
    if (!globalThis.errorbookIndex) await loadScript(address);
    if (!globalThis.errorbookIndex) throw new Error(address);
    return globalThis.errorbookIndex;
  }

  /** @type {Errorbook["loading"]["loadScript"]} */
  function loadScript(address) {
    return new Promise((resolve, reject) => {
      const script = document.createElement("script");
      script.async = false; // in the order in which they are asked for
      script.src = address;
      script.onload = () => resolve();
      script.onerror = () => reject(new Error(address));
      document.head.append(script);
    });
  }

  errorbook.loading = { loadIndex, loadMatcher, loadScript };
})();
