// bytes.js is what a patient author writes by hand: one pass over the bytes,
// typed columns, a hash table of its own, and the six columns' order and ways of
// writing built in. A record that is not plain goes the slow way, field by field.
"use strict";
importScripts("contestant.js", "digest.js");

const BLOCK = 4 << 20;
const COMMA = 44, LF = 10, CR = 13, QUOTE = 34, DASH = 45, DOT = 46, SPACE = 32;
const SEED = 0x811c9dc5, PRIME = 0x01000193; // FNV-1a

const grown = (array, n) => {
  const larger = new array.constructor(n);
  larger.set(array);
  return larger;
};

// A Texts gives each run of bytes that occurs a small number: an open-addressing
// table over a pool of bytes.
class Texts {
  constructor(slots) {
    this.slots = new Int32Array(slots); // code + 1, 0 where free
    this.hashes = new Int32Array(slots >> 1);
    this.ends = new Int32Array((slots >> 1) + 1);
    this.pool = new Uint8Array(slots * 4);
    this.n = 0;
  }

  // code returns the number of buf[from:to], whose hash the caller made on its way.
  code(buf, from, to, hash) {
    const { slots, hashes, ends, pool } = this, mask = slots.length - 1, size = to - from;
    for (let at = (hash ^ (hash >>> 15)) & mask; ; at = (at + 1) & mask) {
      const code = slots[at] - 1;
      if (code < 0) return this.add(buf, from, to, hash, at);
      const start = ends[code];
      if (hashes[code] !== hash || ends[code + 1] - start !== size) continue;
      let i = 0;
      while (i < size && pool[start + i] === buf[from + i]) i++;
      if (i === size) return code;
    }
  }

  add(buf, from, to, hash, at) {
    const code = this.n++, start = this.ends[code];
    if (start + to - from > this.pool.length) this.pool = grown(this.pool, 2 * this.pool.length + to - from);
    for (let i = from; i < to; i++) this.pool[start + i - from] = buf[i];
    this.ends[code + 1] = start + to - from;
    this.hashes[code] = hash;
    this.slots[at] = code + 1;
    if (2 * this.n >= this.slots.length) this.rehash();
    return code;
  }

  rehash() {
    const mask = 2 * this.slots.length - 1, slots = new Int32Array(mask + 1);
    for (let code = 0; code < this.n; code++) {
      let at = (this.hashes[code] ^ (this.hashes[code] >>> 15)) & mask;
      while (slots[at] !== 0) at = (at + 1) & mask;
      slots[at] = code + 1;
    }
    this.slots = slots;
    this.hashes = grown(this.hashes, (mask + 1) >> 1);
    this.ends = grown(this.ends, ((mask + 1) >> 1) + 1);
  }

  codeOf(bytes) {
    let hash = SEED;
    for (const b of bytes) hash = Math.imul(hash ^ b, PRIME);
    return this.code(bytes, 0, bytes.length, hash);
  }

  list() {
    const decoder = new TextDecoder();
    return Array.from({ length: this.n }, (_, i) => decoder.decode(this.pool.subarray(this.ends[i], this.ends[i + 1])));
  }

  bytes() { return this.slots.byteLength + this.hashes.byteLength + this.ends.byteLength + this.pool.byteLength; }
}

// DAYS[12·(year−1970)+month] is the first day of a month since 1970-01-01.
const DAYS = Int32Array.from({ length: 12 * 180 }, (_, i) => Date.UTC(1970, i, 1) / 864e5);

const dayOf = (year, month, day) => {
  const i = 12 * (year - 1970) + month - 1;
  if (year < 1970 || year > 2148 || month < 1 || month > 12 || day < 1) return NaN;
  return day <= DAYS[i + 1] - DAYS[i] ? DAYS[i] + day - 1 : NaN;
};

const monthOf = (day) => {
  const date = new Date(day * 864e5);
  return date.getUTCFullYear() * 12 + date.getUTCMonth();
};

class Orders {
  constructor() {
    this.room = 0;
    this.n = 0;
    this.bad = 0;
    this.customers = new Texts(1 << 16);
    this.channels = new Texts(64);
    this.regions = new Texts(64);
    this.customer = new Int32Array(0);
    this.day = new Int32Array(0);
    this.cents = new Float64Array(0);
    this.channel = new Uint16Array(0);
    this.region = new Uint16Array(0);
    this.orderEnds = new Int32Array(1); // order numbers differ: their bytes one after the other
    this.orderPool = new Uint8Array(0);
  }

  // reserve makes room for n rows.
  reserve(n) {
    this.room = n;
    for (const name of ["customer", "day", "cents", "channel", "region"]) this[name] = grown(this[name], n);
    this.orderEnds = grown(this.orderEnds, n + 1);
  }

  // scan reads the records of buf[p:end], which ends behind a line end. It
  // returns where it stopped: at the end, at a record that does not end, or, with
  // no room left, at any.
  scan(buf, p, end) {
    const { customers, channels, regions, customer, day, cents, channel, region, orderEnds } = this;
    let pool = this.orderPool, n = this.n, poolAt = orderEnds[n];
    if (poolAt + end - p > pool.length) pool = this.orderPool = grown(pool, poolAt + (end - p) + (pool.length >> 1));
    while (p < end && n < this.room) {
      const start = p;
      plain: {
        let b, hash = SEED;
        while ((b = buf[p]) > COMMA) pool[poolAt++] = buf[p++];
        if (b !== COMMA) break plain;

        const id = ++p;
        while ((b = buf[p]) > COMMA) { hash = Math.imul(hash ^ b, PRIME); p++; }
        if (b !== COMMA || p === id) break plain;
        const idEnd = p++, idHash = hash;

        if (buf[p + 4] !== DASH || buf[p + 7] !== DASH || buf[p + 10] !== COMMA) break plain;
        const a0 = buf[p] - 48, a1 = buf[p + 1] - 48, a2 = buf[p + 2] - 48, a3 = buf[p + 3] - 48;
        const m0 = buf[p + 5] - 48, m1 = buf[p + 6] - 48, d0 = buf[p + 8] - 48, d1 = buf[p + 9] - 48;
        if (a0 >>> 0 > 9 || a1 >>> 0 > 9 || a2 >>> 0 > 9 || a3 >>> 0 > 9 || m0 >>> 0 > 9 || m1 >>> 0 > 9 || d0 >>> 0 > 9 || d1 >>> 0 > 9) break plain;
        const date = dayOf(a0 * 1000 + a1 * 100 + a2 * 10 + a3, m0 * 10 + m1, d0 * 10 + d1);
        if (date !== date) break plain;
        p += 11;

        let amount = 0, digit;
        const whole = p;
        while ((digit = buf[p] - 48) >>> 0 <= 9) { amount = amount * 10 + digit; p++; }
        if (p === whole || p - whole > 7 || buf[p] !== DOT || buf[p + 3] !== COMMA) break plain;
        const c0 = buf[p + 1] - 48, c1 = buf[p + 2] - 48;
        if (c0 >>> 0 > 9 || c1 >>> 0 > 9) break plain;
        amount = amount * 100 + c0 * 10 + c1;
        p += 4;

        const way = p;
        hash = SEED;
        while ((b = buf[p]) > COMMA || b === SPACE) { hash = Math.imul(hash ^ b, PRIME); p++; }
        if (b !== COMMA) break plain;
        const wayEnd = p++, wayHash = hash;

        const place = p;
        hash = SEED;
        while ((b = buf[p]) > COMMA || b === SPACE) { hash = Math.imul(hash ^ b, PRIME); p++; }
        const placeEnd = p;
        if (b === CR) b = buf[++p];
        if (b !== LF) break plain;
        p++;

        customer[n] = customers.code(buf, id, idEnd, idHash);
        day[n] = date;
        cents[n] = amount;
        channel[n] = channels.code(buf, way, wayEnd, wayHash);
        region[n] = regions.code(buf, place, placeEnd, hash);
        orderEnds[++n] = poolAt;
        continue;
      }
      this.n = n;
      p = this.slow(buf, start, end);
      n = this.n;
      poolAt = orderEnds[n];
      if (p < 0) return start;
    }
    this.n = n;
    return p;
  }

  // slow reads any record that starts at p, and returns where the next starts,
  // -1 if this one does not end.
  slow(buf, p, end) {
    const fields = [[]];
    for (let quoted = false; p < end; p++) {
      const b = buf[p], field = fields[fields.length - 1];
      if (quoted && b === QUOTE && buf[p + 1] === QUOTE) field.push(buf[p++]);
      else if (b === QUOTE && (quoted || field.length === 0)) quoted = !quoted;
      else if (quoted) field.push(b);
      else if (b === COMMA) fields.push([]);
      else if (b === LF) {
        if (field[field.length - 1] === CR) field.pop();
        this.enter(fields);
        return p + 1;
      } else field.push(b);
    }
    return -1;
  }

  // enter takes a record's fields, or counts the record as bad.
  enter(fields) {
    if (fields.length === 1 && fields[0].length === 0) return;
    const text = (i) => String.fromCharCode(...fields[i]).trim();
    const date = fields.length === 6 && /^(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})/.exec(text(2));
    const when = date ? dayOf(+date[1], +date[2], +date[3]) : NaN;
    const amount = fields.length === 6 && text(3) !== "" ? Math.round(Number(text(3)) * 100) : NaN;
    if (!(amount >= 0) || when !== when || fields[1].length === 0) {
      this.bad++;
      return;
    }
    const n = this.n++;
    this.customer[n] = this.customers.codeOf(fields[1]);
    this.day[n] = when;
    this.cents[n] = amount;
    this.channel[n] = this.channels.codeOf(fields[4]);
    this.region[n] = this.regions.codeOf(fields[5]);
    this.orderPool.set(fields[0], this.orderEnds[n]);
    this.orderEnds[n + 1] = this.orderEnds[n] + fields[0].length;
  }

  bytes() {
    let sum = this.customers.bytes() + this.channels.bytes() + this.regions.bytes();
    for (const value of Object.values(this)) sum += value.byteLength ?? 0;
    return sum;
  }
}

// read takes a file through scan, one block read ahead.
async function read(file) {
  const orders = new Orders();
  const ask = (from) => (from < file.size ? file.slice(from, from + BLOCK).arrayBuffer() : null);
  let buf = new Uint8Array(BLOCK + (64 << 10)), rest = 0, ahead = ask(0);
  for (let from = 0; from < file.size; from += BLOCK) {
    const block = new Uint8Array(await ahead);
    ahead = ask(from + BLOCK);
    if (rest + block.length + 1 > buf.length) buf = grown(buf, rest + block.length + BLOCK);
    buf.set(block, rest);
    let length = rest + block.length;
    if (ahead === null && buf[length - 1] !== LF) buf[length++] = LF;
    const end = buf.lastIndexOf(LF, length - 1) + 1;
    let next = 0;
    if (from === 0) {
      orders.reserve(16 + Math.ceil(1.02 * file.size / bytesPerLine(buf.subarray(0, Math.min(length, 1 << 16)))));
      next = buf.indexOf(LF) + 1; // the header
    }
    while ((next = orders.scan(buf, next, end)) < end && orders.n === orders.room) orders.reserve(2 * orders.room);
    buf.copyWithin(0, next, length);
    rest = length - next;
  }
  return { orders, result: results(orders), io: buf.byteLength + 2 * BLOCK };
}

function bytesPerLine(bytes) {
  let lines = 1;
  for (const b of bytes) if (b === LF) lines++;
  return bytes.length / lines;
}

function results(orders) {
  const { n, customer, day, cents } = orders, count = orders.customers.n;
  const r = { orders: new Int32Array(count), first: new Int32Array(count).fill(1 << 30), last: new Int32Array(count).fill(-1 << 30), cents: new Float64Array(count) };
  for (let i = 0; i < n; i++) {
    const c = customer[i], d = day[i];
    r.orders[c]++;
    r.cents[c] += cents[i];
    if (d < r.first[c]) r.first[c] = d;
    if (d > r.last[c]) r.last[c] = d;
  }
  r.cells = cohorts(orders, r);
  return r;
}

// cohorts marks the months in which a customer ordered, and counts the marks.
function cohorts({ n, customer, day }, { first, last }) {
  let from = 1 << 30, to = -1 << 30;
  for (const d of first) if (d < from) from = d;
  for (const d of last) if (d > to) to = d;
  const start = monthOf(from), months = monthOf(to) - start + 1;
  const month = Uint16Array.from({ length: to - from + 1 }, (_, i) => monthOf(from + i) - start);
  const seen = new Uint8Array(first.length * months), counts = new Int32Array(months * months);
  for (let i = 0; i < n; i++) seen[customer[i] * months + month[day[i] - from]] = 1;
  for (let c = 0; c < first.length; c++) {
    const cohort = month[first[c] - from];
    for (let m = cohort; m < months; m++) counts[cohort * months + m - cohort] += seen[c * months + m];
  }
  const cells = [];
  counts.forEach((k, i) => { if (k > 0) cells.push([start + Math.floor(i / months), i % months, k]); });
  return cells;
}

let last = null;
contestant({
  start() {},
  async load(file) { last = null; last = await read(file); },
  digest: () => digest({ ids: last.orders.customers.list(), ...last.result }),
  memory: () => (last === null ? 0 : last.orders.bytes() + last.io), // what it knows of: its arrays and blocks
});
