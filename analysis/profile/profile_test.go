package profile

import (
	"fmt"
	"math"
	"math/rand/v2"
	"slices"
	"testing"

	"churnbench/analysis"
	"churnbench/analysis/internal/numeric"
)

// market draws customers at random: some refund more than they bought, some have no
// value, one in thirty has no group.
func market(seed uint64, customers, groups int) (*Facts, []int32) {
	rng := rand.New(rand.NewPCG(seed, 5))
	log := &analysis.Log{Start: []uint32{0}, End: 900}
	f := &Facts{Log: log}
	of := make([]int32, customers)
	for c := range customers {
		for range 1 + rng.IntN(5) {
			log.Day = append(log.Day, analysis.Day(len(log.Day)%900))
			log.Amount = append(log.Amount, analysis.Money(rng.IntN(500_000)-40_000))
			log.Orders = append(log.Orders, uint32(1+rng.IntN(3)))
		}
		log.Start = append(log.Start, uint32(len(log.Day)))
		of[c] = int32(rng.IntN(groups)) - int32(b2i(rng.IntN(30) == 0))*1000
		f.Lost = append(f.Lost, rng.IntN(10) < 3+int(max(0, of[c]))%4)
		value := 100 * rng.Float64()
		if rng.IntN(9) == 0 {
			value = math.NaN()
		}
		f.Value = append(f.Value, value)
		f.Profit = append(f.Profit, analysis.Money(rng.IntN(90_000)-20_000))
	}
	return f, of
}

func b2i(b bool) int {
	if b {
		return 1
	}
	return 0
}

func letters(n int) (keys []string) {
	for i := range n {
		keys = append(keys, fmt.Sprintf("=%02d", i))
	}
	return keys
}

// slowly computes a row by its definition, going through all customers.
func slowly(f *Facts, within func(c int) bool) Row {
	n := len(f.Lost)
	r := Row{Churn: nothing, Stay: nothing}
	var values []float64
	var everything analysis.Money
	othersLost := 0
	for c := range n {
		for i := f.Log.Start[c]; i < f.Log.Start[c+1]; i++ {
			everything += f.Log.Amount[i]
		}
		if !within(c) {
			othersLost += b2i(f.Lost[c])
			continue
		}
		r.Customers++
		r.Lost += b2i(f.Lost[c])
		r.Profit += f.Profit[c]
		for i := f.Log.Start[c]; i < f.Log.Start[c+1]; i++ {
			r.Days++
			r.Orders += int(f.Log.Orders[i])
			r.Revenue += f.Log.Amount[i]
		}
		if v := f.Value[c]; v == v {
			values = append(values, v)
		}
	}
	r.Share = float64(r.Customers) / float64(n)
	r.Brings = float64(r.Revenue) / float64(everything)
	r.Churn.Value = float64(r.Lost) / float64(r.Customers)
	r.Churn.Low, r.Churn.High = numeric.Wilson(r.Lost, r.Customers, numeric.Z95)
	r.Others = float64(othersLost) / float64(n-r.Customers)
	r.Difference.Value = r.Churn.Value - r.Others
	r.Difference.Low, r.Difference.High = numeric.Newcombe(r.Lost, r.Customers, othersLost, n-r.Customers, numeric.Z95)
	slices.Sort(values)
	r.Valued, r.Value, r.Median = len(values), math.NaN(), math.NaN()
	sum := 0.0
	for _, v := range values {
		sum += v
	}
	if k := len(values); k > 0 {
		r.Value = sum / float64(k)
		r.Median = (values[(k-1)/2] + values[k/2]) / 2
	}
	return r
}

// same compares rows; the order of additions may move a mean by rounding.
func same(a, b Row) bool {
	if math.Abs(a.Value-b.Value) < 1e-9 {
		a.Value = b.Value
	}
	a.Apart, a.Key, a.Folded = b.Apart, b.Key, b.Folded
	return fmt.Sprint(a) == fmt.Sprint(b) // NaN is NaN there
}

func TestCompareAsDefined(t *testing.T) {
	for seed := range uint64(20) {
		f, of := market(seed, 300, 1+int(seed%7))
		keys := letters(1 + int(seed%7))
		r := Compare(f, Single(keys, of))
		if want := slowly(f, func(int) bool { return true }); !same(r.All, want) {
			t.Errorf("seed %d: all %+v\nwant %+v", seed, r.All, want)
		}
		var sum Row
		for g, row := range r.Rows {
			want := slowly(f, func(c int) bool { return int(of[c]) == g || of[c] < 0 && row.Key == NoGroup })
			if !same(row, want) {
				t.Errorf("seed %d, group %d: %+v\nwant %+v", seed, g, row, want)
			}
			sum.plus(&row)
		}
		if sum.Customers != r.All.Customers || sum.Revenue != r.All.Revenue || sum.Lost != r.All.Lost || sum.Profit != r.All.Profit || sum.Orders != r.All.Orders || sum.Days != r.All.Days {
			t.Errorf("seed %d: rows add up to %+v, all is %+v", seed, sum, r.All)
		}
	}
}

// Customers in several groups count in each, whole.
func TestCompareSeveral(t *testing.T) {
	f, _ := market(3, 200, 4)
	rng := rand.New(rand.NewPCG(9, 9))
	var of []uint32
	start := []uint32{0}
	for range 200 {
		for g := range uint32(4) {
			if rng.IntN(3) == 0 {
				of = append(of, g)
			}
		}
		start = append(start, uint32(len(of)))
	}
	r := Compare(f, Several(letters(4), of, start))
	if !r.Overlap || len(r.Rows) != 5 {
		t.Fatalf("%d rows, overlap %v; want 4 and those of none", len(r.Rows), r.Overlap)
	}
	for g, row := range r.Rows {
		want := slowly(f, func(c int) bool {
			mine := of[start[c]:start[c+1]]
			return slices.Contains(mine, uint32(g)) || g == 4 && len(mine) == 0
		})
		if !same(row, want) || row.Apart {
			t.Errorf("group %d: %+v\nwant %+v", g, row, want)
		}
	}
}

func TestFold(t *testing.T) {
	f, of := market(8, 3000, 40)
	of[0], of[1] = -1, -1
	whole := Single(letters(40), of)
	folded := whole.Fold(20)
	a, b := Compare(f, whole), Compare(f, folded)
	if len(b.Rows) != 22 || b.Rows[20].Folded != 20 || b.Rows[20].Key != NoGroup || b.Rows[21].Folded != 0 {
		t.Fatalf("rows %+v", b.Rows)
	}
	kept := map[string]Row{}
	for _, row := range b.Rows[:20] {
		kept[row.Key] = row
	}
	rest := 0
	for _, row := range a.Rows[:40] {
		if in, ok := kept[row.Key]; !ok {
			rest += row.Customers
			for _, other := range kept {
				if other.Customers < row.Customers {
					t.Errorf("%s of %d is folded, %s of %d is not", row.Key, row.Customers, other.Key, other.Customers)
				}
			}
		} else if !same(in, row) {
			t.Errorf("%s is %+v after folding, was %+v", row.Key, in, row)
		}
	}
	if b.Rows[20].Customers != rest {
		t.Errorf("%d folded customers, want %d", b.Rows[20].Customers, rest)
	}
	if b.All.Customers != 3000 || !same(b.All, a.All) {
		t.Errorf("all is %+v, was %+v", b.All, a.All)
	}
}

// Whoever is in several folded groups counts once among them, and a fold of one is none.
func TestFoldSeveral(t *testing.T) {
	d := Several(letters(4), []uint32{0, 1, 2, 3, 0, 1, 2, 0}, []uint32{0, 4, 6, 7, 8})
	folded := d.Fold(1)
	if sizes := folded.Sizes(); !slices.Equal(sizes, []int{3, 3}) || folded.Folded != 3 || folded.Other() != 1 {
		t.Errorf("sizes %v, folded %d in group %d", sizes, folded.Folded, folded.Other())
	}
	if alone := d.Fold(3); alone.Folded != 0 || len(alone.Keys) != 4 || alone.Other() != -1 {
		t.Errorf("folding one group: %v", alone.Keys)
	}
	if gone := Single(letters(3), []int32{0, 2, 2}).Fold(5); !slices.Equal(gone.Keys, []string{"=00", "=02"}) {
		t.Errorf("groups of nobody stay: %v", gone.Keys)
	}
}

func TestCross(t *testing.T) {
	f, of := market(4, 400, 3)
	_, others := market(5, 400, 2)
	a, b := Single(letters(3), of), Single(letters(2), others)
	r := Compare(f, Cross(a, b))
	for i := range a.Keys {
		for j := range b.Keys {
			want := slowly(f, func(c int) bool { return int(a.Of(c)[0]) == i && int(b.Of(c)[0]) == j })
			if got := r.Rows[i*len(b.Keys)+j]; !same(got, want) {
				t.Errorf("cell %d, %d: %+v\nwant %+v", i, j, got, want)
			}
		}
	}
	both := Cross(Several(letters(2), []uint32{0, 1, 1}, []uint32{0, 2, 3}), Single(letters(2), []int32{1, 0}))
	if sizes := both.Sizes(); !slices.Equal(sizes, []int{0, 1, 1, 1}) {
		t.Errorf("cells of %v customers", sizes)
	}
}

// The allowance for many comparisons: five groups of the same rate are not apart, one
// that differs is, and the widest is it.
func TestApart(t *testing.T) {
	f, of := &Facts{Log: &analysis.Log{Start: []uint32{0}, End: 1}}, []int32{}
	add := func(g int32, n, lost int) {
		for i := range n {
			of = append(of, g)
			f.Lost = append(f.Lost, i < lost)
			f.Log.Day, f.Log.Amount, f.Log.Orders = append(f.Log.Day, 0), append(f.Log.Amount, 10), append(f.Log.Orders, 1)
			f.Log.Start = append(f.Log.Start, uint32(len(f.Log.Day)))
		}
	}
	for g := range int32(5) {
		add(g, 100, 20)
	}
	if r := Compare(f, Single(letters(5), of)); r.Widest() != -1 || r.Compared != 5 {
		t.Errorf("equal groups: widest %d of %d", r.Widest(), r.Compared)
	}
	add(5, 100, 30) // outside of its own interval at 95 %, not at 1 − 0.05/6
	r := Compare(f, Single(letters(6), of))
	if row := r.Rows[5]; !(row.Difference.Low > 0) || row.Apart || r.Widest() != -1 {
		t.Errorf("a tenth more: %+v, widest %d", row, r.Widest())
	}
	add(5, 100, 60)
	r = Compare(f, Single(letters(6), of))
	if r.Widest() != 5 || !r.Rows[5].Apart {
		t.Errorf("a quarter more: widest %d, %+v", r.Widest(), r.Rows[5])
	}
	two := Compare(f, Single(letters(2), make([]int32, len(of))))
	if two.Compared != 0 || two.Rows[0].Apart || !math.IsNaN(two.Rows[0].Others) {
		t.Errorf("one group of all: %+v", two.Rows[0])
	}
}

func TestNothingIsNeverZero(t *testing.T) {
	f := &Facts{Log: &analysis.Log{Start: []uint32{0}}}
	r := Compare(f, Single([]string{"=a"}, nil))
	row := r.Rows[0]
	for _, m := range []Measure{Share, Brings, Spend, Days, OrderValue, Churn, Difference, Stay, Value, Median, Profit, "nonsense"} {
		if v := row.Of(m).Value; !math.IsNaN(v) {
			t.Errorf("%s of nobody is %v", m, v)
		}
	}
}

func TestByNumber(t *testing.T) {
	money := func(list ...float64) (out []analysis.Money) {
		for _, v := range list {
			out = append(out, analysis.MoneyOf(v))
		}
		return out
	}
	for _, c := range []struct {
		name          string
		numbers, cuts []analysis.Money
		keys          []string
		of            []int32
	}{
		{"few", append(money(3, 1, 3), analysis.NoNumber), nil, []string{"1", "3"}, []int32{1, 0, 1, -1}},
		{"quarters", money(8, 1, 2, 3, 4, 5, 6, 7.5), nil, []string{"≤ 2", "2 – 4", "4 – 6", "> 6"}, []int32{3, 0, 0, 1, 1, 2, 2, 3}},
		{"ties", money(1, 1, 1, 1, 1, 1, 1, 2, 3, 4, 5, 6, 7, 8), nil, []string{"≤ 1", "1 – 5", "> 5"}, []int32{0, 0, 0, 0, 0, 0, 0, 1, 1, 1, 1, 2, 2, 2}},
		{"cuts", append(money(-5, 10, 10.1, 99), analysis.NoNumber), money(10, 50), []string{"≤ 10", "10 – 50", "> 50"}, []int32{0, 0, 1, 2, -1}},
		{"none", []analysis.Money{analysis.NoNumber}, nil, nil, []int32{-1}},
	} {
		keys, of := ByNumber(c.numbers, c.cuts)
		if !slices.Equal(keys, c.keys) || !slices.Equal(of, c.of) {
			t.Errorf("%s: %v %v, want %v %v", c.name, keys, of, c.keys, c.of)
		}
	}
}

func TestByYear(t *testing.T) {
	keys, of := ByYear([]analysis.Day{analysis.Date(2024, 12, 31), analysis.NoDay, analysis.Date(2023, 1, 1), analysis.Date(2024, 1, 1)})
	if !slices.Equal(keys, []string{"2023", "2024"}) || !slices.Equal(of, []int32{1, -1, 0, 1}) {
		t.Errorf("%v %v", keys, of)
	}
}
