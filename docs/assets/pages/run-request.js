// @ts-check
"use strict";

/*
 * <run-request>: sends the request above it to a sandbox or to the reader's own app, and tells whether the answer is
 * the documented one. Nothing is sent before the press. Without script there is nothing of it.
 */
(() => {
  const { settle, perform } = errorbookRun.plan;
  const { guard } = errorbookRun.refusal;
  const { createPanel } = errorbookRun.panel;

  const TIMEOUT = 15_000;

  /** Only one runs at a time: the next press ends it. @type {AbortController | null} */
  let running = null;

  class RunRequestElement extends HTMLElement {
    /** @type {RunPanel | null} */
    #panel = null;
    /** @type {RunSetting | null} */
    #setting = null;
    /** @type {AbortController | null} */
    #run = null;

    connectedCallback() {
      const data = readData(this);
      if (!data) return;
      this.#panel = createPanel(this, data);
      this.hidden = false;
      this.addEventListener("click", this);
      document.addEventListener("environment", this);
      this.#offer();
    }

    disconnectedCallback() {
      this.#run?.abort("stopped");
      document.removeEventListener("environment", this);
      this.removeEventListener("click", this);
    }

    /** @param {Event} event */
    handleEvent(event) {
      if (event.type === "environment") this.#offer();
      else if (!(event.target instanceof HTMLButtonElement)) return;
      else if (event.target.matches(".eb-run__curl")) showCurl(this);
      else if (this.#run) this.#run.abort("stopped");
      else void this.#start();
    }

    /** Say what a press would send, with names that have not been used. */
    #offer() {
      const data = readData(this);
      if (!data || !this.#panel || this.#run) return;
      const { kit, plan, role } = data;
      this.#setting = settle(plan, kit, role, readEnvironment(), location.origin, makeSuffix());
      this.#panel.offer(this.#setting, findObstacle(this.#setting, kit.words));
    }

    async #start() {
      const [data, panel, setting] = [readData(this), this.#panel, this.#setting];
      if (!data || !panel || !setting) return;
      running?.abort("stopped");
      const run = (running = this.#run = new AbortController());
      panel.wait();
      try {
        const outcome = await guard(setting.base, () =>
          perform(data.plan, data.kit, setting, (call) => send(call, run), (ms) => pause(ms, run.signal)),
        );
        this.#finish(run);
        panel.show(outcome, setting);
      } catch (failure) {
        this.#finish(run);
        panel.refuse(asRefusal(run.signal.aborted ? run.signal.reason : failure));
      }
    }

    /** @param {AbortController} run */
    #finish(run) {
      if (running === run) running = null;
      this.#run = null;
      this.#offer();
    }
  }

  /** @param {unknown} failure @returns {RunRefusal} */
  function asRefusal(failure) {
    if (failure === "stopped") return { reason: "stopped", values: {} };
    if (failure === "timeout") return { reason: "timeout", values: { seconds: String(TIMEOUT / 1000) } };
    return /** @type {RunRefusal} */ (failure);
  }

  /**
   * @param {RunCall} call
   * @param {AbortController} run
   * @returns {Promise<RunAnswer>}
   */
  async function send({ method, url, headers, body }, run) {
    const timer = setTimeout(() => run.abort("timeout"), TIMEOUT);
    const began = performance.now();
    try {
      const response = await fetch(url, {
        method,
        headers,
        // Of a text, fetch would say that it is text/plain.
        body: body ? new TextEncoder().encode(body) : undefined,
        cache: "no-store",
        credentials: "omit",
        referrerPolicy: "no-referrer",
        signal: run.signal,
      });
      const text = await response.text();
      return { status: response.status, body: text, took: performance.now() - began };
    } finally {
      clearTimeout(timer);
    }
  }

  /**
   * @param {number} milliseconds
   * @param {AbortSignal} signal
   * @returns {Promise<void>}
   */
  function pause(milliseconds, signal) {
    return new Promise((resolve, reject) => {
      setTimeout(resolve, milliseconds);
      signal.addEventListener("abort", () => reject(signal.reason), { once: true });
    });
  }

  /**
   * Why there is no button, if so.
   * @param {RunSetting} setting
   * @param {Record<string, string>} words
   */
  function findObstacle({ base, missing, secret }, words) {
    if (location.protocol === "file:") return words.disk;
    if (!/^https?:\/\//.test(base) || !URL.canParse(base)) return words.address;
    if (/[?#]/.test(base)) return words.address_end;
    if (secret) return words.secret;
    return missing.length ? words.missing.replace("{fields}", missing.join(words.comma)) : "";
  }

  /**
   * What the page says of the case, or nothing if it cannot be run here.
   * @param {Element} element
   * @returns {RunData | null}
   */
  function readData(element) {
    const kit = document.querySelector("[data-run-kit]")?.getAttribute("data-run-kit");
    const plan = element.closest("[data-plan]")?.getAttribute("data-plan");
    const role = element.closest("[data-request]")?.getAttribute("data-request");
    return kit && plan && role ? { kit: JSON.parse(kit), plan: JSON.parse(plan), role: /** @type {RunRole} */ (role) } : null;
  }

  /** @returns {Record<string, string>} */
  function readEnvironment() {
    const panel = document.querySelector("sample-environment");
    return panel && "values" in panel ? /** @type {Record<string, string>} */ (panel.values) : {};
  }

  /** Six characters that no earlier run has used. */
  function makeSuffix() {
    const numbers = crypto.getRandomValues(new Uint8Array(6));
    return `-${[...numbers].map((number) => (number % 36).toString(36)).join("")}`;
  }

  /** @param {Element} element */
  function showCurl(element) {
    const tab = element.closest("[data-request]")?.querySelector('input[value="curl"]');
    if (!(tab instanceof HTMLInputElement)) return;
    tab.click();
    tab.focus();
    tab.scrollIntoView({ block: "nearest" });
  }

  if (!customElements.get("run-request")) customElements.define("run-request", RunRequestElement);
})();
