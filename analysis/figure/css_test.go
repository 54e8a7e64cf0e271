package figure

import (
	"flag"
	"os"
	"strings"
	"testing"
)

var update = flag.Bool("update", false, "write the palette into web/css/figure.css anew")

const (
	figureCSS   = "../../web/css/figure.css"
	paletteHead = "  /* palette */\n"
	paletteTail = "  /* end of palette */\n"
)

// rules writes the palette as the style sheet has it.
func rules() string {
	var b strings.Builder
	for _, p := range palette {
		b.WriteString("  ." + p.class + " { color: " + p.css + "; }\n")
	}
	return b.String()
}

// The style sheet holds exactly the palette's rules.
func TestStyleSheet(t *testing.T) {
	css := read(t, figureCSS)
	head, rest, ok := strings.Cut(css, paletteHead)
	old, tail, closed := strings.Cut(rest, paletteTail)
	if !ok || !closed {
		t.Fatalf("%s lacks the comments that enclose the palette", figureCSS)
	}
	if old == rules() {
		return
	}
	if !*update {
		t.Fatalf("%s and palette.go differ; run go test ./analysis/figure -update", figureCSS)
	}
	if err := os.WriteFile(figureCSS, []byte(head+paletteHead+rules()+paletteTail+tail), 0o644); err != nil {
		t.Fatal(err)
	}
}

func read(t *testing.T, path string) string {
	t.Helper()
	b, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	return string(b)
}
