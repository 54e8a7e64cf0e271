package figure

// A paint is one role of colour in a figure. The drawing names only the role,
// as a class; web/css/figure.css gives it a colour that follows the page's
// theme, and Standalone the light colour, for files that leave the page. A
// test keeps the two from drifting apart.
type paint struct {
	class   string
	css     string // value of color in web/css/figure.css
	light   string // the same in the light theme, for files
	opacity string // "" for opaque; the drawing carries it as an attribute
}

// palette lists every role. Hues 2 to 6 stand at
// least 3:1 against both themes' surfaces, so they need no second value, and
// stay apart for eyes that lack a kind of cone; ink-band-k is the interval around hue k,
// ink-fade-k that hue where it rests on few. Heat
// is one hue from surface to full; text on it is ink up to level 5, black to
// level 8, then the theme's own colour for text on that hue: at least 4.5:1
// everywhere.
var palette = []paint{
	{"ink-text", "var(--ink)", "#17212b", ""},
	{"ink-soft", "var(--soft)", "#56616c", ""},
	{"ink-grid", "var(--line)", "#e4e0d7", ""},
	{"ink-surface", "var(--surface)", "#ffffff", ""},
	{"ink-veil", "var(--surface)", "#ffffff", ".92"},
	{"ink-shade", "var(--line)", "#e4e0d7", ".4"},
	{"ink-faint", "var(--soft)", "#56616c", ".28"},
	{"ink-band", "var(--mag)", "#0d6e68", ".14"},
	{"ink-pale", heat("67%"), "#6a9c97", ""},
	{"ink-warn", "var(--warn)", "#a84c06", ""},
	{"ink-1", "var(--mag)", "#0d6e68", ""},
	{"ink-2", "#9e38d8", "#9e38d8", ""},
	{"ink-3", "#b76200", "#b76200", ""},
	{"ink-4", "#009dd6", "#009dd6", ""},
	{"ink-5", "#a08595", "#a08595", ""},
	{"ink-6", "#008d58", "#008d58", ""},
	{"ink-band-2", "#9e38d8", "#9e38d8", ".12"},
	{"ink-band-3", "#b76200", "#b76200", ".12"},
	{"ink-band-4", "#009dd6", "#009dd6", ".12"},
	{"ink-band-5", "#a08595", "#a08595", ".12"},
	{"ink-band-6", "#008d58", "#008d58", ".12"},
	{"ink-fade-1", "var(--mag)", "#0d6e68", ".5"},
	{"ink-fade-2", "#9e38d8", "#9e38d8", ".5"},
	{"ink-fade-3", "#b76200", "#b76200", ".5"},
	{"ink-fade-4", "#009dd6", "#009dd6", ".5"},
	{"ink-fade-5", "#a08595", "#a08595", ".5"},
	{"ink-fade-6", "#008d58", "#008d58", ".5"},
	{"ink-black", "#000", "#000000", ""},
	{"ink-on-mag", "var(--on-mag)", "#ffffff", ""},
	{"heat-0", heat("6%"), "#f1f6f5", ""},
	{"heat-1", heat("12%"), "#e4edec", ""},
	{"heat-2", heat("20%"), "#d2e1df", ""},
	{"heat-3", heat("30%"), "#bbd2cf", ""},
	{"heat-4", heat("40%"), "#a5c3c0", ""},
	{"heat-5", heat("50%"), "#8fb5b0", ""},
	{"heat-6", heat("62%"), "#75a39e", ""},
	{"heat-7", heat("70%"), "#639893", ""},
	{"heat-8", heat("80%"), "#4c8a84", ""},
	{"heat-9", heat("90%"), "#327c76", ""},
	{"heat-10", heat("100%"), "#0d6e68", ""},
}

func heat(share string) string {
	return "color-mix(in oklab,var(--mag) " + share + ",var(--surface))"
}

var paints = index(palette)

func index(list []paint) map[string]paint {
	m := make(map[string]paint, len(list))
	for _, p := range list {
		m[p.class] = p
	}
	return m
}

// Opacity returns the opacity of a class of colour, "" if it is opaque.
func Opacity(class string) string { return paints[class].opacity }

// LightColour returns the colour of a class in the light theme, "" if the
// class is none of the palette's.
func LightColour(class string) string { return paints[class].light }
