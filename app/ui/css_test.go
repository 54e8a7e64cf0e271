package ui

import (
	"fmt"
	"math"
	"os"
	"path/filepath"
	"regexp"
	"strconv"
	"strings"
	"testing"
)

// The style sheets are held to WCAG 2.1: 4.5:1 for text, 3:1 for what must be
// seen, in both themes.

var (
	comments = regexp.MustCompile(`(?s)/\*.*?\*/`)
	property = regexp.MustCompile(`--([a-z0-9-]+):\s*([^;]+);`)
	levelOf  = regexp.MustCompile(`\.level-(\d+) \{ --step: (\d+)%`)
	levelInk = regexp.MustCompile(`((?:\.level-\d+,? ?)+)\{ color: var\(--([a-z0-9-]+)\)`)
	aLevel   = regexp.MustCompile(`\d+`)
)

func sheet(t *testing.T, name string) string {
	t.Helper()
	b, err := os.ReadFile(filepath.Join("..", "..", "web", "css", name+".css"))
	if err != nil {
		t.Fatal(err)
	}
	return comments.ReplaceAllString(string(b), "")
}

// theme reads the properties of the block behind a selector, over a ground.
func theme(t *testing.T, css, selector string, ground map[string]string) map[string]string {
	t.Helper()
	_, rest, ok := strings.Cut(css, selector+" {")
	if !ok {
		t.Fatalf("tokens.css has no %s", selector)
	}
	block, _, _ := strings.Cut(rest, "}")
	out := map[string]string{}
	for k, v := range ground {
		out[k] = v
	}
	for _, m := range property.FindAllStringSubmatch(block, -1) {
		out[m[1]] = m[2]
	}
	return out
}

func themes(t *testing.T) map[string]map[string]string {
	css := sheet(t, "tokens")
	light := theme(t, css, ":root", nil)
	return map[string]map[string]string{
		"light": light,
		"dark":  theme(t, css, `:root[data-theme="dark"]`, light),
	}
}

// The system's dark and the person's dark are one theme, written twice because
// CSS has no other way.
func TestBothDarksAreOne(t *testing.T) {
	css := sheet(t, "tokens")
	chosen := theme(t, css, `:root[data-theme="dark"]`, nil)
	systems := theme(t, css, `:root:not([data-theme="light"])`, nil)
	if len(chosen) < 15 || fmt.Sprint(chosen) != fmt.Sprint(systems) {
		t.Errorf("chosen dark %v\nsystem's dark %v", chosen, systems)
	}
}

func TestContrast(t *testing.T) {
	pairs := []struct {
		fore, back string
		least      float64
	}{
		{"ink", "paper", 7}, {"ink", "surface", 7}, {"ink", "sunken", 7}, {"ink", "track", 7}, {"ink", "raised", 7},
		{"soft", "paper", 4.5}, {"soft", "surface", 4.5}, {"soft", "sunken", 4.5}, {"soft", "track", 4.5},
		{"accent", "paper", 4.5}, {"accent", "surface", 4.5}, {"accent", "accent-soft", 4.5}, {"accent-strong", "surface", 4.5},
		{"on-accent", "accent", 4.5}, {"on-accent", "accent-strong", 4.5},
		{"warn", "warn-soft", 4.5}, {"ink", "warn-soft", 7}, {"soft", "warn-soft", 4.5},
		{"bad", "bad-soft", 4.5}, {"bad", "surface", 4.5}, {"ink", "bad-soft", 7}, {"soft", "bad-soft", 4.5}, {"soft", "accent-soft", 4.5},
		{"surface", "bad", 4.5}, {"paper", "ink", 7},
		{"edge", "surface", 3}, {"edge", "paper", 3}, {"accent", "track", 3},
	}
	for name, th := range themes(t) {
		for _, p := range pairs {
			if got := contrast(hex(t, th[p.fore]), hex(t, th[p.back])); got < p.least {
				t.Errorf("%s: --%s on --%s has %.2f:1, want %g", name, p.fore, p.back, got, p.least)
			}
		}
	}
}

// Each step of magnitude has a text colour that can be read on it.
func TestLevelContrast(t *testing.T) {
	css := sheet(t, "components")
	ink := map[string]string{}
	for _, m := range levelInk.FindAllStringSubmatch(css, -1) {
		for _, n := range aLevel.FindAllString(m[1], -1) {
			ink[n] = m[2]
		}
	}
	levels := levelOf.FindAllStringSubmatch(css, -1)
	if len(levels) != HeatLevels {
		t.Fatalf("components.css has %d levels, HeatTable uses %d", len(levels), HeatLevels)
	}
	for name, th := range themes(t) {
		for _, m := range levels {
			fore := ink[m[1]]
			if fore == "" {
				fore = "on-low"
			}
			step, _ := strconv.ParseFloat(m[2], 64)
			back := mixed(hex(t, th["mag"]), hex(t, th["surface"]), step/100)
			if got := contrast(hex(t, th[fore]), back); got < 4.5 {
				t.Errorf("%s: level %s (%s %%) under --%s has %.2f:1", name, m[1], m[2], fore, got)
			}
			faded := mixed(hex(t, th["mag"]), hex(t, th["surface"]), step/200)
			if got := contrast(hex(t, th["on-low"]), faded); got < 4.5 {
				t.Errorf("%s: faded level %s has %.2f:1", name, m[1], got)
			}
		}
	}
}

// Row heights are reckoned in Go and drawn by CSS.
func TestRowHeight(t *testing.T) {
	if got := themes(t)["light"]["row"]; got != itoa(rowHeight)+"px" {
		t.Errorf("--row is %s, rowHeight %d", got, rowHeight)
	}
}

type rgb [3]float64 // linear

func hex(t *testing.T, s string) rgb {
	t.Helper()
	n, err := strconv.ParseUint(strings.TrimPrefix(s, "#"), 16, 32)
	if err != nil || len(s) != 7 {
		t.Fatalf("%q is no colour", s)
	}
	var c rgb
	for i := range c {
		v := float64(n>>(16-8*i)&255) / 255
		if v <= .04045 {
			c[i] = v / 12.92
		} else {
			c[i] = math.Pow((v+.055)/1.055, 2.4)
		}
	}
	return c
}

func contrast(a, b rgb) float64 {
	la, lb := luminance(a), luminance(b)
	return (max(la, lb) + .05) / (min(la, lb) + .05)
}

func luminance(c rgb) float64 { return .2126*c[0] + .7152*c[1] + .0722*c[2] }

// mixed is CSS's color-mix(in oklab, a share, b). Matrices: Björn Ottosson, "A
// perceptual color space for image processing" (2020).
func mixed(a, b rgb, share float64) rgb {
	la, lb := toLab(a), toLab(b)
	var m rgb
	for i := range m {
		m[i] = share*la[i] + (1-share)*lb[i]
	}
	return fromLab(m)
}

func toLab(c rgb) rgb {
	l := math.Cbrt(.4122214708*c[0] + .5363325363*c[1] + .0514459929*c[2])
	m := math.Cbrt(.2119034982*c[0] + .6806995451*c[1] + .1073969566*c[2])
	s := math.Cbrt(.0883024619*c[0] + .2817188376*c[1] + .6299787005*c[2])
	return rgb{.2104542553*l + .793617785*m - .0040720468*s, 1.9779984951*l - 2.428592205*m + .4505937099*s, .0259040371*l + .7827717662*m - .808675766*s}
}

func fromLab(c rgb) rgb {
	cube := func(v float64) float64 { return v * v * v }
	l := cube(c[0] + .3963377774*c[1] + .2158037573*c[2])
	m := cube(c[0] - .1055613458*c[1] - .0638541728*c[2])
	s := cube(c[0] - .0894841775*c[1] - 1.291485548*c[2])
	return rgb{4.0767416621*l - 3.3077115913*m + .2309699292*s, -1.2684380046*l + 2.6097574011*m - .3413193965*s, -.0041960863*l - .7034186147*m + 1.707614701*s}
}
