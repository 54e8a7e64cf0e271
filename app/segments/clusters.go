package segments

import (
	"math"
	"slices"
	"strconv"
	"strings"

	"github.com/maxence-charriere/go-app/v10/pkg/app"

	"churnbench/analysis"
	"churnbench/analysis/engine"
	"churnbench/analysis/ingest"
	"churnbench/analysis/segment"
	"churnbench/app/i18n"
	"churnbench/app/screen"
	"churnbench/app/ui"
)

// clusters is the tab of customers who are alike.
func (v view) clusters() app.UI {
	s := &v.s.Clusters
	if s.Answer == nil {
		return ui.Stack(v.columnPicker(), screen.Failed(v.Host, s.Err, func() { AskClusters(v.Host, v.s) }), v.searching())
	}
	return ui.Stack(
		screen.Failed(v.Host, s.Err, func() { AskClusters(v.Host, v.s) }),
		v.clusterTable(s.Answer),
		v.searching(),
		ui.Columns(ui.Stack(v.clusterControls(s.Answer), screen.Figure(v.Host, &s.Answer.Scan, s.Busy, nil)), ui.Explain(v.explainClusters(s.Answer))),
		v.crossTable(s.Answer),
	)
}

// searching says how far the search is and lets it be given up; where it was, it can be begun.
func (v view) searching() app.UI {
	s := &v.s.Clusters
	switch {
	case s.Busy:
		return ui.Card(ui.CardProps{ID: "searching"}, ui.Progress(ui.ProgressProps{Lang: v.Lang, Label: v.T("progress.clusters"),
			Step: s.Progress.Step, OfSteps: s.Progress.OfSteps, OnCancel: func(app.Context) { s.Stop() }}))
	case s.Answer == nil && s.Err == nil:
		return ui.Row(ui.Button(ui.ButtonProps{ID: "search", Label: v.T("clusters.search"), Kind: ui.Primary, OnClick: func(app.Context) { AskClusters(v.Host, v.s) }}))
	}
	return nil
}

// clustersFinding sets the group that brings most beside its size.
func (v view) clustersFinding() string {
	a := v.s.Clusters.Answer
	if a == nil {
		return ""
	}
	best := 0
	for k, g := range a.Groups {
		if g.Revenue > a.Groups[best].Revenue {
			best = k
		}
	}
	g := a.Groups[best]
	if math.IsNaN(g.Brings) {
		return ""
	}
	return v.T("clusters.finding", analysis.Count("k", len(a.Groups)), analysis.Text("name", v.clusterName(best)),
		analysis.Percent("customers", g.Share), analysis.Percent("revenue", g.Brings))
}

// clusterName is what the person calls a cluster, else a letter.
func (v view) clusterName(k int) string {
	return screen.GroupName(v.Host, engine.Segmentation{By: engine.SegmentClusters}, string(rune('A'+k)))
}

// clusterList is the table of the groups, each beginning with a head of the caller's.
func (v view) clusterList(a *engine.Clusters, head func(k int) app.UI) ui.PlainTableProps {
	var rows [][]app.UI
	for k, g := range a.Groups {
		rows = append(rows, append([]app.UI{head(k)}, v.clusterRow(a, k, g)...))
	}
	columns := []ui.Column{{Title: v.T("clusters.group")}}
	for _, f := range a.Result.Features {
		columns = append(columns, ui.Column{Title: v.featureName(f), Numeric: true})
	}
	columns = append(columns,
		ui.Column{Title: v.T("segments.customers"), Numeric: true},
		ui.Column{Title: v.T("segments.share"), Numeric: true},
		ui.Column{Title: v.T("segments.revenue"), Numeric: true},
		ui.Column{Title: v.T("spread.lost.share"), Numeric: true})
	return ui.PlainTableProps{Label: v.T("clusters.title"), Columns: columns, Rows: rows}
}

func (v view) clusterTable(a *engine.Clusters) app.UI {
	foot := v.T("clusters.foot")
	if a.Result.Unknown > 0 {
		foot = v.Sentences(foot, v.T("clusters.unknown", analysis.Count("customers", a.Result.Unknown)))
	}
	return ui.Card(ui.CardProps{ID: "clusters", Class: screen.Refreshing(v.s.Clusters.Busy), Title: v.T("clusters.title"), Lead: v.T("clusters.lead"), Foot: foot,
		Tools: []app.UI{ui.IconButton(ui.ButtonProps{ID: "save-clusters", Label: v.T("ui.table.save"), Icon: ui.IconSave,
			OnClick: func(app.Context) {
				v.Export(engine.ExportRequest{Table: engine.ClustersTable, Names: v.ClusterNames})
			}})}},
		ui.PlainTable(v.clusterList(a, func(k int) app.UI { return v.clusterHead(a, k) })))
}

// clusterHead names a cluster in a field, so that a person may name it otherwise.
func (v view) clusterHead(a *engine.Clusters, k int) app.UI {
	return app.Div().Class("advised").Body(
		&ui.Field{ID: "cluster-" + strconv.Itoa(k), Label: v.T("clusters.rename", analysis.Text("name", v.clusterName(k))), HideLabel: true,
			Value: v.clusterName(k), OnChange: func(_ app.Context, name string) {
				v.s.Call(k, strings.TrimSpace(name))
				v.ClusterNames = v.s.NamesInUse()
				v.s.renamed()
				if v.Asked != nil {
					v.Asked()
				}
			}},
		app.Span().Class("advice").Text(v.profile(a.Result.Features, a.Result.List[k])))
}

func (v view) clusterRow(a *engine.Clusters, k int, g engine.ClusterReport) (row []app.UI) {
	c := a.Result.List[k]
	for j, f := range a.Result.Features {
		row = append(row, app.Text(v.median(f, c.Median[j])))
	}
	lost := "—"
	if !math.IsNaN(g.LostShare) {
		lost = v.Lang.Percent(g.LostShare, 1) + " (" + v.Range(g.LostLow, g.LostHigh, 1) + ")"
	}
	return append(row, ui.Cells(v.Lang.Int(g.Customers), v.Lang.Percent(g.Share, 1), v.Lang.Percent(g.Brings, 1), lost)...)
}

// profile says in words how a cluster differs from all customers.
func (v view) profile(features []segment.Scale, c segment.Cluster) string {
	var words []string
	for j, f := range features {
		if c.Level[j] == segment.Middle {
			continue
		}
		word := i18n.Key("clusters.high")
		if c.Level[j] == segment.Low {
			word = "clusters.low"
		}
		if f.Key == "" {
			words = append(words, v.T(word, analysis.Text("feature", f.Name)))
			continue
		}
		words = append(words, v.T(word+"."+i18n.Key(f.Key)))
	}
	if len(words) == 0 {
		return v.T("clusters.average")
	}
	return strings.Join(words, v.T("clusters.comma"))
}

func (v view) featureName(f segment.Scale) string {
	if f.Key == "" {
		return f.Name
	}
	return v.T(i18n.Key("clusters.feature." + f.Key))
}

func (v view) median(f segment.Scale, x float64) string {
	if f.Key == "spend" {
		return v.Money(x)
	}
	return v.Lang.Number(x, decimalsFor(x))
}

// decimalsFor shows whole numbers as such.
func decimalsFor(x float64) int {
	if x == math.Trunc(x) {
		return 0
	}
	return 1
}

func (v view) clusterControls(a *engine.Clusters) app.UI {
	options := []ui.Option{}
	for _, s := range a.Result.Tried {
		label := v.Lang.Int(s.K)
		if s.K == a.Result.Proposed {
			label = v.T("clusters.k.proposed", analysis.Count("k", s.K))
		}
		options = append(options, ui.Option{Value: strconv.Itoa(s.K), Label: label})
	}
	return ui.Stack(
		ui.Segmented(ui.SegmentedProps{ID: "clusters-k", Label: v.T("clusters.k"), Small: true, Value: strconv.Itoa(a.Result.K), Options: options,
			OnChange: func(_ app.Context, chosen string) {
				k, _ := strconv.Atoi(chosen)
				v.s.K = k
				AskClusters(v.Host, v.s)
			}}),
		v.columnPicker())
}

// columnPicker offers the columns of numbers, where there are any.
func (v view) columnPicker() app.UI {
	var boxes []app.UI
	for i, k := range v.Dataset.Kept {
		if !numeric(k) {
			continue
		}
		boxes = append(boxes, &ui.Checkbox{ID: "cluster-by-" + strconv.Itoa(i), Label: k.Name, Checked: slices.Contains(v.s.Columns, i),
			OnChange: func(_ app.Context, on bool) {
				v.s.SetColumns(with(v.s.Columns, i, on))
				AskClusters(v.Host, v.s)
			}})
	}
	if len(boxes) == 0 {
		return nil
	}
	return ui.Card(ui.CardProps{Title: v.T("clusters.by"), Lead: v.T("clusters.by.lead")}, ui.Form(boxes...))
}

// numeric reports whether a kept column is of numbers that differ.
func numeric(k engine.KeptReport) bool {
	return k.Role.Holds() == ingest.NumberType && k.Distinct > 1
}

// with returns a sorted list with or without i.
func with(list []int, i int, on bool) []int {
	out := slices.DeleteFunc(slices.Clone(list), func(j int) bool { return j == i })
	if on {
		out = append(out, i)
	}
	slices.Sort(out)
	return out
}

// crossTable sets the clusters beside the RFM segments.
func (v view) crossTable(a *engine.Clusters) app.UI {
	columns := []ui.Column{{Title: v.T("segments.segment")}}
	for k := range a.Groups {
		columns = append(columns, ui.Column{Title: v.clusterName(k), Numeric: true})
	}
	var rows [][]app.UI
	for s, key := range a.Names {
		cells := []string{v.name(key)}
		for k := range a.Groups {
			cells = append(cells, v.Lang.Int(a.Cross[k][s]))
		}
		rows = append(rows, ui.Cells(cells...))
	}
	return ui.Card(ui.CardProps{Title: v.T("clusters.cross"), Lead: v.T("clusters.cross.lead")},
		ui.PlainTable(ui.PlainTableProps{Label: v.T("clusters.cross"), Columns: columns, Rows: rows, Compact: true}))
}

func (v view) explainClusters(a *engine.Clusters) ui.ExplainProps {
	var by []string
	for _, f := range a.Result.Features {
		key := i18n.Key("clusters.explain.log")
		if f.Plain {
			key = "clusters.explain.plain"
		}
		by = append(by, v.T(key, analysis.Text("feature", v.featureName(f))))
	}
	return ui.ExplainProps{Lang: v.Lang, Text: v.T("clusters.explain"), Formula: v.T("clusters.explain.formula"),
		Inputs:      by,
		Assumptions: []string{v.T("clusters.explain.seed"), v.T("clusters.explain.round"), v.T("clusters.explain.names")},
		Source:      v.T("clusters.explain.source"),
	}
}
