/* The explorer keeps its words in `?q=`. The bundle takes the same name for its own search, which it would open over the
   explorer. It looks once, when it starts; frame.js, the next script after it, puts the address back. */
"use strict";

var errorbookAddress = location.href;
if (new URLSearchParams(location.search).has("q")) {
  history.replaceState(history.state, "", location.pathname + location.hash);
}
