package main

import (
	"cmp"
	"context"
	"os"
	"path/filepath"
	"reflect"
	"slices"

	"churnbench/analysis"
	"churnbench/analysis/engine"
	"churnbench/analysis/figure"
)

// A runSummary is what a rerun printed, as summary.json holds it.
type runSummary struct {
	Project   string
	Same      bool // whether the data are those that the project was saved on
	Reading   reading
	Dataset   engine.Dataset
	Then, Now []engine.Receipt
	Warnings  []analysis.Warning
	Skipped   []skipped
}

// write puts figures, tables, the summary and the project with its new receipts into the
// output directory.
func (r *rerun) write(ctx context.Context, e engine.Engine) error {
	if err := os.MkdirAll(r.out, 0o755); err != nil {
		return err
	}
	s := summary{}
	for _, question := range inOrder(askedIn(&r.questions)) {
		if err := s.note(question, r.figures(ctx, e, question)); err != nil {
			return err
		}
		if err := r.tables(ctx, e, &s, tablesOf[question]...); err != nil {
			return err
		}
	}
	if err := r.tables(ctx, e, &s, engine.ExcludedTable); err != nil {
		return err
	}
	body, err := toJSON(runSummary{r.project.Name, r.sameData(), r.read.reading, r.read.dataset, r.project.Receipts, r.now, r.warnings, s.Skipped})
	if err != nil {
		return err
	}
	if err := r.save("summary.json", body); err != nil {
		return err
	}
	held := slices.ContainsFunc(r.project.Files, func(f engine.ProjectFile) bool { return f.Held != "" })
	file, err := r.describe(ctx, e, r.now, held)
	if err != nil {
		return err
	}
	return r.save(file.Name, file.Bytes)
}

// inOrder puts first what others build on, as engine.Receipts does: scores and values
// before clusters, and clusters before whoever divides customers by them.
func inOrder(questions []string) []string {
	first := []string{"Clusters", "Value", "Segments"}
	slices.SortStableFunc(questions, func(a, b string) int { return cmp.Compare(slices.Index(first, b), slices.Index(first, a)) })
	return questions
}

// tablesOf are the tables that a question fills.
var tablesOf = map[string][]engine.TableName{
	"Rates": {engine.MovementsTable}, "Cohorts": {engine.CohortsTable}, "Survival": {engine.SurvivalTable, engine.IncidenceTable},
	"Hazards": {engine.HazardsTable}, "Segments": {engine.SegmentsTable}, "Concentration": {engine.TiersTable},
	"KeyCustomers": {engine.KeyTable}, "Clusters": {engine.ClustersTable}, "Lifecycle": {engine.StagesTable, engine.AlertsTable},
	"Migration": {engine.MigrationTable}, "Profiles": {engine.ProfilesTable}, "Portfolio": {engine.PortfolioTable},
	"Value": {engine.CLVTable}, "Customers": {engine.CustomersTable},
}

// tables saves tables as last asked for. One that the data do not fill is skipped.
func (r *rerun) tables(ctx context.Context, e engine.Engine, s *summary, tables ...engine.TableName) error {
	for _, t := range tables {
		file, err := e.Export(ctx, engine.ExportRequest{Table: t, Lang: string(r.lang), Customers: r.questions.Customers, Names: r.questions.ClusterNames})
		if err = s.note(string(t), err); err != nil {
			return err
		}
		if file.Name != "" {
			if err := r.save(file.Name, file.Bytes); err != nil {
				return err
			}
		}
	}
	return nil
}

// figures puts one question in the person's language and saves the figures of the answer.
// A field of engine.Questions and its method of engine.Engine have one name.
func (r *rerun) figures(ctx context.Context, e engine.Engine, question string) error {
	req := reflect.New(reflect.ValueOf(&r.questions).Elem().FieldByName(question).Type().Elem()).Elem()
	req.Set(reflect.ValueOf(&r.questions).Elem().FieldByName(question).Elem())
	if f := req.FieldByName("Layout"); f.IsValid() {
		f.Set(reflect.ValueOf(figure.Layout{Lang: string(r.lang)}))
	}
	result := reflect.ValueOf(e).MethodByName(question).Call([]reflect.Value{reflect.ValueOf(ctx), req})
	if err, ok := result[1].Interface().(error); ok {
		return err
	}
	for i := range result[0].NumField() {
		if f, ok := result[0].Field(i).Interface().(figure.Figure); ok && f.SVG != "" {
			if err := r.save(f.ID+".svg", []byte(figure.Standalone(f))); err != nil {
				return err
			}
		}
	}
	return nil
}

func (r *rerun) save(name string, body []byte) error {
	return os.WriteFile(filepath.Join(r.out, name), body, 0o644)
}
