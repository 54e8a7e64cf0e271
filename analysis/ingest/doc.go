// Package ingest turns a client's export, bytes of a kind nobody promised, into
// an order log, and accounts for every row on the way.
//
// The way of a byte, and the files that tell it:
//
//   - Sniff (sniff.go) looks at the head of a Source. identify.go says by name
//     what is no table; encoding.go, weigh.go and decode.go find the characters,
//     delimiter.go the columns, header.go their names, infer.go and dateorder.go
//     what their values are, roles.go what they mean: by their names
//     (meaning.go, synonyms.go, furthersynonyms.go, questions.go), by who the
//     customer can be (who.go), by what the file is (kinds.go), or all at once
//     where it is a known program's (presets.go, presetlist.go). The Preview goes
//     to a person, who confirms or corrects.
//   - ReadAll (readall.go) has a reader for each file, all of which fill one intake.
//     A reader (read.go) reads its Source in slices (stream.go) and takes every row
//     one of two ways. The reference is plain: splitter (record.go) finds a
//     record's fields, and judge (plan.go) reads them (dates.go, money.go,
//     text.go) and tests the row against the rules, reason by reason.
//   - The fast way (kernel.go) does the same for a window of ordinary text at
//     once: index.go finds the ends of all fields 32 bytes at a time, column.go says
//     which are a column's, fastdays.go, fastmoney.go and fastkeys.go go down one
//     column each in loops without calls, and faststates.go finds the orders that
//     were no sale (nosale.go). What looks odd to them, a row or a window, goes
//     the plain way, so that they need not know every rule. Tests hold the two ways
//     to the same result on every file they know and on random ones.
//   - Used rows are kept as columns without pointers (rows.go): customers as
//     codes from a hash table over bytes (keys.go), what else a file says about an
//     order in kept columns (kept.go, fastkept.go), and of each row's bytes a hash.
//     memory.go sees that there is room for them.
//   - At the end group.go brings them into the order of an analysis.Log, one column
//     after the other. Only then can duplicates (duplicates.go) and refunds
//     (refunds.go) be told; fates.go decides what becomes of each row, merge.go
//     makes the Log, latest.go what is known of each customer, and tally.go the
//     Ledger of each file: rows read = used + excluded.
//   - Of excluded rows only the first are kept (rejects.go). Marks every 64 KB say
//     where others lie; replay.go reads those blocks again when somebody asks.
//   - Files that are no orders are read as lists (list.go, listreader.go,
//     listcolumns.go), which package join ties to the log. ids.go says which
//     identifiers are one customer's.
//   - A Recipe (recipe.go) is how files were read, as JSON (recipejson.go);
//     recipeapply.go replays it on next month's.
//
// Nothing in a file can make this package panic, or its time grow faster than
// the file. What is wrong with a file as a whole is an *analysis.Error, what is
// doubtful a Warning, what is wrong with a row an entry of the Ledger.
package ingest
