// Package i18n says things to people in English and Chinese.
//
// Each area of the product has one catalogue file, in which both languages
// stand side by side: a message cannot exist in one language only. The page
// asks with T, by a key and named values; what the engine says arrives as an
// analysis.Message and is said with Say. How numbers, dates and money are
// written is package locale's business; how a sentence takes them up is in
// format.go. Column names and data are never translated.
//
// A key nobody wrote shows as «key»: it is seen at once and hides nothing.
// Tests read the module's source and hold that this never happens.
package i18n

import (
	"churnbench/analysis"
	"churnbench/analysis/locale"
)

// A Lang is a language of the workbench.
type Lang = locale.Lang

// The languages.
const (
	English = locale.English
	Chinese = locale.Chinese
)

// A Key names a message. Keys that the engine sends are plain strings in
// analysis.Message and are looked up in the same catalogues.
type Key string

// An Entry is one message in every language. {name} is replaced by the
// argument of that name; {name|one|other} chooses by its number (Chinese has
// no plural and writes neither).
type Entry struct{ En, Zh string }

// A Catalogue is one area's messages.
type Catalogue map[Key]Entry

// T says the message of a key.
func T(lang Lang, key Key, args ...analysis.Arg) string {
	return write(lang, key, args)
}

// Say says what the engine has to say.
func Say(lang Lang, m analysis.Message) string {
	return write(lang, Key(m.Key), m.Args)
}

// Has reports whether a key has a message.
func Has(key Key) bool {
	_, ok := messages.find(key)
	return ok
}

func write(lang Lang, key Key, args []analysis.Arg) string {
	e, ok := messages.find(key)
	if !ok {
		return "«" + string(key) + "»"
	}
	return fill(lang, e.text(lang), args)
}

func (e Entry) text(lang Lang) string {
	if lang == Chinese {
		return e.Zh
	}
	return e.En
}

// Word says a plain key in a language named by its tag: what the engine is
// given to name segments in figures and exports.
func Word(lang, key string) string { return T(locale.Parse(lang), Key(key)) }
