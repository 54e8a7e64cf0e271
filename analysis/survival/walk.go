package survival

// A sequence is subjects in the order of their durations: what is sorted once and
// walked along by every estimate.
type sequence struct {
	s       *Subjects
	byTime  []uint32 // positions of the subjects that were watched
	byEntry []uint32 // of those watched from later than 0 on, by Entry
}

// sequence sorts. The subjects must have passed Check.
func (s *Subjects) sequence() *sequence {
	q := &sequence{s: s, byTime: ascending(s.Time)}
	if s.Entry == nil {
		return q
	}
	q.byTime = keep(q.byTime, s.watched)
	q.byEntry = keep(ascending(s.Entry), func(i int) bool { return s.Entry[i] > 0 && s.watched(i) })
	return q
}

func keep(order []uint32, wanted func(int) bool) []uint32 {
	kept := order[:0]
	for _, i := range order {
		if wanted(int(i)) {
			kept = append(kept, i)
		}
	}
	return kept
}

// A step is one distinct time at which somebody left or was seen for the last
// time. Its lists go by group, and are overwritten by the next step.
type step struct {
	time     float64
	risk     []int // under watch just before time, without an event so far
	events   []int // of any cause, at time
	censored []int // at time
	causes   []int // events of group g and cause k at g·K + k−1
}

// walk calls yield for each distinct time in ascending order. At a tie, whoever
// leaves does so before others are censored, and whoever enters at that time is
// not yet at risk.
func (q *sequence) walk(by *Groups, yield func(*step)) {
	k, causes := by.count(), q.s.causes()
	counts := make([]int, 3*k+k*causes)
	st := &step{risk: counts[:k:k], events: counts[k : 2*k : 2*k], censored: counts[2*k : 3*k : 3*k], causes: counts[3*k:]}
	for _, i := range q.byTime {
		if g := by.of(i); g >= 0 && q.s.entry(int(i)) == 0 {
			st.risk[g]++
		}
	}
	late := q.byEntry
	for from := 0; from < len(q.byTime); {
		st.time = q.s.Time[q.byTime[from]]
		to := q.tied(from)
		late = st.enter(q.s, by, late)
		for _, i := range q.byTime[from:to] {
			st.count(by.of(i), int(q.s.Event[i]), causes, 1)
		}
		yield(st)
		for _, i := range q.byTime[from:to] {
			g := by.of(i)
			st.count(g, int(q.s.Event[i]), causes, -1)
			if g >= 0 {
				st.risk[g]--
			}
		}
		from = to
	}
}

// tied returns where the durations equal to that at from end.
func (q *sequence) tied(from int) int {
	to := from + 1
	for to < len(q.byTime) && q.s.Time[q.byTime[to]] == q.s.Time[q.byTime[from]] {
		to++
	}
	return to
}

// enter puts at risk whoever came under watch before the step, and returns the rest.
func (st *step) enter(s *Subjects, by *Groups, late []uint32) []uint32 {
	for len(late) > 0 && s.Entry[late[0]] < st.time {
		if g := by.of(late[0]); g >= 0 {
			st.risk[g]++
		}
		late = late[1:]
	}
	return late
}

func (st *step) count(group, event, causes, by int) {
	switch {
	case group < 0:
	case event == 0:
		st.censored[group] += by
	default:
		st.events[group] += by
		st.causes[group*causes+event-1] += by
	}
}

// sum returns the total of a list of a step.
func sum(counts []int) int {
	total := 0
	for _, n := range counts {
		total += n
	}
	return total
}
