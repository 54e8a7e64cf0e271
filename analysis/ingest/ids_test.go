package ingest

import (
	"math/rand/v2"
	"testing"

	"churnbench/analysis"
)

func TestNormalize(t *testing.T) {
	all := IDRules{Case: true, Zeros: true, Width: true}
	for _, c := range []struct {
		rules    IDRules
		id, want string
	}{
		{IDRules{}, "Ａb007", "Ａb007"},
		{IDRules{Case: true}, "AB12-éÉ", "ab12-éé"},
		{IDRules{Case: true}, "ΟΔΟΣ ς", "οδοσ σ"},
		{IDRules{Case: true}, "00123", "00123"},
		{IDRules{Zeros: true}, "00123", "123"},
		{IDRules{Zeros: true}, "000", "0"},
		{IDRules{Zeros: true}, "0", "0"},
		{IDRules{Zeros: true}, "100", "100"},
		{IDRules{Zeros: true}, "0012-3", "0012-3"},
		{IDRules{Zeros: true}, "K007", "K007"},
		{IDRules{Zeros: true}, "００７", "００７"},
		{IDRules{Width: true}, "Ｋ－００７　ｘ", "K-007 x"},
		{IDRules{Width: true}, "客户１", "客户1"},
		{all, "００７", "7"},
		{all, "ＡＢ１２", "ab12"},
		{all, "\xff\xfeA", "\xff\xfea"},
		{all, "", ""},
	} {
		if got := string(Normalize([]byte("x"), []byte(c.id), c.rules)); got != "x"+c.want {
			t.Errorf("Normalize(%q, %+v) = %q, want %q", c.id, c.rules, got[1:], c.want)
		}
	}
}

// TestMergedIDs compares with a map of normalized forms on random names.
func TestMergedIDs(t *testing.T) {
	r := rand.New(rand.NewPCG(1, 2))
	letters := []string{"a", "A", "ａ", "0", "０", "1", "7", "null", "ＮＵＬＬ", "客"}
	for round := range 200 {
		rules := IDRules{Case: round&1 > 0, Zeros: round&2 > 0, Width: round&4 > 0}
		var names analysis.Dict
		seen := map[string]bool{}
		for range r.IntN(60) {
			name := ""
			for range 1 + r.IntN(3) {
				name += letters[r.IntN(len(letters))]
			}
			if !seen[name] {
				seen[name] = true
				names.Append([]byte(name))
			}
		}
		holdMergedIDs(t, &names, rules)
	}
}

func holdMergedIDs(t *testing.T, names *analysis.Dict, rules IDRules) {
	t.Helper()
	remap, merged := mergedIDs(names, rules)
	first, want := map[string]uint32{}, 0
	for i := range names.Len() {
		form := string(Normalize(nil, names.Raw(i), rules))
		if _, ok := first[form]; ok {
			want++
		} else {
			first[form] = uint32(i)
		}
		if remap != nil && remap[i] != first[form] {
			t.Fatalf("%+v: %q has the code of %q, want that of %q", rules, names.At(i), names.At(int(remap[i])), names.At(int(first[form])))
		}
	}
	if merged != want || (remap == nil) != (want == 0) {
		t.Fatalf("%+v: %d merged, remap nil: %v; want %d", rules, merged, remap == nil, want)
	}
}

func BenchmarkMergedIDs(b *testing.B) {
	var names analysis.Dict
	for i := range 1_000_000 {
		names.Append(appendPadded(nil, i))
	}
	b.SetBytes(int64(len(names.Bytes)))
	for b.Loop() {
		mergedIDs(&names, IDRules{Case: true, Zeros: true, Width: true})
	}
}

func appendPadded(dst []byte, n int) []byte {
	dst = append(dst, "C00000000"...)
	for i := len(dst) - 1; n > 0; i, n = i-1, n/10 {
		dst[i] = byte('0' + n%10)
	}
	return dst
}
