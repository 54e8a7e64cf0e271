package engine_test

import (
	"fmt"
	"reflect"
	"slices"
	"strings"
	"testing"

	"churnbench/analysis"
	"churnbench/analysis/churn"
	"churnbench/analysis/clv"
	"churnbench/analysis/cohort"
	"churnbench/analysis/engine"
)

// positions are the fields below Questions that count columns; counts are whole numbers
// that do not. A field in neither is new: say which it is, and if it counts columns, have
// Questions.For move it.
var (
	positions = []string{"Ended.Column", "Options.Column", "Grouping.Column", "HazardsRequest.Columns", "Segmentation.Column",
		"ClustersRequest.Columns", "Criterion.Column", "CostFrom.Column", "Attribute.At"}
	counts = []string{"Definition.Window", "Decline.Recent", "Decline.Prior", "DefinitionRequest.Followup", "RateOptions.Days", "LadderRequest.Within", "RateOptions.Gap",
		"RateOptions.Trailing", "Options.Values", "Options.Bounds", "Options.Periods", "CohortsRequest.Offset", "CohortsRequest.Limit", "BookRule.Gap",
		"ProjectionOptions.Calibration", "ProjectionOptions.Horizon", "Options.Bins", "Bounds.N", "Segmentation.Measure", "Own.Bins", "Own.N",
		"Rule.RMin", "Rule.RMax", "Rule.FMin", "Rule.FMax", "Rule.MMin", "Rule.MMax", "RankOptions.Top", "RankOptions.Seed", "ClusterOptions.K", "ClusterOptions.Seed",
		"Options.Silence", "Options.Recent", "Options.Exploring", "Options.Tenure", "LifecycleRequest.Offset", "LifecycleRequest.Limit", "MigrationRequest.Window",
		"ProfilesRequest.After", "PortfolioOptions.Days", "Axis.Bands", "Options.Horizon", "BootstrapRequest.Replicates", "BootstrapRequest.Seed",
		"CustomersRequest.Offset", "CustomersRequest.Limit", "CohortCell.Column", // of a cohort table
	}
)

// A leaf is a value below Questions that holds no others, and the field it is in.
type leaf struct {
	field string // Type.Field
	path  string
	value reflect.Value
}

// leaves visits every leaf; lists and pointers are filled with n elements first, if n > 0.
func leaves(v reflect.Value, field, path string, n int, visit func(leaf)) {
	switch v.Kind() {
	case reflect.Struct:
		for i := range v.NumField() {
			f := v.Type().Field(i)
			leaves(v.Field(i), v.Type().Name()+"."+f.Name, path+"."+f.Name, n, visit)
		}
	case reflect.Pointer:
		if n > 0 && v.IsNil() {
			v.Set(reflect.New(v.Type().Elem()))
		}
		if !v.IsNil() {
			leaves(v.Elem(), field, path, n, visit)
		}
	case reflect.Slice:
		if n > 0 {
			v.Set(reflect.MakeSlice(v.Type(), n, n))
		}
		for i := range v.Len() {
			leaves(v.Index(i), field, fmt.Sprintf("%s[%d]", path, i), n, visit)
		}
	case reflect.Array:
		for i := range v.Len() {
			leaves(v.Index(i), field, fmt.Sprintf("%s[%d]", path, i), n, visit)
		}
	default:
		visit(leaf{field, path, v})
	}
}

func each(q *engine.Questions, visit func(leaf)) { leaves(reflect.ValueOf(q).Elem(), "", "", 0, visit) }

// name returns the column that a leaf stands for, "" if it stands for none.
func (l leaf) name(c engine.Columns, orders bool) string {
	list, at := c.Kept, -1
	switch {
	case l.value.Type() == reflect.TypeFor[engine.CustomerColumn]():
		at = engine.CustomerColumn(l.value.String()).Attribute()
	case slices.Contains(positions, l.field):
		at = int(l.value.Int())
	}
	switch {
	case at < 0:
		return ""
	case l.field == "Grouping.Column" || l.field == "HazardsRequest.Columns":
		list = c.Attributes[engine.OnContracts]
	case l.field == "Segmentation.Column" && orders:
		list = c.Orders
	}
	if at >= len(list) {
		return fmt.Sprintf("#%d", at)
	}
	return list[at]
}

// everything asks about a column wherever that can be: in turn about one of the first n.
func everything(by engine.SegmentBy, day analysis.Day, n int) (q engine.Questions) {
	at := 0
	leaves(reflect.ValueOf(&q).Elem(), "", "", 2, func(l leaf) {
		at = (at + 1) % n
		if slices.Contains(positions, l.field) {
			l.value.SetInt(int64(at))
			return
		}
		switch v := l.value.Addr().Interface().(type) {
		case *engine.CustomerColumn:
			*v = engine.AttributeColumn(at)
		case *engine.SegmentBy:
			*v = by
		case *cohort.By:
			*v = cohort.Attribute
		case *engine.GroupBy:
			*v = engine.ByColumn
		case *engine.Basis:
			*v = engine.OnContracts
		case *churn.Kind:
			*v = churn.Explicit
		case *engine.CriterionKey:
			*v = engine.KeyColumn
		case *bool:
			*v = true
		case *analysis.Day:
			*v = day
			day++
		}
	})
	return q
}

// TestEveryNumberIsKnown: whether it counts columns.
func TestEveryNumberIsKnown(t *testing.T) {
	q := everything(engine.SegmentAttribute, 0, 1)
	seen := map[string]bool{}
	each(&q, func(l leaf) {
		if _, isDay := l.value.Interface().(analysis.Day); isDay || !l.value.CanInt() && !l.value.CanUint() || seen[l.field] {
			return
		}
		if _, isMoney := l.value.Interface().(analysis.Money); isMoney {
			return
		}
		seen[l.field] = true
		if slices.Contains(positions, l.field) == slices.Contains(counts, l.field) {
			t.Errorf("%s (%s): is it the position of a column?", l.field, l.path)
		}
	})
	for _, field := range slices.Concat(positions, counts) {
		if !seen[field] {
			t.Errorf("no question has a %s", field)
		}
	}
}

var here = engine.Columns{
	Kept: []string{"plan", "tag", "region", "tag", ""}, Orders: []string{"channel", "product", "coupon", "shop", "x"},
	Attributes: map[engine.Basis][]string{engine.OnContracts: {"plan", "branch", "tag", "tag", engine.RecurringColumn}},
}

// there is here in another order, with more columns and other capitals.
var there = engine.Columns{
	Kept: []string{"new", "Tag ", "", "REGION", "plan", "tag"}, Orders: []string{"x", "Shop", "coupon", "more", "product", "channel"},
	Attributes: map[engine.Basis][]string{engine.OnOrders: {"plan"}, engine.OnContracts: {"tag", engine.RecurringColumn, "Branch", "tag", "plan"}},
}

// TestEveryColumnIsFoundByName.
func TestEveryColumnIsFoundByName(t *testing.T) {
	for _, by := range []engine.SegmentBy{engine.SegmentAttribute, engine.SegmentOrders} {
		was, kept := everything(by, 0, 5), everything(by, 0, 5)
		now, warnings := was.For(here, there)
		if len(warnings) > 0 {
			t.Errorf("%s: %v", by, warnings)
		}
		if !reflect.DeepEqual(was, kept) {
			t.Errorf("%s: the questions that were moved have changed", by)
		}
		want := map[string]string{}
		each(&was, func(l leaf) { want[l.path] = l.name(here, by == engine.SegmentOrders) })
		found := 0
		each(&now, func(l leaf) {
			got := strings.ToLower(strings.TrimSpace(l.name(there, by == engine.SegmentOrders)))
			if got != want[l.path] {
				t.Errorf("%s: %q, want %q", l.path, got, want[l.path])
			}
			delete(want, l.path)
			found++
		})
		if len(want) > 0 || found < 200 {
			t.Errorf("%d leaves, gone are %v", found, want)
		}
	}
}

func TestSameColumnsChangeNothing(t *testing.T) {
	was := everything(engine.SegmentAttribute, 100, 5)
	if now, warnings := was.For(here, here); !reflect.DeepEqual(now, was) || warnings != nil {
		t.Errorf("changed: %v", warnings)
	}
}

// TestTwinsKeepTheirOrder: the second of two columns of one name is the second.
func TestTwinsKeepTheirOrder(t *testing.T) {
	q := engine.Questions{Clusters: &engine.ClustersRequest{Columns: []int{3, 1}}}
	now, _ := q.For(here, there)
	if want := []int{5, 1}; !slices.Equal(now.Clusters.Columns, want) {
		t.Errorf("columns %v, want %v", now.Clusters.Columns, want)
	}
}

// TestColumnsThatAreGone leave no position behind, and each is named.
func TestColumnsThatAreGone(t *testing.T) {
	for _, by := range []engine.SegmentBy{engine.SegmentAttribute, engine.SegmentOrders, engine.SegmentPortfolio} {
		was := everything(by, 0, 4)
		now, warnings := was.For(here, engine.Columns{})
		each(&now, func(l leaf) {
			if name := l.name(engine.Columns{}, false); name != "" && name != "#0" {
				t.Errorf("%s: still %s", l.path, name)
			}
			switch v := l.value.Interface().(type) {
			case engine.SegmentBy:
				if v == by && by != engine.SegmentPortfolio {
					t.Errorf("%s: still by a column", l.path)
				}
			case cohort.By, engine.GroupBy, churn.Kind:
				if !l.value.IsZero() {
					t.Errorf("%s: still %v", l.path, v)
				}
			}
			if strings.HasSuffix(l.path, ".FromColumn") && l.value.Bool() {
				t.Errorf("%s: still from a column", l.path)
			}
		})
		if now.Covariates != nil || now.Migration.By == "" || len(now.KeyCustomers.Weights) > 0 || len(now.Definition.Compare) > 0 || now.ClusterNames != nil {
			t.Errorf("%s: %+v", by, now)
		}
		for _, name := range []string{"plan", "tag", "region"} {
			if !slices.ContainsFunc(warnings, func(w analysis.Warning) bool { return w.Message.Args[0].Text == name }) {
				t.Errorf("%s: no warning names %q", by, name)
			}
		}
		if len(warnings) > 60 {
			t.Errorf("%s: %d warnings", by, len(warnings))
		}
	}
}

// TestNonsenseIsGone: a file may hold any number.
func TestNonsenseIsGone(t *testing.T) {
	q := engine.Questions{Clusters: &engine.ClustersRequest{Columns: []int{-1, 1 << 40}}, Covariates: &engine.CovariatesRequest{Attributes: []clv.Attribute{{At: -5}}}}
	now, warnings := q.For(engine.Columns{}, there)
	if now.Clusters.Columns != nil || now.Covariates != nil || len(warnings) != 3 {
		t.Errorf("%+v, %v", now, warnings)
	}
}

func TestCombinedDefinitionLosesOnePart(t *testing.T) {
	d := churn.Definition{Kind: churn.Combined, Parts: []churn.Kind{churn.Silence, churn.Explicit, churn.Declined}}
	q := engine.Questions{Segments: &engine.SegmentsRequest{Definition: d}}
	now, warnings := q.For(here, engine.Columns{})
	if got := now.Segments.Definition; got.Kind != churn.Combined || !slices.Equal(got.Parts, []churn.Kind{churn.Silence, churn.Declined}) || len(warnings) != 1 {
		t.Errorf("%+v, %v", got, warnings)
	}
	d.Parts = []churn.Kind{churn.Explicit, churn.Declined}
	now, _ = engine.Questions{Segments: &engine.SegmentsRequest{Definition: d}}.For(here, engine.Columns{})
	if got := now.Segments.Definition; got.Kind != churn.Declined || got.Parts != nil {
		t.Errorf("%+v", got)
	}
}

// TestDaysMoveWithTheData: those outside are left open, those inside stay.
func TestDaysMoveWithTheData(t *testing.T) {
	d := engine.Dataset{First: 1000, End: 2000, Columns: here, Contracts: &engine.ContractsReport{First: 1000, End: 2000}}
	for _, outside := range []analysis.Day{100, 3000} {
		p := engine.Project{Columns: here, Questions: everything(engine.SegmentMovement, outside, 5)}
		now, warnings := p.On(&d)
		each(&now, func(l leaf) {
			if day, ok := l.value.Interface().(analysis.Day); ok && day != 0 {
				t.Errorf("%s: still on day %d", l.path, day)
			}
		})
		if len(warnings) == 0 || now.Rates.Options.Grain != churn.Month {
			t.Errorf("day %d: %v", outside, warnings)
		}
	}
	p := engine.Project{Columns: here, Questions: everything(engine.SegmentMovement, 1500, 5)}
	if now, warnings := p.On(&d); len(warnings) > 0 || !reflect.DeepEqual(now, p.Questions) {
		t.Errorf("days inside have moved: %v", warnings)
	}
}

// TestFirstDayBeforeTheSecond: where the second is the end of the data, too.
func TestFirstDayBeforeTheSecond(t *testing.T) {
	p := engine.Project{Questions: engine.Questions{Migration: &engine.MigrationRequest{From: 1500, To: 2500}, Lifecycle: &engine.LifecycleRequest{Before: 1500}}}
	now, warnings := p.On(&engine.Dataset{First: 1000, End: 1500})
	if now.Migration.From != 0 || now.Migration.To != 0 || now.Lifecycle.Before != 0 || len(warnings) != 1 {
		t.Errorf("%+v %+v %v", now.Migration, now.Lifecycle, warnings)
	}
}
