package survival

import "churnbench/analysis/internal/numeric"

// Curves estimates one Kaplan–Meier curve a group, in the order of by.Names; nil
// for by takes all subjects as one group. Events of any cause count; for one cause
// see Subjects.Only. level is that of the intervals, 0 for DefaultLevel. A group of
// nobody has an empty curve.
//
// With left truncation, somebody is at risk at t who was watched from before t on
// and seen until t at least: S is then the share who stay among those who could
// have been seen to leave (Tsai, Jewell and Wang 1987).
func Curves(s *Subjects, by *Groups, interval Interval, level float64) ([]Curve, error) {
	if err := s.ready(by, interval, &level); err != nil {
		return nil, err
	}
	return s.sequence().curves(by, interval, level), nil
}

// ready checks what every comparison of groups is asked with, and sets the level
// that 0 stands for.
func (s *Subjects) ready(by *Groups, interval Interval, level *float64) error {
	if *level == 0 {
		*level = DefaultLevel
	}
	if err := s.Check(); err != nil {
		return err
	}
	if err := by.check(s.N()); err != nil {
		return err
	}
	return checkInterval(interval, *level)
}

func (q *sequence) curves(by *Groups, interval Interval, level float64) []Curve {
	curves := make([]Curve, by.count())
	q.walk(by, func(st *step) {
		for g := range curves {
			if d, w := st.events[g], st.censored[g]; d+w > 0 {
				curves[g].add(st.time, d, w)
				curves[g].AtRisk = append(curves[g].AtRisk, st.risk[g])
			}
		}
	})
	for _, i := range q.byEntry {
		if g := by.of(i); g >= 0 {
			curves[g].Late = append(curves[g].Late, q.s.Entry[i])
		}
	}
	for g := range curves {
		curves[g].Interval, curves[g].Level = interval, level
		curves[g].estimate()
	}
	return curves
}

// normal returns the half-width of an interval of that level, in standard errors.
func normal(level float64) float64 { return numeric.NormalQuantile((1 + level) / 2) }
