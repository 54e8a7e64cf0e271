// trial.js lets one contestant after the other read the chosen file.
import { duckdb } from "./duckdb.js";

// inWorker starts a contestant of its own worker; contestant.js is its other end.
async function inWorker(script) {
  const worker = new Worker(script);
  const ask = (op, file) => new Promise((resolve, reject) => {
    worker.onmessage = ({ data: { value, error } }) => (error ? reject(new Error(error)) : resolve(value));
    worker.onerror = (event) => reject(new Error(event.message));
    worker.postMessage({ op, file });
  });
  await ask("start");
  return {
    warm: () => ask("warm"),
    load: (file) => ask("load", file),
    digest: () => ask("digest"),
    memory: () => ask("memory"),
    close: () => worker.terminate(),
  };
}

async function warmed() {
  const engine = await inWorker("engine.js");
  await engine.warm();
  return engine;
}

const contestants = {
  "engine": warmed,
  "engine-cold": () => inWorker("engine.js"),
  "bytes": () => inWorker("bytes.js"),
  "duckdb": () => duckdb({ typed: true }),
  "duckdb-auto": () => duckdb({ typed: false }),
  "duckdb-threads": () => duckdb({ typed: true, threads: true }),
  "papa": () => inWorker("papa.js"),
};

async function timed(work) {
  const start = performance.now();
  await work();
  return performance.now() - start;
}

// rest lets what ends or compiles in the background come to its end. A person
// who chooses a file leaves more time than this.
const rest = () => new Promise((resolve) => setTimeout(resolve, 300));

// trial reads the file twice in a fresh worker. Times are in milliseconds from
// handing the File over to hearing that both results are there.
globalThis.trial = async (name) => {
  await rest();
  const file = document.querySelector("#orders").files[0];
  const c = await contestants[name]();
  try {
    await rest();
    const first = await timed(() => c.load(file));
    const grown = (await c.memory()) ?? 0;
    const second = await timed(() => c.load(file));
    return { first, second, grown, digest: await c.digest() };
  } finally {
    await c.close();
  }
};
