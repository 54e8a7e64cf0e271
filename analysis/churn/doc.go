// Package churn says what "lost" means and counts by it: definitions of loss and
// what each costs in errors, customers and revenue over time, and the movements
// between two dates.
package churn
