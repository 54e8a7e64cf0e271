package survival

// A tallyTree counts things by rank and says in log n how many are below one (Fenwick
// 1994, "A new data structure for cumulative frequency tables").
type tallyTree struct {
	part  []int // part[i] counts ranks i−(i&−i) … i−1
	total int
}

func newTallyTree(ranks int) tallyTree { return tallyTree{part: make([]int, ranks+1)} }

func (t *tallyTree) add(rank, n int) {
	t.total += n
	for i := rank + 1; i < len(t.part); i += i & -i {
		t.part[i] += n
	}
}

// below counts ranks less than rank.
func (t *tallyTree) below(rank int) int {
	n := 0
	for i := rank; i > 0; i &= i - 1 {
		n += t.part[i]
	}
	return n
}

// around counts the ranks below, equal to and above one.
func (t *tallyTree) around(rank int) (below, same, above int) {
	below = t.below(rank)
	upTo := t.below(rank + 1)
	return below, upTo - below, t.total - upTo
}
