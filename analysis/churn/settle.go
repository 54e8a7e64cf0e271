package churn

import (
	"slices"

	"churnbench/analysis"
	"churnbench/analysis/survival"
)

// settle checks a definition against a log and its gaps, and fills in what it leaves
// open. The error is a *analysis.Error.
func (d Definition) settle(log *analysis.Log, gaps survival.Gaps) (Definition, error) {
	if !slices.Contains([]Kind{Silence, Declined, Explicit, Combined}, d.Kind) {
		return d, analysis.Fail(analysis.BadInput, "churn.bad-kind", analysis.Text("kind", string(d.Kind)))
	}
	var err error
	if d.Window, err = gaps.Choose(d.Window); err != nil {
		return d, err
	}
	if err := d.checkParts(); err != nil {
		return d, err
	}
	if d.asks(Declined) {
		if d.Decline, err = d.Decline.settle(d.Window, gaps.Span()); err != nil {
			return d, err
		}
	}
	if d.asks(Explicit) {
		if err := d.Ended.check(log); err != nil {
			return d, err
		}
	}
	return d, checkTiers(d.Tiers)
}

// asks reports whether a part of the definition is of a kind.
func (d Definition) asks(k Kind) bool { return slices.Contains(d.parts(), k) }

// parts are the simple kinds that the definition is made of.
func (d Definition) parts() []Kind {
	if d.Kind == Combined {
		return d.Parts
	}
	return []Kind{d.Kind}
}

// checkParts holds that a combination is of two or three different simple kinds.
func (d Definition) checkParts() error {
	if d.Kind != Combined {
		return nil
	}
	if len(d.Parts) < 2 {
		return analysis.Fail(analysis.BadInput, "churn.few-parts").Or("churn.few-parts.remedy")
	}
	for i, k := range d.Parts {
		if !slices.Contains([]Kind{Silence, Declined, Explicit}, k) {
			return analysis.Fail(analysis.BadInput, "churn.bad-part", analysis.Text("kind", string(k)))
		}
		if slices.Contains(d.Parts[:i], k) {
			return analysis.Fail(analysis.BadInput, "churn.part-twice", analysis.Word("kind", k.name()))
		}
	}
	return nil
}

// name is the catalogue key of what a kind is called.
func (k Kind) name() string {
	switch k {
	case Declined:
		return "churn.kind.decline"
	case Explicit:
		return "churn.kind.ended"
	case Combined:
		return "churn.kind.combined"
	}
	return "churn.kind.silence"
}

// settle fills in the windows of a decline and checks them. Windows that were left
// open are shortened to what the data hold: customers can be judged from day
// Recent + Prior − 1 on.
func (d Decline) settle(window, span int) (Decline, error) {
	if d.Recent == 0 {
		d.Recent = max(1, min(window, (span+1)/3))
	}
	if d.Prior == 0 {
		d.Prior = max(1, min(2*d.Recent, span+1-d.Recent))
	}
	if d.Below == 0 {
		d.Below = DefaultBelow
	}
	switch {
	case d.Recent < 0 || d.Prior < 0:
		return d, analysis.Fail(analysis.BadInput, "churn.bad-decline", analysis.Count("recent", d.Recent), analysis.Count("prior", d.Prior))
	case !(d.Below > 0 && d.Below < 1):
		return d, analysis.Fail(analysis.BadInput, "churn.bad-below", analysis.Number("below", d.Below))
	case d.Recent > span || d.Prior > span || d.Recent+d.Prior > span+1:
		return d, analysis.Fail(analysis.NotEnough, "churn.decline-beyond",
			analysis.Count("recent", d.Recent), analysis.Count("prior", d.Prior), analysis.Count("span", span)).
			Or("churn.decline-beyond.remedy")
	}
	return d, nil
}

// check finds the column that tells of an end.
func (e Ended) check(log *analysis.Log) error {
	if e.Column < 0 || e.Column >= len(log.Attributes) {
		return analysis.Fail(analysis.BadInput, "churn.no-column").Or("churn.no-column.remedy")
	}
	col := &log.Attributes[e.Column]
	name := analysis.Text("column", col.Name)
	switch {
	case col.Kind == analysis.DayColumn:
		return nil
	case col.Kind != analysis.TextColumn:
		return analysis.Fail(analysis.BadInput, "churn.number-column", name).Or("churn.no-column.remedy")
	case len(e.Lost) == 0:
		return analysis.Fail(analysis.BadInput, "churn.no-states", name).Or("churn.no-states.remedy")
	}
	for _, state := range e.Lost {
		if codeOf(&col.Texts, state) == analysis.NoCode {
			return analysis.Fail(analysis.BadInput, "churn.unknown-state", name, analysis.Text("state", state)).Or("churn.no-states.remedy")
		}
	}
	return nil
}

// codeOf finds a text among a column's distinct values.
func codeOf(texts *analysis.Dict, text string) uint32 {
	for i := range texts.Len() {
		if string(texts.Raw(i)) == text {
			return uint32(i)
		}
	}
	return analysis.NoCode
}

// checkTiers holds that tiers share out customers and weigh something.
func checkTiers(tiers []Tier) error {
	sum := 0.0
	for i, t := range tiers {
		if !(t.Share > 0 && t.Share <= 1) {
			return analysis.Fail(analysis.BadInput, "churn.bad-tier", analysis.Count("tier", i+1), analysis.Number("share", t.Share))
		}
		if !(t.Weight >= 0 && t.Weight <= maxWeight) {
			return analysis.Fail(analysis.BadInput, "churn.bad-weight", analysis.Count("tier", i+1), analysis.Number("weight", t.Weight))
		}
		sum += t.Share
	}
	if sum > 1+1e-9 {
		return analysis.Fail(analysis.BadInput, "churn.tiers-over", analysis.Percent("sum", sum))
	}
	return nil
}

// maxWeight keeps weighted sums far from overflow; no tier matters that much more.
const maxWeight = 1e9
