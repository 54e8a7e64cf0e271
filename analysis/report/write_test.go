package report

import (
	"flag"
	"fmt"
	"os"
	"regexp"
	"strings"
	"testing"

	"churnbench/analysis"
	"churnbench/analysis/figure"
)

var update = flag.Bool("update", false, "write the golden files anew")

// say stands in for the catalogues: the key with its arguments.
func say(key string, args ...analysis.Arg) string {
	out := []string{key}
	for _, a := range args {
		out = append(out, strings.TrimSpace(strings.TrimSuffix(fmt.Sprint(a.Text, " ", a.Number), " 0")))
	}
	return strings.Join(out, " ")
}

// drawn is a figure as the engine draws them: classes name the colours.
func drawn() *figure.Figure {
	return &figure.Figure{ID: "curve", Title: "Curve", Width: 100, Height: 50, Description: "It falls.", Footer: "Footer",
		SVG:    `<svg xmlns="http://www.w3.org/2000/svg" width="100" height="50" viewBox="0 0 100 50"><path class="ink-1" stroke="currentColor" d="M0,0h9"/></svg>`,
		Series: []figure.Series{{Label: "Mean", Ink: "ink-1", Shape: figure.Line}, {Label: "Band", Ink: "ink-band", Shape: figure.Band}},
		Table:  figure.Table{Columns: []figure.Column{{Name: "k"}, {Name: "Share", Numeric: true}}, Rows: [][]string{{"1", "40 %"}}}}
}

// sample is a document with a block of every kind, of which all words are these.
func sample(lang, words string) *Document {
	table := figure.Table{Columns: []figure.Column{{Name: words}, {Name: "1", Numeric: true}}, Rows: [][]string{{words, "12\n10–14"}}, Levels: [][]int{{0, 20}}}
	explain := &Explain{Text: words, Formula: "_S_(_t_) = e^(−_λt_)", Inputs: []string{words}, Exclusions: []string{words}, Assumptions: []string{"**" + words + "**"}, Source: words}
	warning := []analysis.Warning{{Message: analysis.Say("warn.some", analysis.Text("name", words))}}
	return &Document{
		Report: Report{Title: words, Client: words, Author: words}, Lang: lang, Say: say,
		Facts: []Fact{{Name: words, Text: words}}, Foot: words, Doubts: warning,
		Parts: []Part{
			{Block: Block{Kind: Summary}},
			{Block: Block{Kind: Heading, Text: words}},
			{Block: Block{Kind: Note, Text: words + "\nline\n\n- " + words + "\n- two"}},
			{Block: Block{Kind: Exhibit, Exhibit: "curve", Caption: words, Table: true}, Title: words, Finding: "**" + words + "**", Figure: drawn(), Explain: explain, Doubts: warning},
			{Block: Block{Kind: PageBreak}},
			{Block: Block{Kind: Exhibit, Exhibit: "table"}, Title: words, Earlier: words, Finding: "**" + words + "**", Numbers: &table, Explain: explain},
			{Block: Block{Kind: Exhibit, Exhibit: "none"}, Title: words, Missing: words},
			{Block: Block{Kind: Exhibit, Exhibit: "late"}, Title: words, Missing: words, Busy: true},
		},
		Ledger: []Part{{Title: words, Numbers: &table, Explain: explain}},
	}
}

func TestGolden(t *testing.T) {
	for lang, words := range map[string]string{"en": "Retention", "zh": "客户留存"} {
		d := sample(lang, words)
		if lang == "zh" {
			d.Paper = Letter
		}
		path, got := "testdata/"+lang+".html", Write(d)
		if *update {
			if err := os.WriteFile(path, []byte(got), 0o644); err != nil {
				t.Fatal(err)
			}
		}
		want, err := os.ReadFile(path)
		if err != nil {
			t.Fatal(err)
		}
		if string(want) != got {
			t.Errorf("%s is another page now; look at it and run go test ./analysis/report -update", path)
		}
	}
}

// tag is one tag of a page, and what it could do that a report must not.
var (
	tag      = regexp.MustCompile(`<[^>]*>`)
	does     = regexp.MustCompile(`(?i)\son\w+=|\ssrc=|\shref=|javascript:|<(script|iframe|object|embed|link|img|base|form)`)
	isStyle  = regexp.MustCompile(`(?s)<style>.*?</style>`)
	fetching = regexp.MustCompile(`(?i)url\(|@import|expression\(`)
)

// Whatever stands in data or was typed is words and nothing else.
func TestHostileWords(t *testing.T) {
	for _, words := range []string{
		`<script>alert(1)</script>`, `"><img src=x onerror=alert(1)>`, `' onmouseover='alert(1)`, `</style><script>alert(1)</script>`,
		`"; } @import url(http://x); a{b:"`, `\`, "a\nb\x00c", "شركة الأمل", "\u202eevil", `&lt;b&gt;`, `]]> --> <!--`, "_x_ **y** ^(z)",
	} {
		page := Write(sample("en", words))
		if n := strings.Count(page, "</style>"); n != 1 {
			t.Errorf("%q: the style ends %d times", words, n)
		}
		style := isStyle.FindString(page)
		inCSS := style[strings.Index(style, "@page{"):strings.Index(style, "@page:first")]
		if rest := regexp.MustCompile(`"[^"]*"`).ReplaceAllString(inCSS, ""); fetching.MatchString(rest) || strings.Count(rest, "{") != strings.Count(rest, "}") {
			t.Errorf("%q leaves its string in the style: %s", words, rest)
		}
		for _, found := range tag.FindAllString(isStyle.ReplaceAllString(page, ""), -1) {
			if at := regexp.MustCompile(`"[^"]*"`).ReplaceAllString(found, `""`); does.MatchString(at) {
				t.Errorf("%q became the tag %s", words, found)
			}
		}
	}
}

// A page asks for nothing and says so itself.
func TestSelfContained(t *testing.T) {
	page := Write(sample("zh", "词"))
	for _, want := range []string{`<html lang="zh-CN">`, `default-src 'none'; style-src 'unsafe-inline'; img-src data:`, "size:A4", "counter(page)", "#0d6e68", "break-after:avoid"} {
		if !strings.Contains(page, want) {
			t.Errorf("the page lacks %s", want)
		}
	}
	if body := Body(sample("en", "x")); strings.Contains(body, " style=") || strings.Contains(body, "currentColor") || strings.Contains(body, "<style") {
		t.Error("a drawing depends on what a page forbids")
	}
	letter := sample("en", "x")
	letter.Paper = Letter
	if !strings.Contains(Style(letter), "size:letter") {
		t.Error("US Letter prints on A4")
	}
}

func TestNumbering(t *testing.T) {
	body := Body(sample("en", "x"))
	for _, want := range []string{"report.figure 1", "report.table 1"} {
		if !strings.Contains(body, want) {
			t.Errorf("the page lacks %q", want)
		}
	}
	if strings.Contains(body, "report.figure 2") || strings.Contains(body, "report.table 2") {
		t.Error("what is missing has a number")
	}
	if n := strings.Count(body, `class="r-finding"`); n != 1 {
		t.Errorf("one finding of two exhibits is said %d times", n)
	}
	if n := strings.Count(body, `class="r-method"`); n != 1 {
		t.Errorf("one explanation of two exhibits stands there %d times", n)
	}
	long := sample("en", "x")
	for range maxRows + 5 {
		long.Parts[5].Numbers.Rows = append(long.Parts[5].Numbers.Rows, []string{"a", "b"})
	}
	if body := Body(long); !strings.Contains(body, "report.rows") {
		t.Error("a long table does not say that it is cut")
	}
}

// What a person or the data says is escaped inside of elements, too.
func TestRich(t *testing.T) {
	var b strings.Builder
	if rich(&b, "a < **b & _x_**"); b.String() != "a &lt; <strong>b &amp; <var>x</var></strong>" {
		t.Errorf("written as %q", b.String())
	}
}

// The summary says each finding once, with where it comes from; of exhibits without any it
// leaves not even its heading.
func TestSummary(t *testing.T) {
	body := Body(sample("en", "x"))
	if n := strings.Count(body, `class="r-see"`); n != 1 || !strings.Contains(body, `<strong>x</strong><span class="r-see" dir="auto">report.figure 1</span>`) {
		t.Errorf("one finding of two exhibits is summed up %d times\n%s", n, body)
	}
	d := sample("en", "x")
	for i := range d.Parts {
		d.Parts[i].Finding = ""
	}
	if body := Body(d); strings.Contains(body, "report.summary") {
		t.Error("a summary of nothing has a heading")
	}
}

// Browsers without boxes in the margins find the foot in the page, out of sight on screen.
func TestRunningFoot(t *testing.T) {
	d := sample("en", "x")
	d.Foot = "Lost: 90 days <b>"
	if body := Body(d); strings.Count(body, `<p class="r-running" dir="auto">Lost: 90 days &lt;b&gt;</p>`) != 1 {
		t.Error("the running foot is missing")
	}
	if style := Style(d); !strings.Contains(style, ".report .r-running{display:none}") || !strings.Contains(style, ".r-running{display:block;position:fixed") {
		t.Error("the running foot is in sight on screen, or not on paper")
	}
}
