// @ts-check
"use strict";

/*
 * <sample-tabs>: the languages of a request. Radio buttons and CSS switch them without any script; the element
 * only makes all samples of the page follow one choice and remembers it for the visit.
 */
(() => {
  const KEY = "errorbook.tongue";

  // Tabs get their width late: when a fold is opened, when a phone is turned.
  const widths = new ResizeObserver((entries) => {
    for (const entry of entries) reveal(entry.target);
  });

  class SampleTabs extends HTMLElement {
    connectedCallback() {
      this.addEventListener("change", onChange);
      const tongue = recall();
      if (tongue) select(this, tongue);
      for (const list of this.querySelectorAll("fieldset")) widths.observe(list);
    }

    disconnectedCallback() {
      for (const list of this.querySelectorAll("fieldset")) widths.unobserve(list);
      this.removeEventListener("change", onChange);
    }
  }

  /** @param {Event} event */
  function onChange(event) {
    const input = event.target;
    if (!(input instanceof HTMLInputElement)) return;
    const before = input.getBoundingClientRect().top;
    for (const tabs of document.querySelectorAll("sample-tabs")) select(tabs, input.value);
    // Samples above may have grown or shrunk: keep the pressed tab under the finger.
    window.scrollBy({ top: input.getBoundingClientRect().top - before, behavior: "instant" });
    remember(input.value);
  }

  /**
   * Show one language, if there is a sample in it.
   * @param {Element} tabs
   * @param {string} tongue
   */
  function select(tabs, tongue) {
    for (const input of tabs.querySelectorAll("input")) {
      if (input.value === tongue) input.checked = true;
    }
    for (const list of tabs.querySelectorAll("fieldset")) reveal(list);
  }

  /**
   * Bring the chosen tab into sight in a row that is too long for its card.
   * @param {Element} list
   */
  function reveal(list) {
    const label = list.querySelector("input:checked")?.parentElement;
    if (!label) return;
    const [row, tab] = [list.getBoundingClientRect(), label.getBoundingClientRect()];
    list.scrollLeft += (tab.left + tab.right - row.left - row.right) / 2;
  }

  /** @returns {string | null} */
  function recall() {
    try {
      return sessionStorage.getItem(KEY);
    } catch {
      return null; // storage is switched off: the choice lasts as long as the page
    }
  }

  /** @param {string} tongue */
  function remember(tongue) {
    try {
      sessionStorage.setItem(KEY, tongue);
    } catch {
      // as in recall()
    }
  }

  if (!customElements.get("sample-tabs")) customElements.define("sample-tabs", SampleTabs);
})();
