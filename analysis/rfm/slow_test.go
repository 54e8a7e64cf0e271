package rfm

import (
	"bufio"
	"bytes"
	"cmp"
	"math"
	"math/rand/v2"
	"os"
	"path/filepath"
	"slices"
	"sort"
	"strconv"
	"testing"
	"time"

	"churnbench/analysis"
)

// This file scores customers a second time, slowly and as the definitions read: no
// partition, no radix sort, no binary search, customer by customer.

// slowValues are the values of the three measures, higher being better.
func slowValues(l *analysis.Log, opt Options) (values [3][]int64) {
	for c := range l.Customers() {
		last, days, orders, total := l.Day[l.Start[c]], 0, 0, analysis.Money(0)
		for i := l.Start[c]; i < l.Start[c+1]; i++ {
			last = max(last, l.Day[i])
			days++
			orders += int(l.Orders[i])
			total += l.Amount[i]
		}
		f := days
		if opt.Frequency == Orders {
			f = orders
		}
		m := int64(total)
		if opt.Spend == AverageSpend {
			m = int64(math.Round(float64(total) / float64(f)))
		}
		values[0] = append(values[0], -int64(l.End-last))
		values[1] = append(values[1], int64(f))
		values[2] = append(values[2], m)
	}
	return values
}

// slowScores scores everybody in all three measures.
func slowScores(values [3][]int64, opt Options) (scores [3][]int) {
	n := len(values[0])
	inside := make([]string, n) // whom a customer is compared with
	for m := range 3 {
		scores[m] = slowMeasure(values[m], inside, m, opt)
		if opt.Nested {
			for c := range n {
				inside[c] += strconv.Itoa(scores[m][c]) + "-"
			}
		}
	}
	return scores
}

// slowMeasure scores one measure within groups.
func slowMeasure(values []int64, inside []string, measure int, opt Options) []int {
	groups := map[string][]int{}
	for c, g := range inside {
		groups[g] = append(groups[g], c)
	}
	out := make([]int, len(values))
	for _, who := range groups {
		slices.SortStableFunc(who, func(a, b int) int { return cmp.Compare(values[a], values[b]) })
		sorted := make([]int64, len(who))
		for i, c := range who {
			sorted[i] = values[c]
		}
		less, upTo := 0, 0
		for rank, c := range who {
			if rank == upTo { // behind the equals of the one before
				for less = rank; upTo < len(who) && sorted[upTo] == sorted[rank]; {
					upTo++
				}
			}
			if typed := opt.Typed[measure]; typed.N > 0 {
				out[c] = slowTyped(values[c], typed.List(), measure)
				continue
			}
			out[c] = slowTies(opt.Ties, sorted, rank, less, upTo, opt.Bins)
		}
	}
	return out
}

func slowTyped(v int64, typed []float64, measure int) int {
	score := 1
	for _, t := range typed {
		switch {
		case measure == 0 && -v <= int64(t), measure == 1 && v > int64(t), measure == 2 && v > int64(math.Round(t*analysis.MoneyPerUnit)):
			score++
		}
	}
	return score
}

// slowTies scores the customer at a rank from 0, of whom less are strictly worse and
// upTo are not better.
func slowTies(ties Ties, sorted []int64, rank, less, upTo, bins int) int {
	n := len(sorted)
	switch ties {
	case ByRank:
		return 1 + bins*rank/n
	case ShareHigh:
		return int(math.Ceil(float64(bins*upTo) / float64(n)))
	case NTile:
		bin, left := 1, 0 // fill bucket after bucket
		for ; ; bin++ {
			size := n / bins
			if bin <= n%bins {
				size++
			}
			if left += size; rank < left {
				return bin
			}
		}
	case Quantiles:
		score := 1
		for k := 1; k < bins; k++ {
			// sorted[j] + (sorted[j+1] − sorted[j])·rest/bins < v, in whole numbers
			j, rest := k*(n-1)/bins, int64(k*(n-1)%bins)
			above := (sorted[rank] - sorted[j]) * int64(bins)
			if rest > 0 {
				above -= (sorted[j+1] - sorted[j]) * rest
			}
			if above > 0 {
				score++
			}
		}
		return score
	}
	return 1 + bins*less/n
}

// compareWithSlow holds every score, bin size and count of the moved.
func compareWithSlow(t *testing.T, log *analysis.Log, opt Options) {
	t.Helper()
	s, values, want := compareScores(t, log, opt)
	compareTies(t, s, values, want)
}

// compareScores holds every score and bin size.
func compareScores(t *testing.T, log *analysis.Log, opt Options) (s *Scores, values [3][]int64, want [3][]int) {
	t.Helper()
	s, err := Score(log, opt)
	if err != nil {
		t.Fatal(err)
	}
	opt = s.Options
	values = slowValues(log, opt)
	want = slowScores(values, opt)
	for m, got := range [3][]uint8{s.R, s.F, s.M} {
		sizes := make([]int, opt.Bins)
		for c, score := range got {
			if int(score) != want[m][c] {
				t.Fatalf("%s: %c of customer %d is %d, want %d", about(opt), "RFM"[m], c, score, want[m][c])
			}
			sizes[score-1]++
		}
		if !slices.Equal(s.Cuts[m].Size, sizes) {
			t.Fatalf("%s: bins of %c hold %v, want %v", about(opt), "RFM"[m], s.Cuts[m].Size, sizes)
		}
	}
	return s, values, want
}

// compareTies tries every tie rule on each measure while the others stay.
func compareTies(t *testing.T, s *Scores, values [3][]int64, want [3][]int) {
	t.Helper()
	inside := make([]string, len(s.R))
	for m := range 3 {
		for _, rule := range s.Ties {
			opt := s.Options
			opt.Ties = rule.Ties
			other := slowMeasure(values[m], inside, m, opt)
			sizes, moved := make([]int, opt.Bins), 0
			for c, score := range other {
				sizes[score-1]++
				if score != want[m][c] {
					moved++
				}
			}
			if !slices.Equal(rule.Size[m], sizes) || rule.Moved[m] != moved {
				t.Fatalf("%s, tried %q: %c %v and %d moved, want %v and %d", about(s.Options), rule.Ties, "RFM"[m], rule.Size[m], rule.Moved[m], sizes, moved)
			}
		}
		if s.Options.Nested {
			for c := range inside {
				inside[c] += strconv.Itoa(want[m][c]) + "-"
			}
		}
	}
}

func about(opt Options) string {
	return "bins " + strconv.Itoa(opt.Bins) + ", ties " + string(opt.Ties) + ", nested " + strconv.FormatBool(opt.Nested)
}

// typedFor are cut-offs that part a log somewhere in the middle.
func typedFor(bins int, scale float64) (typed [3]Bounds) {
	for m := range typed {
		typed[m].N = bins - 1
		for i := range bins - 1 {
			typed[m].At[i] = float64(i + 1)
			if m != frequencyAt {
				typed[m].At[i] = math.Round(scale*float64(i+1)) + 0.25*float64(m/2)
			}
		}
	}
	return typed
}

// TestScoresAreTheSlowOnes is the property over random logs, small so that crowds of
// one, empty crowds and masses of equals are frequent.
func TestScoresAreTheSlowOnes(t *testing.T) {
	rng := rand.New(rand.NewPCG(11, 12))
	for round := range 600 {
		log := randomLog(rng, 1+rng.IntN(60), 1+rng.IntN(60))
		for i := range log.Orders {
			log.Orders[i] += uint32(rng.IntN(3))
		}
		opt := Options{Bins: MinBins + rng.IntN(MaxBins-1), Ties: TieRules[round%len(TieRules)], Nested: rng.IntN(2) == 0}
		if rng.IntN(2) == 0 {
			opt.Frequency = Orders
		}
		if rng.IntN(2) == 0 {
			opt.Spend = AverageSpend
		}
		for m, typed := range typedFor(opt.Bins, 5) {
			if rng.IntN(4) == 0 {
				opt.Typed[m] = typed
			}
		}
		compareWithSlow(t, log, opt)
	}
}

// TestCDNOWIsTheSlowOne compares all 23,570 customers of the CDNOW master, under every
// tie rule, nested and not, and with typed cut-offs.
func TestCDNOWIsTheSlowOne(t *testing.T) {
	log := cdnowMaster(t)
	if log.Customers() != 23570 {
		t.Fatalf("%d customers", log.Customers())
	}
	for _, ties := range TieRules {
		compareScores(t, log, Options{Ties: ties})
		compareScores(t, log, Options{Ties: ties, Nested: true, Bins: 10, Spend: AverageSpend, Frequency: Orders})
	}
	typed := [3]Bounds{bounds(30, 90, 180, 365), bounds(1, 2, 4, 9), bounds(14.99, 50, 100, 250)}
	compareScores(t, log, Options{Typed: typed})
	typed[0] = Bounds{}
	compareWithSlow(t, log, Options{Typed: typed, Nested: true})
}

func bounds(at ...float64) Bounds {
	b := Bounds{N: len(at)}
	copy(b.At[:], at)
	return b
}

// cdnowMaster reads Fader and Hardie's order log plainly: one row a customer and day.
func cdnowMaster(t testing.TB) *analysis.Log {
	t.Helper()
	text, err := os.ReadFile(filepath.Join("..", "..", "..", "shared", "data", "cdnow", "CDNOW_master.txt"))
	if err != nil {
		t.Skipf("the shared data are not here: %v", err)
	}
	type row struct {
		id     string
		day    analysis.Day
		amount analysis.Money
	}
	var rows []row
	for lines := bufio.NewScanner(bytes.NewReader(text)); lines.Scan(); {
		f := bytes.Fields(lines.Bytes())
		amount, err := strconv.ParseFloat(string(f[3]), 64)
		if err != nil {
			continue // the header
		}
		date, err := time.Parse("20060102", string(f[1]))
		if err != nil {
			t.Fatal(err)
		}
		rows = append(rows, row{string(f[0]), analysis.Date(date.Date()), analysis.MoneyOf(amount)})
	}
	sort.SliceStable(rows, func(i, j int) bool {
		return rows[i].id < rows[j].id || rows[i].id == rows[j].id && rows[i].day < rows[j].day
	})
	log := &analysis.Log{Start: []uint32{0}}
	for i, r := range rows {
		log.End = max(log.End, r.day)
		last := len(log.Day) - 1
		switch {
		case i > 0 && rows[i-1].id == r.id && rows[i-1].day == r.day:
			log.Amount[last] += r.amount
			log.Orders[last]++
			continue
		case i > 0 && rows[i-1].id != r.id:
			log.Start = append(log.Start, uint32(len(log.Day)))
		}
		if i == 0 || rows[i-1].id != r.id {
			log.IDs.Append([]byte(r.id))
		}
		log.Day, log.Amount, log.Orders = append(log.Day, r.day), append(log.Amount, r.amount), append(log.Orders, 1)
	}
	log.Start = append(log.Start, uint32(len(log.Day)))
	return log
}
