// @ts-check
"use strict";

/*
 * The requests of a HAR file, each as the record that a log would have of it. The file is never parsed as a whole,
 * which would stop the page: each request is cut out by its braces, without what makes one long.
 */
(() => {
  const HAR = /^\s*\{\s*"log"\s*:\s*\{/;
  const ENTRIES = /"entries"\s*:\s*\[/;
  /** Characters kept of a string: what is longer is a picture or a script. */
  const LONGEST = 64 * 1024;
  /** Characters kept of a request; a longer one, as of a socket with all its messages, is damaged and so passed over. */
  const MOST = 512 * 1024;
  const OUTSIDE = /["{}\]]/g;
  /** An escape, the end, or a backslash whose character comes with the next slice. */
  const INSIDE = /\\[^]|"|\\$/g;
  /** An escape that was cut off. */
  const BROKEN = /(^|[^\\])((?:\\\\)*)\\(?:u[0-9a-fA-F]{0,3})?$/;

  /** @type {Errorbook["har"]["isHar"]} */
  function isHar(text) {
    return HAR.test(text);
  }

  /** @returns {ErrorbookReader} */
  function createRequests() {
    const cut = createCutter();
    /** What stands before the requests; null behind their beginning. @type {string | null} */
    let head = "";
    let requests = 0;

    /** @param {string} text */
    function takeHead(text) {
      if (head === null) return text;
      head += text;
      const start = ENTRIES.exec(head);
      const rest = start ? head.slice(start.index + start[0].length) : "";
      head = start ? null : head.slice(-LONGEST);
      return rest;
    }

    return {
      *push(text) {
        for (const entry of cut(takeHead(text))) {
          requests += 1;
          yield renderRecord(entry);
        }
      },
      end: () => [],
      unit: "requests",
      isWhole: () => cut.isDone(),
      count: () => requests,
    };
  }

  /** Cuts the objects out of the rest of an array, in slices of any length. */
  function createCutter() {
    let depth = 0;
    let kept = "";
    /** The beginning of the string that goes on. @type {string | null} */
    let string = null;
    let rest = "";
    let done = false;

    /** @param {string} piece */
    function keep(piece) {
      if (kept.length < MOST) kept += piece;
    }

    /**
     * The string that goes on from `at`, up to its closing quote; where that stands.
     * @param {string} text
     * @param {number} at
     */
    function takeString(text, at) {
      INSIDE.lastIndex = at;
      let found = INSIDE.exec(text);
      while (found?.[0].length === 2) found = INSIDE.exec(text);
      const end = found ? found.index : text.length;
      string = `${string}${text.slice(at, end)}`.slice(0, LONGEST);
      if (found?.[0] !== '"') {
        rest = text.slice(end);
        return text.length;
      }
      keep(string.length < LONGEST ? string : string.replace(BROKEN, "$1$2"));
      string = null;
      return end;
    }

    /** @param {string} slice */
    function* cut(slice) {
      const text = rest + slice;
      rest = "";
      for (let at = 0; at < text.length && !done; ) {
        const quoted = string !== null;
        if (quoted) at = takeString(text, at);
        OUTSIDE.lastIndex = at;
        const mark = OUTSIDE.exec(text)?.[0] ?? "";
        const end = mark ? OUTSIDE.lastIndex : text.length;
        if (depth > 0 || mark === "{") keep(text.slice(depth > 0 ? at : end - 1, end));
        at = end;
        if (mark === "{") depth += 1;
        else if (mark === "}") depth -= 1;
        else if (mark === "]") done = depth === 0;
        else if (mark === '"' && !quoted) string = "";
        if (mark === "}" && depth === 0) {
          yield kept;
          kept = "";
        }
      }
    }

    return Object.assign(cut, { isDone: () => done });
  }

  /**
   * Line of the request, and the body of its response.
   * @param {string} entry
   */
  function renderRecord(entry) {
    try {
      const { startedDateTime, request, response } = JSON.parse(entry);
      return `${startedDateTime} ${request.method} ${request.url} HTTP/1.1 ${response.status}\n${readBody(response.content)}`;
    } catch {
      return ""; // no request, or damaged
    }
  }

  /** @param {{ text?: string, encoding?: string } | undefined} content */
  function readBody({ text = "", encoding } = {}) {
    if (encoding !== "base64") return text;
    const bytes = atob(text.slice(0, text.length - (text.length % 4)));
    return new TextDecoder().decode(new Uint8Array(bytes.length).map((_, at) => bytes.charCodeAt(at)));
  }

  errorbook.har = { createRequests, isHar };
})();
