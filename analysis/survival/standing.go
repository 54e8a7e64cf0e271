package survival

// A Standing is how a group stands at one time: a column of the table under a
// survival figure (Morris and others 2019, "KMunicate", BMJ Open 9:e030215).
type Standing struct {
	Time     float64
	AtRisk   int // under watch just before Time, without an event so far
	Lost     int // events up to and including Time
	Censored int // seen up to Time at most, without an event
	Here     int // under watch just after Time; with Lost, Censored and those who enter later it is everybody
}

// Standings counts at each of some times.
func (c *Curve) Standings(times []float64) []Standing {
	out := make([]Standing, len(times))
	for k, t := range times {
		i := c.upTo(t)
		s := Standing{Time: t, AtRisk: c.riskAt(t), Lost: sum(c.Events[:i]), Censored: sum(c.Censored[:i])}
		s.Here = c.N - (len(c.Late) - upTo(c.Late, t)) - s.Lost - s.Censored
		out[k] = s
	}
	return out
}
