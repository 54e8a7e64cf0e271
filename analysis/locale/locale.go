// Package locale writes numbers, dates and money the way the two languages of
// Churnbench write them. Page, figures and command line share it, so that a
// number reads the same wherever it appears. It is small on purpose: a full
// CLDR library would double the page's program for two languages.
package locale

// A Lang is a language of the workbench.
type Lang string

// The languages.
const (
	English Lang = "en"
	Chinese Lang = "zh"
)

// Langs lists all languages, the default first.
var Langs = []Lang{English, Chinese}
