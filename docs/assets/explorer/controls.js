// @ts-check
"use strict";

/* The filters' form controls: checkboxes, and lists that choose one value but show several if the address names them. */
(() => {
  const { FILTERS } = errorbook.state;

  /**
   * @param {HTMLFormElement} form
   * @returns {ErrorbookFilters}
   */
  function readControls(form) {
    const data = new FormData(form);
    return Object.fromEntries(
      FILTERS.map((name) => [name, data.getAll(name).flatMap((value) => String(value).split("\n")).filter(Boolean)]),
    );
  }

  /**
   * @param {HTMLFormElement} form
   * @param {ErrorbookFilters} filters
   */
  function writeControls(form, filters) {
    for (const control of form.elements) {
      if (control instanceof HTMLInputElement) control.checked = filters[control.name]?.includes(control.value);
      if (control instanceof HTMLSelectElement) choose(control, filters[control.name] ?? []);
    }
  }

  /**
   * Beside each value; those that would leave nothing step back and can still be chosen.
   * @param {HTMLFormElement} form
   * @param {ErrorbookCounts} counts
   */
  function writeCounts(form, counts) {
    for (const place of form.querySelectorAll("[data-count]")) {
      const box = place.closest("label")?.querySelector("input");
      if (box) writeCount(box, place, counts[box.name]?.get(box.value) ?? 0);
    }
    for (const list of form.querySelectorAll("select")) {
      for (const option of list.querySelectorAll("option")) {
        const { label = "", several } = option.dataset;
        if (!option.value || several !== undefined) continue;
        const count = counts[list.name]?.get(option.value) ?? 0;
        const text = option.selected ? label : `${label} (${count})`;
        if (option.text !== text) option.text = text; // at every key: most stay
        option.toggleAttribute("data-none", count === 0);
      }
    }
  }

  /**
   * @param {HTMLInputElement} box
   * @param {Element} place
   * @param {number} count
   */
  function writeCount(box, place, count) {
    place.textContent = String(count);
    box.toggleAttribute("data-none", count === 0);
  }

  /**
   * The values that can be chosen: an address may name others.
   * @param {HTMLFormElement} form
   * @param {ErrorbookFilters} filters
   * @returns {ErrorbookFilters}
   */
  function offered(form, filters) {
    const known = new Set(
      [...form.elements].flatMap((control) => {
        if (control instanceof HTMLInputElement) return [`${control.name}=${control.value}`];
        if (!(control instanceof HTMLSelectElement)) return [];
        return [...control.options].map((option) => `${control.name}=${option.value}`);
      }),
    );
    return Object.fromEntries(
      Object.entries(filters).map(([name, values]) => [name, values.filter((value) => known.has(`${name}=${value}`))]),
    );
  }

  /**
   * @param {HTMLSelectElement} list
   * @param {string[]} values
   */
  function choose(list, values) {
    list.querySelector("[data-several]")?.remove();
    const value = values.join("\n");
    if (![...list.options].some((option) => option.value === value)) list.append(buildSeveral(list, values));
    list.value = value;
    list.parentElement?.toggleAttribute("data-chosen", values.length > 0);
  }

  /**
   * @param {HTMLSelectElement} list
   * @param {string[]} values
   */
  function buildSeveral(list, values) {
    const labels = values.map((value) => [...list.options].find((option) => option.value === value)?.dataset.label ?? value);
    const option = new Option(labels.join(" + "), values.join("\n"));
    option.dataset.several = "";
    return option;
  }

  errorbook.controls = { readControls, writeControls, writeCounts, offered };
})();
