"use strict";
// Loads the page anew when the plan has changed. A browser keeps few connections to one host, so only the page that is seen listens;
// one that comes into sight again is told at once if it is of an older state.
(() => {
  const { changes } = document.currentScript.dataset;
  let events;
  const rest = () => events?.close();
  const listen = () => {
    rest();
    if (document.hidden) return;
    events = new EventSource(changes);
    events.onmessage = () => {
      rest();
      // A browser keeps the place where the reader is.
      location.reload();
    };
  };
  document.addEventListener("visibilitychange", () => (document.hidden ? rest() : listen()));
  addEventListener("pagehide", rest);
  addEventListener("pageshow", listen);
})();
