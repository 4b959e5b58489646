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
  /** Of more than those, rows that come as the reader scrolls. */
  const BATCH = 100;
  /** Rows that are moved below at once. */
  const MOVED = 24;

  /**
   * @param {HTMLElement} list
   * @returns {ErrorbookRows}
   */
  function createRows(list) {
    const all = rowsOf(list);
    const byId = new Map(all.map((row) => [row.dataset.error ?? "", row]));
    const many = all.length > KEPT;
    const batch = many ? BATCH : KEPT;
    const front = /** @type {HTMLElement} */ (list.cloneNode(false));
    const others = document.createElement("ul");
    front.dataset.part = "front";
    front.hidden = others.hidden = true;
    list.before(front);
    if (!many) list.after(others);
    let shown = [...byId.keys()];
    let wanted = new Set(many ? [] : all);
    let screenful = SCREENFUL;
    let settling = new AbortController();

    /** @param {string[]} ids */
    const pick = (ids) => ids.map((id) => byId.get(id)).filter((row) => row !== undefined);

    /**
     * Marked while it is off the page: in it, the theme's rules about siblings make that as slow as there are rows.
     * @param {HTMLElement} row
     * @param {HTMLElement} place
     */
    function move(row, place) {
      row.remove();
      row.hidden = place === others && !wanted.has(row);
      place.append(row);
    }

    /** Only those that change. @param {Set<HTMLElement>} next */
    function mark(next) {
      for (const row of wanted) if (!next.has(row)) row.hidden = true;
      for (const row of next) if (!wanted.has(row)) row.hidden = false;
      wanted = next;
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
      for (const row of rows) yield move(row, list);
    }

    /**
     * @param {string[]} rest
     * @param {AbortSignal} signal
     */
    async function settle(rest, signal) {
      const steps = fillList(pick(rest.slice(0, batch)));
      if (list.children.length + rest.length <= MOVED) for (const _ of steps);
      await painted();
      if (signal.aborted) return;
      screenful = Math.max(SCREENFUL, Math.ceil((innerHeight - front.getBoundingClientRect().top) / ROW));
      await inSlices(steps, signal);
      if (signal.aborted) return;
      list.removeAttribute("data-stale");
      await extend(rest.slice(batch), signal);
    }

    /**
     * @param {string[]} rest
     * @param {AbortSignal} signal
     */
    async function extend(rest, signal) {
      for (let at = 0; at < rest.length; at += batch) {
        await comesNear(rowsOf(list).at(-1) ?? list, signal);
        for (const row of pick(rest.slice(at, at + batch))) move(row, list);
      }
    }

    if (many) {
      removeFrom(all[batch], list);
      void extend(shown.slice(batch), settling.signal);
    }

    return {
      count: all.length,
      rowOf: (id) => byId.get(id),
      shown: () => shown,
      show(ids) {
        if (ids.length === shown.length && ids.every((id, number) => id === shown[number])) return;
        shown = ids;
        if (!many) mark(new Set(pick(ids)));
        fillFront(pick(ids.slice(0, screenful)));
        list.dataset.stale = "";
        settling.abort();
        settling = new AbortController();
        void settle(ids.slice(screenful), settling.signal);
      },
    };
  }

  /**
   * All from a row to the end leave the page in one go.
   * @param {HTMLElement} row
   * @param {HTMLElement} list
   */
  function removeFrom(row, list) {
    const range = document.createRange();
    range.setStartBefore(row);
    range.setEnd(list, list.childNodes.length);
    range.extractContents();
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
