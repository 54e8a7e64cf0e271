// selftest.js tries every way out of the page, and of the engine's worker,
// that a browser is known to have. It is the whole list: who wants to know
// what "nothing leaves this tab" was tested against reads it here.
//
// selfTest(url, each, only) attempts to reach url, one way after the other (or
// by one way only), and reports each attempt as {way, outcome, directive,
// detail}:
//
//	blocked   the browser refused, naming the directive of the policy
//	failed    it did not get through, for another reason (detail)
//	out       a request went out
//
globalThis.selfTest = (() => {
  const patience = 1000; // ms; a policy refuses at once

  // once resolves on one event of a target and rejects on the other.
  const once = (target, good, bad) =>
    new Promise((resolve, reject) => {
      target.addEventListener(good, resolve, { once: true });
      target.addEventListener(bad, () => reject(new Error(bad)), { once: true });
    });

  // placed puts an element into the page for the time of an attempt.
  const placed = (tag, attributes, good = "load") => {
    const e = document.createElement(tag);
    e.hidden = tag !== "object"; // a hidden one is never loaded
    const done = once(e, good, "error");
    Object.assign(e, attributes);
    document.body.append(e);
    return done.finally(() => e.remove());
  };
  const link = (attributes) => placed("link", attributes);
  const removed = new Error("removed");
  const scope = (name) => name in globalThis;
  const page = typeof document !== "undefined";

  // Each way: its name, whether it exists here, and how it is gone.
  const ways = [
    ["fetch", scope("fetch"), (url) => fetch(url, { mode: "no-cors", cache: "no-store" })],
    ["xhr", scope("XMLHttpRequest"), (url) => {
      const request = new XMLHttpRequest();
      const done = once(request, "load", "error");
      request.open("GET", url);
      request.send();
      return done;
    }],
    ["beacon", page && "sendBeacon" in navigator, async (url) => {
      if (!navigator.sendBeacon(url, "self-test")) throw new Error("refused");
    }],
    ["websocket", scope("WebSocket"), (url) => once(new WebSocket(url.replace(/^(http|file)/, "ws")), "open", "error")],
    ["eventsource", scope("EventSource"), (url) => {
      const source = new EventSource(url);
      return once(source, "open", "error").finally(() => source.close());
    }],
    ["webtransport", scope("WebTransport"), (url) => new WebTransport(url.replace(/^http:/, "https:")).ready],
    ["fetchlater", scope("fetchLater"), async (url) => fetchLater(url, { activateAfter: 0 })],
    ["webrtc", page, async (url) => {
      if (!scope("RTCPeerConnection")) throw removed;
      const peer = new RTCPeerConnection({ iceServers: [{ urls: "stun:" + new URL(url).hostname }] });
      try {
        peer.createDataChannel("self-test");
        await peer.setLocalDescription();
      } finally {
        peer.close();
      }
    }],
    ["import", true, (url) => import(url)],
    ["importscripts", scope("importScripts"), async (url) => importScripts(url)],
    ["worker", scope("Worker"), (url) => once(new Worker(url), "message", "error")],
    ["sharedworker", scope("SharedWorker"), (url) => once(new SharedWorker(url), "message", "error")],
    ["serviceworker", page && "serviceWorker" in navigator, (url) => navigator.serviceWorker.register(url)],
    ["image", page, (url) => placed("img", { src: url })],
    ["background", page, (url) => {
      const e = document.createElement("div");
      document.body.append(e);
      e.style.backgroundImage = `url("${url}")`;
      getComputedStyle(e).backgroundImage;
      return new Promise((_, reject) => setTimeout(reject, 300, new Error("no answer"))).finally(() => e.remove());
    }],
    ["media", page, (url) => placed("video", { src: url, preload: "auto" }, "loadeddata")],
    ["font", scope("FontFace"), (url) => new FontFace("self-test", `url("${url}")`).load()],
    ["script", page, (url) => placed("script", { src: url })],
    ["style", page, (url) => link({ rel: "stylesheet", href: url })],
    ["preload", page, (url) => link({ rel: "preload", as: "fetch", crossOrigin: "anonymous", href: url })],
    ["modulepreload", page, (url) => link({ rel: "modulepreload", href: url })],
    ["prefetch", page, (url) => link({ rel: "prefetch", href: url })],
    ["frame", page, (url) => placed("iframe", { src: url })],
    ["object", page, (url) => placed("object", { data: url })],
    ["form", page, (url) => {
      const frame = document.createElement("iframe");
      const form = document.createElement("form");
      frame.name = "self-test";
      frame.hidden = form.hidden = true;
      Object.assign(form, { action: url, method: "post", target: "self-test" });
      document.body.append(frame, form);
      form.submit();
      return once(frame, "load", "error").finally(() => { frame.remove(); form.remove(); });
    }],
  ];

  // ownOnly are ways that no browser opens to another host than the page's own.
  const ownOnly = ["worker", "sharedworker", "serviceworker"];
  const own = (url) => new URL(url).origin === location.origin;

  const after = (ms) => new Promise((resolve) => setTimeout(resolve, ms));

  async function attempt(go, url) {
    const refused = [];
    const listen = (event) => refused.push(event.effectiveDirective);
    addEventListener("securitypolicyviolation", listen);
    const result = { outcome: "out", directive: "", detail: "" };
    try {
      await Promise.race([go(url), after(patience).then(() => { throw new Error("no answer"); })]);
    } catch (err) {
      if (err === removed) refused.push("removed");
      result.outcome = "failed";
      result.detail = String((err && err.message) || err);
    }
    await after(20); // the event of a refusal may come after its error
    removeEventListener("securitypolicyviolation", listen);
    if (refused.length > 0) return { outcome: "blocked", directive: refused[0], detail: "" };
    if (performance.getEntriesByName(url).length > 0) result.outcome = "out";
    return result;
  }

  return async (base, each, only = "") => {
    for (const [way, here, go] of ways) {
      if (only && way !== only) continue;
      const url = `${base}?self-test=${way}`; // its own, to be found in the list of requests
      const possible = here && (own(url) || !ownOnly.includes(way));
      each({ way, ...(possible ? await attempt(go, url) : { outcome: "absent", directive: "", detail: "" }) });
    }
  };
})();
