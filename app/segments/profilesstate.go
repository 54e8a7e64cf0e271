package segments

import (
	"cmp"
	"slices"
	"strconv"
	"strings"

	"churnbench/analysis"
	"churnbench/analysis/churn"
	"churnbench/analysis/engine"
	"churnbench/analysis/figure"
	"churnbench/analysis/profile"
	"churnbench/app/screen"
)

// Profiles is what the tab of profiles knows and what the person chose.
type Profiles struct {
	profilesRequest
	screen.Typed

	View    string              // one of the seven P, or ownView; "" for the first
	By      engine.Segmentation // of ownView
	Across  *engine.Segmentation
	Measure profile.Measure // "" for the view's
	After   int
	Sort    engine.ProfileSort

	Column profile.Measure // that the table is sorted by; "" as the engine has it
	Up     bool
}

type profilesRequest = screen.Request[engine.ProfilesRequest, engine.Profiles]

// TabProfiles is the key of its tab.
const TabProfiles = "profiles"

// ownView is the person's own choice of what to divide by.
const ownView = "own"

func (p *Profiles) renew() {
	p.Forget()
	p.Typed = screen.Typed{}
	p.View, p.By, p.Across, p.Measure = "", engine.Segmentation{}, nil, ""
}

// ask is the request for what is chosen.
func (p *Profiles) ask(lost churn.Definition, layout figure.Layout) engine.ProfilesRequest {
	req := engine.ProfilesRequest{View: p.View, Across: p.Across, Measure: p.Measure, Definition: lost, After: p.After, Sort: p.Sort, Layout: layout}
	if p.View == ownView {
		req.View, req.By = "", p.By
	}
	return req
}

// askProfiles is the request for groups side by side, with the names that clusters have.
func (s *State) askProfiles(lost churn.Definition, layout figure.Layout) engine.ProfilesRequest {
	req := s.Profiles.ask(lost, layout)
	if names := s.NamesInUse(); req.ByClusters() && slices.ContainsFunc(names, func(n string) bool { return n != "" }) {
		req.Clusters = names
	}
	return req
}

// view is the one of the seven that is in sight; nil for the person's own choice.
func (p *Profiles) view() *engine.ProfileView {
	for i, v := range p.Answer.Views {
		if v.Key == p.View || p.View == "" && i == 0 {
			return &p.Answer.Views[i]
		}
	}
	return nil
}

// take divides by an offer, with the measure in sight.
func (p *Profiles) take(by engine.Segmentation) {
	p.View, p.By, p.Measure, p.Sort = ownView, by, cmp.Or(p.Measure, p.Answer.Measure, profile.Churn), ""
	p.Typed = screen.Typed{}
}

// setView takes one of the seven, or what is in sight as the person's own.
func (p *Profiles) setView(key string) {
	if key == ownView {
		p.take(p.Answer.By)
		return
	}
	p.View, p.Measure, p.Sort, p.Typed = key, "", "", screen.Typed{}
}

// mostCut is beyond what a column of numbers holds.
const mostCut = 9e14

// setCuts takes the bounds of groups as they were typed; without any the engine chooses.
func (p *Profiles) setCuts(field, typed string) bool {
	var cuts []analysis.Money
	for _, text := range strings.FieldsFunc(typed, func(r rune) bool { return strings.ContainsRune(" ;,，、；", r) }) {
		v, err := strconv.ParseFloat(text, 64)
		if err != nil || !(v > -mostCut && v < mostCut) || len(cuts) > 0 && analysis.MoneyOf(v) <= cuts[len(cuts)-1] {
			p.Refuse(field, typed, analysis.Say("profiles.cuts.bad"))
			return false
		}
		cuts = append(cuts, analysis.MoneyOf(v))
	}
	by := p.Answer.By
	by.Cuts = cuts
	p.take(by)
	return true
}

// columns are the measures that the table shows.
func (p *Profiles) columns() []profile.Measure {
	if v := p.view(); v != nil {
		return v.Measures
	}
	return p.Answer.Measures
}

// order returns the indexes of the rows as the table shows them. What is not known stands
// last, either way.
func (p *Profiles) order() []int {
	rows := p.Answer.Result.Rows
	order := make([]int, len(rows))
	for i := range order {
		order[i] = i
	}
	if p.Column == "" {
		return order
	}
	slices.SortStableFunc(order, func(i, j int) int {
		a, b := rows[i].Of(p.Column).Value, rows[j].Of(p.Column).Value
		if p.Up || a != a || b != b {
			if a != a || b != b {
				return cmp.Compare(b, a) // cmp puts NaN below all
			}
			return cmp.Compare(a, b)
		}
		return cmp.Compare(b, a)
	})
	return order
}

// sortBy sorts the table by a column, the other way if it was by it already.
func (p *Profiles) sortBy(column profile.Measure) {
	p.Up = p.Column == column && !p.Up
	p.Column = column
}
