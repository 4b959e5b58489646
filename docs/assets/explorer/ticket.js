// @ts-check
"use strict";

/* The reader's values in an address, for a ticket: `#v=username:bob,app:demo`. `assets/pages/ticket.js` reads it. */
(() => {
  const LONGEST = 200;

  /**
   * The fragment, or nothing if no value may stand in a link.
   * @param {Record<string, string>} captures
   * @param {ErrorbookIndex["placeholders"]} placeholders
   */
  function writeTicket(captures, placeholders) {
    const values = Object.entries(captures)
      .filter(([name, value]) => placeholders[name]?.shareable && value && value.length <= LONGEST)
      .map(([name, value]) => `${name}:${encode(value)}`);
    return values.length ? `#v=${values.join(",")}` : "";
  }

  /** Half of a character pair has no encoding. @param {string} value */
  function encode(value) {
    return encodeURIComponent(value.replace(/\p{Surrogate}/gu, "\ufffd"));
  }

  errorbook.ticket = { writeTicket };
})();
