// duckdb-worker.js is DuckDB's own worker, asked from outside how much memory
// its program holds.
"use strict";
const memories = [];
WebAssembly.Memory = class extends WebAssembly.Memory {
  constructor(descriptor) {
    super(descriptor);
    memories.push(this);
  }
};
addEventListener("message", (event) => {
  if (event.data !== "memory") return;
  event.stopImmediatePropagation();
  let bytes = 0;
  for (const memory of memories) bytes += memory.buffer.byteLength;
  event.ports[0].postMessage(bytes);
});
importScripts(`npm/@duckdb/duckdb-wasm/dist/duckdb-browser-${location.hash.slice(1)}.worker.js`);
