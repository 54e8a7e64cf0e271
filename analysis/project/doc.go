// Package project writes projects as files and reads them: package engine says what a
// Project is, this one how it looks on disk.
//
// A .churn file is JSON that people can read and compare line by line: indented, fields in
// the order of their Go types, nothing for what is not set, dates as 2024-03-05, money in
// main units, and words where JSON has no number (NaN, Infinity). Equal projects are equal
// files. With the data held in it, it is a ZIP archive of that JSON and the files.
//
//	Write → JSON → Read       one project
//	Pack  → ZIP  → unpack     a project and its data, see Member
//
// The written form follows from the types by reflection (written.go, read.go), so that a
// choice that a screen adds to its request is saved without a line of code here. The names
// of those fields are therefore part of the format: testdata/every.churn holds all of
// them, and a test that no program forgets one.
//
// The page never writes or reads a project, its engine does: the page carries no JSON.
package project
