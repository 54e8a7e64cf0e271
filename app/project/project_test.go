package project

import (
	"math"
	"slices"
	"strings"
	"testing"

	"churnbench/analysis/engine"
	"churnbench/analysis/report"
	"churnbench/app/i18n"
	"churnbench/app/screen"
)

// saved is a project about files with these contents, each named after its place, with
// receipts of these digests and one headline each.
func saved(contents string, digests map[string]string) *engine.Project {
	p := &engine.Project{Program: "1"}
	for i, c := range strings.Fields(contents) {
		name := "file" + string(rune('0'+i))
		if n, hash, ok := strings.Cut(c, ":"); ok {
			name, c = n, hash
		}
		p.Files = append(p.Files, engine.ProjectFile{Name: name, SHA256: c})
	}
	for _, q := range slices.Sorted(func(yield func(string) bool) {
		for q := range digests {
			if !yield(q) {
				return
			}
		}
	}) {
		p.Receipts = append(p.Receipts, engine.Receipt{Question: q, Digest: digests[q],
			Headlines: []engine.Headline{{Key: "headline.customers", Unit: engine.CountUnit, Value: float64(len(digests[q]))}}})
	}
	return p
}

func TestCompareTellsSameFromOther(t *testing.T) {
	both := map[string]string{"Data": "a", "Value": "b"}
	other := map[string]string{"Data": "a", "Value": "cc"}
	for name, c := range map[string]struct {
		then, now         *engine.Project
		identical, broken bool
	}{
		"the same":              {saved("x y", both), saved("x y", both), true, false},
		"other digits":          {saved("x", both), saved("x", other), false, true},
		"other data":            {saved("x", both), saved("z", other), false, false},
		"other data, same size": {saved("x", both), saved("z", both), false, false},
		"one file more":         {saved("x", both), saved("x y", both), false, false},
		"one file less":         {saved("x y", both), saved("x", both), false, false},
		"renamed":               {saved("x", both), saved("other:x", both), true, false},
		"no receipts":           {saved("x", nil), saved("x", both), false, false},
		"unknown bytes":         {saved("a:", both), saved("a:", both), false, false},
		"the same sample":       {&engine.Project{Sample: "shop", Receipts: saved("", both).Receipts}, &engine.Project{Sample: "shop", Receipts: saved("", both).Receipts}, true, false},
		"a sample, then files":  {&engine.Project{Sample: "shop", Receipts: saved("", both).Receipts}, saved("x", both), false, false},
	} {
		got := Compare(c.then, c.now)
		if got.Identical() != c.identical || got.Broken() != c.broken {
			t.Errorf("%s: identical %v, broken %v (%+v)", name, got.Identical(), got.Broken(), got)
		}
	}
}

// Files are paired by their bytes, then by their names, then in their order.
func TestCompareFiles(t *testing.T) {
	then := saved("orders:1 list:2 notes:3 march:4 gone:5", nil)
	now := saved("renamed:2 orders:9 april:8 notes:3", nil)
	got := map[string]string{}
	for _, f := range Compare(then, now).Files {
		same := ""
		if f.Same {
			same = " same"
		}
		got[f.Then.Name] = f.Now.Name + same
	}
	want := map[string]string{"orders": "orders", "list": "renamed same", "notes": "notes same", "march": "april", "gone": ""}
	for then, now := range want {
		if got[then] != now {
			t.Errorf("%s became %q, want %q", then, got[then], now)
		}
	}
}

// A headline that one side lacks is not known there; changes of 0 have no relative size.
func TestCompareRows(t *testing.T) {
	head := func(key string, v float64) engine.Headline { return engine.Headline{Key: key, Value: v} }
	then := &engine.Project{Receipts: []engine.Receipt{{Question: "Data", Headlines: []engine.Headline{head("a", 10), head("b", 0), head("old", 1)}}, {Question: "Gone"}}}
	now := &engine.Project{Receipts: []engine.Receipt{{Question: "Data", Headlines: []engine.Headline{head("b", 5), head("a", 8), head("new", 2)}}}}
	rows := Compare(then, now).Rows
	if len(rows) != 4 {
		t.Fatalf("%d rows: %v", len(rows), rows)
	}
	if r := rows[0]; r.Change() != -2 || r.Relative() != -.2 {
		t.Errorf("10 → 8 is a change of %v, %v", r.Change(), r.Relative())
	}
	if r := rows[1]; r.Change() != 5 || !math.IsInf(r.Relative(), 1) {
		t.Errorf("0 → 5 is a change of %v, %v", r.Change(), r.Relative())
	}
	if !math.IsNaN(rows[2].Now) || !math.IsNaN(rows[3].Then) || rows[3].Now != 2 {
		t.Errorf("what one side lacks: %v, %v", rows[2], rows[3])
	}
}

func TestStateKnowsWhatIsUnsaved(t *testing.T) {
	s := &State{}
	if s.Dirty(report.Report{}) {
		t.Error("nothing is unsaved")
	}
	if s.Notes = "look at May"; !s.Dirty(report.Report{}) {
		t.Error("notes would be lost")
	}
	s.Open(&engine.Project{Name: "Acme", Notes: "seen"})
	if s.Dirty(report.Report{}) || !s.Waits || s.Name != "Acme" || s.Notes != "seen" {
		t.Errorf("opened: %+v", s)
	}
	if !s.Dirty(report.Report{Blocks: []report.Block{{Kind: report.Note}}}) || !s.Dirty(report.Report{Title: "Acme"}) {
		t.Error("a report would be lost")
	}
	if s.Name = "Acme 2"; !s.Dirty(report.Report{}) {
		t.Error("another name is no change")
	}
	s.Saved(&engine.Project{Name: "Acme 2", Notes: "seen", Receipts: make([]engine.Receipt, 1), Files: []engine.ProjectFile{{Name: "a", Size: 3, SHA256: "ff"}}})
	if s.Dirty(report.Report{}) || s.Now == nil {
		t.Error("what was saved is unsaved")
	}
	if s.Waits = false; s.Known("a", 3) != "ff" || s.Known("a", 4) != "" {
		t.Error("fingerprints are of another file")
	}
	s.Close()
	if s.Dirty(report.Report{}) || s.Opened != nil || s.Now != nil {
		t.Errorf("closed: %+v", s)
	}
}

func TestWriting(t *testing.T) {
	h := &screen.Host{Lang: i18n.English, Dataset: &engine.Dataset{Currency: "USD"}}
	v := view{Host: h}
	for want, r := range map[string]Row{
		"+250 (+25.0 %)":   {Unit: engine.CountUnit, Then: 1000, Now: 1250},
		"+1.5 points":      {Unit: engine.ShareUnit, Then: .2, Now: .215},
		"unchanged":        {Unit: engine.MoneyUnit, Then: 5, Now: 5},
		"–":                {Unit: engine.MoneyUnit, Then: math.NaN(), Now: 5},
		"+$5":              {Unit: engine.MoneyUnit, Then: 0, Now: 5},
		"+1 day (+50.0 %)": {Unit: engine.DaysUnit, Then: 2, Now: 3},
	} {
		if got := strings.NewReplacer("\u00a0", " ", "\u202f", " ").Replace(v.change(&r)); got != want {
			t.Errorf("%v → %v is written %q, want %q", r.Then, r.Now, got, want)
		}
	}
	if !strings.Contains(day(h, "2026-03-05T10:00:00Z"), "2026") || day(h, "soon") != "soon" {
		t.Error("a time that is none is not shown as it is")
	}
}
