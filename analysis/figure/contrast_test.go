package figure

import (
	"fmt"
	"math"
	"regexp"
	"strconv"
	"strings"
	"testing"
)

const tokensCSS = "../../web/css/tokens.css"

// theme maps the page's tokens to colours.
type theme map[string]string

var tokenPattern = regexp.MustCompile(`(--[\w-]+):\s*(#[0-9a-fA-F]{3,6})`)

// themeAfter reads the tokens of the block that a selector opens.
func themeAfter(t *testing.T, css, selector string) theme {
	t.Helper()
	_, rest, ok := strings.Cut(css, selector)
	if !ok {
		t.Fatalf("%s has no %s", tokensCSS, selector)
	}
	block, _, _ := strings.Cut(rest, "}")
	tokens := theme{}
	for _, m := range tokenPattern.FindAllStringSubmatch(block, -1) {
		tokens[m[1]] = m[2]
	}
	return tokens
}

func themes(t *testing.T) map[string]theme {
	css := read(t, tokensCSS)
	return map[string]theme{"light": themeAfter(t, css, ":root {"), "dark": themeAfter(t, css, `:root[data-theme="dark"] {`)}
}

var mixPattern = regexp.MustCompile(`color-mix\(in oklab,var\((--\w+)\) (\d+)%,var\((--\w+)\)\)`)

// colour computes what a palette value is in a theme.
func (th theme) colour(t *testing.T, css string) rgb {
	t.Helper()
	if m := mixPattern.FindStringSubmatch(css); m != nil {
		share, _ := strconv.ParseFloat(m[2], 64)
		return mix(hex(t, th[m[1]]), hex(t, th[m[3]]), share/100)
	}
	if name, ok := strings.CutPrefix(css, "var("); ok {
		return hex(t, th[strings.TrimSuffix(name, ")")])
	}
	return hex(t, css)
}

// What leaves the page has the colours of the light theme.
func TestLightColours(t *testing.T) {
	light := themes(t)["light"]
	for _, p := range palette {
		if want := light.colour(t, p.css).String(); p.light != want {
			t.Errorf("%s is %s in files but %s on the page", p.class, p.light, want)
		}
	}
}

// Text reads at 4.5:1 or better, marks stand out at 3:1, in both themes.
func TestContrast(t *testing.T) {
	for name, th := range themes(t) {
		surface := th.colour(t, "var(--surface)")
		check := func(what string, a, b rgb, least float64) {
			if c := contrast(a, b); c < least {
				t.Errorf("%s theme: %s has %.2f:1, needs %.1f", name, what, c, least)
			}
		}
		for _, class := range []string{"ink-text", "ink-soft", "ink-1", "ink-warn"} {
			check(class+" as text", th.colour(t, paints[class].css), surface, 4.5)
		}
		for _, class := range []string{"ink-2", "ink-3", "ink-4", "ink-5", "ink-6", "ink-pale"} {
			check(class+" as a mark", th.colour(t, paints[class].css), surface, 3)
		}
		for level := range 11 {
			heat := paints[fmt.Sprint("heat-", level)]
			check("text on "+heat.class, th.colour(t, onHeat(level).css), th.colour(t, heat.css), 4.5)
		}
	}
}

// onHeat repeats chart's choice of ink; chart's own test holds it to this.
func onHeat(level int) paint {
	switch {
	case level <= 5:
		return paints["ink-text"]
	case level <= 8:
		return paints["ink-black"]
	}
	return paints["ink-on-mag"]
}

// Categorical inks differ in hue for eyes that lack a kind of cone.
func TestHuesApart(t *testing.T) {
	light := themes(t)["light"]
	for i := 1; i <= 6; i++ {
		for j := 1; j < i; j++ {
			a, b := light.colour(t, paints[fmt.Sprint("ink-", i)].css), light.colour(t, paints[fmt.Sprint("ink-", j)].css)
			for kind, simulate := range dichromats {
				if d := distance(simulate(a), simulate(b)); d < 0.05 {
					t.Errorf("%s: ink-%d and ink-%d are %.3f apart", kind, i, j, d)
				}
			}
		}
	}
}

// dichromats simulate missing cones, by the matrices of Viénot, Brettel and
// Mollon (1999), "Digital video colourmaps for checking the legibility of
// displays by dichromats", in linear sRGB.
var dichromats = map[string]func(rgb) rgb{
	"protanopia":   matrix(0.11238, 0.88762, 0, 0.11238, 0.88762, 0, 0.00401, -0.00401, 1),
	"deuteranopia": matrix(0.29275, 0.70725, 0, 0.29275, 0.70725, 0, -0.02234, 0.02234, 1),
}

func matrix(m ...float64) func(rgb) rgb {
	return func(c rgb) rgb {
		var out rgb
		for i := range out {
			out[i] = min(1, max(0, m[3*i]*c[0]+m[3*i+1]*c[1]+m[3*i+2]*c[2]))
		}
		return out
	}
}

// rgb is a colour in linear sRGB.
type rgb [3]float64

func hex(t *testing.T, s string) rgb {
	t.Helper()
	s = strings.TrimPrefix(s, "#")
	if len(s) == 3 {
		s = string([]byte{s[0], s[0], s[1], s[1], s[2], s[2]})
	}
	v, err := strconv.ParseUint(s, 16, 32)
	if err != nil || len(s) != 6 {
		t.Fatalf("%q is no colour", s)
	}
	var c rgb
	for i := range c {
		u := float64(v>>(16-8*i)&255) / 255
		if u <= 0.04045 {
			c[i] = u / 12.92
		} else {
			c[i] = math.Pow((u+0.055)/1.055, 2.4)
		}
	}
	return c
}

func (c rgb) String() string {
	s := "#"
	for _, v := range c {
		if v <= 0.0031308 {
			v *= 12.92
		} else {
			v = 1.055*math.Pow(v, 1/2.4) - 0.055
		}
		s += fmt.Sprintf("%02x", int(math.Round(min(1, max(0, v))*255)))
	}
	return s
}

// contrast is the WCAG 2 contrast ratio.
func contrast(a, b rgb) float64 {
	la, lb := luminance(a)+0.05, luminance(b)+0.05
	return max(la, lb) / min(la, lb)
}

func luminance(c rgb) float64 { return 0.2126*c[0] + 0.7152*c[1] + 0.0722*c[2] }

// mix is color-mix in Oklab (Ottosson 2020).
func mix(a, b rgb, share float64) rgb {
	p, q := oklab(a), oklab(b)
	for i := range p {
		p[i] = share*p[i] + (1-share)*q[i]
	}
	l := math.Pow(p[0]+0.3963377774*p[1]+0.2158037573*p[2], 3)
	m := math.Pow(p[0]-0.1055613458*p[1]-0.0638541728*p[2], 3)
	s := math.Pow(p[0]-0.0894841775*p[1]-1.2914855480*p[2], 3)
	return rgb{
		4.0767416621*l - 3.3077115913*m + 0.2309699292*s,
		-1.2684380046*l + 2.6097574011*m - 0.3413193965*s,
		-0.0041960863*l - 0.7034186147*m + 1.7076147010*s,
	}
}

func oklab(c rgb) [3]float64 {
	l := math.Cbrt(0.4122214708*c[0] + 0.5363325363*c[1] + 0.0514459929*c[2])
	m := math.Cbrt(0.2119034982*c[0] + 0.6806995451*c[1] + 0.1073969566*c[2])
	s := math.Cbrt(0.0883024619*c[0] + 0.2817188376*c[1] + 0.6299787005*c[2])
	return [3]float64{
		0.2104542553*l + 0.7936177850*m - 0.0040720468*s,
		1.9779984951*l - 2.4285922050*m + 0.4505937099*s,
		0.0259040371*l + 0.7827717662*m - 0.8086757660*s,
	}
}

// distance is how far two colours are apart in Oklab.
func distance(a, b rgb) float64 {
	p, q := oklab(a), oklab(b)
	return math.Sqrt((p[0]-q[0])*(p[0]-q[0]) + (p[1]-q[1])*(p[1]-q[1]) + (p[2]-q[2])*(p[2]-q[2]))
}
