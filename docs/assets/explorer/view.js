// @ts-check
"use strict";

/* Puts a scene into the page: shows, hides and orders the entries that the server rendered. Text only, no markup. */
(() => {
  const { writeTicket } = errorbook.ticket;

  const LONGEST_VALUE = 200;

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
    const rows = /** @type {HTMLElement[]} */ ([...list.querySelectorAll("[data-error]")]);
    const byId = new Map(rows.map((row) => [row.dataset.error ?? "", row]));
    /** What stood in the places that now show the reader's values. @type {Map<HTMLElement, string>} */
    const printed = new Map();
    let ordered = true;
    /** The link that carries values, and its own address. @type {{ link: HTMLAnchorElement, own: string } | null} */
    let addressed = null;

    /** @param {string[]} ids */
    const pick = (ids) => ids.map((id) => byId.get(id)).filter((row) => row !== undefined);

    /** @param {ErrorbookScene} scene */
    function arrange(scene) {
      if (!ordered) list.append(...rows);
      ordered = scene.shown.length === rows.length;
      if (!ordered) list.prepend(...pick(scene.shown));
      const shown = new Set(pick(scene.shown));
      for (const row of rows) row.hidden = !shown.has(row);
    }

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
     * The best entry's link, and the one to copy, carry those of the reader's values that may stand in an address.
     * @param {HTMLElement} row
     * @param {ErrorbookScene} scene
     */
    function address(row, scene) {
      const link = row.querySelector("a");
      if (!link) return null;
      const own = link.getAttribute("href") ?? "";
      addressed = { link, own };
      link.setAttribute("href", own + writeTicket(scene.captures, index.placeholders));
      if (location.protocol !== "file:") return link.href;
      const entry = index.errors.find(({ id }) => id === row.dataset.error);
      return `${root.dataset.root}${entry?.address}${link.hash}`; // what a reader elsewhere can open
    }

    /** @param {ErrorbookScene} scene */
    function mark(scene) {
      for (const [place, text] of printed) place.textContent = text;
      printed.clear();
      addressed?.link.setAttribute("href", addressed.own);
      addressed = null;
      for (const old of list.querySelectorAll("[data-part=found]")) old.remove();
      for (const old of list.querySelectorAll("[data-match]")) old.removeAttribute("data-match");
      const [best] = pick(scene.shown);
      if (scene.state !== "match" || !best) return;
      best.dataset.match = scene.match;
      fill(best, scene.captures);
      best.querySelector("[data-part=body]")?.append(buildFound(scene, index, words, address(best, scene)));
    }

    /** @param {ErrorbookScene} scene */
    function tell(scene) {
      const whole = scene.state === "browse" && scene.shown.length === rows.length;
      const text = words[whole ? "all" : scene.state === "match" ? scene.match : scene.state] ?? "";
      result.textContent = text
        .replace("{shown}", String(scene.shown.length))
        .replace("{all}", String(rows.length))
        .concat(scene.guesses.length ? words.nearest : "", scene.outside ? words.outside : "");
      guesses.replaceChildren(...pick(scene.guesses).map(buildGuess));
      guesses.hidden = scene.guesses.length === 0;
    }

    return {
      show(scene) {
        arrange(scene);
        mark(scene);
        tell(scene);
        root.dataset.state = scene.state;
      },
      links: () => [
        .../** @type {NodeListOf<HTMLAnchorElement>} */ (
          root.querySelectorAll("[data-guess], [data-error]:not([hidden]) .explorer-title")
        ),
      ],
    };
  }

  /**
   * What was recognised in the best entry: how well, and the values.
   * @param {ErrorbookScene} scene
   * @param {ErrorbookIndex} index
   * @param {Record<string, string>} words
   * @param {string | null} address
   */
  function buildFound(scene, index, words, address) {
    const found = element("div", "explorer-found");
    found.dataset.part = "found";
    const values = Object.entries(scene.captures);
    if (values.length > 0) {
      const table = element("dl", "explorer-values");
      for (const [name, value] of values) table.append(buildValue(name, index.placeholders[name]?.label ?? name, value));
      found.append(element("p", "explorer-caption", words.captures), table);
    }
    if (address) found.append(buildCopy(address, words));
    return found;
  }

  /**
   * As the pages of errors have it: `assets/pages/copy-permalink.js` makes it work.
   * @param {string} address
   * @param {Record<string, string>} words
   */
  function buildCopy(address, words) {
    const control = element("copy-permalink", "explorer-copy");
    Object.assign(control.dataset, { copied: words.copied, failed: words.copy_failed });
    const button = /** @type {HTMLButtonElement} */ (element("button", "", address.includes("#v=") ? words.copy : words.copy_plain));
    button.type = "button";
    button.dataset.copy = address;
    const answer = element("span", "explorer-copy__answer");
    answer.setAttribute("role", "status");
    control.append(button, " ", answer);
    return control;
  }

  /**
   * @param {string} name
   * @param {string} label
   * @param {string} value
   */
  function buildValue(name, label, value) {
    const row = element("div", "explorer-value");
    const code = element("code", "", shorten(value));
    code.dataset.capture = name;
    const cell = element("dd");
    cell.append(code);
    row.append(element("dt", "", label), cell);
    return row;
  }

  /** @param {HTMLElement} row */
  function buildGuess(row) {
    const from = row.querySelector("a");
    const link = document.createElement("a");
    link.href = from?.getAttribute("href") ?? "";
    link.textContent = from?.textContent ?? "";
    link.dataset.guess = row.dataset.error;
    const item = element("li");
    item.append(link, " ", element("code", "", row.querySelector("[data-part=message]")?.textContent ?? ""));
    return item;
  }

  /** @param {string} text */
  function shorten(text) {
    const characters = [...text];
    return characters.length > LONGEST_VALUE ? `${characters.slice(0, LONGEST_VALUE - 1).join("")}…` : text;
  }

  /**
   * @param {string} tag
   * @param {string} [name]
   * @param {string} [text]
   */
  function element(tag, name = "", text = "") {
    const made = document.createElement(tag);
    if (name) made.className = name;
    made.textContent = text;
    return made;
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
