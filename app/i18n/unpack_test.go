package i18n

import (
	"maps"
	"slices"
	"strings"
	"testing"
)

// TestUnpack finds every message in the form that the wasm programs have, and none between.
func TestUnpack(t *testing.T) {
	keys := slices.Sorted(maps.Keys(messages))
	var names, english, chinese []string
	for _, key := range keys {
		e := messages[key]
		names, english, chinese = append(names, string(key)), append(english, e.En), append(chinese, e.Zh)
	}
	p := unpack(strings.Join(names, "\x00"), strings.Join(english, "\x00"), strings.Join(chinese, "\x00"))
	for _, key := range keys {
		if e, ok := p.find(key); !ok || e != messages[key] {
			t.Errorf("%s: %v, %v", key, e, ok)
		}
		if _, ok := p.find(key + "\x01"); ok {
			t.Errorf("%s has a neighbour that nobody wrote", key)
		}
	}
	for _, key := range []Key{"", "~"} {
		if _, ok := p.find(key); ok {
			t.Errorf("found %q", key)
		}
	}
}

// BenchmarkUnpack is what stands between the page's program and its first word.
func BenchmarkUnpack(b *testing.B) {
	var names, texts []string
	for _, key := range slices.Sorted(maps.Keys(messages)) {
		names, texts = append(names, string(key)), append(texts, messages[key].En)
	}
	keys, joined := strings.Join(names, "\x00"), strings.Join(texts, "\x00")
	for b.Loop() {
		unpack(keys, joined, joined)
	}
}
