// Package i18n says things to people in English and Chinese. Each area of the
// product has one catalogue file, in which both languages stand side by side:
// a message cannot exist in one language only.
package i18n

// A Key names a message. Keys that the engine sends are plain strings in
// analysis.Message and are looked up in the same catalogues.
type Key string

// An Entry is one message in every language. {name} is replaced by the
// argument of that name; {name|one|other} chooses by its number (Chinese has
// no plural and writes neither).
type Entry struct{ En, Zh string }

// A Catalogue is one area's messages.
type Catalogue map[Key]Entry
