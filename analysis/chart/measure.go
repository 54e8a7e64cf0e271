package chart

import (
	"sync"

	stdfont "golang.org/x/image/font"
	"gonum.org/v1/plot/font"
)

// slack widens the measured width: the page shows text in the system's font,
// and the widest in common use run up to so much wider than the embedded one.
const slack = 1.08

// textWidth measures one line in pixels, without kerning.
func textWidth(s string, f font.Font) float64 {
	em := 0.0
	for _, r := range s {
		em += advance(r, f.Weight == stdfont.WeightBold)
	}
	return em * float64(f.Size)
}

// A glyph is a character in a weight.
type glyph struct {
	r    rune
	bold bool
}

// advances remembers what glyphs measure: gonum/plot asks for every label a
// dozen times, and the font answers slowly.
var advances = struct {
	sync.Mutex
	em map[glyph]float64
}{em: make(map[glyph]float64)}

// advance returns a character's width in em.
func advance(r rune, bold bool) float64 {
	if isWide(r) {
		return 1
	}
	advances.Lock()
	defer advances.Unlock()
	g := glyph{r, bold}
	em, ok := advances.em[g]
	if !ok {
		f := typeface(1, bold)
		face := font.DefaultCache.Lookup(f, f.Size)
		em = float64(face.Width(string(r))) * slack
		advances.em[g] = em
	}
	return em
}

// isWide reports whether a character takes a whole em: Chinese characters,
// kana, hangul, full-width forms and their punctuation.
func isWide(r rune) bool {
	return r >= 0x2e80 && r <= 0xa4cf || r >= 0xac00 && r <= 0xd7a3 ||
		r >= 0xf900 && r <= 0xfaff || r >= 0xfe30 && r <= 0xfe4f ||
		r >= 0xff00 && r <= 0xffe6 || r >= 0x20000 && r <= 0x3fffd ||
		r == '—' || r == '…'
}

// TextWidth measures one line as figures are laid out: in pixels, in the size of their
// text, bold or not. Whoever checks a drawing from outside measures with it.
func TextWidth(s string, size float64, bold bool) float64 { return textWidth(s, typeface(size, bold)) }
