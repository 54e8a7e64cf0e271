package i18n

import "strings"

// unpack makes messages of their keys, English and Chinese texts, each list
// joined by zero bytes: the form in which internal/site/messages.go gives them
// to the wasm programs, in place of catalogues.go.
func unpack(keys, english, chinese string) Catalogue {
	all, en, zh := strings.Split(keys, "\x00"), strings.Split(english, "\x00"), strings.Split(chinese, "\x00")
	messages := make(Catalogue, len(all))
	for i, key := range all {
		messages[Key(key)] = Entry{en[i], zh[i]}
	}
	return messages
}
