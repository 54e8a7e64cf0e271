package app

import (
	"strings"
	"testing"

	"churnbench/analysis/engine"
	"churnbench/analysis/survival"
	"churnbench/app/i18n"
	"churnbench/app/retention"
)

// members is a book of contracts in which basic ones end sooner, for causes that are known.
func members() string {
	var b strings.Builder
	b.WriteString("member,start,end,plan,monthly fee,cancellation reason\n")
	for i := range 90 {
		id := string(rune('A'+i/26)) + string(rune('a'+i%26))
		month := string(rune('1' + i%9))
		switch {
		case i%3 == 0:
			b.WriteString(id + ",2023-0" + month + "-01,,premium,30,\n")
		case i%3 == 1:
			b.WriteString(id + ",2023-0" + month + "-01,2023-1" + string(rune('0'+i%3)) + "-15,basic,10,price\n")
		default:
			b.WriteString(id + ",2023-0" + month + "-01,2024-0" + month + "-20,basic,12,moved\n")
		}
	}
	return b.String()
}

func TestSurvivalOfContracts(t *testing.T) {
	eachLang(t, func(t *testing.T, lang i18n.Lang) {
		s := newStage(lang, members())
		r := &retention.State{}
		show := func(name string) string { return look(t, name, retention.View(&s.Host, r)) }
		ask := func() { retention.Ask(&s.Host, r); s.pumpWhile(r.Busy) }
		s.load(t, engine.SourceRef{File: 1})
		if !s.Dataset.Has(engine.OnContracts) {
			t.Fatalf("the book was read as %v", s.Dataset.Bases)
		}
		ask()
		if html := show("contracts"); !strings.Contains(html, `id="survival-gap"`) || strings.Contains(html, `id="retention-cohorts"`) || strings.Contains(html, "NaN") {
			t.Error("a book of contracts has no gap to choose, or has cohorts of orders")
		}
		for i, a := range r.Survival.Answer.Attributes {
			if a.Groups {
				r.Survival.Group = engine.Grouping{By: engine.ByColumn, Column: i}
				break
			}
		}
		r.Survival.SetGap("x")
		r.Survival.Interval = survival.Plain
		ask()
		if html := show("grouped"); !strings.Contains(html, `id="survival-tests"`) || !strings.Contains(html, `id="survival-gap-error"`) {
			t.Error("groups are not compared, or a wrong gap is not said to be")
		}
		r.Tab = retention.TabHazards
		show("regression, not asked")
		ask()
		if html := show("regression"); !strings.Contains(html, `id="proportional"`) || strings.Contains(html, "NaN") {
			t.Errorf("no regression: %v", r.Hazards.Err)
		}
		r.Hazards.Toggle(0, false)
		r.Hazards.Columns = []int{}
		ask()
		if show("nothing chosen"); r.Hazards.Err == nil {
			t.Error("a regression on nothing is answered")
		}
	})
}
