package app

import (
	"math/rand/v2"
	"reflect"
	"slices"
	"testing"

	"churnbench/analysis/churn"
	"churnbench/analysis/clv"
	"churnbench/analysis/engine"
	"churnbench/app/i18n"
	"churnbench/app/screen"
	"churnbench/app/segments"
)

// choices are what a person can choose on the screens.
func (w *Workbench) choices() []any {
	r, s, v := &w.retention, &w.segments, &w.value
	return []any{
		&w.host.Definition, &w.definition.Compared,
		&w.overview.Basis, &w.overview.Options,
		&r.Cohorts.Options, &r.Cohorts.Selected,
		&r.Survival.Basis, &r.Survival.Group, &r.Survival.Interval, &r.Survival.Tau, &r.Survival.Rule,
		&r.Hazards.Columns, &r.Hazards.Ties, &r.Hazards.Strata,
		&r.Projection.Options, &r.Ladder.Within,
		&s.Options, &s.Show, &s.Tiers, &s.Top, &s.K, &s.Columns, &s.Keys.Weights, &s.Keys.Top,
		&s.Lifecycle.Options, &s.Lifecycle.Before, &s.Lifecycle.Day,
		&s.Migration.By, &s.Migration.From, &s.Migration.To, &s.Migration.Window, &s.Migration.Sankey,
		&s.Profiles.View, &s.Profiles.Across, &s.Profiles.Measure, &s.Profiles.After, &s.Profiles.Sort,
		&s.Portfolio.Options, &s.Portfolio.By, &s.Portfolio.Column,
		&v.Options, &v.Cost, &v.Chosen,
		&w.customers.Query,
	}
}

// hold makes every question one of the person's.
func (w *Workbench) hold() {
	q := everything()
	for _, s := range w.choosers() {
		s.Take(&q)
	}
}

// everything asks all there is to ask.
func everything() (q engine.Questions) {
	eachQuestion(&q, &q, func(_ string, x, _ reflect.Value) { x.Set(reflect.New(x.Type().Elem())) })
	q.Covariates.Attributes = []clv.Attribute{{At: 1}}
	q.ClusterNames = []string{"", "Regulars"}
	return q
}

// choose fills v with something that is not its zero value.
func choose(r *rand.Rand, v reflect.Value) {
	switch v.Kind() {
	case reflect.Bool:
		v.SetBool(true)
	case reflect.String:
		v.SetString(string(rune('a' + r.IntN(26))))
	case reflect.Float64:
		v.SetFloat(.1 + r.Float64())
	case reflect.Slice:
		v.Set(reflect.MakeSlice(v.Type(), 1+r.IntN(3), 4))
		for i := range v.Len() {
			choose(r, v.Index(i))
		}
	case reflect.Array:
		for i := range v.Len() {
			choose(r, v.Index(i))
		}
	case reflect.Struct:
		for i := range v.NumField() {
			if v.Type().Field(i).IsExported() {
				choose(r, v.Field(i))
			}
		}
	case reflect.Pointer:
		v.Set(reflect.New(v.Type().Elem()))
		choose(r, v.Elem())
	default:
		n := int64(1 + r.IntN(9))
		if v.CanUint() {
			v.SetUint(uint64(n))
		} else {
			v.SetInt(n)
		}
	}
}

// Whatever a person chose, questions that are written down and taken over are the same.
func TestQuestionsAreTakenOver(t *testing.T) {
	r := rand.New(rand.NewPCG(7, 7))
	plain := Workbench{}
	plain.hold()
	before := plain.questions()
	for range 100 {
		w, other := Workbench{}, Workbench{}
		w.hold()
		for _, c := range w.choices() {
			choose(r, reflect.ValueOf(c).Elem())
		}
		w.customers.Query.Count, w.customers.Query.Fit, w.customers.Query.Offset, w.customers.Query.Limit = nil, false, 0, 0
		w.segments.Migration.Fixed = r.IntN(2) == 0
		if w.segments.Migration.Fixed {
			w.segments.Migration.By = engine.SegmentRFM
		}
		if r.IntN(2) == 0 {
			w.segments.Profiles.View = "own"
			choose(r, reflect.ValueOf(&w.segments.Profiles.By).Elem())
		}
		q := w.questions()
		if names := changes(&before, &q); len(names) != len(screen.Topics) {
			t.Fatalf("only %v differ from what a new page asks", names)
		}
		other.adopt(&q)
		if got := other.questions(); !reflect.DeepEqual(got, q) {
			t.Fatalf("changed on the way: %v", changes(&q, &got))
		}
	}
}

// Each question of the contract is asked by some screen, known by a name, and in the
// order in which changes are told.
func TestEveryQuestionHasAScreen(t *testing.T) {
	w, q := Workbench{}, everything()
	w.adopt(&q)
	got, empty := w.questions(), engine.Questions{}
	asked, none := reflect.ValueOf(got), (&Workbench{}).questions()
	for i := range asked.NumField() {
		if name := asked.Type().Field(i).Name; asked.Field(i).IsNil() {
			t.Errorf("nobody asks %s", name)
		}
	}
	if !reflect.DeepEqual(none, empty) {
		t.Error("a page on which nobody has asked anything asks something")
	}
	n := 0
	eachQuestion(&q, &q, func(name string, _, _ reflect.Value) {
		if n >= len(screen.Topics) || screen.Topics[n].Question != name {
			t.Errorf("question %d is %s: screen.Topics says otherwise", n, name)
			return
		}
		topic := screen.Topics[n]
		n++
		if !i18n.Has(i18n.Key("screen."+topic.Route)) || topic.Label != "" && !i18n.Has(topic.Label) {
			t.Errorf("%s has no name", name)
		}
		if !slices.ContainsFunc(routes, func(r route) bool { return r.path == topic.Route }) {
			t.Errorf("%s is asked on %q, which is no screen", name, topic.Route)
		}
	})
}

// What is searched for is part of somebody's name: it goes into no file.
func TestSearchIsNotWrittenDown(t *testing.T) {
	w := Workbench{}
	w.hold()
	w.customers.Query.Search = "ann"
	if q := w.questions(); q.Customers.Search != "" {
		t.Errorf("the search for %q is written down", q.Customers.Search)
	}
}

// taker stands a workbench on a stage: its engine answers, its changes are noted.
func taker(t *testing.T) (*Workbench, *stage) {
	s := newStage(i18n.English)
	w := &Workbench{host: s.Host}
	s.load(t, sampleRef("shop", i18n.English))
	w.host.Dataset, w.host.Asked, w.host.Define = s.Dataset, w.asked, w.define
	w.ask()
	settle(w, s)
	return w, s
}

// settle lets the engine answer until nothing is under way.
func settle(w *Workbench, s *stage) {
	s.pumpWhile(func() bool {
		g := &w.segments
		return w.definition.Busy || w.overview.Busy || w.retention.Busy() || g.Busy || g.Spread.Busy || g.Clusters.Busy || w.value.Busy
	})
}

// Taking questions asks again what differs and has been asked, and nothing else.
func TestTakeAsksWhatDiffers(t *testing.T) {
	w, s := taker(t)
	q := w.questions()
	cohorts := *q.Cohorts
	cohorts.Selected = "2023-01-01"
	q.Cohorts, q.Clusters = &cohorts, &engine.ClustersRequest{Columns: []int{0}}
	w.take(q)
	if !w.retention.Cohorts.Busy || w.retention.Survival.Busy || w.segments.Busy || w.value.Busy || w.overview.Busy || w.definition.Busy {
		t.Error("not exactly the cohorts are asked again")
	}
	if w.segments.Clusters.Asked() || len(w.segments.Columns) != 1 {
		t.Error("clusters, which nobody has looked at, are asked or not taken")
	}
	settle(w, s)

	q.Definition = &engine.DefinitionRequest{Definition: churn.Definition{Window: 60}, Compare: q.Definition.Compare}
	w.route = "segments"
	w.take(q)
	if w.host.Definition.Window != 60 || !w.definition.Busy || !w.segments.Busy || w.overview.Busy || w.value.Busy {
		t.Error("another definition does not go the way of one that is chosen")
	}
	settle(w, s)
	if got := w.questions(); !reflect.DeepEqual(got.Definition, q.Definition) || got.Segments.Definition.Window != 60 {
		t.Error("the definition has not been taken")
	}
}

// Unsaved is what the person decided, not what she looked at.
func TestUnsaved(t *testing.T) {
	w, s := taker(t)
	segments.AskSpread(&w.host, &w.segments)
	settle(w, s)
	if w.unsaved() {
		t.Error("looking at a sample is work to be saved")
	}
	w.segments.Top = .3
	segments.AskSpread(&w.host, &w.segments)
	settle(w, s)
	if !w.unsaved() {
		t.Error("a choice would be lost")
	}
}
