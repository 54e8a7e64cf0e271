package browser

import (
	"encoding/json"
	"fmt"
	"regexp"
	"strings"
	"testing"
	"unicode"

	"github.com/chromedp/cdproto/accessibility"
	"github.com/chromedp/chromedp"
)

// A spoken is something that a screen reader tells by its role and name.
type spoken struct {
	role, name, about string
	within            string // the names of the parts of the page around it
	cell              bool   // it is in a cell, which has its row's and its column's name beside its own
}

// listens are the roles that need a name: what can be used, and what holds other things.
var listens = map[string]bool{
	"button": true, "link": true, "textbox": true, "searchbox": true, "combobox": true, "ComboBoxMenuSelect": true, "slider": true, "spinbutton": true, "checkbox": true,
	"radio": true, "switch": true, "tab": true, "DisclosureTriangle": true, "application": true, "dialog": true, "table": true, "grid": true,
	"region": true, "radiogroup": true, "listbox": true, "heading": true, "image": true, "tablist": true, "tabpanel": true, "meter": true, "progressbar": true,
}

// parts are roles whose names tell apart what is within.
var parts = map[string]bool{"region": true, "group": true, "figure": true, "row": true, "dialog": true, "form": true, "table": true, "grid": true, "radiogroup": true, "rowgroup": true, "article": true}

var cells = map[string]bool{"cell": true, "gridcell": true}

// listen reads the whole accessibility tree.
func (tb *tab) listen() (list []spoken) {
	tb.t.Helper()
	tree, err := chromedp.Call(tb.ctx, accessibility.GetFullAXTree, accessibility.GetFullAXTreeParams{})
	if err != nil {
		tb.t.Fatal(err)
	}
	nodes := map[accessibility.NodeID]*accessibility.Node{}
	for _, n := range tree.Nodes {
		nodes[n.NodeID] = n
	}
	for _, n := range tree.Nodes {
		if n.Ignored {
			continue
		}
		s := spoken{role: said(n.Role), name: strings.TrimSpace(said(n.Name)), about: said(n.Description)}
		for up := nodes[n.ParentID]; up != nil; up = nodes[up.ParentID] {
			if role := said(up.Role); parts[role] {
				s.within = said(up.Name) + " / " + s.within
			} else if cells[role] {
				s.cell = true
			}
		}
		list = append(list, s)
	}
	return list
}

// said is a value's text.
func said(v *accessibility.Value) (text string) {
	if v != nil {
		_ = json.Unmarshal(v.Value, &text)
	}
	return text
}

// phrase is English that is no name of a thing: three words in a row that begin small.
var phrase = regexp.MustCompile(`\b[a-z]{2,} [a-z]{2,} [a-z]{2,}\b`)

// foreign reports whether a name is in the other language. In Chinese, names of models,
// formats and people stay as they are.
func foreign(lang, name string) bool {
	han := strings.ContainsFunc(name, func(r rune) bool { return unicode.Is(unicode.Han, r) })
	if lang == "en" {
		return han && name != "中文"
	}
	return !han && phrase.MatchString(name)
}

// TestNames listens to every screen and tab in both languages as a screen reader does:
// whatever can be used has a name, in the language of the page, and no two buttons of one
// part have the same.
func TestNames(t *testing.T) {
	tb := open(t)
	page := singleFile(t)
	for _, lang := range []string{"en", "zh"} {
		tb.meet(page, look{lang, "light", 1440, 900})
		tb.sample("shop")
		tb.tour(func(place string) {
			tb.wait(`!document.querySelector("main progress, .refreshing, .rail-item.busy, .figure[aria-busy=true]")`)
			for _, fault := range nameless(lang, tb.listen()) {
				t.Errorf("%s %s: %s", lang, place, fault)
			}
		})
	}
}

// nameless lists what is wrong with the names of a page.
func nameless(lang string, list []spoken) (faults []string) {
	told := map[string]bool{}
	say := func(format string, args ...any) {
		if fault := fmt.Sprintf(format, args...); !told[fault] {
			told[fault] = true
			faults = append(faults, fault)
		}
	}
	same := map[spoken]int{}
	for _, s := range list {
		switch {
		case listens[s.role] && s.name == "" && !(s.role == "table" && strings.Trim(s.within, "/ ") != ""): // what is around a table may name it
			say("a %s in %q has no name", s.role, s.within)
		case foreign(lang, s.name), foreign(lang, s.about):
			say("%s %q (%q) is in the other language", s.role, s.name, s.about)
		case s.cell, strings.HasPrefix(s.name, "Show date picker"): // the browser's own
		case s.role == "button" || s.role == "table" || s.role == "grid" || s.role == "region":
			if same[s]++; same[s] == 2 {
				say("two %ss in %q are called %q", s.role, s.within, s.name)
			}
		}
	}
	return faults
}
