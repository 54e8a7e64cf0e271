package segment

import (
	"math"
	"math/rand/v2"
	"slices"
	"testing"
)

// blobs draws customers around a few centres in two features.
func blobs(rng *rand.Rand, each int, centers ...[2]float64) []Feature {
	x, y := Feature{Key: "recency", Plain: true}, Feature{Key: "spend", Plain: true}
	for _, c := range centers {
		for range each {
			x.Values = append(x.Values, c[0]+rng.NormFloat64())
			y.Values = append(y.Values, c[1]+rng.NormFloat64())
		}
	}
	return []Feature{x, y}
}

func TestKMeansFindsWhatIsThere(t *testing.T) {
	rng := rand.New(rand.NewPCG(1, 1))
	c, err := KMeans(blobs(rng, 200, [2]float64{0, 0}, [2]float64{20, 0}, [2]float64{0, 20}), ClusterOptions{Seed: 1})
	if err != nil {
		t.Fatal(err)
	}
	if c.Proposed != 3 || c.K != 3 {
		t.Fatalf("%d clusters are proposed, %d taken, of %+v", c.Proposed, c.K, c.Tried)
	}
	for blob := range 3 {
		for i := range 200 {
			if c.Of[blob*200+i] != c.Of[blob*200] {
				t.Fatalf("customer %d of blob %d is in another cluster", i, blob)
			}
		}
	}
	for k, g := range c.List {
		if g.Customers != 200 || len(g.Median) != 2 || len(g.Level) != 2 {
			t.Errorf("cluster %d: %+v", k, g)
		}
	}
}

// The sum of squares is that of the shares and centres that are returned, no point is
// nearer to another centre, and more clusters never leave more.
func TestKMeansInvariants(t *testing.T) {
	rng := rand.New(rand.NewPCG(2, 2))
	for range 40 {
		n := 3 + rng.IntN(300)
		features := []Feature{{Key: "a"}, {Key: "b"}, {Key: "c"}}
		for range n {
			for j := range features {
				features[j].Values = append(features[j].Values, math.Floor(rng.ExpFloat64()*5))
			}
		}
		p := pointsOf(features)
		if distinct(p, 2) < 2 {
			continue
		}
		before := math.Inf(1)
		for k := MinClusters; k <= MaxClusters; k++ {
			part := kmeans(p, k, 1)
			checkPartition(t, p, part)
			if part.within > before*(1+1e-9) {
				t.Errorf("%d clusters leave %v, one fewer %v", k, part.within, before)
			}
			before = part.within
		}
	}
}

func checkPartition(t *testing.T, p points, part partition) {
	t.Helper()
	within := 0.0
	for i := range p.len() {
		own := distance(p.row(i), part.centers.row(int(part.of[i])))
		for c := range part.centers.len() {
			if d := distance(p.row(i), part.centers.row(c)); d < own*(1-1e-12) {
				t.Fatalf("point %d is nearer to centre %d", i, c)
			}
		}
		within += own
	}
	if !near(within, part.within) {
		t.Fatalf("the sum of squares is %v, said to be %v", within, part.within)
	}
}

func TestKMeansSameSeedSameDigits(t *testing.T) {
	features := blobs(rand.New(rand.NewPCG(3, 3)), 150, [2]float64{0, 0}, [2]float64{3, 1})
	first, err := KMeans(features, ClusterOptions{K: 4, Seed: 7})
	if err != nil {
		t.Fatal(err)
	}
	again, _ := KMeans(features, ClusterOptions{K: 4, Seed: 7})
	if first.Within != again.Within || !slices.Equal(first.Of, again.Of) {
		t.Error("the same seed gives other clusters")
	}
}

// TestKMeansDigits: the same bits natively and as wasm.
func TestKMeansDigits(t *testing.T) {
	c, err := KMeans(blobs(rand.New(rand.NewPCG(3, 3)), 150, [2]float64{0, 0}, [2]float64{3, 1}), ClusterOptions{K: 4, Seed: 7})
	if err != nil {
		t.Fatal(err)
	}
	if within, silhouette := c.Within, c.Tried[1].Silhouette; within != 156.7136569752035 || silhouette != 0.42260814357242393 {
		t.Errorf("within %v, silhouette %v", within, silhouette)
	}
}

func TestKMeansDegenerate(t *testing.T) {
	same := Feature{Key: "a", Values: []float64{3, 3, 3}}
	for name, features := range map[string][]Feature{"nobody": nil, "no values": {{Key: "a"}}, "all alike": {same}} {
		if _, err := KMeans(features, ClusterOptions{}); err == nil {
			t.Errorf("%s: no error", name)
		}
	}
	if _, err := KMeans([]Feature{{Values: []float64{1, 2}}}, ClusterOptions{K: 9}); err == nil {
		t.Error("nine clusters are found")
	}
	some := []Feature{{Key: "a", Values: []float64{1, math.NaN(), 50, 1, -3}}}
	c, err := KMeans(some, ClusterOptions{K: 2})
	if err != nil {
		t.Fatal(err)
	}
	if c.Unknown != 1 || c.Of[1] != NoCluster || c.Of[0] != c.Of[3] || c.Of[0] == c.Of[2] {
		t.Errorf("clusters %+v", c)
	}
	two, err := KMeans([]Feature{{Key: "a", Values: []float64{1, 9, 1, 9}}}, ClusterOptions{K: 5})
	if err != nil || two.K != 2 || two.Within != 0 {
		t.Errorf("two values make %+v, %v", two, err)
	}
}

// bruteSilhouette follows the paper's definition point by point.
func bruteSilhouette(p points, of []uint8, k int) float64 {
	sum := 0.0
	for i := range p.len() {
		mean := make([]float64, k)
		size := make([]float64, k)
		for j := range p.len() {
			if j != i {
				mean[of[j]] += math.Sqrt(distance(p.row(i), p.row(j)))
				size[of[j]]++
			}
		}
		own, nearest := int(of[i]), math.Inf(1)
		for c := range k {
			if c != own && size[c] > 0 {
				nearest = min(nearest, mean[c]/size[c])
			}
		}
		if size[own] > 0 {
			a := mean[own] / size[own]
			sum += (nearest - a) / max(a, nearest)
		}
	}
	return sum / float64(p.len())
}

func TestSilhouette(t *testing.T) {
	rng := rand.New(rand.NewPCG(4, 4))
	for k := 2; k < 6; k++ {
		p := points{dim: 2}
		for range 60 {
			p.x = append(p.x, rng.NormFloat64(), rng.NormFloat64())
		}
		part := kmeans(p, k, 1)
		got, want := silhouettes(p, []points{kmeans(p, 2, 1).centers, part.centers})[1], bruteSilhouette(p, part.of, k)
		if math.Abs(got-want) > 1e-12 {
			t.Errorf("silhouette %v, want %v", got, want)
		}
	}
}

// kmeans is the way of KMeans to the clusters of one k.
func kmeans(p points, k int, seed uint64) partition {
	s, err := scan(p, seed, func(int, int) error { return nil })
	if err != nil {
		panic(err)
	}
	return refine(p, s.best[k-MinClusters])
}
