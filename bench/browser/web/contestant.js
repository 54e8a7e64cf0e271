// contestant.js is a worker's side of a trial. methods are load(file),
// digest(), memory() (bytes more than at the start, null where nobody can know) and, for
// the engine, start() and warm().
"use strict";
function contestant(methods) {
  addEventListener("message", async ({ data: { op, file } }) => {
    try {
      postMessage({ value: await methods[op](file) });
    } catch (err) {
      postMessage({ error: String(err) });
    }
  });
}
