// @ts-check
"use strict";

/* What takes long to make and may never be needed: made step by step while the page rests, or at once when it is asked for. */
(() => {
  /** What is not made yet. @type {Set<Iterator<unknown>>} */
  const waiting = new Set();

  /** @type {Errorbook["later"]["later"]} */
  function later(make) {
    const steps = make();
    /** @type {IteratorResult<unknown, any>} */
    let step = { done: false, value: undefined };
    const kept = { next: () => (step.done ? step : (step = steps.next())) };
    waiting.add(kept);
    return () => {
      while (!kept.next().done);
      waiting.delete(kept);
      return step.value;
    };
  }

  /** The steps to all that is not made yet. */
  function* prepare() {
    for (const steps of waiting) {
      while (!steps.next().done) yield;
      waiting.delete(steps);
    }
  }

  /** @type {Errorbook["later"]["each"]} */
  function* each(values, build) {
    const made = [];
    for (const value of values) {
      made.push(build(value));
      yield;
    }
    return made;
  }

  errorbook.later = { later, prepare, each };
})();
