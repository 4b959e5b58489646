// @ts-check
"use strict";

/* The reader's values in an address, for a ticket: `#v=username:bob,app:demo&case=empty`. `assets/pages/ticket.js` reads it. */
(() => {
  const LONGEST = 200;

  /**
   * The fragment, or nothing if no value may stand in a link.
   * @param {Record<string, string>} captures
   * @param {ErrorbookIndex["placeholders"]} placeholders
   * @param {string} [cause] the id of a case, whose anchor does without values
   */
  function writeTicket(captures, placeholders, cause = "") {
    const values = Object.entries(captures)
      .filter(([name, value]) => placeholders[name]?.shareable && value && value.length <= LONGEST)
      .map(([name, value]) => `${name}:${encode(value)}`);
    if (!values.length) return cause && `#${cause}`;
    return `#v=${values.join(",")}${cause && `&case=${cause}`}`;
  }

  /** Half of a character pair has no encoding. @param {string} value */
  function encode(value) {
    return encodeURIComponent(value.replace(/\p{Surrogate}/gu, "\ufffd"));
  }

  errorbook.ticket = { writeTicket };
})();
