// @ts-check
"use strict";

/* What Run sends: the scene of an example and one of its requests, variables filled in, one after the other. */
(() => {
  const { judge } = errorbookRun.judge;

  const HOLE = /\{\{(.+?)\}\}/g;
  const ANSWER = /^([A-Za-z]\w*)\.response\.body\.(.+)$/;
  const STEP = /\[(\d+)\]|(\w+)/g;
  const SECRET = "client_secret";

  /**
   * Where the requests go and with which values. A sandbox's credentials are public; an own app's are not asked for.
   * @param {RunPlan} plan
   * @param {RunKit} kit
   * @param {RunRole} role
   * @param {Record<string, string>} own what the reader has filled in
   * @param {string} page the origin of the page, where a sandbox may be
   * @param {string} suffix of the names
   * @returns {RunSetting}
   */
  function settle(plan, kit, role, own, page, suffix) {
    const { org, app, ...names } = plan.names;
    const base = own.BASE ?? page;
    const isOwn = !isSandbox(base, page) || (own.ORG !== undefined && own.ORG !== org);
    const steps = plan.requests.filter((step) => step.role === "given" || step.role === role);
    const needed = steps.flatMap(referencesOf);
    const fresh = Object.fromEntries(Object.entries(names).map(([name, value]) => [name, value + suffix]));
    const place = isOwn ? { org: own.ORG, app: own.APP } : { org: own.ORG ?? org, app: own.APP ?? app };
    const wanted = { ORG: place.org, APP: place.app, TOKEN: needed.includes("token") && isOwn ? own.TOKEN : "-" };
    const logsIn = needed.includes("token") && !own.TOKEN && !isOwn;
    return {
      base,
      own: isOwn,
      missing: Object.entries(wanted).flatMap(([field, value]) => (value ? [] : [field])),
      secret: isOwn && needed.includes(SECRET),
      login: logsIn ? kit.login : [],
      steps,
      values: { ...kit.credentials, ...fresh, ...place, base, ...(own.TOKEN ? { token: own.TOKEN } : {}) },
      names: Object.keys(fresh).filter((name) => needed.includes(name)).map((name) => fresh[name]),
    };
  }

  /**
   * @param {string} base
   * @param {string} page
   */
  function isSandbox(base, page) {
    return base === page || (URL.canParse(base) && isLoopback(new URL(base).hostname));
  }

  /** @param {string} host */
  function isLoopback(host) {
    return /^(?:localhost|.+\.localhost|127(?:\.\d+){3}|\[::1\])$/.test(host);
  }

  /** @param {RunRequest} step */
  function referencesOf({ url, headers, body }) {
    const texts = [url, body, ...headers.map(([, value]) => value)];
    return texts.flatMap((text) => [...text.matchAll(HOLE)].map((hole) => hole[1]));
  }

  /**
   * Send everything in order, up to the first step that does not come out as it should.
   * @param {RunPlan} plan
   * @param {RunKit} kit
   * @param {RunSetting} setting
   * @param {(call: RunCall) => Promise<RunAnswer>} send
   * @param {(milliseconds: number) => Promise<void>} pause
   * @returns {Promise<RunOutcome>}
   */
  async function perform(plan, kit, setting, send, pause) {
    let values = setting.values;
    if (setting.login.length) {
      const { outcome, answers } = await sendAll(setting.login, values);
      const token = fill(kit.token, values, answers);
      if (outcome.differences.length || !token) return { ...outcome, stage: "login" };
      values = { ...values, token };
    }
    const { outcome } = await sendAll(setting.steps, values);
    return { ...outcome, stage: outcome.step.role === "given" ? "given" : "asked" };

    /**
     * @param {RunRequest[]} steps
     * @param {Record<string, string>} values
     */
    async function sendAll(steps, values) {
      /** @type {Record<string, string>} */
      const answers = {};
      for (const [place, step] of steps.entries()) {
        const outcome = await sendOne(step, values, answers);
        if (!outcome.answer || outcome.differences.length || place === steps.length - 1) return { outcome, answers };
      }
      throw new Error("an example without requests");
    }

    /**
     * @param {RunRequest} step
     * @param {Record<string, string>} values
     * @param {Record<string, string>} answers
     */
    async function sendOne(step, values, answers) {
      const call = fillCall(step, values, answers);
      if (!call) return { step, answer: null, differences: [] };
      if (step.wait) await pause(step.wait);
      const answer = await send(call);
      answers[step.name] = answer.body;
      return { step, answer, differences: judge(plan.error, step.role, answer) };
    }
  }

  /**
   * @param {RunRequest} step
   * @param {Record<string, string>} values
   * @param {Record<string, string>} answers
   * @returns {RunCall | null}
   */
  function fillCall({ method, url, headers, body }, values, answers) {
    const texts = [url, body, ...headers.map(([, value]) => value)].map((text) => fill(text, values, answers));
    if (texts.includes(null)) return null;
    const [filledUrl, filledBody, ...rest] = texts.map(String);
    return { method, url: filledUrl, body: filledBody, headers: headers.map(([name], place) => [name, rest[place]]) };
  }

  /**
   * Null if a value is not there.
   * @param {string} text
   * @param {Record<string, string>} values
   * @param {Record<string, string>} answers bodies by the names of their requests
   * @returns {string | null}
   */
  function fill(text, values, answers) {
    let whole = true;
    const filled = text.replace(HOLE, (_, inner) => {
      const answer = ANSWER.exec(inner);
      const value = answer ? follow(answers[answer[1]] ?? "", answer[2]) : values[inner];
      whole &&= value !== undefined;
      return value ?? "";
    });
    return whole ? filled : null;
  }

  /**
   * The value at `data.users[0].uuid` in a JSON text.
   * @param {string} body
   * @param {string} path
   * @returns {string | undefined}
   */
  function follow(body, path) {
    /** @type {unknown} */
    let value;
    try {
      value = JSON.parse(body);
    } catch {
      return undefined;
    }
    for (const [, index, key] of path.matchAll(STEP)) {
      if (typeof value !== "object" || value === null || Array.isArray(value) !== (key === undefined)) return undefined;
      value = new Map(Object.entries(value)).get(key ?? index);
    }
    return ["string", "number", "boolean"].includes(typeof value) ? String(value) : undefined;
  }

  errorbookRun.plan = { settle, perform, fill, isLoopback };
})();
