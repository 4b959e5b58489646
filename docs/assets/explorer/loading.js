// @ts-check
"use strict";

/* What is loaded once, and what happens while the page loads. */
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

  /** The theme opens its own search for a `q` in the address, so it does not see ours while the page loads. */
  function hideQueryFromTheme() {
    const wanted = new URL(location.href);
    if (document.readyState !== "loading" || !wanted.searchParams.has("q")) return;
    const without = new URL(wanted);
    without.searchParams.delete("q");
    try {
      history.replaceState(history.state, "", without);
      document.addEventListener("DOMContentLoaded", () => history.replaceState(history.state, "", wanted), { once: true });
    } catch {
      // on file:// some browsers refuse: the theme then opens its search
    }
  }

  errorbook.loading = { loadIndex, loadMatcher, loadScript, hideQueryFromTheme };
})();
