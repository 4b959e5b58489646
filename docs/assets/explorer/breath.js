// @ts-check
"use strict";

/* Work that nobody waits for: after the frame, and in slices between which the page can answer. */
(() => {
  /** Milliseconds of work at once: a quarter of a frame. */
  const BUDGET = 4;

  /** Milliseconds that a frame may take on its way to the screen. */
  const FRAME = 17;

  /** Until the next frame is painted, for all who wait. @type {Promise<void> | null} */
  let frame = null;

  /** Until all that has changed is painted. */
  function painted() {
    return (frame ??= new Promise((resolve) => {
      requestAnimationFrame(() => {
        frame = null; // what changes from now on is painted with another one
        setTimeout(resolve, FRAME);
      });
    }));
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

  /** @type {Errorbook["breath"]["inSlices"]} */
  async function inSlices(steps, signal) {
    let since = performance.now();
    for (const _ of steps) {
      if (performance.now() - since < BUDGET) continue;
      await pause();
      if (signal.aborted) return;
      since = performance.now();
    }
  }

  errorbook.breath = { painted, pause, inSlices };
})();
