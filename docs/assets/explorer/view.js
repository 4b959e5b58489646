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

    /**
     * A match that says the same as the one before stays as it is. Returns whether there is another one.
     * @param {ErrorbookScene} scene
     */
    function mark(scene) {
      const next = scene.state === "match" ? rows.rowOf(scene.shown[0]) : undefined;
      const { match, captures, because } = scene;
      const now = next ? JSON.stringify([next.dataset.error, match, captures, because, scene.case]) : "";
      if (now && now === said) {
        found.renew(scene.text);
        return false;
      }
      said = now;
      for (const [place, text] of printed) place.textContent = text;
      printed.clear();
      found.clear();
      best?.removeAttribute("data-match");
      best = next;
      if (!best) return false;
      best.dataset.match = match;
      fill(best, captures);
      found.show(best, scene);
      return true;
    }

    /** The filters of which each alone hides all there is. @param {ErrorbookScene} scene */
    function findObstacles(scene) {
      const names = Object.entries(scene.counts()).flatMap(([name, values]) => (values.size ? [name] : []));
      return names.map((name) => root.querySelector(`legend:has(~ * [name=${name}]), span:has(+ [name=${name}])`)?.textContent);
    }

    /**
     * What is announced: the same words once more only for another match.
     * @param {ErrorbookScene} scene
     * @param {boolean} another
     */
    function tell(scene, another) {
      const whole = scene.state === "browse" && scene.shown.length === rows.count;
      const others = scene.state === "match" && scene.shown.length > 1 ? words[`others_${scene.match}`] : "";
      const obstacles = scene.state === "none" ? findObstacles(scene) : [];
      const text = (words[whole ? "all" : scene.state === "match" ? scene.match : scene.state] ?? "")
        .concat(obstacles.length ? words.obstacles : "", scene.guesses.length ? words.nearest : "", scene.outside ? words.outside : "", others)
        .replace("{filters}", () => obstacles.join(words.or))
        .replace("{shown}", String(scene.shown.length))
        .replace("{others}", String(scene.shown.length - 1))
        .replace("{guesses}", String(scene.guesses.length))
        .replace("{all}", String(rows.count))
        .replace("{title}", () => best?.querySelector("a")?.textContent ?? "");
      if (another || result.textContent !== text) result.textContent = text;
      guesses.replaceChildren(...pick(scene.guesses).map(buildGuess));
      guesses.hidden = scene.guesses.length === 0;
    }

    return {
      show(scene) {
        rows.show(scene.shown);
        tell(scene, mark(scene));
        root.dataset.state = result.dataset.state = scene.state;
      },
      links: () => [...guesses.children, ...pick(rows.shown())].map((row) => /** @type {HTMLAnchorElement} */ (row.querySelector("a"))),
    };
  }

  /** What the list says of an entry, in short. @param {HTMLElement} row */
  function buildGuess(row) {
    const parts = [...row.querySelectorAll(".explorer-pill, .explorer-title, .explorer-message")].map((part) => part.cloneNode(true));
    const guess = element("li", "explorer-entry", ...parts);
    const link = guess.querySelector("a");
    if (link) link.dataset.guess = row.dataset.error;
    return guess;
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
