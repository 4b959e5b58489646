// @ts-check
"use strict";

/* Puts a scene into the page: shows, hides and orders the entries that the server rendered. Text only, no markup. */
(() => {
  const { createFound, shorten, element } = errorbook.found;
  const { createRows } = errorbook.rows;

  /**
   * @param {HTMLElement} root
   * @param {ErrorbookIndex} index
   * @returns {ErrorbookView}
   */
  function createView(root, index) {
    const list = part(root, "list");
    const result = part(root, "result");
    const guesses = part(root, "guesses");
    const words = JSON.parse(root.dataset.words ?? "{}");
    const found = createFound(root, index, words);
    const rows = createRows(list);
    /** What stood in the places that now show the reader's values. @type {Map<HTMLElement, string>} */
    const printed = new Map();
    /** The one that matches, and all that is said of the match. @type {HTMLElement | undefined} */
    let best;
    let said = "";

    /** @param {string[]} ids */
    const pick = (ids) => ids.map(rows.rowOf).filter((row) => row !== undefined);

    /**
     * The reader's own values take the place of the printed ones, if all are known.
     * @param {HTMLElement} row
     * @param {Record<string, string>} captures
     */
    function fill(row, captures) {
      const places = /** @type {HTMLElement[]} */ ([...row.querySelectorAll("[data-name]")]);
      if (!places.every(({ dataset }) => (dataset.name ?? "") in captures)) return;
      for (const place of places) {
        printed.set(place, place.textContent ?? "");
        place.textContent = shorten(captures[place.dataset.name ?? ""]);
      }
    }

    /** A match that says the same as the one before stays as it is. @param {ErrorbookScene} scene */
    function mark(scene) {
      const next = scene.state === "match" ? rows.rowOf(scene.shown[0]) : undefined;
      const { match, captures, because } = scene;
      const now = next ? JSON.stringify([next.dataset.error, match, captures, because, scene.case]) : "";
      if (now && now === said) return found.renew(scene.text);
      said = now;
      for (const [place, text] of printed) place.textContent = text;
      printed.clear();
      found.clear();
      best?.removeAttribute("data-match");
      best = next;
      if (!best) return;
      best.dataset.match = match;
      fill(best, captures);
      found.show(best, scene);
    }

    /** What is announced; the same words once more would be announced again. @param {ErrorbookScene} scene */
    function tell(scene) {
      const whole = scene.state === "browse" && scene.shown.length === rows.count;
      const others = scene.state === "match" && scene.shown.length > 1;
      const text = (words[whole ? "all" : scene.state === "match" ? scene.match : scene.state] ?? "")
        .concat(scene.guesses.length ? words.nearest : "", scene.outside ? words.outside : "", others ? words.others : "")
        .replace("{shown}", String(scene.shown.length))
        .replace("{others}", String(scene.shown.length - 1))
        .replace("{guesses}", String(scene.guesses.length))
        .replace("{all}", String(rows.count))
        .replace("{title}", () => best?.querySelector("a")?.textContent ?? "");
      if (result.textContent !== text) result.textContent = text;
      guesses.replaceChildren(...pick(scene.guesses).map(buildGuess));
      guesses.hidden = scene.guesses.length === 0;
    }

    return {
      show(scene) {
        rows.show(scene.shown);
        mark(scene);
        tell(scene);
        root.dataset.state = result.dataset.state = scene.state;
      },
      links: () => [...guesses.children, ...pick(rows.shown())].map((row) => /** @type {HTMLAnchorElement} */ (row.querySelector("a"))),
    };
  }

  /** @param {HTMLElement} row */
  function buildGuess(row) {
    const from = row.querySelector("a");
    const link = element("a", "", from?.textContent ?? "");
    link.setAttribute("href", from?.getAttribute("href") ?? "");
    link.dataset.guess = row.dataset.error;
    return element("li", "", link, " ", element("code", "", row.querySelector("[data-part=message]")?.textContent ?? ""));
  }

  /**
   * @param {HTMLElement} root
   * @param {string} name
   * @returns {HTMLElement}
   */
  function part(root, name) {
    const found = root.querySelector(`[data-part="${name}"]`);
    if (!(found instanceof HTMLElement)) throw new Error(`error-explorer: no part "${name}"`);
    return found;
  }

  errorbook.view = { createView };
})();
