package ingest

import (
	"bytes"
	"math/rand/v2"
	"slices"
	"testing"

	"churnbench/analysis"
)

// oneColumn is a kernel whose window holds rows of one field each.
func oneColumn(fields []string, even bool) *kernel {
	k := &kernel{w: make([]byte, pad), even: even, columns: 1, day: make([]analysis.Day, len(fields))}
	k.ends = []uint32{pad - 1}
	for i, f := range fields {
		k.w = append(append(k.w, f...), '\n')
		k.ends = append(k.ends, uint32(len(k.w)-1))
		k.take, k.last = append(k.take, uint32(i)), append(k.last, uint32(i+1))
	}
	k.w = append(k.w, make([]byte, pad)...)
	return k
}

// Whatever the first date of a window looks like, which decides on the fast way,
// all others are read as one by one.
func TestDatesBehindOthers(t *testing.T) {
	dates := []string{"2024-02-29", "2024-02-29 10:00", "2024-02-29T10:00:00Z", "20240229", "2024-13-01", "", "2023-02-29", " 2024-01-01 ",
		"1989-12-31", "2101-01-01", "2024/01/01", "29.02.2024", "02/29/2024", "2024-1-1", "2024-02-29 x", "2024-02-291", "20240229 10", "2024-02-2", "45000"}
	for _, order := range []DateFmt{DateYMD, DateDMY, DateMDY} {
		for i := range dates {
			turned := slices.Concat(dates[i:], dates[:i])
			for _, even := range []bool{false, true} {
				k := oneColumn(turned, even)
				k.readDays(&plan{Format: Format{Dates: order}, from: earliest, to: latest})
				for j, text := range turned {
					want, ok := parseDate([]byte(text), order)
					if !ok || want < earliest || want > latest {
						want = analysis.NoDay
					}
					if k.day[j] != want {
						t.Errorf("%q behind %q as %s: %v, want %v", text, turned[0], order, k.day[j], want)
					}
				}
			}
		}
	}
}

// The kernel's hashes are rowHash's, at every length.
func TestHashes(t *testing.T) {
	var rows []string
	for n := range 140 {
		rows = append(rows, string(bytes.Repeat([]byte{'a', 'b', 'c'}, n)[:n]), "x"+string(make([]byte, n)))
	}
	k := oneColumn(rows, true)
	k.hash = make([]uint32, len(rows))
	k.readHashes()
	seen := map[uint32]bool{}
	for i, row := range rows {
		if k.hash[i] != rowHash([]byte(row)) {
			t.Errorf("row of %d bytes: %x, want %x", len(row), k.hash[i], rowHash([]byte(row)))
		}
		seen[k.hash[i]] = true
	}
	if len(seen) != len(rows) {
		t.Errorf("%d hashes of %d rows", len(seen), len(rows))
	}
}

// scanPlain finds what a loop over the bytes finds, at every length and density.
func TestScanPlain(t *testing.T) {
	r := rand.New(rand.NewPCG(1, 7))
	for range 3000 {
		n, spread := r.IntN(200), 2+r.IntN(30)
		w := make([]byte, pad)
		for range n {
			w = append(w, "ab,\n\"\r\xe4-,\n"[min(r.IntN(spread), 9)])
		}
		w = append(w, ",,,\n\n\n,,,,,,,,,,"...)[:n+2*pad]
		x := newIndex(n, false)
		ends, rows, found := x.scan(w, pad, pad+n, ',')
		wantEnds, wantRows := []uint32{pad - 1}, []uint32{0}
		for i, c := range w[:pad+n] {
			if i >= pad && (c == ',' || c == '\n') {
				wantEnds = append(wantEnds, uint32(i))
			}
			if i >= pad && c == '\n' {
				wantRows = append(wantRows, uint32(len(wantEnds)-1))
			}
		}
		text := w[pad : pad+n]
		if !slices.Equal(x.ends[:ends], wantEnds) || !slices.Equal(x.rows[:rows], wantRows) {
			t.Fatalf("%q: ends %v rows %v, want %v %v", text, x.ends[:ends], x.rows[:rows], wantEnds, wantRows)
		}
		if want := (finding{quote: bytes.IndexByte(text, '"') >= 0, cr: bytes.IndexByte(text, '\r') >= 0, high: bytes.IndexByte(text, 0xe4) >= 0}); found != want {
			t.Fatalf("%q: %+v, want %+v", text, found, want)
		}
	}
}
