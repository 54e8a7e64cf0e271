package segment

import (
	"bufio"
	"bytes"
	"math"
	"math/rand/v2"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"testing"
	"time"
)

// cdnow returns recency in days, purchase days and spend of the CDNOW master's
// customers, in the order of their numbers.
func cdnow(t testing.TB) []Feature {
	t.Helper()
	b, err := os.ReadFile(filepath.Join("..", "..", "..", "shared", "data", "cdnow", "CDNOW_master.txt"))
	if err != nil {
		t.Skipf("the shared data are not here: %v", err)
	}
	type customer struct {
		days  []int64
		spend float64
	}
	all, end := map[string]*customer{}, int64(0)
	for lines := bufio.NewScanner(bytes.NewReader(b)); lines.Scan(); {
		f := bytes.Fields(lines.Bytes())
		amount, err := strconv.ParseFloat(string(f[3]), 64)
		if err != nil {
			continue // the header
		}
		date, err := time.Parse("20060102", string(f[1]))
		if err != nil {
			t.Fatal(err)
		}
		day := date.Unix() / 86400
		end = max(end, day)
		c := all[string(f[0])]
		if c == nil {
			c = &customer{}
			all[string(f[0])] = c
		}
		c.days, c.spend = append(c.days, day), c.spend+amount
	}
	var ids []string
	for id := range all {
		ids = append(ids, id)
	}
	slices.Sort(ids)
	out := []Feature{{Key: "recency"}, {Key: "frequency"}, {Key: "spend"}}
	for _, id := range ids {
		c := all[id]
		slices.Sort(c.days)
		out[0].Values = append(out[0].Values, float64(end-c.days[len(c.days)-1]))
		out[1].Values = append(out[1].Values, float64(len(slices.Compact(c.days))))
		out[2].Values = append(out[2].Values, math.Round(100*c.spend)/100)
	}
	return out
}

// bestOfHundred is the least sum of squares of a hundred plain starts, by bestOf, for
// k = 2 to 6: a minute of work that no test should repeat.
var bestOfHundred = []float64{28844.060369, 19818.629572, 15999.558330, 13264.870163, 11288.720513}

// TestKMeansCDNOW: what the search finds is as good as the best of a hundred plain
// starts on all customers, and the same digits on every platform.
func TestKMeansCDNOW(t *testing.T) {
	features := cdnow(t)
	p := pointsOf(features)
	for i, best := range bestOfHundred {
		k := i + 2
		c := kmeans(p, k, 1)
		if c.within > 1.00001*best {
			t.Errorf("k = %d leaves %v, the best of plain starts %v", k, c.within, best)
		}
		if got := bestOf(p, k, 1); got < best*(1-1e-9) {
			t.Errorf("k = %d: a plain start leaves %v, less than the best of a hundred", k, got)
		}
		if want := foundDigits[i]; c.within != want {
			t.Errorf("k = %d leaves %v, elsewhere %v", k, c.within, want)
		}
	}
}

// foundDigits are the sums of squares that KMeans finds; TestKMeansDigits holds other
// digits natively and as wasm.
var foundDigits = []float64{28844.060368740174, 19818.646847085718, 15999.579779579144, 13264.87351176594, 11288.721108556369}

// bestOf tries starts at customers chosen at random.
func bestOf(p points, k, starts int) float64 {
	rng := rand.New(rand.NewPCG(99, uint64(k)))
	best := math.Inf(1)
	for range starts {
		centers := points{dim: p.dim}
		for range k {
			centers.x = append(centers.x, p.row(rng.IntN(p.len()))...)
		}
		best = min(best, naiveLloyd(p, centers, settled).within)
	}
	return best
}
