package segments

import (
	"strconv"

	"churnbench/analysis"
	"churnbench/analysis/rfm"
	"churnbench/app/screen"
)

// Rules is what a person chooses about scores and segments, and what she had chosen
// before she chose otherwise.
type Rules struct {
	Options rfm.Options
	Show    rfm.Quantity // what the cells of the grid show
	Measure int          // whose bins the tie rules are compared by: 0 to 2 for R, F, M
	Within  int          // the R score whose cut-offs of M are shown where scores are nested; 0 for the first

	Fixed   bool                  // cut-offs are typed
	Editing bool                  // the segments' rules are open for editing
	Typed   screen.Typed          // cut-offs that could not be taken
	Ranges  screen.Typed          // likewise, ranges of rules
	cuts    map[int][3]rfm.Bounds // typed cut-offs by number of bins, remembered
	own     rfm.Own               // the person's segments, remembered while a shipped set is in force
}

// OwnRules is the choice of the person's own segments, beside the shipped rule sets.
const OwnRules rfm.RuleSet = "own"

// SetBins takes the number of scores. Cut-offs typed for as many come back.
func (s *Rules) SetBins(n int) {
	s.remember()
	s.Options.Bins, s.Options.Typed = n, [3]rfm.Bounds{}
	if s.Fixed {
		s.Options.Typed = s.cuts[n]
	}
	s.forgetFaults()
}

// SetFixed changes between quantiles and typed cut-offs. Those typed before come back;
// before the first time they are near the quantiles in force.
func (s *Rules) SetFixed(on bool, now *rfm.Result) {
	s.remember()
	s.Fixed, s.Options.Typed = on, [3]rfm.Bounds{}
	s.forgetFaults()
	if !on {
		return
	}
	if typed, ok := s.cuts[now.Options.Bins]; ok {
		s.Options.Typed = typed
		return
	}
	for m := range s.Options.Typed {
		s.Options.Typed[m] = now.Cuts[m].Suggest(m)
	}
}

// remember keeps the cut-offs in force for their number of bins.
func (s *Rules) remember() {
	if !s.Fixed {
		return
	}
	if s.cuts == nil {
		s.cuts = map[int][3]rfm.Bounds{}
	}
	s.cuts[s.bins()] = s.Options.Typed
}

func (s *Rules) bins() int {
	if s.Options.Bins == 0 {
		return rfm.DefaultBins
	}
	return s.Options.Bins
}

// CutsField is the id of the field for the cut-offs of a measure.
func CutsField(measure int) string { return "cuts-" + string("rfm"[measure]) }

func (s *Rules) forgetFaults() {
	for m := range 3 {
		s.Typed.Accept(CutsField(m))
	}
}

// SetCuts takes what was typed as the cut-offs of a measure; none means its quantiles.
// It reports whether it was understood.
func (s *Rules) SetCuts(measure int, text string) bool {
	b, wrong := rfm.ParseBounds(text, measure, s.bins())
	if wrong != nil {
		s.Typed.Refuse(CutsField(measure), text, *wrong)
		return false
	}
	s.Typed.Accept(CutsField(measure))
	s.Options.Typed[measure] = b
	return true
}

// RuleSet is the rule set in force, OwnRules for the person's own.
func (s *Rules) RuleSet() rfm.RuleSet {
	if s.Options.Own.N > 0 {
		return OwnRules
	}
	return s.Options.RuleSet
}

// Choose takes a rule set. The person's own segments come back as she left them, and
// begin as those of the set in force.
func (s *Rules) Choose(set rfm.RuleSet) {
	s.Ranges = screen.Typed{}
	if set == OwnRules {
		if s.own.N == 0 {
			s.own = rfm.OwnOf(s.Options)
		}
		s.Options.Own = s.own
		return
	}
	if s.Options.Own.N > 0 {
		s.own = s.Options.Own
	}
	s.Options.Own, s.Options.RuleSet = rfm.Own{}, set
}

// Edit opens or closes the editor of segments.
func (s *Rules) Edit(on bool) { s.Editing = on }

// change edits the segments, which become the person's own if they were not, at the
// number of bins in force.
func (s *Rules) change(edit func(*rfm.Own)) {
	own := s.Options.Own
	if own.N == 0 || own.Bins != s.bins() {
		own = rfm.OwnOf(s.Options)
	}
	edit(&own)
	if own.Wrong() == nil && own.N > 0 {
		s.Options.Own = own
	}
}

// Rename calls the i-th segment by another name; ours, or none, gives it back its own.
func (s *Rules) Rename(i int, name, ours string) {
	s.change(func(o *rfm.Own) {
		if name == ours {
			name = ""
		}
		if name != "" || !isOwn(o.List[i].Key) {
			o.List[i].Name = name
		}
	})
}

// RangeField is the id of the field for the scores of a measure in the i-th segment's
// rule.
func RangeField(i, measure int) string {
	return "rule-" + strconv.Itoa(i) + "-" + string("rfm"[measure])
}

// SetRange takes what was typed as the scores of a measure in the i-th segment's rule.
func (s *Rules) SetRange(i, measure int, text string) bool {
	low, high, ok := rfm.ParseRange(text, s.bins())
	if !ok {
		s.Ranges.Refuse(RangeField(i, measure), text, analysis.Say("segments.range.wrong", analysis.Count("bins", s.bins())))
		return false
	}
	s.Ranges.Accept(RangeField(i, measure))
	s.change(func(o *rfm.Own) { o.List[i].Rule = o.List[i].Rule.With(measure, low, high) })
	return true
}

// Move moves the i-th segment up or down by one place.
func (s *Rules) Move(i, by int) {
	s.reorder(func(o *rfm.Own) {
		if j := i + by; j >= 0 && j < o.N {
			o.List[i], o.List[j] = o.List[j], o.List[i]
		}
	})
}

// Remove takes the i-th segment away; the last one stays.
func (s *Rules) Remove(i int) {
	s.reorder(func(o *rfm.Own) {
		if o.N > 1 {
			copy(o.List[i:], o.List[i+1:])
			o.N--
			o.List[o.N] = rfm.OwnSegment{}
		}
	})
}

// Add puts a segment of all customers at the end.
func (s *Rules) Add(name string) {
	s.reorder(func(o *rfm.Own) {
		if o.N < rfm.MaxOwn {
			o.List[o.N] = rfm.OwnSegment{Key: o.NewKey(), Name: name}
			o.N++
		}
	})
}

// reorder changes which segment stands where: what could not be taken of one is not
// that of another.
func (s *Rules) reorder(edit func(*rfm.Own)) {
	s.Ranges = screen.Typed{}
	s.change(edit)
}

// isOwn reports whether a segment has no name but the person's.
func isOwn(key string) bool { return len(key) > 4 && key[:4] == "own-" }
