/* Opens the content tab that the reader chose last, and the one that the address names. Upstream has it inline. */
(() => {
  "use strict";
  const chosen = __md_get("__tabs") || [];
  for (const set of document.querySelectorAll(".tabbed-set")) {
    const labels = [...set.querySelectorAll(":scope > .tabbed-labels > label")];
    const label = chosen.map((name) => labels.find((one) => one.textContent.trim() === name)).find(Boolean);
    if (label) document.getElementById(label.htmlFor).checked = true;
  }
  const target = document.getElementById(location.hash.slice(1));
  if (target && target.name && target.name.startsWith("__tabbed_")) target.checked = true;
})();
