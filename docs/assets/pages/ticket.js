// @ts-check
"use strict";

/*
 * A ticket's address, `/errors/<id>/#v=<name>:<value>,...&case=<case>`, puts the values of one response into the page
 * of its error and leads to one cause. Text only; what the page has no place for is passed over, and so is what may
 * not stand in a link: the page marks the places of what may. The addresses to copy there carry the same values on.
 */
(() => {
  const LONGEST = 200;
  /** Pixels between the page's header and the cause. */
  const GAP = 16;
  /** Characters that are not seen, or turn the direction of those around them; shown by a sign instead. */
  const HIDDEN = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/gu;
  /** What means the same in every language of the samples, in a shell, in JSON and in an address. */
  const PLAIN = /^(?!\.+$|\p{M})[\p{L}\p{M}\p{N}\p{Emoji_Presentation}_.@-]+$/u;
  /** Our places, also those in samples. */
  const PLACES = "var[data-placeholder][data-shareable]";

  /** The ticket this page was opened with: the theme may fetch the page anew for another fragment of it. */
  const opened = { path: "", ticket: /** @type {ErrorbookTicket | null} */ (null) };

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
    const kept = pairs.filter(([, value]) => value && value.length <= LONGEST);
    return { values: new Map(kept.map(([name, value]) => [name, value.replace(HIDDEN, "\ufffd")])), case: decode(parts.get("case") ?? "") };
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
    if (own || opened.path !== path) Object.assign(opened, { path, ticket: own });
    fillPlaces();
    const section = own?.case ? document.getElementById(own.case) : null;
    if (section?.matches(".eb-case")) scrollBelowHeader(section);
  }

  /** Also for samples that were printed anew. */
  function fillPlaces() {
    if (!opened.ticket) return;
    const { values } = opened.ticket;
    const places = /** @type {HTMLElement[]} */ ([...document.querySelectorAll(PLACES)]);
    for (const place of places) fillPlace(place, values);
    const unfit = places.some((place) => values.has(nameOf(place)) && !place.classList.contains("eb-filled"));
    for (const note of document.querySelectorAll("[data-unfit]")) note.toggleAttribute("hidden", !unfit);
    carryOn(new Map([...values].filter(([name]) => places.some((place) => nameOf(place) === name))), opened.ticket.case);
  }

  /** @param {HTMLElement} place */
  function nameOf(place) {
    return place.dataset.placeholder ?? "";
  }

  /** @param {Element} section */
  function scrollBelowHeader(section) {
    const header = document.querySelector(".md-header")?.getBoundingClientRect().bottom ?? 0;
    window.scrollBy({ top: section.getBoundingClientRect().top - header - GAP, behavior: "instant" });
  }

  /**
   * What was printed stays with its place, since the samples are copied. Nothing enters a sample that could mean
   * more there than a name.
   * @param {HTMLElement} place
   * @param {Map<string, string>} values
   */
  function fillPlace(place, values) {
    const value = values.get(nameOf(place));
    const fits = value !== undefined && (PLAIN.test(value) || !place.closest("pre"));
    place.dataset.printed ??= place.textContent ?? "";
    const coloured = place.firstElementChild ?? place;
    coloured.textContent = fits ? value : place.dataset.printed;
    place.classList.toggle("eb-filled", fits);
  }

  /**
   * The addresses that the page offers, with its values; of a cause, for the cause.
   * @param {Map<string, string>} values
   * @param {string} cause
   */
  function carryOn(values, cause) {
    for (const permalink of document.querySelectorAll("copy-permalink[data-url]")) {
      const url = permalink.getAttribute("data-url") ?? "";
      const address = writeAddress(url, values, cause);
      const shown = permalink.querySelector("code");
      if (shown && shown.textContent !== address) shown.textContent = address;
      for (const button of permalink.querySelectorAll("button")) {
        button.dataset.printed ??= button.dataset.copy ?? "";
        const own = "rich" in button.dataset ? address.replaceAll("&", "&amp;") : address;
        button.dataset.copy = button.dataset.printed.replaceAll(url, () => own);
      }
    }
  }

  /**
   * @param {string} url
   * @param {Map<string, string>} values
   * @param {string} cause the one that the ticket names
   */
  function writeAddress(url, values, cause) {
    if (values.size === 0) return url;
    const [page, own = cause] = url.split("#");
    const pairs = [...values].map(([name, value]) => `${name}:${encode(value)}`);
    return `${page}#v=${pairs.join(",")}${own && `&case=${encode(own)}`}`;
  }

  /** Nor does Markdown or HTML find a mark of its own in it. @param {string} text */
  function encode(text) {
    return encodeURIComponent(text).replace(/[!'()*]/g, (mark) => `%${mark.charCodeAt(0).toString(16)}`);
  }

  globalThis.errorbookReadTicket ??= readTicket;
  if (!globalThis.document$) return; // a test without a page
  globalThis.document$.subscribe(showTicket);
  globalThis.addEventListener("hashchange", showTicket);
  globalThis.addEventListener("environment", fillPlaces); // <sample-environment> has printed the samples anew
})();
