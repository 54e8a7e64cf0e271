// Package unpack opens files that hold files: a .gz, the tables in a .zip and
// the sheets of an .xlsx workbook, each as an ingest.Source of its own.
//
// Members (unpack.go) says by their first bytes, not by their names, what a
// source holds. zip.go lists an archive, gzip.go looks into a stream; what is
// no archive at all is its own only member. A member is opened as a File
// (file.go), which unpacks into memory as far as it is read, within a limit,
// forgets it on Release and starts anew when it is read again.
//
// workbook.go finds the sheets of a workbook, and sheet.go writes one as
// tab-separated UTF-8 text, row n on line n, the way a person would who saves
// it as text but with dates that cannot be misread: cell.go says how each
// value is written, styles.go which numbers are dates, strings.go holds the
// texts that cells share, and xml.go finds the tags.
//
// Workbooks are read by code of this package, because no library that was
// tried does: thedatashed/xlsxreader 1.2.8 ends a damaged sheet early without
// a word, panics in a goroutine of its own at a negative string index and
// knows no 1904 dates; tealeg/xlsx 3.3 makes an object of every cell;
// excelize 2.10 weighs a third of the engine. Added to the engine (gzip), with
// archive/zip, they are 191, 402 and 1,023 kB. This package is 127 kB, 89 of
// them archive/zip and compress/gzip.
//
// Nothing in a file makes this package panic, and memory stays within the
// limit whatever sizes a file declares. Every error is an *analysis.Error:
// BadInput for what is damaged, encrypted or no table, TooLarge for what
// exceeds the limit.
package unpack
