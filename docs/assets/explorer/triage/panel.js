// @ts-check
"use strict";

/*
 * <log-triage>: takes files that are chosen or dropped, or a long text that is pasted, and shows how often the known
 * errors stand in them. What reads and counts is loaded with the first. Nothing of it leaves the page or outlives it.
 */
(() => {
  const { loadIndex, loadMatcher, loadScript } = errorbook.loading;
  const { shorten } = errorbook.found;

  /** Characters of the longest paste that is one answer: a field with more would make the page wait. */
  const LONGEST_PASTE = 50_000;

  /** What was counted last, for the way to an entry and back. @type {ErrorbookReport | null} */
  let kept = null;
  /** What was being read when the page was left. */
  let left = "";

  class LogTriage extends HTMLElement {
    #listening = new AbortController();
    #reading = new AbortController();
    /** What is being read. */
    #names = "";
    #input = Object.assign(document.createElement("input"), { type: "file", multiple: true });

    connectedCallback() {
      this.#listening = new AbortController();
      this.hidden = false;
      this.#listen();
      if (kept) this.#show(kept);
      else if (left) this.#part("told").textContent = this.#say("cancelled", left);
    }

    disconnectedCallback() {
      this.#listening.abort();
      this.#reading.abort();
      if (this.#names) left = this.#names;
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
      const files = [...(this.#input.files ?? [])];
      if (files.length) this.#read(files);
      this.#input.value = ""; // so that the same files can be chosen again
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
      const files = [...(event.dataTransfer?.files ?? [])];
      if (files.length === 0) return;
      event.preventDefault(); // the browser would open them
      this.#read(files);
    }

    /** @param {Event} event */
    #onPaste(event) {
      const text = (event instanceof ClipboardEvent && event.clipboardData?.getData("text")) || "";
      if (text.length <= LONGEST_PASTE) return;
      event.preventDefault();
      this.#read([new File([text], this.#words.pasted)]);
    }

    /** @param {File[]} files */
    async #read(files) {
      this.#reading.abort();
      const reading = new AbortController();
      this.#reading = reading;
      const names = files.map(({ name }) => shorten(name)).join(this.#words.comma);
      this.#start(names);
      const report = await this.#count(files, reading.signal);
      if (this.#reading !== reading || !this.isConnected) return;
      this.#names = "";
      this.#part("working").hidden = true;
      if (typeof report === "string") this.#tell(report, names);
      else this.#show((kept = tidyNames(report)));
    }

    /**
     * The report, or which word tells why there is none.
     * @param {File[]} files
     * @param {AbortSignal} signal
     */
    async #count(files, signal) {
      try {
        const tally = await this.#load();
        const progress = /** @type {HTMLProgressElement} */ (this.#part("progress"));
        return await errorbook.reading.readLogs(files, tally, {
          signal,
          progress: (share) => (progress.value = share),
        });
      } catch {
        return signal.aborted ? "cancelled" : "unready";
      }
    }

    /** The matcher and what reads, once somebody needs them. */
    async #load() {
      const explorer = /** @type {HTMLElement} */ (this.closest("error-explorer"));
      const index = await loadIndex(explorer.dataset.index ?? "");
      const matcher = await loadMatcher(explorer.dataset.index ?? "");
      await loadScript(this.dataset.script ?? "");
      return errorbook.tally.createTally(index, matcher);
    }

    /** @param {string} file */
    #start(file) {
      kept = null;
      left = "";
      this.#names = file;
      this.#part("report").hidden = this.#part("cure").hidden = true;
      this.#part("working").hidden = false;
      /** @type {HTMLProgressElement} */ (this.#part("progress")).value = 0;
      this.#part("told").textContent = this.#say("reading", file);
    }

    /**
     * @param {"cancelled" | "unready"} word
     * @param {string} file
     */
    #tell(word, file) {
      this.#part("told").textContent = this.#say(word, file);
      if (word === "cancelled") this.#part("choose").focus(); // the button that was pressed is gone
    }

    /**
     * @param {string} word
     * @param {string} file
     */
    #say(word, file) {
      return this.#words[word].replace("{file}", () => file);
    }

    /** @param {ErrorbookReport} report */
    #show(report) {
      const explorer = /** @type {HTMLElement} */ (this.closest("error-explorer"));
      errorbook.table.showReport(this, report, this.#words, explorer.dataset.root ?? "");
      this.#part("report").hidden = report.files.length === 0;
      this.#part("cure").hidden = !report.refused.some(({ why }) => why === "too_big");
    }

    #close() {
      kept = null;
      this.#part("report").hidden = this.#part("cure").hidden = true;
      this.#part("told").textContent = "";
      this.#part("choose").focus();
    }

    /** @param {string} name */
    #part(name) {
      return /** @type {HTMLElement} */ (this.querySelector(`[data-part="${name}"]`));
    }
  }

  /** The names of files stand in sentences. @param {ErrorbookReport} report */
  function tidyNames(report) {
    const refused = report.refused.map(({ file, why }) => ({ file: shorten(file), why }));
    return { ...report, files: report.files.map(shorten), refused };
  }

  if (!customElements.get("log-triage")) customElements.define("log-triage", LogTriage);
})();
