// engine.js runs bench/browser/engine.
"use strict";
importScripts("contestant.js", "wasm_exec.js");

let perform, done, memory, atStart;
const asked = (call) => new Promise((resolve, reject) => {
  done = (answer) => (answer.startsWith("error: ") ? reject(answer) : resolve(answer));
  perform(call);
});
globalThis.engineDone = (answer) => done(answer);

// fresh appends a section that says nothing but differs each time, so that
// nothing is left of the code that an earlier worker compiled and warmed up.
function fresh(program) {
  const nonce = crypto.getRandomValues(new Uint8Array(16));
  return new Blob([program, new Uint8Array([0, 18, 1, 0x6e]), nonce]).arrayBuffer();
}

contestant({
  async start() {
    const program = await (await fetch("engine.wasm")).arrayBuffer();
    const go = new Go();
    const { instance } = await WebAssembly.instantiate(await fresh(program), go.importObject);
    memory = instance.exports.mem;
    atStart = memory.buffer.byteLength;
    const ready = new Promise((resolve) => { globalThis.engineReady = (f) => { perform = f; resolve(); }; });
    go.run(instance);
    await ready;
  },
  warm: () => asked({ op: "warm" }),
  load: (file) => asked({ op: "load", file }),
  digest: () => asked({ op: "digest" }),
  memory: () => memory.buffer.byteLength - atStart, // the warming included
});
