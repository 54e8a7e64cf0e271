package app

import (
	"reflect"
	"slices"
	"strings"
	"testing"
	"time"

	"churnbench/analysis/engine"
	"churnbench/app/i18n"
	"churnbench/app/segments"
	"churnbench/app/ui"
)

// untold are the choices that undoing does not call by name: nobody makes them on a screen,
// or the figure alone shows what they were.
var untold = []string{
	"churn.RateOptions.Gap", "churn.RateOptions.Trailing", "churn.Weights.Gone", "churn.Weights.Returned",
	"clv.ProjectionOptions.Calibration", "clv.ProjectionOptions.Period", "clv.ProjectionOptions.Revenue",
	"cohort.Options.Periods", "cohort.Options.Values", "engine.BootstrapRequest.Replicates", "engine.BootstrapRequest.Seed",
	"engine.CohortCell.Column", "engine.CohortsRequest.Limit", "engine.CohortsRequest.Offset", "engine.CohortsRequest.Selected",
	"engine.CostFrom.Column", "engine.CostFrom.FromColumn", "engine.CostFrom.Typed", "engine.CustomersRequest.Fit", "engine.CustomersRequest.Limit",
	"engine.CustomersRequest.Offset", "engine.DefinitionRequest.Day", "engine.DefinitionRequest.Followup", "engine.DefinitionRequest.From",
	"engine.HazardsRequest.Level", "engine.LifecycleRequest.Limit", "engine.LifecycleRequest.Offset", "engine.Measures.Tiers",
	"engine.ProfilesRequest.Clusters", "engine.Segmentation.Measure", "engine.Segmentation.Since", "engine.Segmentation.Tiers", "engine.Segmentation.Versus", "engine.SurvivalRequest.Level", "segment.ClusterOptions.Seed", "segment.RankOptions.Seed",
}

// eachField calls f with every field of a type that is one choice.
func eachField(t reflect.Type, f func(name string, t reflect.Type)) {
	for t.Kind() == reflect.Pointer {
		t = t.Elem()
	}
	for i := range t.NumField() {
		field := t.Field(i)
		of := field.Type
		for of.Kind() == reflect.Pointer {
			of = of.Elem()
		}
		if of.Kind() != reflect.Struct {
			f(t.String()+"."+field.Name, of)
		} else if field.Name != "Layout" {
			eachField(of, f)
		}
	}
}

// TestEveryChoiceIsTold: each is called by its control's name, or said not to be.
func TestEveryChoiceIsTold(t *testing.T) {
	known := map[string]bool{}
	for _, c := range choices {
		known[c.field] = true
	}
	found := map[string]bool{}
	eachField(reflect.TypeFor[engine.Questions](), func(name string, _ reflect.Type) {
		if known[name] == slices.Contains(untold, name) {
			t.Errorf("%s is told: %v", name, known[name])
		}
		found[name] = true
	})
	for name := range known {
		if !found[name] {
			t.Errorf("%s is told of, and is no choice", name)
		}
	}
}

// TestChoicesAreWritten writes each in both languages, as it is at first and as something
// else: nothing is left open in what is said.
func TestChoicesAreWritten(t *testing.T) {
	types := map[string]reflect.Type{}
	eachField(reflect.TypeFor[engine.Questions](), func(name string, of reflect.Type) { types[name] = of })
	eachLang(t, func(t *testing.T, lang i18n.Lang) {
		w := &Workbench{host: newStage(lang).Host}
		for i := range choices {
			c := &choices[i]
			if !i18n.Has(c.label) {
				t.Errorf("%s is called %q, which no catalogue has", c.field, c.label)
			}
			of := types[c.field]
			if c.field == "engine.Questions.ClusterNames" {
				of = reflect.TypeFor[string]()
			}
			other := reflect.New(of).Elem()
			switch {
			case other.CanInt():
				other.SetInt(400)
			case other.CanFloat():
				other.SetFloat(.4)
			case of.Kind() == reflect.String && c.as == asText:
				other.SetString("x")
			}
			for _, v := range []reflect.Value{reflect.New(of).Elem(), other} {
				said := w.host.T(c.label) + w.written(c, v)
				if strings.ContainsAny(said, "{}«") || c.as == asWord && c.zero != "" && w.written(c, v) == "" || c.as < asWord && c.as != asNothing && w.written(c, v) == "" {
					t.Errorf("%s is said %q", c.field, said)
				}
			}
		}
	})
}

// TestUndoSaysWhatItDoes changes choices on several screens, and takes them back.
func TestUndoSaysWhatItDoes(t *testing.T) {
	s := newStage(i18n.English)
	w, _ := on(s)
	now := at(0)
	w.host.Clock = func() time.Time { now = now.Add(time.Minute); return now }
	said := ""
	w.host.Tell = func(text string, _ ui.Level) { said = strings.NewReplacer("\u00a0", " ", "\u202f", " ").Replace(text) }
	s.drop(w, []string{"march.csv"}, march)
	w.read(s)
	w.customers.Known = true
	w.asked()
	for _, step := range []struct {
		change         func()
		name, was, now string
	}{
		{func() { w.segments.SetBins(4); segments.Ask(&w.host, &w.segments) }, "Segments · RFM, Scores from 1 to", "5", "4"},
		{func() { w.value.SetModel("Pareto/NBD"); w.asked() }, "Value, Model of purchases", "BG/NBD", "Pareto/NBD"},
		{func() { w.value.SetHorizon("24"); w.asked() }, "Value, Horizon", "12 months", "24 months"},
		{func() {
			w.customers.Rearrange(func(q *engine.CustomersRequest) { q.Search = "ann" })
			w.asked()
		}, "Customers, Search", "none", "ann"},
		{func() { w.customers.SortBy(engine.ColumnDays); w.asked() }, "Customers, sorted by", "Spend", "Purchase days"},
		{func() { w.redefine(s, 40) }, "Definition", "silence of the length that the data propose", "40 days of silence"},
	} {
		before := w.asking()
		step.change()
		s.rest(w)
		after := w.asking()
		if reflect.DeepEqual(before, after) {
			t.Errorf("%s: nothing was changed", step.name)
			continue
		}
		w.undo()
		s.rest(w)
		if got := w.asking(); len(changes(&got, &before)) > 0 || said != "Undone: "+step.name+": "+step.now+" → "+step.was {
			t.Errorf("undone: %q, want %s; %v differ", said, step.name, changes(&got, &before))
		}
		w.redo()
		s.rest(w)
		if got := w.asking(); len(changes(&got, &after)) > 0 || said != "Redone: "+step.name+": "+step.was+" → "+step.now {
			t.Errorf("redone: %q, want %s; %v differ", said, step.name, changes(&got, &after))
		}
	}
}

// Names given to clusters are taken back, and are no other clusters.
func TestUndoOfNames(t *testing.T) {
	a, b := asks(100, 3), asks(100, 3)
	a.ClusterNames, b.ClusterNames = []string{"", "", ""}, []string{"", "Regulars", ""}
	var h history
	h.note(a, at(0))
	h.note(b, at(10))
	s, q := h.undo()
	if s.question != clusterNames || !slices.Equal(q.ClusterNames, a.ClusterNames) {
		t.Errorf("undone: %s, %q", s.question, q.ClusterNames)
	}
	w := &Workbench{host: newStage(i18n.English).Host}
	if said := w.difference(clusterNames, &a, &b); !strings.Contains(said, "none → Regulars") {
		t.Errorf("said %q", said)
	}
}

// What is typed into the search within a few seconds is one step.
func TestSearchIsOneStep(t *testing.T) {
	var h history
	ask := func(text string) engine.Questions {
		q := asks(100, -1)
		q.Customers = &engine.CustomersRequest{Search: text}
		return q
	}
	h.note(ask(""), at(0))
	for i, text := range []string{"a", "an", "ann"} {
		h.note(ask(text), at(10+2*float64(i)))
	}
	h.note(ask("bob"), at(60))
	if _, q := h.undo(); q.Customers.Search != "ann" {
		t.Errorf("undone to %q", q.Customers.Search)
	}
	if _, q := h.undo(); q.Customers.Search != "" || h.canUndo() {
		t.Errorf("undone to %q", q.Customers.Search)
	}
}
