package gallery

import (
	"flag"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"

	"github.com/maxence-charriere/go-app/v10/pkg/app"

	"churnbench/app/i18n"
)

var update = flag.Bool("update", false, "write the goldens anew")

// TestGoldens holds the markup of every story in both languages. Run it with
// -update after a change that is meant, and read the difference.
func TestGoldens(t *testing.T) {
	for _, lang := range []i18n.Lang{i18n.English, i18n.Chinese} {
		for _, group := range groups {
			for _, s := range group.stories {
				name := strings.Trim(noName.ReplaceAllString(strings.ToLower(s.name), "-"), "-") + "." + string(lang) + ".html"
				t.Run(name, func(t *testing.T) { compare(t, filepath.Join("testdata", name), markup(lang, s)) })
			}
		}
	}
}

var noName = regexp.MustCompile(`[^a-z0-9]+`)

func markup(lang i18n.Lang, s story) string {
	g := &Gallery{Lang: lang}
	return sortAttributes(app.HTMLString(app.Div().Body(s.show(g)...))) + "\n"
}

func compare(t *testing.T, path, got string) {
	t.Helper()
	if *update {
		if err := os.MkdirAll(filepath.Dir(path), 0o755); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(path, []byte(got), 0o644); err != nil {
			t.Fatal(err)
		}
		return
	}
	want, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	if got != string(want) {
		t.Errorf("%s differs from line %d on; see the change with -update and git diff", path, firstDifference(got, string(want)))
	}
}

func firstDifference(a, b string) int {
	la, lb := strings.Split(a, "\n"), strings.Split(b, "\n")
	for i := range min(len(la), len(lb)) {
		if la[i] != lb[i] {
			return i + 1
		}
	}
	return min(len(la), len(lb)) + 1
}

var (
	tag       = regexp.MustCompile(`<[a-z][a-z0-9]*((?: [a-zA-Z:-]+(?:="(?:[^"\\]|\\.)*")?)+)`)
	attribute = regexp.MustCompile(` ([a-zA-Z:-]+)(?:="((?:[^"\\]|\\.)*)")?`)
)

// sortAttributes brings attributes, which go-app keeps in a map, into order.
func sortAttributes(html string) string {
	return tag.ReplaceAllStringFunc(html, func(start string) string {
		all := attribute.FindAllString(start, -1)
		name, _, _ := strings.Cut(start, " ")
		slices.Sort(all)
		return name + strings.Join(all, "")
	})
}

// page is the whole gallery as markup.
func page(lang i18n.Lang) string {
	g := &Gallery{Lang: lang, dialog: true}
	g.tell(app.Context{})
	return app.HTMLString(g)
}

// The page's policy blocks style attributes, and a key that nobody wrote shows
// as «key».
func TestNoStyleAndNoMissingWords(t *testing.T) {
	for _, lang := range []i18n.Lang{i18n.English, i18n.Chinese} {
		html := page(lang)
		for _, fault := range []string{" style=", "<style", "«", "onclick=", "javascript:"} {
			if i := strings.Index(html, fault); i >= 0 {
				t.Errorf("%s: %q in …%s…", lang, fault, html[max(0, i-80):min(len(html), i+80)])
			}
		}
	}
}

func TestIDsAreUnique(t *testing.T) {
	seen := map[string]bool{}
	for _, m := range regexp.MustCompile(` id="([^"]*)"`).FindAllStringSubmatch(page(i18n.English), -1) {
		if seen[m[1]] {
			t.Errorf("id %q is given twice", m[1])
		}
		seen[m[1]] = true
	}
	if len(seen) < 30 {
		t.Errorf("only %d ids: the search has lost its way", len(seen))
	}
}

// What ARIA attributes and labels refer to must be there.
func TestReferencesLead(t *testing.T) {
	html := page(i18n.English)
	references := regexp.MustCompile(` (?:aria-describedby|aria-labelledby|aria-activedescendant|for)="([^"]+)"`)
	for _, m := range references.FindAllStringSubmatch(html, -1) {
		for _, id := range strings.Fields(m[1]) {
			if !strings.Contains(html, ` id="`+id+`"`) {
				t.Errorf("nothing has id %q", id)
			}
		}
	}
}

// Everything that can be pressed has words or a label.
func TestButtonsHaveNames(t *testing.T) {
	buttons := regexp.MustCompile(`(?s)<button([^>]*)>(.*?)</button>`)
	tags := regexp.MustCompile(`(?s)<[^>]*>`)
	n := 0
	for _, m := range buttons.FindAllStringSubmatch(page(i18n.Chinese), -1) {
		n++
		if strings.TrimSpace(tags.ReplaceAllString(m[2], "")) == "" && !strings.Contains(m[1], `aria-label="`) {
			t.Errorf("a button without a name: %s", m[0])
		}
	}
	if n < 30 {
		t.Errorf("found only %d buttons", n)
	}
}

// The English page holds no Chinese and the Chinese page no English sentence.
func TestOneLanguageAtATime(t *testing.T) {
	tags := regexp.MustCompile(`(?s)<[^>]*>`)
	if han := regexp.MustCompile(`\p{Han}+`).FindString(tags.ReplaceAllString(page(i18n.English), "")); han != "" {
		t.Errorf("the English page says %s", han)
	}
	sentence := regexp.MustCompile(`[a-z]+ [a-z]+ [a-z]+ [a-z]+`)
	if english := sentence.FindString(tags.ReplaceAllString(page(i18n.Chinese), "")); english != "" {
		t.Errorf("the Chinese page says %q", english)
	}
}
