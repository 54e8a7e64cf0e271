// Package figures audits every figure that the engine can draw: on data that have orders,
// contracts, causes of leaving, attributes, wallets and margins, in both languages, at the
// widths at which pages show figures. It only holds tests.
package figures
