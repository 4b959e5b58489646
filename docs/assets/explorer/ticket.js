// @ts-check
"use strict";

/* The reader's values in an address, for a ticket: `#v=username:bob,app:demo&case=empty`. `assets/pages/ticket.js` reads it. */
(() => {
  const LONGEST = 200;
  /** Names, numbers, ids and paths. Nothing else: what masks secrets is loaded only with the first wish for it. */
  const PLAIN = /^[\p{L}\p{M}\p{N}_./ &+-]+$/u;
  const UUIDS = /(?<![^/.])[\da-f]{8}-[\da-f]{4}-[\da-f]{4}-[\da-f]{4}-[\da-f]{12}(?![^/.])/gi;
  /** What is plain and may be a secret all the same. */
  const DOUBTFUL = [
    /(?<!\p{Nd})(?:(?:00)?86)?1[3-9]\p{Nd}{9}(?!\p{Nd})|(?<!\p{Nd})00\p{Nd}{9}/u, // a phone number
    /\p{Nd}(?=\p{Nd}*[^\p{L}\p{Nd}])(?:[^\p{L}\p{Nd}]*\p{Nd}){6}/u, // the same in groups
    /YWM|YXA|YWQ|b3U6|00[67]eJ|eyJ/, // the beginning of a token
    /[^./-]{41}/, // longer than any name
    /(?=[\w-]{12})(?=[\w-]*[a-z])(?=[\w-]*[A-Z])(?:[\w-]*?\d){3}/, // as random as one
    /[是为]/, // 密码是…
    /(?:pass|pw|pin|secret|token|bearer|basic|auth|cookie|sess|sid|key|jwt|sig|密码|口令|令牌|凭|手机|电话).*[ &+]/i, // a name and its value
    /(?=.*[ &+])(?:.*-[a-z]|.*\p{Nd}{6})/iu, // an option, or a part of something longer
  ];

  /**
   * The fragment, or nothing if no value may stand in a link.
   * @param {Record<string, string>} captures
   * @param {ErrorbookIndex["placeholders"]} placeholders
   * @param {string} [cause] the id of a case, whose anchor does without values
   */
  function writeTicket(captures, placeholders, cause = "") {
    const values = Object.entries(captures)
      .filter(([name, value]) => placeholders[name]?.shareable && isShareableValue(value))
      .map(([name, value]) => `${name}:${encodeURIComponent(value)}`);
    if (!values.length) return cause && `#${cause}`;
    return `#v=${values.join(",")}${cause && `&case=${cause}`}`;
  }

  /** @param {string} value */
  function isShareableValue(value) {
    if (value.length > LONGEST || !PLAIN.test(value)) return false;
    const bare = value.normalize("NFKC").replace(UUIDS, "");
    return !DOUBTFUL.some((doubt) => doubt.test(bare));
  }

  errorbook.ticket = { writeTicket };
})();
