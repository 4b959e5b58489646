// @ts-check
"use strict";

/*
 * <error-explorer>: wires the list that the server rendered to the matcher, the words filter and the address.
 * Nothing leaves the page.
 */
(() => {
  const { readState, writeState, isShareable } = errorbook.state;
  const { readControls, writeControls, writeCounts, offered } = errorbook.controls;
  const { writeSearch, hideQueryFromTheme } = errorbook.address;
  const { loadMatcher } = errorbook.loading;
  const { painted, inSlices } = errorbook.breath;
  const { prepare } = errorbook.later;
  const { listenToKeys } = errorbook.keys;

  const NARROW = "(max-width: 44.984375em)";
  /** Types of input. */
  const PASTES = /^insertFrom(?:Paste|Drop)/;
  const REPEATS = /^history/;
  /** Characters that nobody types at once. */
  const PASTED = 20;

  /** A pasted text survives the way to an entry and back, in memory only. */
  let kept = "";

  class ErrorExplorer extends HTMLElement {
    #state = readState("");
    /** Where this page is; a link that is followed changes the address before the page. */
    #path = "";
    #hash = "";
    #leaving = false;
    #typing = false;
    #pasted = false;
    #listening = new AbortController();
    /** @type {ErrorbookView | null} */
    #view = null;
    /** @type {((state: ErrorbookState) => ErrorbookScene) | null} */
    #buildScene = null;
    /** @type {ErrorbookScene | null} */
    #scene = null;
    /** What nobody waits for. @type {(() => unknown)[]} */
    #due = [];

    connectedCallback() {
      this.#listening = new AbortController();
      this.#path = location.pathname;
      this.#hash = location.hash;
      this.#form.hidden = false;
      this.#recall();
      this.#fold();
      hideQueryFromTheme();
      this.#listen();
      loadMatcher(this.dataset.index ?? "").then((made) => this.#start(made)).catch(() => this.#fail());
    }

    disconnectedCallback() {
      this.#listening.abort();
      this.#due = []; // the address is another page's by now
      kept = this.#isWords() ? "" : this.#query.value;
    }

    get #query() {
      return /** @type {HTMLTextAreaElement} */ (this.querySelector("#explorer-query"));
    }

    get #form() {
      return /** @type {HTMLFormElement} */ (this.querySelector("form"));
    }

    get #filters() {
      return /** @type {HTMLDetailsElement} */ (this.querySelector("[data-part=filters]"));
    }

    get #clearButton() {
      return /** @type {HTMLButtonElement} */ (this.querySelector("[data-part=clear]"));
    }

    #listen() {
      const { signal } = this.#listening;
      const act = { links: () => this.#view?.links() ?? [], open: () => this.#open(), clear: () => this.#clear() };
      listenToKeys(this, this.#query, act, signal);
      matchMedia(NARROW).addEventListener("change", () => this.#fold(), { signal });
      this.#query.addEventListener("input", (event) => this.#onInput(event), { signal });
      this.#query.addEventListener("compositionend", (event) => this.#onInput(event), { signal });
      this.#form.addEventListener("change", (event) => this.#onChange(event), { signal });
      this.#form.addEventListener("submit", (event) => event.preventDefault(), { signal });
      this.#clearButton.addEventListener("click", () => this.#clear(), { signal });
      document.addEventListener("click", () => this.#catchUp(), { signal, capture: true }); // it may lead away
      document.addEventListener("click", () => (this.#leaving = location.pathname !== this.#path), { signal });
      window.addEventListener("popstate", (event) => this.#onReturn(event), { signal, capture: true });
    }

    /** @param {ErrorbookMatcher} made */
    #start(made) {
      const index = errorbookIndex;
      if (!this.isConnected || !index) return;
      const buildScene = errorbook.scene.createScenes(index, made);
      this.#buildScene = buildScene;
      this.#view ??= errorbook.view.createView(this, index);
      this.#show();
      this.dataset.ready = "";
      const { signal } = this.#listening;
      const rest = painted().then(() => inSlices(prepare(), signal));
      void rest.then(() => inSlices(errorbook.scene.rehearse(index, buildScene), signal));
    }

    #fail() {
      this.#form.hidden = true; // the list is there and its links work; the search is not
    }

    /** What an input method has not yet finished may be no word at all. @param {boolean} [unfinished] */
    #show(unfinished) {
      const { q, filters } = this.#state;
      const active = q.trim() !== "" || Object.values(filters).some((values) => values.length > 0);
      this.#clearButton.hidden = !active;
      const scene = this.#buildScene?.(this.#state);
      if (!scene || (unfinished && scene.state === "none")) return;
      this.#view?.show(scene);
      this.#scene = scene;
      this.#defer(() => scene === this.#scene && writeCounts(this.#form, scene.counts()));
    }

    /** Until the result is painted, or the reader leaves. @param {() => unknown} work */
    #defer(work) {
      this.#due.push(work);
      void painted().then(() => this.#catchUp());
    }

    #catchUp() {
      for (const work of this.#due.splice(0)) work();
    }

    /** @param {Event} event */
    #onInput(event) {
      const { inputType: how = "", data = null, isComposing = false } = event instanceof InputEvent ? event : {};
      const { value } = this.#query;
      const grown = value.length - this.#state.q.length;
      if (PASTES.test(how) || (REPEATS.test(how) && grown >= PASTED)) this.#pasted = true;
      if (value === "" || value === data) this.#pasted = false;
      this.#state.q = value;
      this.#show(isComposing);
      if (isComposing) return;
      const replace = this.#typing;
      this.#defer(() => this.#remember(replace));
      this.#typing = true;
      if (this.#pasted || grown >= PASTED) this.#reveal();
    }

    /** Bring the best match into view, once the browser has scrolled to the caret; the focus stays. */
    #reveal() {
      requestAnimationFrame(() => {
        this.querySelector("[data-match]")?.scrollIntoView({ block: "nearest", behavior: "instant" });
      });
    }

    /** On a narrow screen filters lie folded unless some are chosen, so that results stand near the query. */
    #fold() {
      const chosen = Object.values(this.#state.filters).some((values) => values.length > 0);
      this.#filters.open = chosen || !matchMedia(NARROW).matches;
    }

    /** @param {Event} event */
    #onChange(event) {
      this.#typing = false;
      if (event.target === this.#query) return;
      this.#catchUp(); // words just typed have a step of their own in the history
      this.#state.filters = readControls(this.#form);
      writeControls(this.#form, this.#state.filters);
      this.#show();
      this.#remember(false);
    }

    /**
     * Back and forward: the address tells words and filters; a pasted text, which it does not tell, stays. The theme
     * need not know, which would fetch the page anew, unless it is fetching another or led to another part of this.
     * @param {PopStateEvent} event
     */
    #onReturn(event) {
      if (location.pathname !== this.#path) return;
      if (location.hash === this.#hash && !this.#leaving) event.stopImmediatePropagation();
      this.#hash = location.hash;
      const state = this.#read();
      if (!state.q && !this.#isWords()) state.q = this.#state.q;
      this.#typing = false;
      this.#adopt(state);
      this.#show();
    }

    /** What the address says, as far as it can be chosen. */
    #read() {
      const { q, filters } = readState(location.search);
      return { q, filters: offered(this.#form, filters) };
    }

    #recall() {
      const state = this.#read();
      this.#pasted = !state.q && kept !== "";
      state.q ||= kept || this.#query.value;
      this.#adopt(state);
    }

    /** @param {ErrorbookState} state */
    #adopt(state) {
      this.#state = state;
      if (this.#query.value !== state.q) this.#query.value = state.q;
      writeControls(this.#form, state.filters);
    }

    #clear() {
      this.#catchUp();
      this.#query.select();
      document.execCommand("delete"); // so that it can be undone
      this.#typing = this.#pasted = false;
      this.#adopt(readState(""));
      this.#show();
      this.#remember(false);
      this.#query.focus();
    }

    /** Follow the best entry, if the reader has asked for something. */
    #open() {
      const link = this.#state.q.trim() && this.dataset.state !== "none" ? this.#view?.links()[0] : null;
      link?.click();
      return Boolean(link);
    }

    #isWords() {
      return this.dataset.state !== "match" && !this.#pasted && isShareable(this.#state.q);
    }

    /** @param {boolean} replace */
    #remember(replace) {
      if (location.pathname !== this.#path) return; // a link was followed
      const { q, filters } = this.#state;
      writeSearch(writeState({ q: this.#isWords() ? q : "", filters }, location.search), replace);
    }
  }

  if (!customElements.get("error-explorer")) customElements.define("error-explorer", ErrorExplorer);
})();
