package i18n

import (
	"slices"
	"strings"
)

// packed are messages in the form in which internal/site/messages.go gives them to the wasm
// programs, in place of catalogues.go: keys in their order, with the texts of each. A map
// would be four thousand insertions before the page shows anything.
type packed struct{ keys, english, chinese []string }

// unpack takes keys, English and Chinese texts, each list joined by zero bytes.
func unpack(keys, english, chinese string) packed {
	return packed{strings.Split(keys, "\x00"), strings.Split(english, "\x00"), strings.Split(chinese, "\x00")}
}

func (p packed) find(key Key) (Entry, bool) {
	i, ok := slices.BinarySearch(p.keys, string(key))
	if !ok {
		return Entry{}, false
	}
	return Entry{p.english[i], p.chinese[i]}, true
}

func (c Catalogue) find(key Key) (Entry, bool) {
	e, ok := c[key]
	return e, ok
}
