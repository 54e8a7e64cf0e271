// engine-worker.js starts the engine's program in a worker. It follows
// wasm_exec.js and selftest.js in the same blob, so that the worker inherits
// the page's network lock. The page posts the program first: as downloaded, and
// then it is compiled here and posted back for the next worker; or compiled.
// After that it answers {probe: url} with the self-test's attempts from in here;
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

  // unpacked returns a program as a response; some hosts unpack it on the way.
  function unpacked(buffer) {
    let bytes = new Blob([buffer]).stream();
    const head = new Uint8Array(buffer, 0, 2);
    if (head[0] === 0x1f && head[1] === 0x8b) bytes = bytes.pipeThrough(new DecompressionStream("gzip"));
    return new Response(bytes, { headers: { "Content-Type": "application/wasm" } });
  }

  const crash = (cause) => postMessage({ crash: cause || lastWords.join("\n") });

  // A trap in WebAssembly reaches no promise, only the worker's scope.
  addEventListener("error", (event) => crash(event.message));

  addEventListener("message", async ({ data }) => {
    addEventListener("message", ({ data }) => { if (data.probe) probe(data.probe); });
    try {
      const go = new Go();
      let { program } = data;
      if (!(program instanceof WebAssembly.Module)) {
        program = await WebAssembly.compileStreaming(unpacked(program));
        postMessage({ program });
      }
      const instance = await WebAssembly.instantiate(program, go.importObject);
      await go.run(instance); // returns only when the program has ended
      crash();
    } catch (err) {
      crash(String(err));
    }
  }, { once: true });
})();
