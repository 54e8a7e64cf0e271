package survival

import (
	"cmp"
	"slices"

	"churnbench/analysis"
)

// A Roll is the Subjects that a source of customers gives, who they are, and who is
// left out. Its builders are OfLosses, OfContracts and OfTenures.
type Roll struct {
	Subjects Subjects
	Of       []analysis.CustomerID // who subject i is
	Causes   []Label               // of Subjects.Causes
	Left     []Excluded            // nil if everybody is here
}

// An Excluded is a reason why customers are no subjects.
type Excluded struct {
	Key       string // of the message that says why
	Customers int
}

// HasCauses reports whether the roll tells causes apart.
func (r *Roll) HasCauses() bool { return len(r.Causes) > 1 }

func (r *Roll) leave(key string) {
	for i := range r.Left {
		if r.Left[i].Key == key {
			r.Left[i].Customers++
			return
		}
	}
	r.Left = append(r.Left, Excluded{key, 1})
}

// add appends a customer; event is 0 or 1.
func (r *Roll) add(c analysis.CustomerID, time float64, event uint8) {
	r.Of = append(r.Of, c)
	r.Subjects.Time = append(r.Subjects.Time, time)
	r.Subjects.Event = append(r.Subjects.Event, event)
}

// causes turns the events of a roll into those of causes: reasonOf gives each
// customer's, as a code into names, analysis.NoCode where it is not known. The
// rarest beyond MaxShown become one.
func (r *Roll) causes(reasonOf func(analysis.CustomerID) uint32, names *analysis.Dict) {
	codeOf := r.rankCauses(reasonOf, names)
	for i, event := range r.Subjects.Event {
		if event != 0 {
			r.Subjects.Event[i] = codeOf[reasonOf(r.Of[i])]
		}
	}
	for _, l := range r.Causes {
		r.Subjects.Causes = append(r.Subjects.Causes, l.Name())
	}
}

// rankCauses orders causes by how many left for them and returns the event of each
// reason.
func (r *Roll) rankCauses(reasonOf func(analysis.CustomerID) uint32, names *analysis.Dict) map[uint32]uint8 {
	count := map[uint32]int{}
	for i, event := range r.Subjects.Event {
		if event != 0 {
			count[reasonOf(r.Of[i])]++
		}
	}
	codes := make([]uint32, 0, len(count))
	for code := range count {
		codes = append(codes, code)
	}
	slices.SortFunc(codes, func(a, b uint32) int {
		return cmp.Or(cmp.Compare(b2i(a == analysis.NoCode), b2i(b == analysis.NoCode)), cmp.Compare(count[b], count[a]), cmp.Compare(a, b))
	})
	codeOf := make(map[uint32]uint8, len(codes))
	for i, code := range codes {
		switch {
		case i >= MaxShown-1 && len(codes) > MaxShown:
			codeOf[code] = MaxShown
			continue
		case code == analysis.NoCode:
			r.Causes = append(r.Causes, UnknownCause)
		default:
			r.Causes = append(r.Causes, Label{Text: names.At(int(code))})
		}
		codeOf[code] = uint8(len(r.Causes))
	}
	if len(codes) > MaxShown {
		r.Causes = append(r.Causes, OtherCauses)
	}
	return codeOf
}

func b2i(b bool) int {
	if b {
		return 1
	}
	return 0
}

// OfLosses follows the customers of an order log from their first purchase to the day
// from which on they count as lost: lost[c], or analysis.NoDay for one who does not by
// the log's end, where the customer is censored. Durations are in days.
func OfLosses(log *analysis.Log, lost []analysis.Day) (*Roll, error) {
	if _, err := span(log); err != nil {
		return nil, err
	}
	r := &Roll{Subjects: Subjects{Unit: analysis.Days}}
	for c := range log.Customers() {
		id := analysis.CustomerID(c)
		from, _ := log.Rows(id)
		first := log.Day[from]
		if lost[c].Valid() && lost[c] <= log.End {
			r.add(id, float64(lost[c]-first), 1)
		} else {
			r.add(id, float64(log.End-first), 0)
		}
	}
	r.oneCause()
	return r, nil
}

// oneCause is what a roll has whose source tells no causes apart.
func (r *Roll) oneCause() {
	r.Causes = []Label{UnknownCause}
	r.Subjects.Causes = []string{UnknownCause.Name()}
}

// Silences returns the day on which each customer's first silence of window days is
// over, by the definition of Lapses; analysis.NoDay for those without one.
func Silences(log *analysis.Log, window int) []analysis.Day {
	lost := make([]analysis.Day, log.Customers())
	w := analysis.Day(window)
	for c := range lost {
		from, to := log.Rows(analysis.CustomerID(c))
		purchases := log.Day[from:to]
		lost[c] = analysis.NoDay
		if last, silent := firstSilence(purchases, w, log.End); silent {
			lost[c] = purchases[last] + w
		}
	}
	return lost
}
