// harness.js runs a Go test program in a worker, where waiting for this
// machine's files is allowed, and tells the server how it ended. The page loads
// it, and it loads itself again as the worker.
"use strict";
if (typeof document !== "undefined") {
  const worker = new Worker("harness.js");
  worker.onerror = (event) => console.error(event.message);
} else {
  // ask performs one operation of cmd/wasmtest/files.go and waits for it.
  const ask = (operation) => {
    const request = new XMLHttpRequest();
    request.open("POST", "files", false);
    request.send(JSON.stringify(operation));
    return JSON.parse(request.responseText);
  };

  const base64 = (bytes) => {
    let text = "";
    for (let i = 0; i < bytes.length; i += 0x8000) text += String.fromCharCode(...bytes.subarray(i, i + 0x8000));
    return btoa(text);
  };
  const bytesOf = (text) => Uint8Array.from(atob(text || ""), (c) => c.charCodeAt(0));

  // answer calls back as node's fs does: with an error that has a code, or null
  // and a value.
  const answer = (callback, operation, value = () => undefined) => {
    const result = ask(operation);
    if (result.error) {
      callback(Object.assign(new Error(`${operation.op}: ${result.error}`), { code: result.error }));
      return;
    }
    callback(null, value(result));
  };

  const statOf = ({ stat }) => ({
    dev: 0, ino: 0, nlink: 1, uid: 0, gid: 0, rdev: 0, blksize: 4096, blocks: 0,
    mode: stat.mode, size: stat.size,
    atimeMs: stat.mtimeMs, mtimeMs: stat.mtimeMs, ctimeMs: stat.mtimeMs,
    isDirectory: () => stat.dir,
  });

  const missing = (name) => (...args) => args.at(-1)(Object.assign(new Error(name), { code: "ENOSYS" }));
  const none = ["chmod", "chown", "fchmod", "fchown", "ftruncate", "lchown", "link", "readlink", "symlink", "truncate", "utimes"];

  let dir = "/";
  const at = (path) => (path.startsWith("/") ? path : `${dir}/${path}`);

  globalThis.fs = {
    ...Object.fromEntries(none.map((name) => [name, missing(name)])),
    constants: { O_WRONLY: 1, O_RDWR: 2, O_CREAT: 0o100, O_EXCL: 0o200, O_TRUNC: 0o1000, O_APPEND: 0o2000, O_DIRECTORY: 0o200000 },
    writeSync: (fd, data) => ask({ op: "write", fd, data: base64(data) }).n,
    write: (fd, data, offset, length, position, callback) =>
      answer(callback, { op: "write", fd, data: base64(data.subarray(offset, offset + length)), position }, (r) => r.n),
    read: (fd, buffer, offset, length, position, callback) =>
      answer(callback, { op: "read", fd, length, position }, (r) => {
        buffer.set(bytesOf(r.data), offset);
        return r.n;
      }),
    open: (path, flags, mode, callback) => answer(callback, { op: "open", path: at(path), flags, mode }, (r) => r.n),
    close: (fd, callback) => answer(callback, { op: "close", fd }),
    fsync: (fd, callback) => callback(null),
    fstat: (fd, callback) => answer(callback, { op: "fstat", fd }, statOf),
    stat: (path, callback) => answer(callback, { op: "stat", path: at(path) }, statOf),
    lstat: (path, callback) => answer(callback, { op: "lstat", path: at(path) }, statOf),
    readdir: (path, callback) => answer(callback, { op: "readdir", path: at(path) }, (r) => r.names || []),
    mkdir: (path, mode, callback) => answer(callback, { op: "mkdir", path: at(path), mode }),
    unlink: (path, callback) => answer(callback, { op: "unlink", path: at(path) }),
    rmdir: (path, callback) => answer(callback, { op: "rmdir", path: at(path) }),
    rename: (from, to, callback) => answer(callback, { op: "rename", path: at(from), to: at(to) }),
  };
  globalThis.process = {
    getuid: () => 0, getgid: () => 0, geteuid: () => 0, getegid: () => 0, getgroups: () => [],
    pid: 1, ppid: 0, umask: () => 0o22,
    cwd: () => dir,
    chdir: (path) => { dir = at(path); },
  };
  globalThis.path = { resolve: (...parts) => parts.reduce((all, part) => (part.startsWith("/") ? part : `${all}/${part}`), dir) };

  (async () => {
    let code = 2;
    try {
      importScripts("wasm_exec.js");
      const start = await (await fetch("start")).json();
      dir = start.dir;
      const go = new Go();
      go.argv = start.args;
      go.env = start.env;
      go.exit = (c) => { code = c; };
      const { instance } = await WebAssembly.instantiateStreaming(fetch("program.wasm"), go.importObject);
      await go.run(instance);
    } catch (err) {
      fs.writeSync(2, new TextEncoder().encode(`${err.stack || err}\n`));
    }
    fetch(`exit?code=${code}`);
  })();
}
