/* Opens the content tab that the reader chose last, and the one that the address names. Upstream has it inline. */
(() => {
  "use strict";
  /** @type {string[]} */
  const chosen = __md_get("__tabs") || [];
  for (const set of document.querySelectorAll(".tabbed-set")) {
    /** @type {HTMLLabelElement[]} */
    const labels = [...set.querySelectorAll(/** @type {"label"} */ (":scope > .tabbed-labels > label"))];
    const label = chosen.map((name) => labels.find((one) => one.textContent?.trim() === name)).find(Boolean);
    if (label?.control instanceof HTMLInputElement) label.control.checked = true;
  }
  const target = location.hash.length > 1 ? document.getElementById(location.hash.slice(1)) : null;
  if (target instanceof HTMLInputElement && target.name.startsWith("__tabbed_")) target.checked = true;
})();
