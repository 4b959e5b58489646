/* The page for addresses that do not exist: takes the words of the wanted address and offers the nearest entries.
   Runs on 404.html only, which the server sends under any address, in the language of the site's root. */
(() => {
  "use strict";
  /** @type {HTMLElement[]} */
  const sections = Array.from(document.querySelectorAll("[data-not-found] > [data-language]"));
  const shown = 6;
  const threshold = 0.34;
  /** First segments under which pages of groups stand or may be sought. @type {Record<string, "status" | "modules">} */
  const folders = { status: "status", statuses: "status", modules: "modules", module: "modules" };

  const section = wantedSection();
  const words = wantedWords();
  section.parentElement?.prepend(section);
  if (words.length > 0) loadIndex(() => offerNearest());

  /** The section whose root is the longest beginning of the wanted address. */
  function wantedSection() {
    const fitting = sections.filter((one) => location.pathname.startsWith(rootOf(one).pathname));
    return fitting.sort((a, b) => rootOf(b).pathname.length - rootOf(a).pathname.length)[0] || sections[0];
  }

  /** @param {HTMLElement} one */
  function rootOf(one) {
    return new URL(one.dataset.root ?? ".", location.href);
  }

  /** Words of the path below the root, and of an old fragment; a ticket's values (`#v=...`) name no entry. */
  function wantedWords() {
    const segments = wantedSegments().slice(-2);
    const fragment = isTicket() ? "" : location.hash.slice(1);
    return decode([...segments, fragment].join(" "))
      .replace(/\.(html?|md|php)\b|\bindex\b/g, " ")
      .split(/[^\p{L}\p{N}]+/u)
      .filter((word) => word && !["errors", "error", "docs"].includes(word) && !(word in folders));
  }

  function wantedSegments() {
    return location.pathname.replace(rootOf(section).pathname, "").split("/").filter(Boolean);
  }

  function isTicket() {
    return /^#(v|case)=/.test(location.hash);
  }

  /** @param {string} text */
  function decode(text) {
    try {
      return decodeURIComponent(text).toLowerCase();
    } catch {
      return text.toLowerCase();
    }
  }

  /** @param {() => void} then */
  function loadIndex(then) {
    const script = document.createElement("script");
    script.src = new URL("assets/explorer-index.js", rootOf(section)).href;
    script.addEventListener("load", then);
    document.head.append(script);
  }

  function offerNearest() {
    const nearest = [...groups(), ...entries()]
      .map((entry) => ({ entry, score: Math.max(...namesOf(entry).map((name) => similarity(words.join("-"), name))) }))
      .filter(({ score }) => score >= threshold)
      .sort((a, b) => b.score - a.score || a.entry.id.localeCompare(b.entry.id))
      .slice(0, shown);
    if (nearest.length === 0) return;
    section.querySelector("[data-nearest] ul")?.replaceChildren(...nearest.map(({ entry }) => item(entry)));
    section.querySelector("[data-nearest]")?.removeAttribute("hidden");
  }

  /** The index is another part's: only what has the expected form is used. */
  function entries() {
    const errors = window.errorbookIndex?.errors;
    return Array.isArray(errors) ? errors.filter((entry) => typeof entry?.id === "string") : [];
  }

  /** Pages of statuses or modules, if one of them is wanted. */
  function groups() {
    const folder = folders[wantedSegments()[0]];
    if (!folder) return [];
    const keys = entries().flatMap((entry) => (folder === "status" ? entry.statuses.map(String) : [entry.module]));
    return [...new Set(keys)].map((id) => ({ id, address: `${folder}/${id}/` }));
  }

  /** The id, and the types that the response may have. @param {{id: string, types?: string[]}} entry */
  function namesOf({ id, types = [] }) {
    return [id, ...types.map((type) => type.toLowerCase().replaceAll("_", "-"))];
  }

  /** @param {{id: string, address?: unknown, title?: unknown}} entry */
  function item(entry) {
    const address = typeof entry.address === "string" ? entry.address.replace(/^\/+/, "") : `errors/${entry.id}/`;
    const link = document.createElement("a");
    link.href = new URL(address, rootOf(section)).href + (isTicket() ? location.hash : "");
    link.textContent = typeof entry.title === "string" ? entry.title : entry.id;
    const id = document.createElement("code");
    id.textContent = entry.id;
    const line = document.createElement("li");
    line.append(link);
    if (entry.title) line.append(" ", id);
    return line;
  }

  /** Dice's coefficient of the pairs of neighbouring letters: 1 for equal texts, 0 for nothing in common. */
  function similarity(/** @type {string} */ a, /** @type {string} */ b) {
    const left = pairs(a);
    const right = pairs(b);
    const common = [...left].filter((pair) => right.has(pair)).length;
    return (2 * common) / (left.size + right.size || 1);
  }

  /** @param {string} text */
  function pairs(text) {
    const padded = `-${text}-`;
    return new Set([...padded].slice(1).map((_, index) => padded.slice(index, index + 2)));
  }
})();
