/* On the disk no server finds the page in a folder: there, each link that leads to a folder is made to name it, just
   before it can be followed. Links that scripts make or change (results, the other language) are so as well; hence
   after frame.js, which hears the same events. */
(() => {
  "use strict";
  if (location.protocol !== "file:") return;
  const PAGE = "index.html";

  for (const type of ["pointerover", "focusin", "click"]) document.addEventListener(type, namePage, true);
  followRedirect();

  /** @param {Event} event */
  function namePage({ target }) {
    const link = target instanceof Element ? target.closest("a[href]") : null;
    if (link instanceof HTMLAnchorElement && isFolder(link)) link.pathname += PAGE;
  }

  /** A page that has moved leads on by itself, at once. */
  function followRedirect() {
    const content = document.querySelector("meta[http-equiv=refresh]")?.getAttribute("content");
    if (!content) return;
    const wanted = new URL(content.replace(/^.*?url=/, ""), location.href);
    if (isFolder(wanted)) location.replace(Object.assign(wanted, { pathname: wanted.pathname + PAGE }).href);
  }

  /** @param {URL | HTMLAnchorElement} place */
  function isFolder({ protocol, pathname }) {
    return protocol === "file:" && pathname.endsWith("/");
  }
})();
