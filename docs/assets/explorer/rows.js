// @ts-check
"use strict";

/*
 * The rows of the list, which the server rendered. Of those that are wanted a screenful stands in front, at once; the
 * list below, out of sight, is shown again when that is painted, or later if much is to be moved. All others wait in a
 * list of their own. For a row that is shown or hidden costs the browser more than the search for it.
 */
(() => {
  const { painted, inSlices } = errorbook.breath;

  /** Pixels of a row, and rows that stand in front on the lowest screen. */
  const ROW = 90;
  const SCREENFUL = 5;
  /** Rows that stay in the page while they are hidden; of more, even that is too slow. */
  const KEPT = 1000;
  /** Rows that are moved below at once, and those that are before the reader scrolls. */
  const MOVED = 60;
  const BELOW = 300;

  /**
   * @param {HTMLElement} list
   * @returns {ErrorbookRows}
   */
  function createRows(list) {
    const all = rowsOf(list);
    const front = /** @type {HTMLElement} */ (list.cloneNode(false));
    const others = document.createElement("ul");
    front.dataset.part = "front";
    front.hidden = others.hidden = true;
    list.before(front);
    if (all.length <= KEPT) list.after(others);
    let shown = all;
    let wanted = new Set(all);
    let screenful = SCREENFUL;
    let settling = new AbortController();

    /**
     * Marked while it is off the page: in it, the theme's rules about siblings make that as slow as there are rows.
     * @param {HTMLElement} row
     * @param {HTMLElement} place
     */
    function move(row, place) {
      row.remove();
      row.hidden = !wanted.has(row);
      place.append(row);
    }

    /** A row that stays in its place is not touched. @param {HTMLElement[]} rows */
    function fillFront(rows) {
      for (const row of rowsOf(front)) if (!rows.includes(row)) move(row, others);
      rows.forEach((row, number) => {
        if (front.children[number] !== row) front.insertBefore(row, front.children[number] ?? null);
        row.hidden = false;
      });
      front.hidden = rows.length === 0;
    }

    /** @param {HTMLElement[]} rows */
    function* fillList(rows) {
      for (const row of rowsOf(list)) yield move(row, others);
      yield* extendList(rows);
    }

    /** @param {HTMLElement[]} rows */
    function* extendList(rows) {
      for (const row of rows.slice(0, BELOW)) yield move(row, list);
    }

    /**
     * @param {HTMLElement[]} rest
     * @param {AbortSignal} signal
     */
    async function settle(rest, signal) {
      const steps = fillList(rest);
      if (list.children.length + rest.length <= MOVED) for (const _ of steps);
      await painted();
      if (signal.aborted) return;
      screenful = Math.max(SCREENFUL, Math.ceil((innerHeight - front.getBoundingClientRect().top) / ROW));
      await inSlices(steps, signal);
      if (signal.aborted) return;
      list.removeAttribute("data-stale");
      for (let at = BELOW; at < rest.length; at += BELOW) {
        await comesNear(rest[at - 1], signal);
        await inSlices(extendList(rest.slice(at)), signal);
      }
    }

    return {
      all,
      shown: () => shown,
      show(rows) {
        if (rows.length === shown.length && rows.every((row, number) => row === shown[number])) return;
        shown = rows;
        wanted = new Set(rows);
        if (all.length <= KEPT) for (const row of all) row.hidden = !wanted.has(row);
        fillFront(rows.slice(0, screenful));
        list.dataset.stale = "";
        settling.abort();
        settling = new AbortController();
        void settle(rows.slice(screenful), settling.signal);
      },
    };
  }

  /**
   * Until the reader has scrolled to an element, or nearly; for ever, if it is called off.
   * @param {HTMLElement} element
   * @param {AbortSignal} signal
   * @returns {Promise<void>}
   */
  function comesNear(element, signal) {
    return new Promise((resolve) => {
      const watch = new IntersectionObserver(([{ isIntersecting }]) => isIntersecting && resolve(watch.disconnect()), { rootMargin: "100%" });
      watch.observe(element);
      signal.addEventListener("abort", () => watch.disconnect());
    });
  }

  /** @param {HTMLElement} list */
  function rowsOf(list) {
    return /** @type {HTMLElement[]} */ ([...list.children]);
  }

  errorbook.rows = { createRows };
})();
