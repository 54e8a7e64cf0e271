// papa.js is Papa Parse at its best: chunks, arrays rather than objects, each
// date parsed once.
"use strict";
importScripts("contestant.js", "digest.js", "npm/papaparse/papaparse.min.js");

// A Texts gives each text that occurs a small number.
class Texts {
  codes = new Map();
  list = [];
  code(text) {
    let code = this.codes.get(text);
    if (code === undefined) {
      code = this.list.push(text) - 1;
      this.codes.set(text, code);
    }
    return code;
  }
}

const monthOf = (day) => {
  const date = new Date(day * 864e5);
  return date.getUTCFullYear() * 12 + date.getUTCMonth();
};

class Orders {
  columns = { order: [], customer: [], day: [], cents: [], channel: [], region: [] };
  customers = new Texts();
  channels = new Texts();
  regions = new Texts();
  days = new Map();

  take(rows) {
    const { order, customer, day, cents, channel, region } = this.columns;
    for (const row of rows) {
      order.push(row[0]);
      customer.push(this.customers.code(row[1]));
      day.push(this.day(row[2]));
      cents.push(Math.round(Number(row[3]) * 100));
      channel.push(this.channels.code(row[4]));
      region.push(this.regions.code(row[5]));
    }
  }

  day(text) {
    let day = this.days.get(text);
    if (day === undefined) this.days.set(text, day = Date.parse(text) / 864e5);
    return day;
  }

  result() {
    const { customer, day, cents } = this.columns, n = this.customers.list.length;
    const r = { ids: this.customers.list, orders: new Int32Array(n), first: new Int32Array(n).fill(1e9), last: new Int32Array(n).fill(-1e9), cents: new Float64Array(n) };
    for (let i = 0; i < day.length; i++) {
      const c = customer[i];
      r.orders[c]++;
      r.cents[c] += cents[i];
      if (day[i] < r.first[c]) r.first[c] = day[i];
      if (day[i] > r.last[c]) r.last[c] = day[i];
    }
    r.cells = this.cohorts(r);
    return r;
  }

  // cohorts marks the months in which a customer ordered, and counts the marks.
  cohorts({ first, last }) {
    const { customer, day } = this.columns;
    const from = first.reduce((a, b) => Math.min(a, b)), to = last.reduce((a, b) => Math.max(a, b));
    const start = monthOf(from), months = monthOf(to) - start + 1;
    const month = Array.from({ length: to - from + 1 }, (_, i) => monthOf(from + i) - start);
    const seen = new Uint8Array(first.length * months), cells = new Int32Array(months * months);
    for (let i = 0; i < day.length; i++) seen[customer[i] * months + month[day[i] - from]] = 1;
    for (let c = 0; c < first.length; c++) {
      const cohort = month[first[c] - from];
      for (let m = cohort; m < months; m++) cells[cohort * months + m - cohort] += seen[c * months + m];
    }
    return Array.from(cells, (n, i) => [start + Math.floor(i / months), i % months, n]).filter((cell) => cell[2] > 0);
  }
}

let orders, result;
contestant({
  start() {},
  load: (file) => new Promise((resolve, reject) => {
    orders = new Orders();
    let head = true;
    Papa.parse(file, {
      skipEmptyLines: true,
      chunk({ data }) {
        orders.take(head ? data.slice(1) : data);
        head = false;
      },
      complete() { result = orders.result(); resolve(); },
      error: reject,
    });
  }),
  digest: () => digest(result),
  memory: () => null, // of JavaScript's objects nobody outside the collector knows the size
});
