// @ts-check
"use strict";

/* What happens once, while the page loads. */
(() => {
  /**
   * A script, as `fetch` does not work on file://.
   * @param {string} address
   * @returns {Promise<ErrorbookIndex>}
   */
  function loadIndex(address) {
    if (globalThis.errorbookIndex) return Promise.resolve(globalThis.errorbookIndex);
    return new Promise((resolve, reject) => {
      const script = document.createElement("script");
      script.src = address;
      script.onload = () => (globalThis.errorbookIndex ? resolve(globalThis.errorbookIndex) : reject(new Error(address)));
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

  errorbook.loading = { loadIndex, hideQueryFromTheme };
})();
