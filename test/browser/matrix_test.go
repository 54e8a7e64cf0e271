package browser

import (
	"fmt"
	"maps"
	"os"
	"slices"
	"strings"
	"testing"

	"github.com/chromedp/cdproto/cdp"
	"github.com/chromedp/cdproto/debugger"
	"github.com/chromedp/chromedp"

	"churnbench/app"
)

// everything asks for each state in each look, which takes an hour. Without it each state
// is met in one look, chosen so that every screen is seen in both languages, both themes
// and both widths.
var everything = os.Getenv("CHURNBENCH_EVERYTHING") != ""

// A state is what the whole page is in while its screens are visited.
type state struct {
	name  string
	look  look
	enter func(tb *tab, page string, l look)
	// settles is false where answers never come.
	settles bool
}

var states = []state{
	{"empty", look{"en", "light", 1440, 900}, func(tb *tab, page string, l look) { tb.meet(page, l) }, true},
	{"loaded", look{"zh", "dark", 390, 844}, loaded, true},
	{"scarce", look{"zh", "dark", 1440, 900}, scarce, true},
	{"busy", look{"zh", "light", 1440, 900}, busy, false},
	{"failed", look{"en", "light", 390, 844}, failed, true},
}

// loaded has a sample, and every answer.
func loaded(tb *tab, page string, l look) {
	tb.meet(page, l)
	tb.sample("shop")
}

// scarce has a file of so few orders that most questions have no answer.
func scarce(tb *tab, page string, l look) {
	tb.meet(page, l)
	tb.chooseAll(write(tb.t, map[string]string{"few.csv": "customer,date,amount\nann,2024-01-05,20\nbob,2024-01-09,5\nann,2024-01-12,30\ncy,2024-01-12,7\n"})("few.csv")...)
	tb.press("#read")
	tb.settled()
}

// busy has answers and has asked anew, in another language; the engine is held and never
// gives them. What was not asked before waits for its first answer.
func busy(tb *tab, page string, l look) {
	loaded(tb, page, l.abroad())
	tb.hold()
	tb.press("#language")
	tb.wait(fmt.Sprintf(`document.documentElement.lang.startsWith(%q)`, l.lang))
}

// failed has answers and has asked anew; the engine has crashed.
func failed(tb *tab, page string, l look) {
	loaded(tb, page, l.abroad())
	inWorker[any](tb, `void dispatchEvent(new MessageEvent("message", {data: {attach: 1, file: 5}}))`)
	tb.wait(`document.documentElement.dataset.engine === "crashed"`)
	tb.press("#language")
	tb.wait(fmt.Sprintf(`document.documentElement.lang.startsWith(%q)`, l.lang))
}

// abroad is the look in the other language.
func (l look) abroad() look {
	l.lang = map[string]string{"en": "zh", "zh": "en"}[l.lang]
	return l
}

// hold stops the engine before its next statement, for the rest of the test or until the
// page is opened anew.
func (tb *tab) hold() {
	tb.t.Helper()
	targets, err := chromedp.Targets(tb.ctx)
	if err != nil {
		tb.t.Fatal(err)
	}
	for _, target := range targets {
		if string(target.Type) != "worker" || !strings.HasPrefix(target.URL, "blob:") {
			continue
		}
		ctx, cancel := chromedp.NewContext(tb.ctx, chromedp.WithTargetID(target.TargetID))
		tb.t.Cleanup(cancel)
		if _, err := chromedp.Call(ctx, debugger.Enable, debugger.EnableParams{}); err != nil {
			tb.t.Fatal(err)
		}
		if _, err := chromedp.Call(ctx, debugger.Pause, cdp.Empty{}); err != nil {
			tb.t.Fatal(err)
		}
		return
	}
	tb.t.Fatal("the page has no worker")
}

// TestAccessibility checks every screen and every tab by axe: without data, with them, with
// too few of them, while they are asked for and after they could not be had.
func TestAccessibility(t *testing.T) {
	if _, err := axeScript(); err != nil {
		t.Skip(err)
	}
	page := singleFile(t)
	done := ledgerOfChecks{}
	for _, s := range states {
		list := []look{s.look}
		if everything {
			list = allLooks()
		}
		for _, l := range list {
			t.Run(strings.Join([]string{s.name, l.lang, l.theme, fmt.Sprint(l.width)}, " "), func(t *testing.T) {
				tb := open(t)
				s.enter(tb, page, l)
				tb.tour(func(place string) {
					name := s.name + " " + l.String() + " #/" + place
					if s.settles {
						tb.wait(`!document.querySelector("main progress, .refreshing, .rail-item.busy, .figure[aria-busy=true]")`)
					}
					if s.name != "failed" { // whose cause is a program's last words
						tb.sane(name)
					}
					done.note(place, s.name, tb.axe(name))
				})
			})
		}
	}
	if everything {
		t.Log("\n" + done.String())
	}
}

// allLooks are all there are.
func allLooks() (list []look) {
	for _, lang := range []string{"en", "zh"} {
		for _, theme := range []string{"light", "dark"} {
			list = append(list, look{lang, theme, 1440, 900}, look{lang, theme, 390, 844})
		}
	}
	return list
}

// tour goes to every screen, and to every tab of each, and ends with the card of a customer
// if there is a table of them.
func (tb *tab) tour(visit func(place string)) {
	tb.t.Helper()
	for _, route := range app.Routes() {
		tb.see(route, "main h1, main h2")
		tabs := eval[[]string](tb, `[...document.querySelectorAll("main [role=tab]")].map((tab) => tab.id)`)
		for _, id := range tabs {
			tb.press("#" + id)
			tb.wait(fmt.Sprintf(`document.querySelector("#" + %q)?.getAttribute("aria-selected") === "true"`, id))
			visit(strings.Replace(id, "-", " ", 1))
		}
		if len(tabs) == 0 {
			visit(route)
		}
	}
	tb.see("customers", "main h1, main h2")
	if !eval[bool](tb, `Boolean(document.querySelector("#customers [data-row='0'] td:nth-child(2)"))`) {
		return
	}
	tb.press(`#customers [data-row="0"] td`)
	tb.wait(`document.querySelector("#customer[open]")`)
	visit("customers card")
}

// A ledgerOfChecks counts by place and state how often axe looked and what it found.
type ledgerOfChecks map[string]map[string][2]int

func (l ledgerOfChecks) note(place, state string, broken int) {
	if l[place] == nil {
		l[place] = map[string][2]int{}
	}
	at := l[place][state]
	l[place][state] = [2]int{at[0] + 1, at[1] + broken}
}

// String writes the table of docs/accessibility.md.
func (l ledgerOfChecks) String() string {
	var b strings.Builder
	b.WriteString("| place |")
	for _, s := range states {
		b.WriteString(" " + s.name + " |")
	}
	b.WriteString("\n|---|" + strings.Repeat("---|", len(states)) + "\n")
	for _, place := range slices.Sorted(maps.Keys(l)) {
		fmt.Fprintf(&b, "| %s |", place)
		for _, s := range states {
			if at := l[place][s.name]; at[0] > 0 {
				fmt.Fprintf(&b, " %d of %d |", at[0]-min(at[0], at[1]), at[0])
			} else {
				b.WriteString(" |")
			}
		}
		b.WriteString("\n")
	}
	return b.String()
}
