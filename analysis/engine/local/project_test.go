package local_test

import (
	"context"
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"math"
	"reflect"
	"slices"
	"strings"
	"testing"

	"churnbench/analysis"
	"churnbench/analysis/churn"
	"churnbench/analysis/clv"
	"churnbench/analysis/engine"
	"churnbench/analysis/engine/local"
	"churnbench/analysis/figure"
	"churnbench/analysis/ingest"
	"churnbench/analysis/project"
	"churnbench/analysis/sample"
	"churnbench/app/i18n"
)

// asked are questions about orders of every kind, cheap ones of the costly.
func asked() engine.Questions {
	lost := churn.Definition{Window: 120}
	return engine.Questions{
		Definition: &engine.DefinitionRequest{Definition: lost}, Rates: &engine.RatesRequest{Definition: lost},
		Cohorts: &engine.CohortsRequest{}, Ladder: &engine.LadderRequest{Definition: lost}, Survival: &engine.SurvivalRequest{Lifetimes: engine.Lifetimes{Definition: lost}},
		Hazards: &engine.HazardsRequest{}, Projection: &engine.ProjectionRequest{},
		Segments: &engine.SegmentsRequest{Definition: lost}, Concentration: &engine.ConcentrationRequest{Definition: lost},
		KeyCustomers: &engine.KeyCustomersRequest{}, Clusters: &engine.ClustersRequest{Definition: lost},
		Lifecycle: &engine.LifecycleRequest{Definition: lost}, Migration: &engine.MigrationRequest{Segmentation: engine.Segmentation{By: engine.SegmentRFM}, Sankey: true},
		Profiles: &engine.ProfilesRequest{Definition: lost}, Portfolio: &engine.PortfolioRequest{Definition: lost},
		Value: &engine.ValueRequest{}, Bakeoff: &engine.BakeoffRequest{}, Bootstrap: &engine.BootstrapRequest{Replicates: 4, Seed: 7},
		Drivers:    &engine.DriversRequest{Cost: 20},
		Covariates: &engine.CovariatesRequest{Attributes: []clv.Attribute{{At: 0}}},
		Customers:  &engine.CustomersRequest{Columns: engine.CustomerColumns, Sort: engine.ColumnCLV, Down: true},
	}
}

// receiptsOf puts questions again.
func receiptsOf(t *testing.T, e engine.Engine, q engine.Questions) []engine.Receipt {
	t.Helper()
	list, err := e.Receipts(t.Context(), engine.ReceiptsRequest{Questions: q})
	if err != nil {
		t.Fatalf("Receipts: %v", err)
	}
	return list
}

// digests are those of receipts by question.
func digests(list []engine.Receipt) map[string]string {
	out := map[string]string{}
	for _, r := range list {
		out[r.Question] = r.Digest
		if r.Err != nil {
			out[r.Question] = r.Err.Error()
		}
	}
	return out
}

// TestReceiptsAreOfAllQuestions in the order in which Questions names them.
func TestReceiptsAreOfAllQuestions(t *testing.T) {
	want := []string{engine.DataQuestion}
	q := asked()
	for i := range reflect.TypeOf(q).NumField() {
		if f := reflect.TypeOf(q).Field(i); f.Type.Kind() == reflect.Pointer {
			want = append(want, f.Name)
			if reflect.ValueOf(q).Field(i).IsNil() {
				t.Errorf("the test does not ask %s", f.Name)
			}
		}
	}
	e := local.New(open, words)
	load(t, e, shop)
	var got []string
	for _, r := range receiptsOf(t, e, q) {
		got = append(got, r.Question)
		if (r.Digest == "") != (r.Err != nil) {
			t.Errorf("%s: digest %q and error %v", r.Question, r.Digest, r.Err)
		}
		if r.Err != nil && r.Question != "Projection" { // the shop has no contracts
			t.Errorf("%s: %v", r.Question, r.Err)
		}
	}
	if !slices.Equal(got, want) {
		t.Errorf("receipts of %v, want %v", got, want)
	}
}

// TestReceiptsForgetWhatWasAsked: neither the order in which a person asked nor her
// language is in them, and the screens' exports stay what they were.
func TestReceiptsForgetWhatWasAsked(t *testing.T) {
	fresh := local.New(open, words)
	load(t, fresh, shop)
	want := digests(receiptsOf(t, fresh, asked()))

	e := overWire(t, local.New(open, func(lang, key string) string { return "«" + lang + key + "»" }))
	load(t, e, shop)
	ctx, zh := t.Context(), figure.Layout{Lang: "zh", Column: 400}
	e.Value(ctx, engine.ValueRequest{Options: clv.Options{Model: "Pareto/NBD"}, Layout: zh})
	if _, err := e.Clusters(ctx, engine.ClustersRequest{Layout: zh}); err != nil {
		t.Fatal(err)
	}
	e.Migration(ctx, engine.MigrationRequest{Segmentation: engine.Segmentation{By: engine.SegmentTiers}, Layout: zh})
	before, err := e.Export(ctx, engine.ExportRequest{Table: engine.ClustersTable})
	if err != nil {
		t.Fatal(err)
	}
	q := asked()
	q.Segments.Layout, q.Profiles.Layout, q.Hazards.Layout, q.Survival.Layout = zh, zh, zh, zh
	if got := digests(receiptsOf(t, e, q)); !reflect.DeepEqual(got, want) {
		for name := range want {
			if got[name] != want[name] {
				t.Errorf("%s: %s, want %s", name, got[name], want[name])
			}
		}
	}
	after, err := e.Export(ctx, engine.ExportRequest{Table: engine.ClustersTable})
	if err != nil || string(after.Bytes) != string(before.Bytes) {
		t.Errorf("receipts changed what is exported: %v", err)
	}
}

// TestOneFailureLeavesTheOthers.
func TestOneFailureLeavesTheOthers(t *testing.T) {
	contract(t, func(t *testing.T, e engine.Engine) {
		load(t, e, shop)
		list := receiptsOf(t, e, engine.Questions{Segments: &engine.SegmentsRequest{}, Value: &engine.ValueRequest{Options: clv.Options{Horizon: -1}}, Cohorts: &engine.CohortsRequest{}})
		if len(list) != 4 || list[1].Question != "Cohorts" || list[1].Err != nil || list[2].Err != nil || list[3].Err == nil || list[3].Err.Message.Key != "clv.bad-horizon" {
			t.Errorf("receipts %+v", list)
		}
	})
}

func TestReceiptsStop(t *testing.T) {
	e := local.New(open, words)
	load(t, e, shop)
	ctx, cancel := context.WithCancel(t.Context())
	steps := 0
	ctx = engine.WithProgress(ctx, func(p engine.Progress) {
		if steps++; p.Stage != "progress.receipts" || p.OfSteps != 21 {
			t.Errorf("progress %+v", p)
		}
		if p.Step == 2 {
			cancel()
		}
	})
	_, err := e.Receipts(ctx, engine.ReceiptsRequest{Questions: asked()})
	if kindOf(err) != analysis.Cancelled || steps != 3 {
		t.Errorf("%v after %d steps, want Cancelled after 3", err, steps)
	}
}

// TestProjectSaysWhatItIsAbout: written over the wire, read by Contents.
func TestProjectSaysWhatItIsAbout(t *testing.T) {
	contract(t, func(t *testing.T, e engine.Engine) {
		d := load(t, e, engine.SourceRef{File: 1})
		q := engine.Questions{Segments: &engine.SegmentsRequest{}, Survival: &engine.SurvivalRequest{Layout: figure.Layout{Column: 300}}}
		file, err := e.Project(t.Context(), engine.ProjectRequest{Project: engine.Project{Name: "a/b: c", Notes: "Ångström 客户\n", Questions: q}, Compute: true})
		if err != nil || file.Name != "a-b- c.churn" {
			t.Fatalf("%q, %v", file.Name, err)
		}
		p, err := project.Read(file.Bytes)
		if err != nil {
			t.Fatal(err)
		}
		sum := sha256.Sum256([]byte(orders))
		if len(p.Files) != 1 || p.Files[0] != (engine.ProjectFile{Name: "orders.csv", Size: int64(len(orders)), SHA256: hex.EncodeToString(sum[:]), Rows: 8}) {
			t.Errorf("files %+v", p.Files)
		}
		if p.First != d.First || p.End != d.End || p.Recipe == nil || p.Sample != "" || p.Notes != "Ångström 客户\n" || p.Questions.Survival.Layout.Column != 0 || len(p.Receipts) != 3 {
			t.Errorf("project %+v", p)
		}
	})
}

// TestProjectOfASampleNeedsNoFile.
func TestProjectOfASampleNeedsNoFile(t *testing.T) {
	e := local.New(open, words)
	load(t, e, engine.SourceRef{Sample: "shop", Lang: "zh"})
	file, err := e.Project(t.Context(), engine.ProjectRequest{Project: engine.Project{Lang: "en"}, Data: true})
	if err != nil {
		t.Fatal(err)
	}
	p, err := project.Read(file.Bytes)
	if err != nil || p.Sample != "shop" || p.Lang != "zh" || p.Recipe != nil || p.Files != nil || len(p.Columns.Orders) == 0 {
		t.Errorf("project %+v, %v", p, err)
	}
}

// TestHeldDataComeBack: a project with its data opens as an archive of both, whatever the
// files came in, and its files' hashes stay.
func TestHeldDataComeBack(t *testing.T) {
	sources := map[uint32]ingest.Source{1: ingest.Bytes("orders.csv", []byte(orders)), 2: ingest.Bytes("members.csv", []byte(members))}
	open := func(id uint32) (ingest.Source, error) { return sources[id], nil }
	e := local.New(open, words)
	loadAll(t, e, engine.SourceRef{File: 1}, engine.SourceRef{File: 2})
	q := engine.Questions{Segments: &engine.SegmentsRequest{}}
	file, err := e.Project(t.Context(), engine.ProjectRequest{Project: engine.Project{Questions: q}, Compute: true, Data: true})
	if err != nil {
		t.Fatal(err)
	}
	sources[9] = ingest.Bytes(file.Name, file.Bytes)
	list, err := e.Contents(t.Context(), engine.SourceRef{File: 9})
	if err != nil || len(list) != 3 || list[0].Project == nil || list[1].Project != nil {
		t.Fatalf("contents %+v, %v", list, err)
	}
	p := list[0].Project
	var refs []engine.SourceRef
	for i, f := range p.Files {
		if f.Held != list[i+1].Member {
			t.Errorf("file %+v, member %q", f, list[i+1].Member)
		}
		refs = append(refs, engine.SourceRef{File: 9, Member: f.Held})
	}
	loadAll(t, e, refs...)
	if got := receiptsOf(t, e, p.Questions); !reflect.DeepEqual(digests(got), digests(p.Receipts)) {
		t.Errorf("receipts %+v, want %+v", got, p.Receipts)
	}
	again, err := e.Project(t.Context(), engine.ProjectRequest{Project: *p, Compute: true, Data: true})
	if err != nil || string(again.Bytes) != string(file.Bytes) {
		t.Errorf("saved anew it is another file of %d bytes, was %d: %v", len(again.Bytes), len(file.Bytes), err)
	}
}

// loadAll takes a file of orders and one of customers through preview and load.
func loadAll(t *testing.T, e engine.Engine, refs ...engine.SourceRef) engine.Dataset {
	t.Helper()
	req := engine.LoadRequest{}
	for i, ref := range refs {
		kind := []ingest.Kind{ingest.Orders, ingest.Customers}[i]
		p, err := e.Preview(t.Context(), engine.PreviewRequest{Source: ref, Kind: kind})
		if err != nil {
			t.Fatal(err)
		}
		req.Files = append(req.Files, engine.FileRequest{Source: ref, Kind: p.Kind, Format: p.Format, Mapping: p.Mapping})
		if i == 0 {
			req.Rules = p.Rules
		}
	}
	d, err := e.Load(t.Context(), req)
	if err != nil {
		t.Fatal(err)
	}
	return d
}

func TestContentsSaysWhyAProjectCannotBeRead(t *testing.T) {
	texts := map[string]string{
		"project.version.unnamed": `{"churnbench":"project","version":99,"brandNew":[]}`,
		"project.foreign":         "customer,date\n",
		"project.cut":             `{"churnbench":"project","version":1,"name":"sh`,
		"project.value":           `{"churnbench":"project","version":1,"questions":{"value":{"options":{"horizon":"x"}}}}`,
	}
	for want, text := range texts {
		e := local.New(func(uint32) (ingest.Source, error) { return ingest.Bytes("x.churn", []byte(text)), nil }, words)
		_, err := e.Contents(t.Context(), engine.SourceRef{File: 1})
		var said *analysis.Error
		if !errors.As(err, &said) || said.Message.Key != want || said.Remedy.Key == "" || !strings.HasPrefix(said.Remedy.Key, "project.") {
			t.Errorf("%s: %v", want, err)
		}
	}
}

// TestHeadlinesAreTheAnswers: what a receipt leads with is what a screen shows.
func TestHeadlinesAreTheAnswers(t *testing.T) {
	e := local.New(open, words)
	d := load(t, e, shop)
	q := asked()
	byKey := map[string]engine.Headline{}
	for _, r := range receiptsOf(t, e, q) {
		if len(r.Headlines) == 0 && r.Err == nil && r.Question != "Bakeoff" {
			t.Errorf("%s has no headline", r.Question)
		}
		if key := i18n.Key("question." + strings.ToLower(r.Question)); !i18n.Has(key) {
			t.Errorf("nobody knows how to say %s", key)
		}
		for _, h := range r.Headlines {
			byKey[r.Question+" "+h.Key] = h
			if !i18n.Has(i18n.Key(h.Key)) {
				t.Errorf("nobody knows how to say %s", h.Key)
			}
		}
	}
	value, err := e.Value(t.Context(), *q.Value)
	if err != nil {
		t.Fatal(err)
	}
	rates, err := e.Rates(t.Context(), *q.Rates)
	if err != nil {
		t.Fatal(err)
	}
	cohorts, err := e.Cohorts(t.Context(), *q.Cohorts)
	if err != nil {
		t.Fatal(err)
	}
	last := rates.Result.Periods[len(rates.Result.Periods)-1]
	for name, want := range map[string]engine.Headline{
		"Data headline.customers":      {Unit: engine.CountUnit, Value: float64(d.Customers)},
		"Data headline.revenue":        {Unit: engine.MoneyUnit, Value: d.Ledger.Revenue.Float()},
		"Value headline.equity":        {Unit: engine.MoneyUnit, Value: value.Result.Equity},
		"Rates headline.churn-last":    {Unit: engine.ShareUnit, Value: last.Churn.Value},
		"Rates headline.lost-last":     {Unit: engine.CountUnit, Value: float64(last.Customers.Churned)},
		"Cohorts headline.retention-1": {Unit: engine.ShareUnit, Value: cohorts.Result.Mean[1].Weighted},
		"Definition headline.window":   {Unit: engine.DaysUnit, Value: 120},
	} {
		if got := byKey[name]; got.Unit != want.Unit || got.Value != want.Value {
			t.Errorf("%s is %v %s, want %v %s", name, got.Value, got.Unit, want.Value, want.Unit)
		}
	}
}

// TestProjectRunsElsewhere is the promise: saved over the wire, as the page does, and put
// again by another engine that has nothing but the project's file and the data.
func TestProjectRunsElsewhere(t *testing.T) {
	q := engine.Questions{Segments: &engine.SegmentsRequest{}, Cohorts: &engine.CohortsRequest{}, Rates: &engine.RatesRequest{Definition: churn.Definition{Window: 20}},
		Customers: &engine.CustomersRequest{Columns: engine.CustomerColumns[:12], Ranges: []engine.Range{{Column: engine.ColumnDays, Low: 1, High: math.Inf(1)}}}}
	page := overWire(t, local.New(open, words))
	load(t, page, engine.SourceRef{File: 1})
	page.Segments(t.Context(), engine.SegmentsRequest{Layout: figure.Layout{Lang: "zh", Column: 700}})
	file, err := page.Project(t.Context(), engine.ProjectRequest{Project: engine.Project{Questions: q}, Compute: true})
	if err != nil {
		t.Fatal(err)
	}

	e := local.New(func(id uint32) (ingest.Source, error) {
		if id == 7 {
			return ingest.Bytes(file.Name, file.Bytes), nil
		}
		return open(id)
	}, func(lang, key string) string { return key })
	members, err := e.Contents(t.Context(), engine.SourceRef{File: 7})
	if err != nil || len(members) != 1 || members[0].Project == nil {
		t.Fatalf("%+v, %v", members, err)
	}
	p := members[0].Project
	ref := engine.SourceRef{File: 1}
	seen, err := e.Preview(t.Context(), engine.PreviewRequest{Source: ref, Recipe: p.Recipe})
	if err != nil {
		t.Fatal(err)
	}
	d, err := e.Load(t.Context(), engine.LoadRequest{Files: []engine.FileRequest{{Source: ref, Kind: seen.Kind, Format: seen.Format, Mapping: seen.Mapping}}, Rules: seen.Rules})
	if err != nil {
		t.Fatal(err)
	}
	mapped, warnings := p.On(&d)
	if len(warnings) > 0 || !reflect.DeepEqual(mapped, q) {
		t.Errorf("questions %+v, %v", mapped, warnings)
	}
	if got := receiptsOf(t, e, mapped); !reflect.DeepEqual(digests(got), digests(p.Receipts)) || len(got) != 5 {
		t.Errorf("receipts %+v, want %+v", got, p.Receipts)
	}
}

// TestAnswersCanBeDigested: their types hold nothing else than digest knows, so that no
// number is left out and none makes it panic.
func TestAnswersCanBeDigested(t *testing.T) {
	e := reflect.TypeFor[engine.Engine]()
	q := reflect.TypeFor[engine.Questions]()
	seen := map[reflect.Type]bool{}
	for i := range q.NumField() {
		if method, ok := e.MethodByName(q.Field(i).Name); ok {
			digestible(t, method.Type.Out(0), q.Field(i).Name, seen)
		} else if q.Field(i).Type.Kind() == reflect.Pointer {
			t.Errorf("the engine has no method %s", q.Field(i).Name)
		}
	}
	if len(seen) < 100 {
		t.Errorf("only %d types were seen", len(seen))
	}
}

func digestible(t *testing.T, typ reflect.Type, path string, seen map[reflect.Type]bool) {
	if seen[typ] || typ == reflect.TypeFor[figure.Figure]() {
		return
	}
	seen[typ] = true
	switch typ.Kind() {
	case reflect.Struct:
		for i := range typ.NumField() {
			if f := typ.Field(i); f.IsExported() {
				digestible(t, f.Type, path+"."+f.Name, seen)
			}
		}
	case reflect.Pointer, reflect.Slice, reflect.Array:
		digestible(t, typ.Elem(), path, seen)
	case reflect.Map:
		digestible(t, typ.Key(), path, seen)
		digestible(t, typ.Elem(), path, seen)
	case reflect.Func, reflect.Chan, reflect.Complex128, reflect.UnsafePointer, reflect.Uintptr, reflect.Interface:
		t.Errorf("%s is a %s", path, typ)
	}
}

// TestReceiptsOfEverySample: whatever data rest on, each question has an answer or a reason.
func TestReceiptsOfEverySample(t *testing.T) {
	for _, key := range sample.Keys() {
		e := local.New(open, words)
		d := load(t, e, engine.SourceRef{Sample: key, Lang: "zh"})
		q := asked()
		for _, b := range d.Bases[1:] { // the last one, where there are several
			q.Survival.Lifetimes.Basis, q.Hazards.Lifetimes.Basis = b, b
		}
		for _, r := range receiptsOf(t, e, q) {
			if r.Err != nil && (r.Err.Kind == analysis.Internal || r.Err.Kind == analysis.NoData) {
				t.Errorf("%s, %s: %v", key, r.Question, r.Err)
			}
		}
		if mapped, warnings := q.For(d.Columns, d.Columns); len(warnings) > 0 && len(d.Columns.Kept) > 0 || !reflect.DeepEqual(mapped.Survival, q.Survival) {
			t.Errorf("%s: on the same columns %v", key, warnings)
		}
	}
}
