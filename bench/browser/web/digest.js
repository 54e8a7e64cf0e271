// digest.js writes a result down as package result does, and hashes the text.
"use strict";

// digest takes the customers' identifiers, their number of orders, first and
// last days since 1970 and totals in cents, and the cohort cells
// [cohort, offset, customers] in order.
async function digest({ ids, orders, first, last, cents, cells }) {
  const order = Array.from(ids.keys()).sort((a, b) => (ids[a] < ids[b] ? -1 : 1));
  const lines = order.map((i) => `${ids[i]} ${orders[i]} ${first[i]} ${last[i]} ${cents[i]}\n`);
  for (const cell of cells) lines.push(cell.join(" ") + "\n");
  const hash = await crypto.subtle.digest("SHA-256", new TextEncoder().encode(lines.join("")));
  return Array.from(new Uint8Array(hash), (b) => b.toString(16).padStart(2, "0")).join("");
}
