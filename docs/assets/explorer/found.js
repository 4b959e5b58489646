// @ts-check
"use strict";

/*
 * What the best entry says of a match: why it is that one, the reader's values, cause and fix with these in them, and
 * the link for a ticket with what was pasted, masked. All of the reader's is put in as text.
 */
(() => {
  const { writeTicket } = errorbook.ticket;
  const { writeCopies } = errorbook.copies;
  const { loadScript } = errorbook.loading;
  const { withCauses, buildProse } = errorbook.prose;

  const LONGEST_VALUE = 200;
  /** What is not seen, or turns what stands around it; as in `assets/pages/ticket.js`, but lines stay lines. */
  const HIDDEN = /[^\P{Cc}\t\n\r]|[\p{Cf}\p{Zl}\p{Zp}]/gu;
  /** @type {(keyof ErrorbookCopies)[]} */
  const FORMATS = ["address", "markdown", "html", "plain"];

  /** Whether what was pasted is to be copied along; the next paste asks again only in a new page. */
  let withBlock = false;

  /** @type {Errorbook["found"]["createFound"]} */
  function createFound(root, index, words) {
    /** How it matched, and what else there is to say. @type {HTMLElement[]} */
    let shown = [];
    /** What was asked, and how to copy it anew. */
    let asked = "";
    let write = () => {};
    /** The link that carries values, and its own address. @type {{ link: HTMLAnchorElement, own: string } | null} */
    let addressed = null;

    /**
     * The best entry's link, and the one to copy, carry those of the reader's values that may stand in an address.
     * @param {HTMLAnchorElement} link
     * @param {ErrorbookEntry} entry
     * @param {ErrorbookScene} scene
     */
    function address(link, entry, scene) {
      addressed = { link, own: link.getAttribute("href") ?? "" };
      link.setAttribute("href", addressed.own + writeTicket(scene.captures, index.placeholders, scene.case));
      if (location.protocol !== "file:") return link.href;
      return `${root.dataset.root}${entry.address}${link.hash}`; // what a reader elsewhere can open
    }

    /** @param {Record<string, string>} captures */
    function buildValues(captures) {
      const values = Object.entries(captures);
      if (values.length === 0) return [];
      const rows = values.map(([name, value]) => {
        const code = element("code", "", shorten(value));
        code.dataset.capture = name;
        const label = element("dt", "", index.placeholders[name]?.label ?? name);
        return element("div", "explorer-value", label, element("dd", "", code));
      });
      return [element("p", "explorer-caption", words.captures), element("dl", "explorer-values", ...rows)];
    }

    /**
     * A place for causes and fixes, filled now or when they are loaded.
     * @param {ErrorbookEntry} entry
     * @param {ErrorbookScene} scene
     * @param {string} own
     */
    function buildCauses(entry, scene, own) {
      const place = element("div", "explorer-causes");
      /** @param {string} name */
      const valueOf = (name) => {
        const value = scene.captures[name];
        const made = element("var", value ? "" : "explorer-unknown", value ? shorten(value) : index.placeholders[name].label);
        made.dataset.value = name;
        return made;
      };
      const fail = () => place.append(element("p", "explorer-caption", words.causes_failed));
      withCauses(root.dataset.prose ?? "", entry, put, fail);

      /** @param {ErrorbookCause[]} causes */
      function put(causes) {
        const wanted = causes.filter((one) => one.case === scene.case);
        for (const one of wanted.length ? wanted : causes) {
          const link = element("a", "explorer-case", one.case);
          link.setAttribute("href", `${own}#${one.case}`);
          const head = element("dt", "", words.cause, ...(one.case ? [" ", link] : []));
          const cause = element("dd", "", ...buildProse(one.cause, valueOf));
          const fix = element("dd", "", ...buildProse(one.fix, valueOf));
          place.append(element("dl", "", head, cause, element("dt", "", words.fix), fix));
        }
      }
      return place;
    }

    return {
      show(row, scene) {
        const entry = index.errors.find(({ id }) => id === row.dataset.error);
        const link = row.querySelector("a");
        if (!entry || !link) return;
        const own = link.getAttribute("href") ?? "";
        const badge = element("span", `explorer-badge explorer-badge--${scene.match}`, words[`badge_${scene.match}`]);
        const details = element("div", "explorer-found", ...buildReasons(scene, words), ...buildValues(scene.captures));
        asked = scene.text;
        const loadMasking = () => loadScript(root.dataset.masking ?? "");
        const ticket = buildTicket(entry.title, address(link, entry, scene), () => asked, loadMasking, words);
        details.append(buildCauses(entry, scene, own), ticket.control);
        write = ticket.write;
        link.after(badge);
        row.append(details);
        shown = [badge, details];
      },
      renew(text) {
        asked = text;
        write();
      },
      clear() {
        addressed?.link.setAttribute("href", addressed.own);
        for (const part of shown) part.remove();
        shown = [];
        addressed = null;
      },
    };
  }

  /**
   * @param {ErrorbookScene} scene
   * @param {Record<string, string>} words
   */
  function buildReasons({ because }, words) {
    if (because.length === 0) return [];
    const reasons = because.map((reason) => words[reason === "error" ? "error_type" : reason]).join(words.and);
    return [element("p", "explorer-because", words.because.replace("{reasons}", reasons))];
  }

  /**
   * As the pages of errors have it: `assets/pages/copy-permalink.js` makes the buttons work.
   * @param {string} title
   * @param {string} address
   * @param {() => string} asked
   * @param {() => Promise<unknown>} loadMasking
   * @param {Record<string, string>} words
   */
  function buildTicket(title, address, asked, loadMasking, words) {
    const control = element("copy-permalink", "explorer-copy");
    Object.assign(control.dataset, { copied: words.copied, failed: words.copy_failed });
    const buttons = FORMATS.map((format) => buildButton(format, words));
    const group = element("span", "explorer-copy__buttons", ...buttons);
    group.setAttribute("role", "group");
    group.setAttribute("aria-label", words.ticket);
    const answer = element("span", "explorer-copy__answer");
    answer.setAttribute("role", "status");
    const told = element("p", "explorer-copy__told");
    told.setAttribute("aria-live", "polite");
    const preview = element("div", "explorer-masked");
    const { box, label } = buildBox(words);

    function put(block = "") {
      preview.hidden = !box.checked;
      const copies = writeCopies(title, address, block);
      buttons.forEach((button, number) => (button.dataset.copy = copies[FORMATS[number]]));
    }
    /** Without the block until it can be masked. */
    async function write() {
      put();
      if (!box.checked) return told.replaceChildren();
      try {
        await loadMasking();
        if (box.checked) put(errorbook.masked.showMasked(preview, told, asked(), words));
      } catch {
        box.checked = false;
        told.textContent = words.masking_failed;
        put();
      }
    }
    box.addEventListener("change", () => {
      withBlock = box.checked;
      void write();
    });
    void write();
    control.append(element("span", "explorer-copy__label", words.ticket), group, answer, label, told, preview);
    return { control, write };
  }

  /**
   * @param {keyof ErrorbookCopies} format
   * @param {Record<string, string>} words
   */
  function buildButton(format, words) {
    const button = element("button", "", words[`copy_${format}`]);
    button.setAttribute("type", "button");
    button.dataset.format = format;
    if (format === "html") button.dataset.rich = "";
    return button;
  }

  /** @param {Record<string, string>} words */
  function buildBox(words) {
    const box = document.createElement("input");
    box.type = "checkbox";
    box.dataset.part = "with-paste";
    box.checked = withBlock;
    return { box, label: element("label", "explorer-copy__with", box, " ", words.with_paste) };
  }

  /** As a value can stand in a sentence. @param {string} text */
  function shorten(text) {
    const characters = [...text];
    const kept = characters.length > LONGEST_VALUE ? `${characters.slice(0, LONGEST_VALUE - 1).join("")}…` : text;
    return kept.replace(HIDDEN, "\ufffd");
  }

  /** @type {Errorbook["found"]["element"]} */
  function element(tag, name = "", ...content) {
    const made = document.createElement(tag);
    if (name) made.className = name;
    made.append(...content);
    return made;
  }

  errorbook.found = { createFound, shorten, element };
})();
