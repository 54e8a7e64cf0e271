package local_test

import (
	"encoding/csv"
	"math"
	"strconv"
	"strings"
	"testing"

	"churnbench/analysis"
	"churnbench/analysis/churn"
	"churnbench/analysis/engine"
	"churnbench/analysis/ingest"
	"churnbench/analysis/lifecycle"
)

// The stages, the table of customers behind them and the exports mean the same people.
func TestLifecycleAgreesWithGroupsAndExports(t *testing.T) {
	contract(t, func(t *testing.T, e engine.Engine) {
		load(t, e, shop)
		for _, model := range []lifecycle.Model{lifecycle.Relationship, lifecycle.Funnel} {
			req := engine.LifecycleRequest{Options: lifecycle.Options{Model: model}, Limit: 5}
			out, err := e.Lifecycle(t.Context(), req)
			if err != nil {
				t.Fatal(err)
			}
			r := &out.Result
			by := engine.Segmentation{By: engine.SegmentLifecycle, Life: req.Options}
			count := func(refs ...engine.GroupRef) int {
				t.Helper()
				page, err := e.Customers(t.Context(), engine.CustomersRequest{Groups: refs, Limit: 1})
				if err != nil {
					t.Fatal(err)
				}
				return page.Total
			}
			ref := func(s lifecycle.Stage, at analysis.Day) engine.GroupRef {
				return engine.GroupRef{Segmentation: by, Key: s.Key(), At: at}
			}
			entered := 0
			for i, s := range r.Stages {
				if n := count(ref(s.Stage, 0)); n != s.Now.Customers {
					t.Errorf("%s: %d customers, the table has %d", s.Stage.Key(), s.Now.Customers, n)
				}
				for j, cell := range r.Moves[i].To {
					if n := count(ref(s.Stage, r.Before), ref(r.Stages[j].Stage, r.Day)); n != cell.K {
						t.Errorf("%s → %s: %d customers, the table has %d", s.Stage.Key(), r.Stages[j].Stage.Key(), cell.K, n)
					}
				}
				for j, cell := range r.Moves[i].To {
					if s.Stage != out.Alarm && r.Stages[j].Stage == out.Alarm {
						entered += cell.K
					}
				}
			}
			last := r.Moves[len(r.Moves)-1]
			entered += last.To[indexOf(r, out.Alarm)].K
			if out.Entered != entered || len(out.Alerts) != min(5, entered) {
				t.Errorf("%d alerts, of them %d shown; %d entered", out.Entered, len(out.Alerts), entered)
			}
			if rows := exported(t, e, engine.StagesTable); len(rows) != 1+r.Customers {
				t.Errorf("%d rows of stages for %d customers", len(rows)-1, r.Customers)
			}
			rows := exported(t, e, engine.AlertsTable)
			if len(rows) != 1+out.Entered {
				t.Fatalf("%d rows of alerts, want %d", len(rows)-1, out.Entered)
			}
			stake := 0.0
			for i, row := range rows[1:] {
				v, err := strconv.ParseFloat(row[4], 64)
				if err != nil {
					t.Fatal(err)
				}
				stake += v
				if i < len(out.Alerts) && row[0] != out.Alerts[i].ID {
					t.Errorf("alert %d is of %s, in the export of %s", i, out.Alerts[i].ID, row[0])
				}
			}
			if math.Abs(stake-out.AtStake.Float()) > 1e-6*stake {
				t.Errorf("%v at stake, in the export %v", out.AtStake.Float(), stake)
			}
			if out.Course.SVG == "" || out.Potential.Listed {
				t.Errorf("no figure, or potential customers without a list: %+v", out.Potential)
			}
		}
	})
}

func indexOf(r *lifecycle.Result, s lifecycle.Stage) int {
	for i := range r.Stages {
		if r.Stages[i].Stage == s {
			return i
		}
	}
	return -1
}

func exported(t *testing.T, e engine.Engine, name engine.TableName) [][]string {
	t.Helper()
	file, err := e.Export(t.Context(), engine.ExportRequest{Table: name, Lang: "en"})
	if err != nil {
		t.Fatal(err)
	}
	rows, err := csv.NewReader(strings.NewReader(strings.TrimPrefix(string(file.Bytes), "\ufeff"))).ReadAll()
	if err != nil {
		t.Fatal(err)
	}
	return rows
}

func TestLifecycleThatCannotBe(t *testing.T) {
	contract(t, func(t *testing.T, e engine.Engine) {
		about := load(t, e, shop)
		for _, req := range []engine.LifecycleRequest{
			{Options: lifecycle.Options{Model: "moon"}},
			{Options: lifecycle.Options{Silence: -1}},
			{Definition: churn.Definition{Kind: "moon"}},
			{Before: about.End},
			{Day: about.End + 1},
		} {
			if _, err := e.Lifecycle(t.Context(), req); kindOf(err) != analysis.BadInput {
				t.Errorf("%+v: %v, want a BadInput", req, err)
			}
		}
	})
}

// Potential customers are those of a customer list without orders up to the day: on the
// last day all of them, before it those who had signed up, buyers to be among them.
func TestPotentialCustomers(t *testing.T) {
	const list = "customer,signed up\nann,2023-12-01\nbob,2024-01-01\nzoe,2023-11-05\nyan,2024-02-20\nyan,2024-02-20\nxia,\n"
	const bare = "customer,colour\nann,red\nzoe,blue\nwim,green\n"
	contract(t, func(t *testing.T, e engine.Engine) {
		ask := func(files ...engine.FileRequest) engine.Potential {
			t.Helper()
			_, err := e.Load(t.Context(), engine.LoadRequest{Files: files})
			if err != nil {
				t.Fatal(err)
			}
			out, err := e.Lifecycle(t.Context(), engine.LifecycleRequest{
				Options: lifecycle.Options{Model: lifecycle.Funnel, Silence: 30, Recent: 20}, Before: analysis.Date(2024, 1, 7)})
			if err != nil {
				t.Fatal(err)
			}
			return out.Potential
		}
		format := plain
		log := engine.FileRequest{Source: engine.SourceRef{Text: []byte("customer,date,amount\nann,2024-01-05,10\nbob,2024-01-09,20\nann,2024-03-01,12\n")},
			Kind: ingest.Orders, Format: format, Mapping: ingest.Mapping{ingest.Customer, ingest.Date, ingest.Amount}}
		dated := engine.FileRequest{Source: engine.SourceRef{Text: []byte(list)}, Kind: ingest.Customers, Format: format, Mapping: ingest.Mapping{ingest.Customer, ingest.SignUp}}
		plainList := engine.FileRequest{Source: engine.SourceRef{Text: []byte(bare)}, Kind: ingest.Customers, Format: format, Mapping: ingest.Mapping{ingest.Customer, ingest.Attribute}}
		for name, c := range map[string]struct {
			got, want engine.Potential
		}{
			"no list":   {ask(log), engine.Potential{Now: engine.NoCount, Before: engine.NoCount}},
			"dated":     {ask(log, dated), engine.Potential{Listed: true, Now: 3, Before: 2}}, // zoe, yan, xia; zoe and bob
			"undated":   {ask(log, plainList), engine.Potential{Listed: true, Now: 2, Before: engine.NoCount}},
			"two lists": {ask(log, plainList, dated), engine.Potential{Listed: true, Now: 4, Before: 2}},
		} {
			if c.got != c.want {
				t.Errorf("%s: %+v, want %+v", name, c.got, c.want)
			}
		}
	})
}
