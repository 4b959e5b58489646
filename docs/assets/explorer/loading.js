// @ts-check
"use strict";

/* What is loaded once. */
(() => {
  /** The matcher of this page's index, made once. @type {ErrorbookMatcher | null} */
  let matcher = null;
  /** What has been asked for, by its addresses. @type {Map<string, Promise<unknown>>} */
  const coming = new Map();

  /** @type {Errorbook["loading"]["loadMatcher"]} */
  async function loadMatcher(address) {
    const index = await loadIndex(address);
    return (matcher ??= errorbook.match.createMatcher(index));
  }

  /** @type {Errorbook["loading"]["loadIndex"]} */
  async function loadIndex(address) {
    if (!globalThis.errorbookIndex) await loadScripts([address]);
    if (!globalThis.errorbookIndex) throw new Error(address);
    return globalThis.errorbookIndex;
  }

  /** All again if one fails, as those after it lack it. @type {Errorbook["loading"]["loadScripts"]} */
  function loadScripts(addresses) {
    const key = addresses.join(" ");
    const scripts = coming.get(key) ?? Promise.all(addresses.map(runScript));
    coming.set(key, scripts);
    scripts.catch(() => coming.delete(key));
    return scripts;
  }

  /**
   * `fetch` does not work on file://.
   * @param {string} address
   * @returns {Promise<void>}
   */
  function runScript(address) {
    return new Promise((resolve, reject) => {
      const script = document.createElement("script");
      script.async = false; // in the order in which they are asked for
      script.src = address;
      script.onload = () => resolve();
      script.onerror = () => reject(new Error(address));
      document.head.append(script);
    });
  }

  errorbook.loading = { loadIndex, loadMatcher, loadScripts };
})();
