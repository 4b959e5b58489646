/* The frame's behaviour that stock Material lacks: real buttons, Escape, focus, the language link. */
(() => {
  "use strict";
  // See before-bundle.js.
  if (location.href !== window.errorbookAddress) history.replaceState(history.state, "", window.errorbookAddress);

  /** @param {string} name "drawer" or "search" */
  const checkbox = (name) => find(`[data-md-toggle=${name}]`, HTMLInputElement);
  /** @param {string} name */
  const button = (name) => find(`.eb-toggle[data-toggles=${name}]`, HTMLButtonElement);
  /** @type {NodeListOf<HTMLAnchorElement>} */
  const languages = document.querySelectorAll(".eb-language");
  const insideDrawer = ".md-sidebar--primary";
  const insideSearch = ".md-search";

  // Resolved while the address is still the one that the relative links were written for.
  const config = JSON.parse(find("#__config", HTMLScriptElement).text);
  const root = new URL(config.base.replace(/\/?$/, "/"), location.href).href;
  for (const link of languages) link.dataset.root = new URL(link.dataset.root ?? "", location.href).href;

  const observer = new MutationObserver(muteCodeLandmarks);
  let isFirstPage = true;
  let isReturn = false;

  connectToggle("drawer", insideDrawer, () => document.querySelector(`${insideDrawer} a.md-nav__link`));
  connectToggle("search", insideSearch, () => document.querySelector("[data-md-component=search-query]"));
  document.addEventListener("keydown", closeDrawerOnEscape);
  document.addEventListener("keydown", openSearchOnShortcut);
  document.addEventListener("focusin", closeDrawerWhenLeft);
  window.addEventListener("popstate", () => (isReturn = true));
  for (const type of ["pointerover", "focusin", "click"]) document.addEventListener(type, retargetLanguages, true);
  window.document$.subscribe(preparePage);

  /**
   * A part that the layouts always hold.
   * @template {Element} T
   * @param {string} selector @param {new () => T} type @returns {T}
   */
  function find(selector, type) {
    const found = document.querySelector(selector);
    if (found instanceof type) return found;
    throw new Error(`${selector} is not in the page`);
  }

  /**
   * The button drives upstream's checkbox; the checkbox, whoever changed it, drives state and focus.
   * @param {string} name @param {string} area @param {() => Element | null} first
   */
  function connectToggle(name, area, first) {
    button(name).addEventListener("click", () => checkbox(name).click());
    checkbox(name).addEventListener("change", () => {
      const open = checkbox(name).checked;
      button(name).setAttribute("aria-expanded", String(open));
      const target = first();
      if (open && target instanceof HTMLElement) target.focus();
      else if (document.activeElement?.closest(area) && isShown(button(name))) button(name).focus();
    });
  }

  /** @param {KeyboardEvent} event */
  function closeDrawerOnEscape(event) {
    if (event.key !== "Escape" || !checkbox("drawer").checked) return;
    checkbox("drawer").click();
    button("drawer").focus();
  }

  /**
   * Upstream focuses the field, which is invisible at small widths and then takes no focus.
   * @param {KeyboardEvent} event
   */
  function openSearchOnShortcut(event) {
    if (!["f", "s", "/"].includes(event.key) || event.ctrlKey || event.metaKey || event.altKey) return;
    if (!isShown(button("search")) || checkbox("search").checked) return;
    if (event.defaultPrevented || isTyping(event.target)) return;
    event.preventDefault();
    checkbox("search").click();
  }

  /** @param {FocusEvent} event */
  function closeDrawerWhenLeft(event) {
    const inside = event.target instanceof Element && event.target.closest(`${insideDrawer}, .eb-toggle`);
    if (inside || !checkbox("drawer").checked) return;
    checkbox("drawer").click();
  }

  /** The header outlives instant navigation, and query and fragment change without one. @param {Event} event */
  function retargetLanguages(event) {
    if (!(event.target instanceof Element) || !event.target.closest(".eb-language")) return;
    if (!location.href.startsWith(root) || document.querySelector("[data-not-found]")) return;
    for (const link of languages) link.href = `${link.dataset.root}${location.href.slice(root.length)}`;
  }

  /** Runs for the first page and after every instant navigation. */
  function preparePage() {
    for (const label of document.querySelectorAll("label[for=__toc]")) label.setAttribute("tabindex", "0");
    requestAnimationFrame(makeWideTablesFocusable);
    muteCodeLandmarks();
    observer.disconnect();
    observer.observe(find("[data-md-component=content]", HTMLElement), { childList: true, subtree: true });
    if (!isFirstPage && !document.getElementById(location.hash.slice(1))) enterPage();
    isFirstPage = isReturn = false;
  }

  /** Upstream wraps each copy button in a nav: dozens of landmarks without a name. */
  function muteCodeLandmarks() {
    for (const nav of document.querySelectorAll(".md-code__nav:not([role])")) nav.setAttribute("role", "none");
  }

  function makeWideTablesFocusable() {
    for (const box of document.querySelectorAll(".md-typeset__scrollwrap")) {
      if (box.scrollWidth > box.clientWidth) box.setAttribute("tabindex", "0");
    }
  }

  /** Upstream stays where it was if a fragment, such as a ticket's, names no part of the page. */
  function enterPage() {
    if (location.hash && !isReturn) scrollTo({ top: 0, behavior: "instant" });
    focusHeading();
  }

  /** So that a screen reader reads on in the new page. */
  function focusHeading() {
    const heading = document.querySelector("article h1");
    if (!(heading instanceof HTMLElement)) return;
    heading.tabIndex = -1;
    heading.focus({ preventScroll: true });
  }

  /** @param {Element} element */
  function isShown(element) {
    return element.getClientRects().length > 0;
  }

  /** @param {EventTarget | null} target */
  function isTyping(target) {
    return target instanceof Element && target.matches("input, textarea, select, [contenteditable]");
  }
})();
