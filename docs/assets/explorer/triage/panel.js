// @ts-check
"use strict";

/*
 * <log-triage>: takes a file that is chosen or dropped, or a long text that is pasted, and shows how often the known
 * errors stand in it. What reads and counts is loaded with the first one. Nothing of it leaves the page or outlives it.
 */
(() => {
  /** Characters of the longest paste that is one answer: a field with more would make the page wait. */
  const LONGEST_PASTE = 50_000;

  /** What was counted last, for the way to an entry and back. @type {ErrorbookReport | null} */
  let kept = null;
  /** The matcher and what reads, once somebody needs them. @type {Promise<() => ErrorbookTally> | null} */
  let tools = null;

  class LogTriage extends HTMLElement {
    #listening = new AbortController();
    #reading = new AbortController();
    #input = Object.assign(document.createElement("input"), { type: "file" });

    connectedCallback() {
      this.#listening = new AbortController();
      this.hidden = false;
      this.#listen();
      if (kept) this.#show(kept);
    }

    disconnectedCallback() {
      this.#listening.abort();
      this.#reading.abort();
    }

    get #words() {
      return JSON.parse(this.dataset.words ?? "{}");
    }

    #listen() {
      const { signal } = this.#listening;
      this.#part("choose").addEventListener("click", () => this.#input.click(), { signal });
      this.#input.addEventListener("change", () => this.#onChoose(), { signal });
      this.#part("cancel").addEventListener("click", () => this.#reading.abort(), { signal });
      this.#part("close").addEventListener("click", () => this.#close(), { signal });
      document.addEventListener("dragover", (event) => this.#onDrag(event), { signal });
      document.addEventListener("dragleave", (event) => this.#onLeave(event), { signal });
      document.addEventListener("drop", (event) => this.#onDrop(event), { signal });
      this.closest("error-explorer")?.addEventListener("paste", (event) => this.#onPaste(event), { signal });
    }

    #onChoose() {
      const file = this.#input.files?.[0];
      if (file) this.#read(file);
      this.#input.value = ""; // so that the same file can be chosen again
    }

    /** Dragged text goes where it is dropped. @param {DragEvent} event */
    #onDrag(event) {
      if (!event.dataTransfer?.types.includes("Files")) return;
      event.preventDefault();
      event.dataTransfer.dropEffect = "copy";
      this.toggleAttribute("data-dragging", true);
    }

    /** @param {DragEvent} event */
    #onLeave(event) {
      if (!event.relatedTarget) this.toggleAttribute("data-dragging", false);
    }

    /** @param {DragEvent} event */
    #onDrop(event) {
      this.toggleAttribute("data-dragging", false);
      const file = event.dataTransfer?.files[0];
      if (!file) return;
      event.preventDefault(); // the browser would open it
      this.#read(file);
    }

    /** @param {Event} event */
    #onPaste(event) {
      const text = (event instanceof ClipboardEvent && event.clipboardData?.getData("text")) || "";
      if (text.length <= LONGEST_PASTE) return;
      event.preventDefault();
      this.#read(new File([text], this.#words.pasted));
    }

    /** @param {File} file */
    async #read(file) {
      this.#reading.abort();
      const reading = new AbortController();
      this.#reading = reading;
      this.#start(file.name);
      const [said, report] = await this.#count(file, reading.signal);
      if (this.#reading !== reading || !this.isConnected) return;
      this.#part("working").hidden = true;
      if (report) this.#show((kept = report));
      else this.#tell(said, file.name);
    }

    /**
     * Which word tells why there is no report, or the report.
     * @param {File} file
     * @param {AbortSignal} signal
     * @returns {Promise<[string, ErrorbookReport | null]>}
     */
    async #count(file, signal) {
      try {
        tools ??= this.#load();
        const createTally = await tools;
        const refusal = await errorbook.reading.refuse(file);
        if (refusal) return [refusal, null];
        const progress = /** @type {HTMLProgressElement} */ (this.#part("progress"));
        const report = await errorbook.reading.readLog(file, createTally(), {
          signal,
          progress: (bytes) => (progress.value = bytes / file.size),
        });
        return ["", report];
      } catch (error) {
        if (signal.aborted) return ["cancelled", null];
        if (error instanceof DOMException) return ["failed", null];
        tools = null;
        return ["unready", null];
      }
    }

    async #load() {
      const explorer = /** @type {HTMLElement} */ (this.closest("error-explorer"));
      const index = await errorbook.loading.loadIndex(explorer.dataset.index ?? "");
      await Promise.all(JSON.parse(this.dataset.scripts ?? "[]").map(loadScript));
      const matcher = errorbook.match.createMatcher(index);
      return () => errorbook.tally.createTally(index, matcher);
    }

    /** @param {string} file */
    #start(file) {
      kept = null;
      this.#part("report").hidden = this.#part("cure").hidden = true;
      this.#part("working").hidden = false;
      /** @type {HTMLProgressElement} */ (this.#part("progress")).value = 0;
      this.#part("told").textContent = this.#words.reading.replace("{file}", () => file);
    }

    /**
     * @param {string} word
     * @param {string} file
     */
    #tell(word, file) {
      this.#part("told").textContent = this.#words[word].replace("{file}", () => file);
      this.#part("cure").hidden = word !== "too_big";
      if (word === "cancelled") this.#part("choose").focus(); // the button that was pressed is gone
    }

    /** @param {ErrorbookReport} report */
    #show(report) {
      const explorer = /** @type {HTMLElement} */ (this.closest("error-explorer"));
      const links = { file: this.dataset.indexFile ?? "", root: explorer.dataset.root ?? "" };
      errorbook.table.showReport(this, report, this.#words, links);
      this.#part("report").hidden = false;
    }

    #close() {
      kept = null;
      this.#part("report").hidden = true;
      this.#part("told").textContent = "";
      this.#part("choose").focus();
    }

    /** @param {string} name */
    #part(name) {
      return /** @type {HTMLElement} */ (this.querySelector(`[data-part="${name}"]`));
    }
  }

  /**
   * @param {string} address
   * @returns {Promise<void>}
   */
  function loadScript(address) {
    return new Promise((resolve, reject) => {
      const script = document.createElement("script");
      script.async = false; // in the order in which they are asked for
      script.src = address;
      script.onload = () => resolve();
      script.onerror = () => reject(new Error(address));
      document.head.append(script);
    });
  }

  if (!customElements.get("log-triage")) customElements.define("log-triage", LogTriage);
})();
