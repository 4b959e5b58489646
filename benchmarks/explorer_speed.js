"use strict";

/* In the page that benchmarks/explorer_speed.py measures: what a reader does, and how long it takes. */
globalThis.bench = (() => {
  const REPEATS = 5;
  /** Milliseconds from a result to the next key: a hundred words a minute. */
  const BETWEEN_KEYS = 120;
  const BODY = '{"error":"resource_not_found","error_description":"grpID 1234567890 does not exist!"}';
  const bench = { parsedAt: 0, readyAt: 0 };

  document.addEventListener("DOMContentLoaded", () => {
    bench.parsedAt = performance.now();
    const explorer = document.querySelector("error-explorer");
    const noted = new MutationObserver(() => {
      if (explorer.hasAttribute("data-ready")) bench.readyAt ||= performance.now();
    });
    noted.observe(explorer, { attributes: true });
  });

  const field = () => document.querySelector("#explorer-query");

  /** Until what a change brought about is painted: the message comes after the frame. */
  function painted() {
    return new Promise((resolve) => {
      requestAnimationFrame(() => {
        const { port1, port2 } = new MessageChannel();
        port1.onmessage = () => resolve(performance.now());
        port2.postMessage(null);
      });
    });
  }

  function rest() {
    return new Promise((resolve) => setTimeout(resolve, BETWEEN_KEYS));
  }

  async function show(text) {
    await rest();
    const began = performance.now();
    field().value = text;
    field().dispatchEvent(new InputEvent("input", { bubbles: true, inputType: "insertText" }));
    return (await painted()) - began;
  }

  /** As `show`, in a field that nobody listens to. */
  async function showBare() {
    const bare = document.querySelector("#bare") ?? document.body.appendChild(document.createElement("textarea"));
    bare.id = "bare";
    await rest();
    const began = performance.now();
    bare.value += "a";
    return (await painted()) - began;
  }

  /** As the browser does: it puts into the field what nobody else takes. */
  function paste(text) {
    const clipboardData = new DataTransfer();
    clipboardData.setData("text/plain", text);
    if (!field().dispatchEvent(new ClipboardEvent("paste", { clipboardData, bubbles: true, cancelable: true }))) return;
    field().value = text;
    field().dispatchEvent(new InputEvent("input", { bubbles: true, inputType: "insertFromPaste" }));
  }

  /** The longest stretch in which the page answers nothing while a text is worked on. */
  async function longestBlock(text) {
    let last = performance.now();
    let longest = 0;
    let going = true;
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = () => {
      const now = performance.now();
      longest = Math.max(longest, now - last);
      last = now;
      if (going) port2.postMessage(null);
    };
    port2.postMessage(null);
    paste(text);
    for (let quiet = 0; quiet < 20; quiet += 1) await painted();
    while (document.querySelector("[data-part=working]")?.hidden === false) await painted();
    going = false;
    return longest;
  }

  async function timed(count, act) {
    const spent = [];
    for (let turn = 0; turn < count; turn += 1) spent.push(await act());
    return spent;
  }

  function search(words, find) {
    const keys = words.flatMap((text) => [...text].map((_, place) => text.slice(0, place + 1)));
    const spent = [];
    for (let turn = 0; turn < REPEATS; turn += 1) {
      for (const key of keys) {
        const began = performance.now();
        find(key);
        if (turn > 0) spent.push(performance.now() - began);
      }
    }
    return spent;
  }

  return Object.assign(bench, {
    show,
    showBare,
    clear: () => show(""),
    paste: async () => {
      await show("");
      return show(BODY);
    },
    spendOn: (act, count) => timed(count, act),

    async hostile(size) {
      const line = '{"error_description":"grpID does not exist","a":["';
      const hostile = {
        "one letter": "a".repeat(size),
        brackets: "[{(".repeat(size / 3),
        quotes: '\\"'.repeat(size / 2),
        "half an answer": line.repeat(size / line.length),
        "wrapped words": "user na\nme exi\nsts ".repeat(size / 20),
        chinese: "用户不存在，".repeat(size / 6),
      };
      const spent = {};
      for (const [name, text] of Object.entries(hostile)) {
        await show("");
        spent[name] = await longestBlock(text);
      }
      return spent;
    },

    searchWords(words) {
      const entries = errorbookIndex.errors;
      const find = errorbook.words.createSearch(errorbookIndex);
      const texts = entries.map((entry) => `${entry.words.title}\n${errorbook.claims.wireOf(entry)}`);
      const mini = new MiniSearch({ fields: ["text"], searchOptions: { prefix: true, fuzzy: 0.2, combineWith: "AND" } });
      mini.addAll(texts.map((text, id) => ({ id, text })));
      const fuzzy = new uFuzzy({ unicode: true, interSplit: "[^\\p{L}\\d']+", intraMode: 1 });
      return {
        explorer: search(words, find),
        MiniSearch: search(words, (q) => mini.search(q)),
        uFuzzy: search(words, (q) => fuzzy.search(texts, q, 1)),
      };
    },
  });
})();
