package i18n

import (
	"maps"
	"slices"
	"strings"
	"testing"
	"unicode"

	"churnbench/analysis"
)

func TestBothLanguagesAreComplete(t *testing.T) {
	for key, e := range messages {
		for lang, text := range map[string]string{"English": e.En, "Chinese": e.Zh} {
			if strings.TrimSpace(text) == "" {
				t.Errorf("%s has no %s text", key, lang)
			}
			if text != strings.TrimSpace(text) && strings.ContainsFunc(text, unicode.IsLetter) {
				t.Errorf("%s: blanks around the %s text %q", key, lang, text)
			}
		}
		if chineseIn(e.En) && !strings.Contains(string(key), "lang") && !bilingual(key) {
			t.Errorf("%s: the English text holds Chinese: %q", key, e.En)
		}
	}
}

// bilingual names the few messages that show a word of the other language on
// purpose: the switch between the two.
func bilingual(key Key) bool {
	return strings.Contains(string(key), "chinese") || strings.HasPrefix(string(key), "boot.")
}

func chineseIn(s string) bool {
	return strings.ContainsFunc(s, func(r rune) bool { return unicode.Is(unicode.Han, r) && r != '年' && r != '月' && r != '日' })
}

// A placeholder that only one language has is a fact that the other does not
// tell. Plural forms are English only.
func TestBothLanguagesHaveTheSamePlaceholders(t *testing.T) {
	for key, e := range messages {
		en, zh := placeholders(e.En), placeholders(e.Zh)
		if !slices.Equal(en, zh) {
			t.Errorf("%s: English names %v, Chinese %v", key, en, zh)
		}
	}
}

// placeholders returns the names that a text shows, sorted, without repeats.
func placeholders(text string) []string {
	names := map[string]bool{}
	for _, part := range strings.Split(text, "{")[1:] {
		inside, _, _ := strings.Cut(part, "}")
		if !strings.Contains(inside, "|") {
			names[inside] = true
		}
	}
	return slices.Sorted(maps.Keys(names))
}

func TestPlaceholdersAreWellFormed(t *testing.T) {
	for key, e := range messages {
		for _, text := range []string{e.En, e.Zh} {
			for _, part := range strings.Split(text, "{")[1:] {
				inside, _, closed := strings.Cut(part, "}")
				if n := strings.Count(inside, "|"); !closed || n != 0 && n != 2 || strings.Contains(inside, " ") && n == 0 {
					t.Errorf("%s: {%s is no placeholder", key, part)
				}
			}
			if strings.Count(text, "{") != strings.Count(text, "}") {
				t.Errorf("%s: braces do not match in %q", key, text)
			}
		}
	}
}

func TestNoKeyTwice(t *testing.T) {
	owner := map[Key]int{}
	for i, area := range areas {
		for key := range area {
			if j, taken := owner[key]; taken {
				t.Errorf("%s is in catalogue %d and in %d", key, j, i)
			}
			owner[key] = i
		}
	}
}

func TestSay(t *testing.T) {
	messages["test.rows"] = Entry{"{n} {n|row|rows} of {name}, {share}", "{name} 共 {n} 行，{share}"}
	messages["test.word"] = Entry{"the {role} column", "{role}列"}
	messages["test.date"] = Entry{"date", "日期"}
	messages["test.all"] = Entry{"{day} {size} {sum} {small} {v}", "{day} {size} {sum} {small} {v}"}
	defer func() {
		for _, key := range []Key{"test.rows", "test.word", "test.date", "test.all"} {
			delete(messages, key)
		}
	}()
	all := analysis.Say("test.all", analysis.On("day", analysis.Date(2024, 3, 5)), analysis.Size("size", 44_600_000),
		analysis.Amount("sum", analysis.MoneyOf(1_260_000.4)), analysis.Amount("small", analysis.MoneyOf(12.5)), analysis.Number("v", 0.242612))
	for _, tt := range []struct {
		message analysis.Message
		en, zh  string
	}{
		{analysis.Say("test.rows", analysis.Count("n", 1), analysis.Text("name", "a.csv"), analysis.Percent("share", .242)),
			"1 row of a.csv, 24.2\u00a0%", "a.csv 共 1 行，24.2%"},
		{analysis.Say("test.rows", analysis.Count("n", 69659), analysis.Text("name", "a{x}.csv"), analysis.Percent("share", 1)),
			"69,659 rows of a{x}.csv, 100.0\u00a0%", "a{x}.csv 共 69,659 行，100.0%"},
		{analysis.Say("test.word", analysis.Word("role", "test.date")), "the date column", "日期列"},
		{all, "5\u00a0Mar\u00a02024 44.6\u00a0MB 1,260,000 12.50 0.2426", "2024年3月5日 44.6\u00a0MB 1,260,000 12.50 0.2426"},
		{analysis.Say("test.nowhere"), "«test.nowhere»", "«test.nowhere»"},
		{analysis.Say("test.word"), "the {role} column", "{role}列"},
	} {
		if got := Say(English, tt.message); got != tt.en {
			t.Errorf("English %q, want %q", got, tt.en)
		}
		if got := Say(Chinese, tt.message); got != tt.zh {
			t.Errorf("Chinese %q, want %q", got, tt.zh)
		}
	}
}
