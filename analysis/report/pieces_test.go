package report

import (
	"strings"
	"testing"
)

// TestPieces holds that every piece is one element: a page takes them one by one.
func TestPieces(t *testing.T) {
	d := sample("en", "words")
	d.Parts = append(d.Parts, Part{Block: Block{Kind: Heading}}) // nothing is written of it
	pieces := Pieces(d)
	if want := 3 + len(d.Parts); len(pieces) != want { // foot, cover, blocks, appendix: the summary is two
		t.Errorf("%d pieces, want %d", len(pieces), want)
	}
	for _, p := range pieces {
		if n := roots(p); n != 1 {
			t.Errorf("%d elements in %s", n, p)
		}
	}
}

// roots counts the outermost elements of a piece of HTML.
func roots(html string) (n int) {
	depth := 0
	for _, tag := range strings.Split(html, "<")[1:] {
		switch {
		case strings.HasPrefix(tag, "/"):
			depth--
		case strings.HasPrefix(tag, "br>"):
		default:
			if depth == 0 {
				n++
			}
			if !strings.Contains(tag, "/>") {
				depth++
			}
		}
	}
	return n
}
