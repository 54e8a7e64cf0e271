// boot.js starts Churnbench, in this order:
//
//   1. language and theme, before the first paint;
//   2. download of both programs: the page's, which is run at once, and the
//      engine's, which its worker compiles while the page already works;
//   3. the service worker, which keeps the files for offline use;
//   4. the network lock: from then on the browser refuses every request of
//      this page and of its workers. It comes before any file can be chosen.
//
// It also stands by for the day on which the page's program ends: then it
// shows what happened and a way on, without help from that program.
//
// The same script serves the hosted site and the single file. It takes the
// place of go-app's app.js, which drops the promise of go.run and cannot start
// from a file; the few globals that go-app's Go code looks for are at the end.
"use strict";
(() => {
  const config = JSON.parse(document.getElementById("boot-config").textContent);
  const began = performance.now();

  // ---------------------------------------------------------------- words

  // preference reads a setting of package app/browser; storage may be denied.
  function preference(key) {
    try {
      return localStorage.getItem("churnbench." + key);
    } catch {
      return null;
    }
  }

  function language() {
    const asked = new URLSearchParams(location.search).get("lang") || preference("lang") || navigator.language || "en";
    return asked.toLowerCase().startsWith("zh") ? "zh" : "en";
  }

  // say returns a text in the language that the page is showing.
  const say = (key) => config.texts[key][document.documentElement.lang.startsWith("zh") ? "zh" : "en"];

  document.documentElement.lang = language() === "zh" ? "zh-CN" : "en";
  const theme = preference("theme");
  if (theme === "light" || theme === "dark") document.documentElement.dataset.theme = theme;

  // ------------------------------------------------------------- programs

  // embedded returns what the single file carries under a name, or null.
  const embedded = (name) => document.getElementById(name);

  function fromBase64(text) {
    if (Uint8Array.fromBase64) return Uint8Array.fromBase64(text);
    const chars = atob(text);
    const bytes = new Uint8Array(chars.length);
    for (let i = 0; i < chars.length; i++) bytes[i] = chars.charCodeAt(i);
    return bytes;
  }

  // chunks yields the bytes of a file of the site or of the single file.
  async function* chunks(name, priority) {
    const here = embedded(name);
    if (here) {
      const bytes = fromBase64(here.textContent);
      here.remove(); // megabytes that nobody needs twice
      yield bytes;
      return;
    }
    const response = await fetch(`./${name}?v=${config.version}`, { priority });
    if (!response.ok) throw new Error(`${name}: HTTP ${response.status}`);
    const reader = response.body.getReader();
    for (;;) {
      const { done, value } = await reader.read();
      if (done) return;
      yield value;
    }
  }

  // unpacked returns a stream of a program's bytes. Programs are stored
  // gzipped, so that they travel small from any host; a host that unpacks
  // them on the way is fine, too.
  async function unpacked(name, progress) {
    const source = chunks(name, "high");
    const first = await source.next();
    if (first.done) throw new Error(`${name}: empty`);
    let read = first.value.length;
    const bytes = new ReadableStream({
      start(controller) {
        controller.enqueue(first.value);
        progress(read);
      },
      async pull(controller) {
        const { done, value } = await source.next();
        if (done) return controller.close();
        progress((read += value.length));
        controller.enqueue(value);
      },
    });
    const gzipped = first.value[0] === 0x1f && first.value[1] === 0x8b;
    return gzipped ? bytes.pipeThrough(new DecompressionStream("gzip")) : bytes;
  }

  // compile downloads, unpacks and compiles the page's program, all at once.
  async function compile(name, progress) {
    const response = new Response(await unpacked(name, progress), { headers: { "Content-Type": "application/wasm" } });
    if (WebAssembly.compileStreaming) return WebAssembly.compileStreaming(response);
    return WebAssembly.compile(await response.arrayBuffer());
  }

  // packed downloads a program as it is stored.
  async function packed(name) {
    const parts = [];
    for await (const part of chunks(name, "low")) parts.push(part);
    return new Blob(parts).arrayBuffer();
  }

  async function text(name) {
    const here = embedded(name);
    if (here) return here.textContent;
    const response = await fetch(`./${name}?v=${config.version}`);
    if (!response.ok) throw new Error(`${name}: HTTP ${response.status}`);
    return response.text();
  }

  function showProgress(read) {
    const bar = document.getElementById("boot-progress");
    if (bar) bar.value = Math.min(100, (100 * read) / config.sizes["workbench.wasm.gz"]);
  }

  // ------------------------------------------------------------ the page

  // Go writes its panics to the console; the last lines are the cause of a
  // crash.
  const lastWords = [];
  const log = console.log;
  console.log = (...args) => {
    log.apply(console, args);
    if (typeof args[0] !== "string") return;
    lastWords.push(...args[0].split("\n"));
    lastWords.splice(0, Math.max(0, lastWords.length - 60));
  };

  async function runPage() {
    const module = await compile("workbench.wasm.gz", showProgress);
    churnbench.times.pageCompiled = performance.now();
    await parsed;
    const go = new Go();
    // The page holds some megabytes, never the data: it collects when they have grown by four
    // times, not when they have doubled. What a collection costs depends on what is kept.
    go.env = { TZ: Intl.DateTimeFormat().resolvedOptions().timeZone || "UTC", GOGC: "400" };
    const instance = await WebAssembly.instantiate(module, go.importObject);
    // The promise resolves when the program ends, which it never does in health.
    go.run(instance).then(() => crash(lastWords.join("\n")), (err) => crash(String(err)));
    churnbench.times.page = performance.now();
  }

  // parsed resolves when the document is complete and wasm_exec.js has run.
  const parsed = new Promise((resolve) => {
    if (document.readyState === "complete") resolve();
    else document.addEventListener("DOMContentLoaded", resolve, { once: true });
  });

  // ---------------------------------------------------------- the engine

  // The engine is only downloaded here. Its worker unpacks and compiles it, so
  // that the page's thread and the page's own start are not held up.
  let sayDownloaded;
  const engineDownloaded = new Promise((resolve) => (sayDownloaded = resolve));

  async function loadEngine() {
    try {
      const scripts = Promise.all(["wasm_exec.js", "selftest.js", "engine-worker.js"].map(text));
      const program = await packed("engine.wasm.gz");
      const source = (await scripts).join("\n");
      sayDownloaded();
      await locked;
      // Only a blob: worker inherits the lock; one from a URL would be free.
      return { program, script: URL.createObjectURL(new Blob([source], { type: "text/javascript" })) };
    } finally {
      sayDownloaded(); // what cannot be had is not waited for
    }
  }

  // ------------------------------------------------------------ the lock

  let sayLocked;
  const locked = new Promise((resolve) => (sayLocked = resolve));

  // lock adds a second policy; policies only ever add up, so nothing on the
  // page can take it back.
  function lock() {
    const meta = document.createElement("meta");
    meta.httpEquiv = "Content-Security-Policy";
    meta.content = config.lock;
    document.head.append(meta);
    removeWebRTC();
    churnbench.times.locked = performance.now();
    churnbench.lockedAt ??= churnbench.times.locked;
    sayLocked();
    dispatchEvent(new Event("churnbench-lock"));
  }

  // removeWebRTC takes away what policies do not cover in today's browsers.
  // The worker, which holds the data, never had it.
  function removeWebRTC() {
    for (const name of ["RTCPeerConnection", "webkitRTCPeerConnection"]) delete window[name];
  }

  // ------------------------------------------------- offline and updates

  let registration = null;

  async function registerServiceWorker() {
    if (config.single || config.dev || !("serviceWorker" in navigator)) return;
    try {
      registration = await navigator.serviceWorker.register("./service-worker.js", { updateViaCache: "none" });
      watchForUpdate();
    } catch (err) {
      console.warn("offline use is not available:", err);
    }
  }

  // watchForUpdate reports a new version once it is complete and waits. The
  // page goes on with its own version until the person wants the new one.
  function watchForUpdate() {
    const report = () => {
      if (!registration.waiting || !navigator.serviceWorker.controller) return;
      churnbench.updateReady = true;
      dispatchEvent(new Event("churnbench-update"));
    };
    const follow = (worker) => {
      if (worker) worker.addEventListener("statechange", () => {
        report();
        dispatchEvent(new Event("churnbench-offline"));
      });
    };
    report();
    follow(registration.installing);
    registration.addEventListener("updatefound", () => follow(registration.installing));
  }

  // update restarts into the version that waits. Called by the person only.
  function update() {
    if (!registration || !registration.waiting) return;
    navigator.serviceWorker.addEventListener("controllerchange", () => location.reload(), { once: true });
    registration.waiting.postMessage("skip-waiting");
  }

  // --------------------------------------------------------------- crash

  let crashed = false;

  // crash covers the page with what happened and a way on. It uses nothing of
  // the page's program, which has ended.
  function crash(cause) {
    if (crashed) return;
    crashed = true;
    console.error("the page's program has ended:", cause);
    const overlay = element("div", "crash", [
      element("div", "crash-card", [
        element("h1", "", say("crash.title")),
        element("p", "", say("crash.text")),
        element("p", "crash-cause", headline(cause)),
        element("details", "", [element("summary", "", say("crash.details")), element("pre", "", cause)]),
        reloadButton(),
      ]),
    ]);
    overlay.setAttribute("role", "alertdialog");
    overlay.setAttribute("aria-modal", "true");
    overlay.setAttribute("aria-label", say("crash.title"));
    document.body.replaceChildren(overlay);
    overlay.querySelector("button").focus();
  }

  function reloadButton() {
    const button = element("button", "crash-reload", say("crash.reload"));
    button.type = "button";
    button.addEventListener("click", () => location.reload());
    return button;
  }

  // headline picks the line of a Go crash that tells most.
  function headline(cause) {
    const lines = cause.split("\n").map((line) => line.trim()).filter(Boolean);
    return lines.find((line) => /^(panic|fatal error|runtime:)/.test(line)) || lines[0] || "";
  }

  function element(tag, className, content) {
    const e = document.createElement(tag);
    if (className) e.className = className;
    if (Array.isArray(content)) e.append(...content);
    else e.textContent = content;
    return e;
  }

  // A trap in WebAssembly reaches no promise, only the window.
  addEventListener("error", (event) => {
    if (event.error instanceof WebAssembly.RuntimeError) crash(`${event.error.message}\n${event.error.stack}`);
  });

  // -------------------------------------------- what app/browser looks for

  const churnbench = (window.churnbench = {
    version: config.version,
    single: config.single,
    files: config.files,
    hashes: config.hashes,
    lockedAt: config.single ? 0 : null, // the single file is locked by its first policy
    updateReady: false,
    update,
    crash,
    registration: () => registration,
    times: { began },
    engine: null,
  });

  // goappElement makes an element of strings, each but the first behind a zero: tag,
  // namespace, then the attributes' names and values.
  function goappElement(packed) {
    const parts = packed.split("\0");
    const e = parts[1] ? document.createElementNS(parts[1], parts[0]) : document.createElement(parts[0]);
    for (let i = 2; i < parts.length; i += 2) e.setAttribute(parts[i], parts[i + 1]);
    return e;
  }

  // go-app's Go code looks for these; see TestGlobals in test/browser.
  Object.assign(window, {
    goappElement, // of our copy only: see internal/site/quick_goapp.go
    goappNav() {},
    goappOnUpdate() {},
    goappOnAppInstallChange() {},
    goappUpdatedBeforeWasmLoaded: false,
    goappAppInstallChangedBeforeWasmLoaded: false,
    goappGetenv: (key) => config.env[key],
  });

  // --------------------------------------------------------------- start

  async function start() {
    if (config.single) {
      await parsed; // its programs stand at the end of the document
      removeWebRTC();
    }
    const page = runPage();
    // In the single file, decoding megabytes of text waits until something shows.
    const before = config.single ? page.catch(() => {}) : Promise.resolve();
    churnbench.engine = before.then(loadEngine);
    churnbench.engine.catch((err) => console.error("the engine could not be loaded:", err));
    const complete = new Promise((resolve) => {
      if (document.readyState === "complete") resolve();
      else addEventListener("load", resolve, { once: true });
    });
    page.catch((err) => crash(`${say("boot.failed")} ${err}`));
    await Promise.allSettled([page, engineDownloaded, complete]);
    // Registered before the lock, which would forbid it, and after the
    // downloads, so that it finds them in the browser's cache. It then works on
    // its own: the lock does not wait for what it fetches.
    await Promise.race([registerServiceWorker(), new Promise((resolve) => setTimeout(resolve, 300))]);
    if (config.dev) listenForChanges();
    lock();
  }

  // listenForChanges serves `make dev`. The connection is opened before the
  // lock, which stops new ones only.
  function listenForChanges() {
    new EventSource("./dev-changes").addEventListener("message", () => location.reload());
  }

  start();
})();
