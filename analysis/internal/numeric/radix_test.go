package numeric

import (
	"math/rand/v2"
	"slices"
	"testing"
)

func TestRadixSort(t *testing.T) {
	rng := rand.New(rand.NewPCG(7, 8))
	for _, n := range []int{0, 1, 2, 1000} {
		for _, bits := range []int{0, 5, 12, 40, 64} {
			v := make([]int64, n)
			for i := range v {
				v[i] = int64(rng.Uint64()) >> (64 - bits)
				if bits == 0 {
					v[i] = 7
				}
			}
			want := slices.Clone(v)
			slices.Sort(want)
			RadixSort(v, make([]int64, n))
			if !slices.Equal(v, want) {
				t.Errorf("%d values of %d bits are not sorted", n, bits)
			}
		}
	}
}

func BenchmarkSort(b *testing.B) {
	rng := rand.New(rand.NewPCG(1, 1))
	const n = 1_000_000
	values, work, scratch := make([]int64, n), make([]int64, n), make([]int64, n)
	for i := range values {
		values[i] = rng.Int64N(10_000_000_0000)
	}
	b.Run("radix", func(b *testing.B) {
		for b.Loop() {
			copy(work, values)
			RadixSort(work, scratch)
		}
	})
	b.Run("slices", func(b *testing.B) {
		for b.Loop() {
			copy(work, values)
			slices.Sort(work)
		}
	})
}
