package customers

import (
	"strconv"
	"strings"

	"github.com/maxence-charriere/go-app/v10/pkg/app"

	"churnbench/analysis"
	"churnbench/analysis/cohort"
	"churnbench/analysis/engine"
	"churnbench/app/screen"
	"churnbench/app/ui"
)

// filtered reports whether only the customers of a cohort's cell or of groups are
// shown.
func (v view) filtered() bool { return v.inCell() || len(v.s.Query.Groups) > 0 }

func (v view) inCell() bool { return v.s.Query.Cohort != engine.CohortCell{} }

// among says which groups or cell of a cohort table the customers are of, with the
// way back to all.
func (v view) among() app.UI {
	if !v.filtered() {
		return nil
	}
	var chips []app.UI
	if v.inCell() {
		chips = append(chips, ui.Chip(ui.ChipProps{Icon: ui.IconRetain, Text: v.T("customers.cell",
			analysis.Text("cohort", v.cohortName(v.s.Query.Cohort)), analysis.Text("k", periods(v.s.Query.Cohort)))}))
	}
	for _, ref := range v.s.Query.Groups {
		chips = append(chips, ui.Chip(ui.ChipProps{Icon: ui.IconSegments, Text: screen.GroupTitle(v.Host, ref)}))
	}
	return ui.Row(append(chips,
		ui.Button(ui.ButtonProps{ID: "all-customers", Label: v.T("customers.cell.clear"), Icon: ui.IconClose, Small: true,
			OnClick: func(app.Context) {
				v.s.FilterCell(engine.CohortCell{})
				v.Focus("search")
			}}))...,
	)
}

// periods are the number of a cell's period, or the first and last of its bracket.
func periods(c engine.CohortCell) string {
	col := c.Options.At(c.Column)
	if col.To == col.From+1 {
		return strconv.Itoa(col.From)
	}
	return strconv.Itoa(col.From) + "–" + strconv.Itoa(col.To-1)
}

// cohortName names a cohort by its key: a date or a value.
func (v view) cohortName(c engine.CohortCell) string {
	if value, ok := strings.CutPrefix(c.Key, "="); ok {
		return value
	}
	start, err := analysis.ParseDay(c.Key)
	if err != nil {
		return v.T("cohort.folded")
	}
	switch c.Options.Grain {
	case cohort.Month:
		return v.Lang.Month(start)
	case cohort.Quarter:
		return v.Lang.Quarter(start)
	case cohort.Year:
		return v.Lang.Year(start)
	}
	return v.Lang.Date(start)
}
