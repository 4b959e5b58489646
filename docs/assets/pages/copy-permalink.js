// @ts-check
"use strict";

/*
 * <copy-permalink>: buttons that copy an address as it is, as Markdown, as HTML or with its title as plain text. What each one copies stands in
 * its `data-copy`; without script the address can be read and selected.
 */
(() => {
  class CopyPermalink extends HTMLElement {
    connectedCallback() {
      const buttons = this.querySelector("[hidden]");
      if (buttons instanceof HTMLElement) buttons.hidden = false;
      this.addEventListener("click", onClick);
    }

    disconnectedCallback() {
      this.removeEventListener("click", onClick);
    }

    /**
     * Tell what came of it, also to those who do not see it.
     * @param {boolean} copied
     */
    announce(copied) {
      const answer = this.querySelector("[role=status]");
      if (!answer) return;
      answer.textContent = (copied ? this.dataset.copied : this.dataset.failed) ?? "";
      if (!copied) selectText(this.querySelector("code"));
    }
  }

  /** @param {Event} event */
  async function onClick(event) {
    const permalink = event.currentTarget;
    const button = event.target;
    if (!(permalink instanceof CopyPermalink) || !(button instanceof HTMLButtonElement)) return;
    const text = button.dataset.copy ?? "";
    const copied = "rich" in button.dataset ? await copyRich(text) : await copyText(text);
    permalink.announce(copied);
  }

  /**
   * HTML for editors that take it, its source for all others.
   * @param {string} html
   * @returns {Promise<boolean>}
   */
  async function copyRich(html) {
    try {
      const parts = { "text/html": blob(html, "text/html"), "text/plain": blob(html, "text/plain") };
      await navigator.clipboard.write([new ClipboardItem(parts)]);
      return true;
    } catch {
      return copyText(html);
    }
  }

  /**
   * @param {string} text
   * @returns {Promise<boolean>}
   */
  async function copyText(text) {
    try {
      await navigator.clipboard.writeText(text);
      return true;
    } catch {
      return copyBySelection(text); // no clipboard on plain http, or no permission
    }
  }

  /**
   * @param {string} text
   * @returns {boolean}
   */
  function copyBySelection(text) {
    const focused = document.activeElement;
    const area = document.createElement("textarea");
    area.value = text;
    area.className = "eb-copy-area";
    document.body.append(area);
    area.select();
    const copied = document.execCommand("copy");
    area.remove();
    if (focused instanceof HTMLElement) focused.focus();
    return copied;
  }

  /** @param {Element | null} element */
  function selectText(element) {
    if (element) window.getSelection()?.selectAllChildren(element);
  }

  /**
   * @param {string} text
   * @param {string} type
   */
  function blob(text, type) {
    return new Blob([text], { type });
  }

  if (!customElements.get("copy-permalink")) customElements.define("copy-permalink", CopyPermalink);
})();
