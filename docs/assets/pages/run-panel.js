// @ts-check
"use strict";

/* What Run shows below a request: what a press will send, then the answer and whether it is the documented one. */
(() => {
  const LONGEST = 20_000;
  const SEPARATOR = " / ";

  /**
   * Presses of its buttons are the caller's to hear.
   * @param {HTMLElement} root
   * @param {RunData} data
   * @returns {RunPanel}
   */
  function createPanel(root, { kit: { words }, plan, role }) {
    const button = Object.assign(create("button", "eb-run__button"), { type: "button" });
    const where = create("span", "eb-run__where");
    const before = create("div", "eb-run__before");
    const verdict = create("p", "eb-run__verdict");
    const curl = Object.assign(create("button", "eb-run__curl", words.curl), { type: "button", hidden: true });
    const after = create("div", "eb-run__after");
    const bar = create("div", "eb-run__bar");
    const said = create("div", "eb-run__said");
    verdict.setAttribute("role", "status");
    bar.append(button, where);
    said.append(verdict, curl);
    root.replaceChildren(bar, before, said, after);

    /**
     * @param {string} look
     * @param {string} text
     * @param {boolean} offersCurl
     * @param {...Node} details
     */
    function say(look, text, offersCurl, ...details) {
      root.dataset.look = look;
      button.textContent = look === "busy" ? words.stop : words.run;
      button.ariaLabel = `${button.textContent}${words.colon}${words[`role_${role}`]}`;
      verdict.textContent = text;
      curl.hidden = !offersCurl;
      after.replaceChildren(...details);
    }

    return {
      offer(setting, forbidden) {
        bar.hidden = forbidden !== "";
        where.textContent = describePlace(setting, words);
        const told = forbidden ? [describe(forbidden)] : describeUse(setting, words, plan.error.legacy);
        before.replaceChildren(...told);
        say("idle", "", forbidden !== "");
      },
      wait() {
        say("busy", words.running, false);
      },
      show(outcome, setting) {
        const agrees = outcome.stage === "asked" && outcome.answer !== null && outcome.differences.length === 0;
        say(agrees ? "agrees" : "differs", conclude(outcome, agrees, words), !agrees, ...explain(outcome, setting, words));
      },
      refuse({ reason, values }) {
        say("refused", put(words[reason], values), true);
      },
    };
  }

  /**
   * @param {RunSetting} setting
   * @param {Record<string, string>} words
   */
  function describePlace({ own, base, login, steps }, words) {
    return put(words[own ? "own" : "sandbox"], { base, count: login.length + steps.length });
  }

  /**
   * Of the reader's own app every address and every name that a press will use; of a sandbox the names, which the page
   * shows where the sample above has the reader's.
   * @param {RunSetting} setting
   * @param {Record<string, string>} words
   * @param {boolean} legacy
   */
  function describeUse({ own, steps, values, names }, words, legacy) {
    if (!own) return names.length ? [create("p", "eb-run__note eb-run__names", put(words.names_sandbox, { names: names.join(words.comma) }))] : [];
    const list = create("ol", "eb-run__steps");
    for (const { method, url } of steps) {
      const item = create("li", "");
      const known = url.replace(/\{\{(\w+)\}\}/g, (_, name) => values[name] ?? "").replace(/\{\{.+?\}\}/g, "…");
      item.append(create("code", "", `${method} ${known}`));
      list.append(item);
    }
    const notes = [names.length ? put(words.names, { names: names.join(words.comma) }) : "", legacy ? words.legacy : ""];
    return [list, ...notes.filter(Boolean).map(describe)];
  }

  /** @param {string} sentence */
  function describe(sentence) {
    return create("p", "eb-run__note", sentence);
  }

  /**
   * @param {RunOutcome} outcome
   * @param {boolean} agrees
   * @param {Record<string, string>} words
   */
  function conclude({ stage, step, answer }, agrees, words) {
    if (!answer) return words.value_missing;
    if (stage === "login") return words.login_failed;
    if (stage === "given") return put(words.given_failed, { title: step.title });
    if (!agrees) return words.differs;
    return step.role === "fails" ? words.documented : words.succeeded;
  }

  /**
   * @param {RunOutcome} outcome
   * @param {RunSetting} setting
   * @param {Record<string, string>} words
   * @returns {Node[]}
   */
  function explain({ answer, differences }, setting, words) {
    if (!answer) return [];
    const list = create("ul", "eb-run__differences");
    list.append(...differences.map((difference) => describeDifference(difference, words)));
    if (differences.length && !setting.own && !isJson(answer.body)) list.append(create("li", "", put(words.no_sandbox, setting)));
    if (answer.status === 401 && differences.length && setting.values.token) list.append(create("li", "", words.token_of_yours));
    return [...(list.hasChildNodes() ? [list] : []), describeAnswer(answer, words)];
  }

  /**
   * @param {RunDifference} difference
   * @param {Record<string, string>} words
   */
  function describeDifference({ field, wanted, got }, words) {
    const sentence = field === "error_description" && !wanted.length ? words.gone : words.expected;
    /** @type {Record<string, (Node | string)[]>} */
    const values = {
      field: [field === "status" ? words.status : field],
      wanted: wanted.length ? wanted.flatMap((text, place) => [place ? SEPARATOR : "", create("code", "", text)]) : [words.unsaid],
      got: [got ? create("code", "", got) : words.nothing],
    };
    const item = create("li", "");
    item.append(...sentence.split(/\{(\w+)\}/).flatMap((piece, place) => (place % 2 ? values[piece] : [piece])));
    return item;
  }

  /**
   * @param {RunAnswer} answer
   * @param {Record<string, string>} words
   */
  function describeAnswer({ status, body, took }, words) {
    const figure = create("div", "eb-run__answer");
    const head = create("p", "eb-answer__head", `${words.answer} `);
    head.append(create("span", `eb-badge ${lookOf(status)}`, String(status)), ` ${put(words.took, { ms: Math.round(took) })}`);
    const text = create("pre", "eb-run__body");
    text.append(create("code", "", shorten(indent(body)) || words.answer_empty));
    text.tabIndex = 0; // it scrolls
    text.setAttribute("role", "group");
    text.setAttribute("aria-label", words.answer);
    figure.append(head, text);
    return figure;
  }

  /** @param {number} status */
  function lookOf(status) {
    if (status < 400) return "eb-badge--ok";
    return status < 500 ? "eb-badge--warn" : "eb-badge--danger";
  }

  /** JSON on one line gets lines; what would change by it stays as it came. @param {string} body */
  function indent(body) {
    try {
      const value = JSON.parse(body);
      return JSON.stringify(value) === body ? JSON.stringify(value, null, 2) : body;
    } catch {
      return body;
    }
  }

  /** @param {string} body */
  function isJson(body) {
    return /^\s*[{[]/.test(body);
  }

  /** @param {string} text */
  function shorten(text) {
    return text.length > LONGEST ? `${text.slice(0, LONGEST)}…` : text;
  }

  /**
   * @param {string} sentence
   * @param {object} values
   */
  function put(sentence, values) {
    const texts = new Map(Object.entries(values));
    return sentence.replace(/\{(\w+)\}/g, (hole, name) => String(texts.get(name) ?? hole));
  }

  /**
   * @template {keyof HTMLElementTagNameMap} T
   * @param {T} tag
   * @param {string} className
   * @param {string} [text]
   */
  function create(tag, className, text = "") {
    const element = document.createElement(tag);
    if (className) element.className = className;
    element.textContent = text;
    return element;
  }

  errorbookRun.panel = { createPanel };
})();
