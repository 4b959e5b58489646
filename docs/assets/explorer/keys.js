// @ts-check
"use strict";

/* Keys: "/" leads to the query, arrows from it through what is shown, Enter opens the best entry, Escape clears. */
(() => {
  /** @type {Errorbook["keys"]["listenToKeys"]} */
  function listenToKeys(root, query, { links, open, clear }, signal) {
    root.addEventListener("keydown", onKey, { signal });
    document.addEventListener("keydown", onGlobalKey, { signal });

    /** @param {KeyboardEvent} event */
    function onKey(event) {
      if (isComposing(event)) return;
      if (event.key === "Escape" && !(event.target instanceof HTMLSelectElement)) clear();
      if (event.key === "Enter" && event.target === query && !event.shiftKey && open()) event.preventDefault();
      const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
      if (step && !isModified(event) && !event.shiftKey && move(event.target, step)) event.preventDefault();
    }

    /**
     * From the end of the query through what is shown, and back.
     * @param {EventTarget | null} from
     * @param {number} step
     */
    function move(from, step) {
      const stops = [query, ...links()];
      const at = stops.findIndex((stop) => stop === from);
      const next = stops[at + step];
      if (at < 0 || !next || (at === 0 && query.selectionStart < query.value.length)) return false;
      next.focus();
      return true;
    }

    /** @param {KeyboardEvent} event */
    function onGlobalKey(event) {
      if (event.key !== "/" || isModified(event) || isEditing(event.target)) return;
      event.preventDefault();
      event.stopPropagation(); // the theme would open its own search
      query.focus();
      query.select();
    }
  }

  /** The key belongs to an input method; Safari tells so by its code alone. @param {KeyboardEvent} event */
  function isComposing(event) {
    return event.isComposing || event.keyCode === 229;
  }

  /** @param {KeyboardEvent} event */
  function isModified(event) {
    return event.ctrlKey || event.metaKey || event.altKey;
  }

  /** @param {EventTarget | null} target */
  function isEditing(target) {
    return target instanceof HTMLElement && (target.isContentEditable || target.matches("input, textarea, select"));
  }

  errorbook.keys = { listenToKeys };
})();
