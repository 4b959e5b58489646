// @ts-check
"use strict";

/*
 * Whether an answer says what the table says. Twin of src/errorbook/examples/verdict.py, which only says yes or no;
 * a test holds them against each other.
 */
(() => {
  /**
   * Everything that does not agree; nothing if the answer is the one documented for the request.
   * @param {RunDocumented} error
   * @param {RunRole} role
   * @param {{ status: number, body: string }} answer
   * @returns {RunDifference[]}
   */
  function judge(error, role, { status, body }) {
    const content = parse(body);
    if (role === "fails") {
      return [...judgeStatus(error, status), ...judgeType(error, content), ...judgeMessage(error, content)];
    }
    /** @type {RunDifference[]} */
    const differences = [];
    if (status < 200 || status >= 300) differences.push({ field: "status", wanted: ["2xx"], got: String(status) });
    if (error.envelope === "partial" && hasMessage(error, content)) {
      differences.push({ field: "error_description", wanted: [], got: readMessages(error, content).join("\n") });
    }
    return differences;
  }

  /**
   * @param {RunDocumented} error
   * @param {number} status
   * @returns {RunDifference[]}
   */
  function judgeStatus({ statuses }, status) {
    if (statuses.length ? statuses.includes(status) : status >= 400) return [];
    const wanted = statuses.length ? statuses.map(String) : ["4xx", "5xx"];
    return [{ field: "status", wanted, got: String(status) }];
  }

  /**
   * The field `error`, where the table gives one; where no message tells the error, `exception` must.
   * @param {RunDocumented} error
   * @param {unknown} body
   * @returns {RunDifference[]}
   */
  function judgeType({ types, exceptions, messages }, body) {
    /** @type {RunDifference[]} */
    const differences = [];
    const [type, exception] = [readField(body, "error"), readField(body, "exception")];
    const told = messages.length > 0 || exceptions.length > 0;
    if (types.length ? !types.includes(type) : !told) differences.push({ field: "error", wanted: types, got: type });
    if (!messages.length && exceptions.length && !exceptions.includes(exception)) {
      differences.push({ field: "exception", wanted: exceptions, got: exception });
    }
    return differences;
  }

  /**
   * @param {RunDocumented} error
   * @param {unknown} body
   * @returns {RunDifference[]}
   */
  function judgeMessage(error, body) {
    if (hasMessage(error, body)) return [];
    const got = ["partial", "meta"].includes(error.envelope) ? "" : readField(body, "error_description");
    return [{ field: "error_description", wanted: error.messages.map(renderMessage), got }];
  }

  /**
   * @param {RunDocumented} error
   * @param {unknown} body
   */
  function hasMessage(error, body) {
    const said = readMessages(error, body);
    if (error.may_be_silent && said.length === 0) return true;
    return error.messages.some((message) => said.some((text) => fits(message, text)));
  }

  /**
   * @param {RunDocumented} error
   * @param {unknown} body
   * @returns {string[]}
   */
  function readMessages(error, body) {
    if (error.envelope === "partial" || error.envelope === "meta") return [...strings(body)];
    const message = readField(body, "error_description");
    return message ? [message] : [];
  }

  /**
   * One linear scan, each literal part at its first place, the last one at the end.
   * @param {RunMessage} message
   * @param {string} text
   */
  function fits({ literals }, text) {
    const [first, ...rest] = literals;
    const last = rest.pop();
    if (last === undefined) return text === first;
    const end = text.length - last.length;
    if (!text.startsWith(first) || !text.endsWith(last) || end < first.length) return false;
    let at = first.length;
    for (const literal of rest) {
      const found = text.indexOf(literal, at);
      if (found < 0 || found + literal.length > end) return false;
      at = found + literal.length;
    }
    return true;
  }

  /** @param {RunMessage} message */
  function renderMessage({ literals, names }) {
    return literals.map((literal, place) => literal + (place < names.length ? `{${names[place]}}` : "")).join("");
  }

  /**
   * @param {unknown} body
   * @param {string} name
   */
  function readField(body, name) {
    if (typeof body !== "object" || body === null || Array.isArray(body)) return "";
    const value = Object.entries(body).find(([key]) => key === name)?.[1];
    return typeof value === "string" ? value : "";
  }

  /**
   * @param {unknown} value
   * @returns {Iterable<string>}
   */
  function* strings(value) {
    if (typeof value === "string") yield value;
    else if (typeof value === "object" && value !== null) for (const item of Object.values(value)) yield* strings(item);
  }

  /** @param {string} text @returns {unknown} */
  function parse(text) {
    try {
      return JSON.parse(text);
    } catch {
      return null;
    }
  }

  globalThis.errorbookRun ??= /** @type {ErrorbookRun} */ ({});
  errorbookRun.judge = { judge };
})();
