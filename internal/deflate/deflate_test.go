package deflate

import (
	"bytes"
	"compress/gzip"
	"io"
	"math/rand/v2"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

func unpack(t testing.TB, packed []byte) []byte {
	t.Helper()
	r, err := gzip.NewReader(bytes.NewReader(packed))
	if err != nil {
		t.Fatal(err)
	}
	raw, err := io.ReadAll(r)
	if err != nil {
		t.Fatal(err)
	}
	return raw
}

// random returns n bytes below top.
func random(n, top int) []byte {
	r := rand.New(rand.NewPCG(1, 2))
	b := make([]byte, n)
	for i := range b {
		b[i] = byte(r.IntN(top))
	}
	return b
}

// TestGzip unpacks what it packs with the standard library.
func TestGzip(t *testing.T) {
	word := []byte("abcdefgh")
	for name, raw := range map[string][]byte{
		"nothing":              {},
		"one byte":             {7},
		"three bytes":          []byte("aaa"),
		"four bytes":           []byte("aaaa"),
		"one letter":           bytes.Repeat([]byte("a"), 70_000),
		"longest copies":       bytes.Repeat(random(300, 256), 900),
		"noise":                random(200_000, 256),
		"two letters":          random(100_000, 2),
		"farthest copy":        append(append(append([]byte{}, word...), random(window-len(word), 256)...), word...),
		"one beyond":           append(append(append([]byte{}, word...), random(window-len(word)+1, 256)...), word...),
		"a segment":            bytes.Repeat([]byte("abcde"), segment/5+1)[:segment],
		"a segment and a byte": bytes.Repeat([]byte("abcde"), segment/5+1)[:segment+1],
		"several segments":     append(random(segment+17, 8), random(segment, 200)...),
	} {
		if packed := Gzip(raw); !bytes.Equal(unpack(t, packed), raw) {
			t.Errorf("%s: %d bytes in %d are not what they were", name, len(raw), len(packed))
		}
	}
}

// TestTighter packs this package's own source: below compress/gzip at its best,
// and the same twice.
func TestTighter(t *testing.T) {
	var all strings.Builder
	names, _ := filepath.Glob("*.go")
	for _, name := range names {
		b, err := os.ReadFile(name)
		if err != nil {
			t.Fatal(err)
		}
		all.Write(b)
	}
	var best bytes.Buffer
	w, _ := gzip.NewWriterLevel(&best, gzip.BestCompression)
	io.WriteString(w, all.String())
	w.Close()
	packed := Gzip([]byte(all.String()))
	if limit := best.Len() * 98 / 100; len(packed) > limit {
		t.Errorf("%d bytes, want at most %d", len(packed), limit)
	}
	if !bytes.Equal(packed, Gzip([]byte(all.String()))) {
		t.Error("packed otherwise the second time")
	}
}

// TestCodeLengths compares with lengths known to be best, among them Fibonacci
// numbers, whose code without a limit is as long as it can be.
func TestCodeLengths(t *testing.T) {
	for _, tt := range []struct {
		count []int32
		limit int
		want  []uint8
	}{
		{[]int32{0, 0}, 15, []uint8{0, 0}},
		{[]int32{0, 9}, 15, []uint8{0, 1}},
		{[]int32{5, 9}, 15, []uint8{1, 1}},
		{[]int32{1, 1, 2, 4}, 15, []uint8{3, 3, 2, 1}},
		{[]int32{1, 1, 2, 3, 5, 8, 13}, 15, []uint8{6, 6, 5, 4, 3, 2, 1}},
		{[]int32{1, 1, 2, 3, 5, 8, 13}, 4, []uint8{4, 4, 3, 3, 3, 2, 2}},
	} {
		if got := codeLengths(tt.count, tt.limit); !bytes.Equal(got, tt.want) {
			t.Errorf("%v within %d bits: %v, want %v", tt.count, tt.limit, got, tt.want)
		}
	}
}

func FuzzGzip(f *testing.F) {
	f.Add([]byte("aaaaabcabcabc"))
	f.Fuzz(func(t *testing.T, raw []byte) {
		if !bytes.Equal(unpack(t, Gzip(raw)), raw) {
			t.Error("not what it was")
		}
	})
}
