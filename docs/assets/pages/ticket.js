// @ts-check
"use strict";

/*
 * A ticket's address, `/errors/<id>/#v=<name>:<value>,...&case=<case>`, puts the values of one response into the page
 * of its error and leads to one cause. Text only; what the page has no place for is passed over.
 */
(() => {
  const LONGEST = 200;
  /** Pixels between the page's header and the cause. */
  const GAP = 16;
  /** Characters that are not seen, or turn the direction of those around them. */
  const HIDDEN = /[\p{Cc}\u200b-\u200f\u202a-\u202e\u2066-\u2069]/u;
  /** What stood in the places that now show a reader's value. @type {WeakMap<Element, string>} */
  const printed = new WeakMap();
  /**
   * The ticket this page was opened with: the theme may fetch the page anew for another fragment of it.
   * @type {{ path: string, ticket: ErrorbookTicket | null }}
   */
  let opened = { path: "", ticket: null };

  /**
   * Null for a fragment that is no ticket's.
   * @param {string} fragment
   * @returns {ErrorbookTicket | null}
   */
  function readTicket(fragment) {
    const parts = new Map(fragment.replace(/^#/, "").split("&").map(splitAt("=")));
    const values = parts.get("v");
    if (values === undefined) return null;
    const pairs = values.split(",").map(splitAt(":")).map(([name, value]) => [decode(name), decode(value)]);
    const kept = pairs.filter(([, value]) => value && value.length <= LONGEST && !HIDDEN.test(value));
    return { values: new Map(kept.map(([name, value]) => [name, value])), case: decode(parts.get("case") ?? "") };
  }

  /**
   * @param {string} mark
   * @returns {(text: string) => [string, string]}
   */
  function splitAt(mark) {
    return (text) => {
      const at = text.indexOf(mark);
      return at < 0 ? [text, ""] : [text.slice(0, at), text.slice(at + 1)];
    };
  }

  /** Nothing for what is not encoded well. @param {string} text */
  function decode(text) {
    try {
      return decodeURIComponent(text);
    } catch {
      return "";
    }
  }

  /** Runs for every page and every change of the fragment; another fragment of the page leaves what is filled. */
  function showTicket() {
    const path = location.pathname;
    const own = readTicket(location.hash);
    if (own || opened.path !== path) opened = { path, ticket: own };
    const { ticket } = opened;
    if (!ticket) return;
    for (const place of document.querySelectorAll("var[data-placeholder]")) fillPlace(place, ticket.values);
    const section = own && document.getElementById(own.case);
    if (section?.matches(".eb-case")) scrollBelowHeader(section);
  }

  /** @param {Element} section */
  function scrollBelowHeader(section) {
    const header = document.querySelector(".md-header")?.getBoundingClientRect().bottom ?? 0;
    window.scrollBy({ top: section.getBoundingClientRect().top - header - GAP, behavior: "instant" });
  }

  /**
   * @param {Element} place
   * @param {Map<string, string>} values
   */
  function fillPlace(place, values) {
    const own = printed.get(place) ?? place.textContent ?? "";
    const value = values.get(place.getAttribute("data-placeholder") ?? "");
    printed.set(place, own);
    place.textContent = value ?? own;
    place.classList.toggle("eb-filled", value !== undefined);
  }

  globalThis.errorbookReadTicket ??= readTicket;
  if (!globalThis.document$) return; // a test without a page
  globalThis.document$.subscribe(showTicket);
  globalThis.addEventListener("hashchange", showTicket);
})();
