// @ts-check
"use strict";

/* Reads files in slices, and lets the page breathe between them. */
(() => {
  const { pause } = errorbook.breath;
  const { createDecoder, findKind } = errorbook.decode;
  const { createRecords } = errorbook.records;
  const { createRequests, isHar } = errorbook.har;

  const MOST_BYTES = 50 * 1024 * 1024;
  const SLICE = 128 * 1024;
  /** Milliseconds of work at once; the step that exceeds them may take as long again, and both fit into a frame. */
  const BUDGET = 5;

  /** Those written last come last, as times without a year go by their place. @type {Errorbook["reading"]["readLogs"]} */
  async function readLogs(files, tally, { signal, progress }) {
    const started = performance.now();
    const breath = createBreath(signal);
    const size = files.reduce((sum, file) => sum + file.size, 0);
    /** @type {ErrorbookRead} */
    const report = { files: [], refused: [], cut: [], read: { lines: 0, requests: 0 } };
    let before = 0;
    for (const file of [...files].sort((a, b) => a.lastModified - b.lastModified)) {
      const why = await tryLog(file, tally, breath, report, (bytes) => progress((before + bytes) / size));
      if (why) report.refused.push({ file: file.name, why });
      else report.files.push(file.name);
      before += file.size;
    }
    return { ...report, seconds: (performance.now() - started) / 1000, ...tally.tallied() };
  }

  /**
   * Why a file was not read, or not to its end; null if it was.
   * @param {File} file
   * @param {ErrorbookTally} tally
   * @param {ErrorbookBreath} breath
   * @param {ErrorbookRead} report
   * @param {(bytes: number) => void} progress
   */
  async function tryLog(file, tally, breath, report, progress) {
    try {
      const why = await refuse(file);
      if (!why) await readLog(file, tally, breath, report, progress);
      return why;
    } catch (error) {
      if (error instanceof DOMException && error.name !== "AbortError") return "failed";
      throw error;
    }
  }

  /**
   * @param {File} file
   * @returns {Promise<ErrorbookRefusal | null>}
   */
  async function refuse(file) {
    if (file.size === 0) return "empty";
    if (file.size > MOST_BYTES) return "too_big";
    const kind = findKind(await readHead(file));
    return kind === "text" ? null : kind;
  }

  /** The first bytes, or those behind the hole that cutting an open log leaves in front. @param {File} file */
  async function readHead(file) {
    let at = 0;
    let head = await readSlice(file, at);
    while (!head.some(Boolean) && at + SLICE < file.size) head = await readSlice(file, (at += SLICE));
    return head;
  }

  /**
   * @param {File} file
   * @param {ErrorbookTally} tally
   * @param {ErrorbookBreath} breath
   * @param {ErrorbookRead} report
   * @param {(bytes: number) => void} progress
   */
  async function readLog(file, tally, breath, report, progress) {
    /** @type {ErrorbookReader | null} */
    let reader = null;
    tally.begin();
    for await (const text of readText(file, progress)) {
      reader ??= isHar(text) ? createRequests() : createRecords();
      breath.start();
      for (const record of reader.push(text)) await countRecord(record, tally, breath);
    }
    reader ??= createRecords();
    for (const record of reader.end()) await countRecord(record, tally, breath);
    report.read[reader.unit] += reader.count();
    if (!reader.isWhole()) report.cut.push(file.name);
  }

  /**
   * @param {string} record
   * @param {ErrorbookTally} tally
   * @param {ErrorbookBreath} breath
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

  /**
   * @param {AbortSignal} signal
   * @returns {ErrorbookBreath}
   */
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

  errorbook.reading = { readLogs };
})();
