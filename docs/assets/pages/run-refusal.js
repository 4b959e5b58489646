// @ts-check
"use strict";

/*
 * Why a browser gave no answer. To a script every refusal is the same TypeError, so the reason is put together from
 * the addresses, the policy's own event, the permission, and a second call that asks for no answer.
 */
(() => {
  const { isLoopback } = errorbookRun.plan;

  /** Milliseconds in which the policy's event comes. */
  const PATIENCE = 200;
  const PRIVATE = /^(?:10\.|192\.168\.|169\.254\.|172\.(?:1[6-9]|2\d|3[01])\.)[\d.]+$|^\[f[cde]|\.local$/;

  /**
   * Do something that calls an address; where the browser does not let it, throw the reason.
   * @template T
   * @param {string} url
   * @param {() => Promise<T>} act
   * @returns {Promise<T>}
   */
  async function guard(url, act) {
    const { origin } = new URL(url);
    const policy = watchPolicy(origin);
    try {
      return await act();
    } catch (failure) {
      if (!(failure instanceof TypeError)) throw failure;
      const directive = await policy.violated();
      const reason = directive ? "csp" : await findReason(origin);
      throw { reason, values: { origin, page: location.origin, directive } };
    } finally {
      policy.end();
    }
  }

  /** The page's own policy tells what it forbids by an event, shortly after the call has failed. @param {string} origin */
  function watchPolicy(origin) {
    const end = new AbortController();
    /** @type {Promise<string>} */
    const seen = new Promise((resolve) => {
      const watch = (/** @type {SecurityPolicyViolationEvent} */ event) => {
        if (event.disposition !== "enforce" || event.effectiveDirective !== "connect-src") return;
        if (new URL(event.blockedURI).origin === origin) resolve(event.effectiveDirective);
      };
      document.addEventListener("securitypolicyviolation", watch, { signal: end.signal });
    });
    /** @returns {Promise<string>} */
    const late = () => new Promise((resolve) => setTimeout(resolve, PATIENCE, ""));
    return { violated: () => Promise.race([seen, late()]), end: () => end.abort() };
  }

  /** @param {string} origin @returns {Promise<RunReason>} */
  async function findReason(origin) {
    const way = reaches(location.origin, origin);
    if (way === "mixed") return "mixed";
    if (await answers(origin)) return "cors";
    if (!navigator.onLine) return "offline";
    if (way !== "local") return "unreachable";
    // What Chromium calls the permission, and what it called both of them before.
    const own = isLoopback(new URL(origin).hostname) ? "loopback-network" : "local-network";
    const states = await Promise.all([own, "local-network-access"].map(readPermission));
    if (states.includes("denied")) return "network_denied";
    if (states.includes("prompt")) return "network_prompt";
    return isSecureContext ? "unreachable" : "network_insecure";
  }

  /**
   * What stands between a page and an address: nothing known, https before http, or the border of a network.
   * @param {string} page
   * @param {string} target
   */
  function reaches(page, target) {
    const [from, to] = [new URL(page), new URL(target)];
    if (from.protocol === "https:" && to.protocol === "http:" && !isLoopback(to.hostname)) return "mixed";
    return nearness(from.hostname) < nearness(to.hostname) ? "local" : "public";
  }

  /** How far inside a host is: anywhere, in the reader's network, on the reader's machine. @param {string} host */
  function nearness(host) {
    if (isLoopback(host)) return 2;
    return PRIVATE.test(host) ? 1 : 0;
  }

  /** @param {string} name */
  async function readPermission(name) {
    try {
      return (await navigator.permissions.query({ name: /** @type {PermissionName} */ (name) })).state;
    } catch {
      return null; // a browser without this permission
    }
  }

  /** Whether anything answers there, even if the page may not read it. @param {string} origin */
  async function answers(origin) {
    try {
      const signal = AbortSignal.timeout(5_000);
      await fetch(`${origin}/`, { mode: "no-cors", credentials: "omit", cache: "no-store", signal });
      return true;
    } catch {
      return false;
    }
  }

  errorbookRun.refusal = { guard, reaches };
})();
