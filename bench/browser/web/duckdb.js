// duckdb.js is DuckDB-WASM as its documentation has it: a file registered by
// its handle, read into a table of six columns, and SQL.
import * as wasm from "./npm/@duckdb/duckdb-wasm/dist/duckdb-browser.mjs";

const dist = new URL("npm/@duckdb/duckdb-wasm/dist/", location.href).href;

const typed = `read_csv('orders.csv', auto_detect = false, header = true, delim = ',', quote = '"', escape = '"',
  dateformat = '%Y-%m-%d', columns = {order_id: 'INTEGER', customer_id: 'VARCHAR', order_date: 'DATE',
  amount: 'DECIMAL(12,2)', channel: 'VARCHAR', region: 'VARCHAR'})`;
const auto = `read_csv('orders.csv')`;

const summary = `CREATE OR REPLACE TABLE summary AS
  SELECT customer_id, count(*) AS orders, min(order_date) AS first, max(order_date) AS last, sum(amount) AS total
  FROM orders GROUP BY customer_id`;

const cohorts = `
  SELECT cohort::INTEGER AS cohort, (month - cohort)::INTEGER AS k, count(*)::INTEGER AS customers
  FROM (SELECT DISTINCT customer_id, year(order_date) * 12 + month(order_date) - 1 AS month FROM orders)
  JOIN (SELECT customer_id, year(first) * 12 + month(first) - 1 AS cohort FROM summary) USING (customer_id)
  GROUP BY cohort, k ORDER BY cohort, k`;

// all is for the digest only.
const all = `SELECT customer_id, orders::INTEGER AS orders, (first - DATE '1970-01-01')::INTEGER AS first,
  (last - DATE '1970-01-01')::INTEGER AS last, round(total * 100)::DOUBLE AS cents FROM summary`;

// held asks a worker how many bytes its program holds.
const held = (worker) => new Promise((resolve) => {
  const { port1, port2 } = new MessageChannel();
  port1.onmessage = ({ data }) => resolve(data);
  worker.postMessage("memory", [port2]);
});

export async function duckdb({ typed: isTyped, threads = false }) {
  const bundle = threads ? "coi" : "eh";
  const worker = new Worker(`duckdb-worker.js#${bundle}`);
  const db = new wasm.AsyncDuckDB(new wasm.VoidLogger(), worker);
  await db.instantiate(`${dist}duckdb-${bundle}.wasm`, threads ? `${dist}duckdb-browser-coi.pthread.worker.js` : null);
  if (threads) await db.open({ maximumThreads: navigator.hardwareConcurrency });
  const sql = await db.connect();
  const atStart = await held(worker);
  let cells;
  return {
    async load(file) {
      await db.dropFile("orders.csv");
      if (threads) await db.registerFileBuffer("orders.csv", new Uint8Array(await file.arrayBuffer())); // its threads cannot read a handle
      else await db.registerFileHandle("orders.csv", file, wasm.DuckDBDataProtocol.BROWSER_FILEREADER, true);
      await sql.query(`CREATE OR REPLACE TABLE orders AS SELECT * FROM ${isTyped ? typed : auto}`);
      await sql.query(summary);
      cells = await sql.query(cohorts);
    },
    async digest() {
      const table = await sql.query(all);
      const column = (name) => table.getChild(name).toArray();
      const ids = [...table.getChild("customer_id")];
      return digest({ ids, orders: column("orders"), first: column("first"), last: column("last"), cents: column("cents"),
        cells: cells.toArray().map((row) => [row.cohort, row.k, row.customers]) });
    },
    memory: async () => (await held(worker)) - atStart,
    close: () => db.terminate(),
  };
}
