package lifecycle

// stage applies the rules. Their order makes the stages exclusive, and the last of
// them makes every customer fall into one.
func (w *walk) stage() Stage {
	switch {
	case w.seen == 0:
		return NotYet
	case w.lost():
		return Lapsed
	case w.Model == Funnel:
		if w.seen == 1 {
			return First
		}
		return Repeat
	case w.seen < w.Exploring:
		return Exploration
	case int(w.at-w.day[0])+1 < w.Tenure:
		return Growth
	}
	return w.trend()
}

// trend compares the windows. Whoever bought in neither has declined, although 0/0
// says nothing. Where the prior one holds nothing, or its amounts add up to nothing
// or less, there is no past to fall below: any more is growth, and no more stability.
func (w *walk) trend() Stage {
	w.slide()
	if w.recent.Days+w.prior.Days == 0 {
		return Decline
	}
	recent, prior := w.recent.measure(w.Trend), w.prior.measure(w.Trend)
	switch {
	case prior <= 0 && recent > 0, prior > 0 && recent >= w.Growth*prior:
		return Growth
	case prior > 0 && recent < w.Decline*prior:
		return Decline
	}
	return Stability
}

// measure is what a trend compares: whole numbers, exact up to 2⁵³.
func (h Held) measure(t Trend) float64 {
	if t == BySpend {
		return float64(h.Spend)
	}
	return float64(h.Days)
}
