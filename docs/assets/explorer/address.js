// @ts-check
"use strict";

/* The address of the page, where words and filters stand. On file:// some browsers refuse to change it. */
(() => {
  /**
   * Another query string, as a step of its own for the back button or in place of the last one.
   * @type {Errorbook["address"]["writeSearch"]}
   */
  function writeSearch(search, replace) {
    if (search === location.search) return;
    const address = `${location.pathname}${search}${location.hash}`;
    try {
      if (replace) history.replaceState(history.state, "", address);
      else history.pushState(null, "", address);
    } catch {
      // everything but the address works
    }
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
      // the theme then opens its search
    }
  }

  errorbook.address = { writeSearch, hideQueryFromTheme };
})();
