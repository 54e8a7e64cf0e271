// Package contract makes of lists the book of a business whose customers say
// when they leave. A list of contracts, with a start and an end in each row,
// becomes analysis.Contracts (Book); a list of customers with how long each has
// stayed, and whether they have left, becomes analysis.Tenures (Roll). Package
// ingest has judged the rows before: what is here can be used.
package contract
