package main

import (
	"context"
	"errors"
	"flag"
	"fmt"
	"io"
	"math"
	"os"
	"strings"

	"churnbench/analysis"
	"churnbench/analysis/churn"
	"churnbench/analysis/engine"
	"churnbench/analysis/locale"
	"churnbench/analysis/profile"
	"churnbench/app/i18n"
)

// profileFlags are what the person says about groups side by side.
type profileFlags struct {
	name  string // of what divides the customers, or of a view; "" for no profile
	after int
	csv   string // path; "" for none
}

func (f *profileFlags) declare(fs *flag.FlagSet) {
	fs.StringVar(&f.name, "profile", "", "set groups side by side: a column’s name, segments, tiers, state, lifecycle, or one of the seven P such as persistency")
	fs.IntVar(&f.after, "after", engine.DefaultAfter, "of --profile: days from the first purchase after which the share still here is read")
	fs.StringVar(&f.csv, "profile-csv", "", "file for the groups of --profile, as CSV")
}

// run compares the groups that were asked for, and prints and saves them.
func (f *profileFlags) run(ctx context.Context, e engine.Engine, lost churn.Definition, lang locale.Lang, out io.Writer) error {
	if f.name == "" {
		return nil
	}
	var few *analysis.Error // what customers are worth is shown where the data carry a model
	if _, err := e.Value(ctx, engine.ValueRequest{}); err != nil && !(errors.As(err, &few) && few.Kind == analysis.NotEnough) {
		return err
	}
	req := engine.ProfilesRequest{Definition: lost, After: f.after}
	req.Layout.Lang = string(lang)
	p, err := e.Profiles(ctx, req) // its offers and views
	if err == nil {
		err = f.choose(&req, &p)
	}
	if err == nil {
		p, err = e.Profiles(ctx, req)
	}
	if err != nil {
		return err
	}
	printProfile(out, lang, &p, req.View)
	if f.csv == "" {
		return nil
	}
	file, err := e.Export(ctx, engine.ExportRequest{Table: engine.ProfilesTable, Lang: string(lang)})
	if err != nil {
		return err
	}
	return os.WriteFile(f.csv, file.Bytes, 0o644)
}

// choose finds what a name means: something that is offered, or a view.
func (f *profileFlags) choose(req *engine.ProfilesRequest, p *engine.Profiles) error {
	var names []string
	for _, v := range p.Views {
		if v.Key == f.name {
			req.View = v.Key
			return nil
		}
		names = append(names, v.Key)
	}
	for _, o := range p.Offers {
		if strings.EqualFold(o.Name, f.name) || string(o.By) == f.name && o.By != engine.SegmentAttribute && o.By != engine.SegmentOrders {
			req.By = o.Segmentation
			return nil
		}
		names = append(names, o.Name)
	}
	return analysis.Fail(analysis.BadInput, "profiles.no-name", analysis.Text("name", f.name), analysis.Text("names", strings.Join(names, " · ")))
}

// printProfile prints the rows, all customers below them, and every doubt; of a view its
// measures alone, and what it lacks.
func printProfile(w io.Writer, lang locale.Lang, p *engine.Profiles, view string) {
	measures, doubts := p.Measures, p.Warnings
	for _, v := range p.Views {
		if v.Key == view {
			measures = v.Measures
			for _, m := range v.Missing {
				doubts = append(doubts, analysis.Warning{Message: m})
			}
		}
	}
	if p.By.By != "" {
		fmt.Fprintln(w, i18n.T(lang, "profiles.title")+" · "+p.ByName())
		head := []string{p.ByName()}
		for _, m := range measures {
			head = append(head, i18n.T(lang, i18n.Key("profiles.measure."+string(m))))
		}
		rows := [][]string{head}
		for i := range p.Result.Rows {
			rows = append(rows, profileCells(lang, p.Names[i], &p.Result.Rows[i], measures))
		}
		printAligned(w, append(rows, profileCells(lang, i18n.T(lang, "profiles.all"), &p.Result.All, measures)))
	}
	printWarnings(w, lang, doubts)
}

func profileCells(lang locale.Lang, name string, r *profile.Row, measures []profile.Measure) []string {
	cells := []string{name}
	for _, m := range measures {
		cells = append(cells, profileCell(lang, m, r.Of(m)))
	}
	return cells
}

func profileCell(lang locale.Lang, m profile.Measure, e profile.Estimate) string {
	switch form := m.Form(); {
	case math.IsNaN(e.Value):
		return "–"
	case form == profile.CountForm:
		return lang.Int(int(e.Value))
	case form == profile.AmountForm:
		return lang.Number(e.Value, 2)
	case form == profile.NumberForm:
		return lang.Number(e.Value, 1)
	case math.IsNaN(e.Low):
		return lang.Percent(e.Value, 1)
	}
	between := i18n.T(lang, "profiles.between", analysis.Text("low", lang.Number(100*e.Low, 1)), analysis.Text("high", lang.Number(100*e.High, 1)))
	return lang.Percent(e.Value, 1) + " (" + between + ")"
}
