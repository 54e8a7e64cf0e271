package survival

import (
	"math"

	"churnbench/analysis"
)

// warn says what a reader of a comparison should know.
func (c *Comparison) warn(s *Subjects, by *Groups) {
	c.Warnings = append(c.Warnings, s.Doubts()...)
	c.warnUngrouped(by)
	for g := range c.Groups {
		c.warnGroup(&c.Groups[g])
	}
	c.warnCrossing()
}

func (c *Comparison) warnUngrouped(by *Groups) {
	if by == nil {
		return
	}
	without := 0
	for _, code := range by.Code {
		if code == analysis.NoCode {
			without++
		}
	}
	if without > 0 {
		c.Warnings = append(c.Warnings, analysis.Warning{Severity: analysis.Note,
			Message: analysis.Say("survival.ungrouped", analysis.Count("customers", without))})
	}
}

// warnGroup speaks of a group too small or too short to be read.
func (c *Comparison) warnGroup(g *GroupResult) {
	name := groupName(g.Name)
	say := func(severity analysis.Severity, key string, args ...analysis.Arg) {
		c.Warnings = append(c.Warnings, analysis.Warning{Severity: severity, Message: analysis.Say(key, append(args, name)...)})
	}
	switch last := len(g.Curve.Time) - 1; {
	case g.N == 0:
		say(analysis.Caution, "survival.group-empty")
	case g.N < ThinRiskSet:
		say(analysis.Caution, "survival.group-few", analysis.Count("customers", g.N), analysis.Count("limit", ThinRiskSet))
	case g.Events == 0:
		say(analysis.Note, "survival.group-none")
	case g.Curve.solidUntil(ThinRiskSet) < g.Curve.Time[last]:
		say(analysis.Note, "survival.group-thin", analysis.Number("time", g.Curve.solidUntil(ThinRiskSet)),
			analysis.Count("limit", ThinRiskSet), analysis.Word("unit", unitKey(c.Unit)))
	}
	if early := g.Curve.thinStart(); early > 0 {
		say(analysis.Serious, "survival.thin-start", analysis.Number("time", early), analysis.Percent("share", g.Curve.At(early).S),
			analysis.Count("limit", ThinRiskSet), analysis.Word("unit", unitKey(c.Unit)))
	}
}

// thinStart returns the last time before which the curve of a group that later had
// ThinRiskSet at risk fell with fewer; 0 if it did not. With left truncation the
// first customers decide where all that follow start from.
func (c *Curve) thinStart() float64 {
	if c.Late == nil {
		return 0
	}
	fell := 0.0
	for i, n := range c.AtRisk {
		if n >= ThinRiskSet {
			return fell
		}
		if c.Events[i] > 0 {
			fell = c.Time[i]
		}
	}
	return 0
}

// warnCrossing says where the two tests disagree, which happens when curves cross
// or part and meet again.
func (c *Comparison) warnCrossing() {
	const alpha = 0.05
	if c.LogRank == nil || math.IsNaN(c.LogRank.P) || (c.LogRank.P < alpha) == (c.Peto.P < alpha) {
		return
	}
	c.Warnings = append(c.Warnings, analysis.Warning{Severity: analysis.Caution,
		Message: analysis.Say("survival.tests-disagree", chance("logrank", c.LogRank.P), chance("peto", c.Peto.P)),
		Remedy:  analysis.Say("survival.tests-disagree.remedy")})
}

// chance names a p-value. Far out its digits say nothing that its smallness does not.
func chance(name string, p float64) analysis.Arg {
	if p < 0.0001 {
		return analysis.Text(name, "< 0.0001")
	}
	return analysis.Number(name, p)
}

// groupName names a group in a message, all subjects in words.
func groupName(name string) analysis.Arg {
	if name == "" {
		return analysis.Word("group", "survival.everybody")
	}
	return analysis.Text("group", name)
}

// unitKey is the catalogue's word for many of a unit.
func unitKey(u analysis.Unit) string {
	switch u {
	case analysis.Weeks:
		return "survival.unit.weeks"
	case analysis.Months:
		return "survival.unit.months"
	case analysis.Quarters:
		return "survival.unit.quarters"
	case analysis.Years:
		return "survival.unit.years"
	}
	return "survival.unit.days"
}
