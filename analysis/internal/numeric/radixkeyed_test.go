package numeric

import (
	"cmp"
	"math/rand/v2"
	"slices"
	"testing"
)

func TestRadixSortKeyed(t *testing.T) {
	rng := rand.New(rand.NewPCG(7, 8))
	for _, n := range []int{0, 1, 2, 1000} {
		for _, bits := range []int{0, 5, 12, 40, 64} {
			for _, shift := range []int{0, 30} {
				v := make([]Keyed, n)
				for i := range v {
					v[i] = Keyed{rng.Uint64() >> (64 - bits) << shift, uint32(i)}
				}
				want := slices.Clone(v)
				slices.SortStableFunc(want, func(a, b Keyed) int { return cmp.Compare(a.Key, b.Key) })
				RadixSortKeyed(v, make([]Keyed, n))
				if !slices.Equal(v, want) {
					t.Errorf("%d keys of %d bits, %d higher, are not in stable order", n, bits, shift)
				}
			}
		}
	}
}
