// engine-worker.js starts the engine's program in a worker. It follows
// wasm_exec.js and selftest.js in the same blob, so that the worker inherits
// the page's network lock. The page posts the compiled program first. After
// that it answers {probe: url} with the self-test's attempts from in here;
// everything else is between app/browser and cmd/engine.
"use strict";
(() => {
  const lastWords = [];
  const log = console.log;
  console.log = (...args) => {
    log.apply(console, args);
    if (typeof args[0] !== "string") return;
    lastWords.push(...args[0].split("\n"));
    lastWords.splice(0, Math.max(0, lastWords.length - 60));
  };

  async function probe(url) {
    const attempts = [];
    await selfTest(url, (attempt) => attempts.push(attempt));
    postMessage({ probe: attempts });
  }

  const crash = (cause) => postMessage({ crash: cause || lastWords.join("\n") });

  // A trap in WebAssembly reaches no promise, only the worker's scope.
  addEventListener("error", (event) => crash(event.message));

  addEventListener("message", async ({ data }) => {
    addEventListener("message", ({ data }) => { if (data.probe) probe(data.probe); });
    try {
      const go = new Go();
      const instance = await WebAssembly.instantiate(data.program, go.importObject);
      await go.run(instance); // returns only when the program has ended
      crash();
    } catch (err) {
      crash(String(err));
    }
  }, { once: true });
})();
