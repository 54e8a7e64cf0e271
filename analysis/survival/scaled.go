package survival

import "churnbench/analysis/internal/numeric"

// Scaled returns the hazard ratio of a step that customers differ by: of a level
// against its reference, or of one standard deviation of a number, because per unit a
// ratio depends on whether money is counted in dollars or in cents. ratio^Deviation is
// that of Deviation units.
func (e *Effect) Scaled() (ratio, low, high float64) {
	if e.Term.IsLevel() || !(e.Term.Deviation > 0) {
		return e.Ratio, e.Low, e.High
	}
	power := func(v float64) float64 { return numeric.Exp(e.Term.Deviation * numeric.Log(v)) }
	return power(e.Ratio), power(e.Low), power(e.High)
}

// IsLevel reports whether the term compares customers with a level, or without a value,
// to those with the reference level.
func (t *Term) IsLevel() bool { return t.Level != "" || t.Missing || t.Reference != "" }
