// Package numeric holds the numerical tools that the models share.
//
// Start with Exp and Log: every model computes in log space, and these two
// decide its last digit. The standard library's versions use assembly on some
// machines, so that a number in the browser could differ from the same number
// on the command line; these do not. LogAddExp and LogSumExp add in log space,
// Lgamma, Digamma, Trigamma and LogBeta serve beta and gamma laws, a BetaRule
// takes expectations over beta laws. Sum adds without losing digits, so that
// totals do not depend on the order of rows. Newton fits a model with a handful
// of parameters, and Matrix turns its Hessian into standard errors.
// NormalQuantile and Wilson make intervals, ChiSquareTail the p-values of tests;
// NormalLogTail and NormalHazard serve censored lifetimes.
//
// # The same digits everywhere
//
// IEEE 754 fixes +, −, ×, ÷ and √, and so does Go, with one freedom: on some
// machines (arm64, not amd64 or wasm) x*y + z may become one fused instruction
// that rounds once. A conversion forbids that, which is why this package and
// the models write float64(x*y) + z. A test reads the arm64 assembly and finds
// no fused instruction. From package math only exact functions are used: Abs,
// Sqrt, Floor, Frexp, the bit conversions and the like.
package numeric
