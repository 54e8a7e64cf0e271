package figures

import (
	"context"
	"reflect"
	"testing"

	"churnbench/analysis"
	"churnbench/analysis/churn"
	"churnbench/analysis/engine"
	"churnbench/analysis/engine/local"
	"churnbench/analysis/figure"
	"churnbench/analysis/ingest"
	"churnbench/app/i18n"
)

// A drawn figure with where it came from.
type drawn struct {
	field string // such as "Rates.Bucket"
	data  string // the sample
	figure.Figure
}

// loaded returns an engine with a sample read as its own head proposes.
func loaded(t *testing.T, key, lang string) engine.Engine {
	t.Helper()
	e := local.New(func(uint32) (ingest.Source, error) { return nil, analysis.Fail(analysis.BadInput, "engine.no-file") }, i18n.Word)
	ref := engine.SourceRef{Sample: key, Lang: lang}
	p, err := e.Preview(t.Context(), engine.PreviewRequest{Source: ref})
	if err != nil {
		t.Fatal(err)
	}
	if _, err := e.Load(t.Context(), engine.LoadRequest{Files: []engine.FileRequest{{Source: ref, Kind: p.Kind, Format: p.Format, Mapping: p.Mapping}}, Rules: p.Rules}); err != nil {
		t.Fatal(err)
	}
	return e
}

// ask puts every question whose answer has a figure. What a dataset cannot answer is
// left out; TestAudit holds that some dataset answers each.
func ask(t *testing.T, e engine.Engine, data string, layout figure.Layout) []drawn {
	t.Helper()
	lost := churn.Definition{Kind: churn.Silence, Window: 120}
	lives := engine.Lifetimes{Definition: lost}
	costs := engine.PortfolioOptions{Margin: .3, Rate: .1, Acquisition: engine.CostFrom{Typed: 40}, Serving: engine.CostFrom{Typed: 1}}
	by := engine.Segmentation{By: engine.SegmentRFM}
	a := asker{t: t, data: data}
	put(&a, e.Definition, engine.DefinitionRequest{Definition: lost, Layout: layout})
	put(&a, e.Rates, engine.RatesRequest{Definition: lost, Layout: layout})
	put(&a, e.Cohorts, engine.CohortsRequest{Layout: layout})
	put(&a, e.Ladder, engine.LadderRequest{Layout: layout})
	put(&a, e.Survival, engine.SurvivalRequest{Lifetimes: lives, Layout: layout})
	put(&a, e.Survival, engine.SurvivalRequest{Lifetimes: lives, Group: engine.Grouping{By: engine.ByColumn}, Layout: layout})
	put(&a, e.Hazards, engine.HazardsRequest{Lifetimes: lives, Layout: layout})
	put(&a, e.Projection, engine.ProjectionRequest{Layout: layout})
	put(&a, e.Segments, engine.SegmentsRequest{Definition: lost, Layout: layout})
	put(&a, e.Concentration, engine.ConcentrationRequest{Definition: lost, Layout: layout})
	put(&a, e.KeyCustomers, engine.KeyCustomersRequest{Layout: layout})
	put(&a, e.Clusters, engine.ClustersRequest{Definition: lost, Layout: layout})
	put(&a, e.Lifecycle, engine.LifecycleRequest{Definition: lost, Layout: layout})
	put(&a, e.Migration, engine.MigrationRequest{Segmentation: by, Sankey: true, Layout: layout})
	put(&a, e.Profiles, engine.ProfilesRequest{Definition: lost, Layout: layout})
	put(&a, e.Portfolio, engine.PortfolioRequest{Options: costs, Definition: lost, Layout: layout})
	put(&a, e.Portfolio, engine.PortfolioRequest{Options: costs, Groups: by, Definition: lost, Layout: layout})
	put(&a, e.Value, engine.ValueRequest{Layout: layout})
	put(&a, e.Drivers, engine.DriversRequest{Cost: 5, Layout: layout})
	if page, err := e.Customers(t.Context(), engine.CustomersRequest{Limit: 1}); err == nil && len(page.IDs) > 0 {
		put(&a, e.Customer, engine.CustomerRequest{ID: page.IDs[0], Layout: layout})
	}
	return a.list
}

// An asker collects the figures of answers.
type asker struct {
	t    *testing.T
	data string
	list []drawn
}

func put[Q, A any](a *asker, method func(context.Context, Q) (A, error), q Q) {
	a.t.Helper()
	answer, err := method(a.t.Context(), q)
	if err != nil {
		if kind := engine.AsError(err).Kind; kind != analysis.NotEnough && kind != analysis.BadInput {
			a.t.Errorf("%T of %s: %v", q, a.data, err)
		}
		return
	}
	v := reflect.ValueOf(answer)
	for i := range v.NumField() {
		if f, ok := v.Field(i).Interface().(figure.Figure); ok && f.SVG != "" && len(f.Marks) > 0 {
			a.list = append(a.list, drawn{v.Type().Name() + "." + v.Type().Field(i).Name, a.data, f})
		}
	}
}

// fields names every figure of every answer of the engine.
func fields() []string {
	var names []string
	e := reflect.TypeFor[engine.Engine]()
	for i := range e.NumMethod() {
		out := e.Method(i).Type.Out(0)
		if out.Kind() != reflect.Struct || out == reflect.TypeFor[figure.Figure]() {
			continue
		}
		for k := range out.NumField() {
			if out.Field(k).Type == reflect.TypeFor[figure.Figure]() {
				names = append(names, out.Name()+"."+out.Field(k).Name)
			}
		}
	}
	return names
}
