package sample

import (
	"bytes"

	"churnbench/analysis"
	"churnbench/analysis/ingest"
)

// A Truth is one fact that a sample was generated with. Its catalogue key is
// the name of what it is, such as "truth.alpha".
type Truth struct {
	Key   string
	Value float64
}

// A maker writes one sample in the words of one language.
type maker struct {
	key   string
	write func(w words) []byte
	name  func(w words) string
	truth []Truth
}

var makers = []maker{shop, subscription, membership, accounts}

// Keys lists the samples in the order in which they are offered. Key k has the
// catalogue keys "sample."+k+".name" and "sample."+k+".about".
func Keys() []string {
	keys := make([]string, len(makers))
	for i, m := range makers {
		keys[i] = m.key
	}
	return keys
}

// Open makes a sample in a language ("zh", anything else is English) and
// returns it with its truth. The error is a *analysis.Error for a key that does
// not exist.
func Open(key, lang string) (ingest.Source, []Truth, error) {
	for _, m := range makers {
		if m.key == key {
			w := wordsOf(lang)
			return file{bytes.NewReader(m.write(w)), m.name(w)}, append([]Truth(nil), m.truth...), nil
		}
	}
	return nil, nil, analysis.Fail(analysis.BadInput, "sample.unknown", analysis.Text("sample", key))
}

// A file is bytes with a name.
type file struct {
	*bytes.Reader // ReadAt and Size
	name          string
}

func (f file) Name() string { return f.name }
