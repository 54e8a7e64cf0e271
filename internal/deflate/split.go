package deflate

import (
	"math"
	"slices"
)

// grain is the tokens between which blocks may part.
const grain = 1024

// counts are how often each symbol is needed.
type counts struct {
	literal  [literalCount]int32
	distance [distanceCount]int32
}

func (c *counts) add(ts tokens) {
	for _, t := range ts {
		if t.isCopy() {
			c.literal[257+int(lengthOf[t.length()])]++
			c.distance[distOf[t.distance()]]++
		} else {
			c.literal[t]++
		}
	}
}

// split parts a text into blocks such that together they take the fewest bits,
// as far as the entropy of their symbols tells.
func split(ts tokens) []tokens {
	n := (len(ts) + grain - 1) / grain
	if n < 2 {
		return []tokens{ts}
	}
	sums := make([]counts, n+1) // of all grains before
	for i := range n {
		sums[i+1] = sums[i]
		sums[i+1].add(ts[i*grain : min((i+1)*grain, len(ts))])
	}
	best, from := make([]float64, n+1), make([]int, n+1)
	for to := 1; to <= n; to++ {
		best[to] = math.Inf(1)
		for i := range to {
			if b := best[i] + blockBits(&sums[i], &sums[to]); b < best[to] {
				best[to], from[to] = b, i
			}
		}
	}
	var blocks []tokens
	for to := n; to > 0; to = from[to] {
		blocks = append(blocks, ts[from[to]*grain:min(to*grain, len(ts))])
	}
	slices.Reverse(blocks)
	return blocks
}

// blockBits estimates the block of what is counted in b and not in a: its
// symbols' entropy, and four bits for each symbol that it declares.
func blockBits(a, b *counts) float64 {
	return entropy(a.literal[:], b.literal[:]) + entropy(a.distance[:], b.distance[:]) + 120
}

func entropy(a, b []int32) float64 {
	total, used, sum := 0.0, 0.0, 0.0
	for i := range a {
		if n := float64(b[i] - a[i]); n > 0 {
			total += n
			used++
			sum += n * math.Log2(n)
		}
	}
	if total == 0 {
		return 0
	}
	return total*math.Log2(total) - sum + 4*used
}
