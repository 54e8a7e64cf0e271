// Package join ties lists (customers, contracts, answers, campaigns) to the
// order log. The tie is the customer's identifier under the rules that the
// person chose (ingest.IDRules), nothing else: no names are compared and no
// likeness is guessed.
//
// What a list knows about a customer with orders becomes an attribute of that
// customer. What it knows about others is dropped, but who they are is told:
// Match counts them and Unmatched names them, and Doubts says which rule would
// bring more of them together.
package join
