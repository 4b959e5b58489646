// @ts-check
"use strict";

/*
 * <sample-environment>: the reader's own address, org, app and token, shown in all samples in place of what they
 * read from the environment. Kept in this browser tab and nowhere else. Without script there are no such fields.
 */
(() => {
  const KEY = "errorbook.environment";
  const SECRET = "TOKEN";

  /** How each language reads a variable: the whole of what a value replaces. @type {Record<string, RegExp>} */
  const READS = {
    http: /\{\{(\w+)\}\}/g,
    curl: /(?<!\\)\$(?:(\w+)|\{(\w+)\})/g,
    python: /\bos\.environ\["(\w+)"\]/g,
    javascript: /\bprocess\.env\.(\w+)/g,
    java: /\bSystem\.getenv\("(\w+)"\)/g,
    go: /\bos\.Getenv\("(\w+)"\)/g,
    php: /\bgetenv\('(\w+)'\)/g,
  };

  /** How a language writes a text, unless as JSON does. @type {Record<string, (text: string) => string>} */
  const LITERALS = {
    http: (text) => text,
    curl: (text) => text.replace(/[\\"$`]/g, "\\$&").replace(/!/g, "\"'!'\""), // stands in double quotes
    php: (text) => `'${text.replace(/[\\']/g, "\\$&")}'`,
  };

  /** The samples as the page came with them. @type {WeakMap<Element, DocumentFragment>} */
  const printed = new WeakMap();

  class SampleEnvironment extends HTMLElement {
    connectedCallback() {
      this.hidden = false;
      this.addEventListener("input", onInput);
      this.addEventListener("click", onClick);
      this.fill(recall());
    }

    disconnectedCallback() {
      this.removeEventListener("input", onInput);
      this.removeEventListener("click", onClick);
    }

    /** @returns {HTMLInputElement[]} */
    get fields() {
      return [...this.querySelectorAll("input")].filter((input) => input.type !== "checkbox");
    }

    /** What the reader wrote, without what is empty. @returns {Record<string, string>} */
    get values() {
      const pairs = this.fields.map((field) => [field.name, tidy(field)]);
      return Object.fromEntries(pairs.filter(([, value]) => value));
    }

    /** @param {Record<string, string>} values */
    fill(values) {
      for (const field of this.fields) field.value = values[field.name] ?? "";
      this.show();
    }

    show() {
      const values = this.values;
      const revealed = this.querySelector("input:checked") !== null;
      for (const field of this.fields) {
        if (field.name === SECRET) field.toggleAttribute("data-masked", !revealed);
      }
      this.toggleAttribute("data-used", Object.keys(values).length > 0);
      for (const code of document.querySelectorAll("code[data-sample]")) showIn(code, values, revealed);
      this.dispatchEvent(new Event("environment", { bubbles: true })); // heard by <run-request>
    }
  }

  /** @param {Event} event */
  function onInput(event) {
    const panel = event.currentTarget;
    if (!(panel instanceof SampleEnvironment)) return;
    remember(panel.values);
    panel.show();
  }

  /** @param {Event} event */
  function onClick(event) {
    const panel = event.currentTarget;
    if (!(panel instanceof SampleEnvironment) || !(event.target instanceof HTMLButtonElement)) return;
    remember({});
    panel.fill({});
    panel.fields[0]?.focus();
  }

  /** @param {HTMLInputElement} field */
  function tidy(field) {
    const text = field.value.trim();
    return field.name === "BASE" ? text.replace(/\/+$/, "") : text;
  }

  /**
   * @param {Element} code
   * @param {Record<string, string>} values
   * @param {boolean} revealed
   */
  function showIn(code, values, revealed) {
    const tongue = code.getAttribute("data-sample") ?? "";
    if (!READS[tongue]) return;
    code.replaceChildren(original(code));
    const reads = [...(code.textContent ?? "").matchAll(READS[tongue])];
    for (const read of reads.reverse()) {
      const name = (read[1] ?? read[2] ?? "").toUpperCase();
      const value = values[name];
      if (!value) continue;
      const span = document.createElement("span");
      span.className = name === SECRET && !revealed ? "eb-yours__value eb-yours__secret" : "eb-yours__value";
      span.textContent = (LITERALS[tongue] ?? JSON.stringify)(value);
      put(span, code, read.index ?? 0, read[0].length);
    }
  }

  /**
   * A copy of what the page came with.
   * @param {Element} code
   */
  function original(code) {
    let kept = printed.get(code);
    if (!kept) {
      kept = document.createDocumentFragment();
      for (const node of code.childNodes) kept.append(node.cloneNode(true));
      printed.set(code, kept);
    }
    return kept.cloneNode(true);
  }

  /**
   * Put an element in the place of a stretch of text, which may run through several coloured elements.
   * @param {Element} element
   * @param {Element} code
   * @param {number} start
   * @param {number} length
   */
  function put(element, code, start, length) {
    const range = document.createRange();
    const walker = document.createTreeWalker(code, NodeFilter.SHOW_TEXT);
    let passed = 0;
    let begun = false;
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      const size = node.textContent?.length ?? 0;
      if (!begun && start < passed + size) {
        range.setStart(node, start - passed);
        begun = true;
      }
      if (start + length <= passed + size) {
        range.setEnd(node, start + length - passed);
        break;
      }
      passed += size;
    }
    range.deleteContents();
    range.insertNode(element);
  }

  /** Where storage is switched off, the values last as long as the page. @type {Record<string, string>} */
  let latest = {};

  /** @returns {Record<string, string>} */
  function recall() {
    try {
      return JSON.parse(sessionStorage.getItem(KEY) ?? "{}");
    } catch {
      return latest;
    }
  }

  /** @param {Record<string, string>} values */
  function remember(values) {
    latest = values;
    try {
      if (Object.keys(values).length > 0) sessionStorage.setItem(KEY, JSON.stringify(values));
      else sessionStorage.removeItem(KEY);
    } catch {
      // as in recall()
    }
  }

  if (!customElements.get("sample-environment")) customElements.define("sample-environment", SampleEnvironment);
})();
