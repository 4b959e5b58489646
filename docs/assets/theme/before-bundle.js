/* The explorer keeps its words in `?q=`. The bundle takes the same name for its own search, which it would open over the
   explorer. It looks once, when it starts; frame.js, the next script after it, puts the address back. */
"use strict";

var errorbookAddress = location.href;
if (new URLSearchParams(location.search).has("q")) {
  history.replaceState(history.state, "", location.pathname + location.hash);
}

/* From the disk nothing is navigated instantly, and the search has no index. Told to do so all the same, the bundle ends
   its stream of pages before the first one, so that neither its parts nor ours are made ready. */
if (location.protocol === "file:") {
  const unable = ["navigation.instant", "search.highlight"];
  const script = /** @type {HTMLScriptElement} */ (document.querySelector("#__config"));
  const config = JSON.parse(script.text);
  config.features = config.features.filter((/** @type {string} */ name) => !unable.includes(name));
  script.text = JSON.stringify(config);
}
