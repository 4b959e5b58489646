/* Paints the page in the stored colours before it is first shown. Runs inside the header, right after the inputs.
   Unlike upstream's inline script it also serves a first visit: a dark system never flashes white. */
(() => {
  "use strict";
  const stored = __md_get("__palette");
  const followsSystem = !stored || !stored.color || stored.color.media === "(prefers-color-scheme)";
  const scheme = matchMedia("(prefers-color-scheme: dark)").matches ? "slate" : "default";
  document.body.setAttribute("data-md-color-scheme", followsSystem ? scheme : stored.color.scheme);
})();
