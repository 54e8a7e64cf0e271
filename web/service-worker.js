// service-worker.js keeps one complete version of Churnbench for offline use.
//
//   install   fetches every file of the version and checks it against its
//             SHA-256; one missing or altered file fails the whole install,
//             and the version before goes on working
//   activate  happens on the first visit, or when the person asks for the
//             update; only then are this site's older caches deleted
//   fetch     answers GET from the cache; nothing else is touched
//
// The page can say one thing to it, "skip-waiting": no message carries data.
"use strict";

const version = "{{.Version}}";

// path → size in bytes and the SHA-256 (hex) that its content may have. A
// program may have two: packed, and unpacked by a host on the way.
const files = {{.Files}};

// The scope in the name keeps apart sites that share an origin.
const family = `${registration.scope}|churnbench|`;
const cacheName = family + version;

addEventListener("install", (event) => event.waitUntil(install()));
addEventListener("activate", (event) => event.waitUntil(activate()));
addEventListener("message", (event) => {
  if (event.data === "skip-waiting") skipWaiting();
});

async function install() {
  const earlier = await earlierCaches();
  const cache = await caches.open(cacheName);
  try {
    await Promise.all(Object.keys(files).map((path) => keep(cache, path, earlier)));
  } catch (err) {
    await caches.delete(cacheName);
    throw err;
  }
}

// earlierCaches opens the other caches of this site.
async function earlierCaches() {
  const names = (await caches.keys()).filter((name) => name.startsWith(family) && name !== cacheName);
  return Promise.all(names.map((name) => caches.open(name)));
}

// keep puts one file into the cache: the earlier version's if it is the same,
// so that an update downloads only what has changed.
async function keep(cache, path, earlier) {
  for (const old of earlier) {
    const response = await old.match(path);
    if (response && (await genuine(path, await response.clone().arrayBuffer()))) return cache.put(path, response);
  }
  return cache.put(path, await download(path));
}

// download fetches a file: as the page did, so that the browser's own cache can
// answer; and past all caches, if that is not the released file.
async function download(path) {
  const address = path === "./" ? path : `${path}?v=${version}`;
  for (const mode of ["default", "reload"]) {
    const response = await fetch(address, { cache: mode, credentials: "same-origin" });
    if (!response.ok) throw new Error(`${path}: HTTP ${response.status}`);
    const body = await response.arrayBuffer();
    if (!(await genuine(path, body))) continue;
    // A fresh response, because a redirected one may not answer a navigation.
    const type = response.headers.get("Content-Type") || "application/octet-stream";
    return new Response(body, { headers: { "Content-Type": type } });
  }
  throw new Error(`${path}: not the released file`);
}

async function genuine(path, body) {
  const digest = new Uint8Array(await crypto.subtle.digest("SHA-256", body));
  const hex = Array.from(digest, (b) => b.toString(16).padStart(2, "0")).join("");
  return files[path].sha256.includes(hex);
}

async function activate() {
  for (const name of await caches.keys()) {
    if (name.startsWith(family) && name !== cacheName) await caches.delete(name);
  }
  await clients.claim();
}

addEventListener("fetch", (event) => {
  const { request } = event;
  const url = new URL(request.url);
  if (request.method !== "GET" || !url.href.startsWith(registration.scope)) return;
  const path = ownPath(url);
  if (path) event.respondWith(fromCache(path, request));
  else if (request.mode === "navigate") event.respondWith(elsewhere(request, url));
});

// ownPath returns the name in files under which a URL is kept, or "".
function ownPath(url) {
  const path = "./" + (url.origin + url.pathname).slice(registration.scope.length);
  if (path === "./index.html") return "./";
  return path in files ? path : "";
}

async function fromCache(path, request) {
  const cache = await caches.open(cacheName);
  return (await cache.match(path, { ignoreSearch: true })) || fetch(request);
}

// elsewhere answers a navigation to a path below ours that is not ours: it may
// be a neighbour's page, so the network goes first; without one, the person is
// taken to the shell (by redirect, for its relative addresses to hold).
async function elsewhere(request, url) {
  try {
    return await fetch(request);
  } catch {
    return Response.redirect(registration.scope + url.search, 302);
  }
}
