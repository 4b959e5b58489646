// @ts-check
"use strict";

/* What is loaded once. */
(() => {
  /** The matcher of this page's index, made once. @type {ErrorbookMatcher | null} */
  let matcher = null;
  /** What has been asked for, by its address. @type {Map<string, Promise<void>>} */
  const coming = new Map();

  /** @type {Errorbook["loading"]["loadMatcher"]} */
  async function loadMatcher(address) {
    const index = await loadIndex(address);
    return (matcher ??= errorbook.match.createMatcher(index));
  }

  /** @type {Errorbook["loading"]["loadIndex"]} */
  async function loadIndex(address) {
    if (!globalThis.errorbookIndex) await loadScript(address);
    if (!globalThis.errorbookIndex) throw new Error(address);
    return globalThis.errorbookIndex;
  }

  /** @type {Errorbook["loading"]["loadScript"]} */
  function loadScript(address) {
    const script = coming.get(address) ?? runScript(address);
    coming.set(address, script);
    script.catch(() => coming.delete(address)); // whoever asks again tries again
    return script;
  }

  /**
   * `fetch` does not work on file://.
   * @param {string} address
   * @returns {Promise<void>}
   */
  function runScript(address) {
    return new Promise((resolve, reject) => {
      const script = document.createElement("script");
      script.src = address;
      script.onload = () => resolve();
      script.onerror = () => reject(new Error(address));
      document.head.append(script);
    });
  }

  errorbook.loading = { loadIndex, loadMatcher, loadScript };
})();
