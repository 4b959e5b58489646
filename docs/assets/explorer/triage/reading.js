// @ts-check
"use strict";

/* Reads a file in slices, and lets the page breathe between them. */
(() => {
  const { createDecoder, findKind } = errorbook.decode;
  const { createRecords } = errorbook.records;
  const { createRequests, isHar } = errorbook.har;

  const MOST_BYTES = 50 * 1024 * 1024;
  const SLICE = 256 * 1024;
  /** Milliseconds of work at once: half a frame. */
  const BUDGET = 8;

  /** @type {Errorbook["reading"]["refuse"]} */
  async function refuse(file) {
    if (file.size === 0) return "empty";
    if (file.size > MOST_BYTES) return "too_big";
    const kind = findKind(await readSlice(file, 0));
    return kind === "text" ? null : kind;
  }

  /** @type {Errorbook["reading"]["readLog"]} */
  async function readLog(file, tally, { signal, progress }) {
    const started = performance.now();
    const breath = createBreath(signal);
    /** @type {ErrorbookReader | null} */
    let reader = null;
    for await (const text of readText(file, progress)) {
      reader ??= isHar(text) ? createRequests() : createRecords();
      breath.start();
      for (const record of reader.push(text)) await countRecord(record, tally, breath);
    }
    reader ??= createRecords();
    for (const record of reader.end()) await countRecord(record, tally, breath);
    const seconds = (performance.now() - started) / 1000;
    return { file: file.name, unit: reader.unit, read: reader.count(), seconds, ...tally.tallied() };
  }

  /**
   * @param {string} record
   * @param {ErrorbookTally} tally
   * @param {ReturnType<typeof createBreath>} breath
   */
  async function countRecord(record, tally, breath) {
    for (const _ of tally.count(record)) if (breath.isDue()) await breath.take();
    if (breath.isDue()) await breath.take();
  }

  /**
   * @param {File} file
   * @param {(bytes: number) => void} progress
   */
  async function* readText(file, progress) {
    const decoder = createDecoder();
    for (let at = 0; at < file.size; at += SLICE) {
      const text = decoder.push(await readSlice(file, at));
      if (text) yield text;
      progress(Math.min(file.size, at + SLICE));
    }
    yield decoder.end();
  }

  /**
   * @param {File} file
   * @param {number} at
   */
  async function readSlice(file, at) {
    return new Uint8Array(await file.slice(at, at + SLICE).arrayBuffer());
  }

  /** @param {AbortSignal} signal */
  function createBreath(signal) {
    let since = 0;
    return {
      start() {
        signal.throwIfAborted();
        since = performance.now();
      },
      isDue: () => performance.now() - since > BUDGET,
      async take() {
        await pause();
        this.start();
      },
    };
  }

  /** Until the browser has done what is due; a timer would wait longer. @returns {Promise<void>} */
  function pause() {
    return new Promise((resolve) => {
      const { port1, port2 } = new MessageChannel();
      port1.onmessage = () => {
        port1.close();
        resolve();
      };
      port2.postMessage(null);
    });
  }

  errorbook.reading = { refuse, readLog };
})();
