package survival

// coxData is what the partial likelihood sees: cells of customers with the same
// attributes, and when how many of each leave.
type coxData struct {
	p      int
	x      []float64 // by cell
	strata []coxStratum
	plain  []float64 // Σ x over all events
	events int
}

// A coxStratum is customers who share a baseline. Rows of the same time and cell are
// one; they stand by time, the latest first, because risk sets grow towards the
// start.
type coxStratum struct {
	time     []float64
	cell     []uint32
	n, d     []int // customers seen up to time, and events among them
	late     []float64
	lateCell []uint32
	order    []uint32 // rows of the design, by ascending time
}

// newCoxData groups the rows of a design. Strata may leave customers out.
func newCoxData(d *Design, by *Groups) *coxData {
	m := &coxData{p: len(d.Terms), x: d.x, strata: make([]coxStratum, by.count()), plain: make([]float64, len(d.Terms))}
	s := d.subjects
	for _, r := range d.ascending(s.Time) {
		if g := by.of(d.rows[r]); g >= 0 {
			m.strata[g].order = append(m.strata[g].order, r)
		}
	}
	slot := make([]int32, len(d.x)/max(1, m.p))
	for g := range m.strata {
		m.fill(d, &m.strata[g], slot)
	}
	if s.Entry != nil {
		m.enter(d, by)
	}
	return m
}

// ascending returns the design's rows in the order of a value of their subjects.
func (d *Design) ascending(value []float64) []uint32 {
	of := make([]float64, len(d.rows))
	for r, i := range d.rows {
		of[r] = value[i]
	}
	return ascending(of)
}

// fill merges the rows of a stratum. slot holds, for each cell, where its row of the
// current time stands, plus 1.
func (m *coxData) fill(d *Design, st *coxStratum, slot []int32) {
	from := 0 // of the rows of the current time
	for k := len(st.order) - 1; k >= 0; k-- {
		r := st.order[k]
		i, c := d.rows[r], d.cell[r]
		t := d.subjects.Time[i]
		if len(st.time) > from && st.time[from] != t {
			for _, other := range st.cell[from:] {
				slot[other] = 0
			}
			from = len(st.time)
		}
		if slot[c] == 0 {
			st.time, st.cell, st.n, st.d = append(st.time, t), append(st.cell, c), append(st.n, 0), append(st.d, 0)
			slot[c] = int32(len(st.time))
		}
		at := slot[c] - 1
		st.n[at]++
		if d.subjects.Event[i] != 0 {
			st.d[at]++
			m.events++
			for j := range m.p {
				m.plain[j] += m.x[int(c)*m.p+j]
			}
		}
	}
	for _, c := range st.cell[from:] {
		slot[c] = 0
	}
}

// enter lists those who came under watch later than from 0 on, the latest first.
func (m *coxData) enter(d *Design, by *Groups) {
	order := d.ascending(d.subjects.Entry)
	for k := len(order) - 1; k >= 0; k-- {
		r := order[k]
		i := d.rows[r]
		if g := by.of(i); g >= 0 && d.subjects.Entry[i] > 0 {
			st := &m.strata[g]
			st.late, st.lateCell = append(st.late, d.subjects.Entry[i]), append(st.lateCell, d.cell[r])
		}
	}
}

// sums are over a set of customers: of their number, of r = e^η, of r·x and of r·x·xᵀ.
type sums struct {
	n     int
	r     float64
	rx    []float64
	rxx   []float64 // lower triangle, by rows
	x     []float64 // Σ x; of events only
	cells []int     // customers by cell, kept for Exact only
}

func newSums(p int) *sums {
	return &sums{rx: make([]float64, p), rxx: make([]float64, p*(p+1)/2), x: make([]float64, p)}
}

func (s *sums) clear() {
	s.n, s.r = 0, 0
	clear(s.rx)
	clear(s.rxx)
	clear(s.x)
	clear(s.cells)
}

// add counts n customers of a cell, a negative number to take them out. When nobody
// is left, neither is a rounding error.
func (s *sums) add(x []float64, r float64, n int) {
	s.n += n
	if s.n == 0 {
		s.clear()
		return
	}
	w := float64(float64(n) * r)
	s.r += w
	k := 0
	for i, v := range x {
		wx := float64(w * v)
		s.rx[i] += wx
		s.x[i] += float64(float64(n) * v)
		for _, u := range x[:i+1] {
			s.rxx[k] += float64(wx * u)
			k++
		}
	}
}

// scan calls yield for each time with events of a stratum, the latest first, with
// the sums over those at risk and over those who leave. r is e^η by cell.
func (m *coxData) scan(st *coxStratum, r []float64, ties Ties, yield func(t float64, risk, dead *sums)) {
	risk, dead := newSums(m.p), newSums(m.p)
	if ties == Exact {
		risk.cells, dead.cells = make([]int, len(r)), make([]int, len(r))
	}
	late := 0
	for k := 0; k < len(st.time); {
		t := st.time[k]
		dead.clear()
		for ; k < len(st.time) && st.time[k] == t; k++ {
			m.move(risk, st.cell[k], r, st.n[k])
			if st.d[k] > 0 {
				m.move(dead, st.cell[k], r, st.d[k])
			}
		}
		for ; late < len(st.late) && st.late[late] >= t; late++ {
			m.move(risk, st.lateCell[late], r, -1)
		}
		if dead.n > 0 {
			yield(t, risk, dead)
		}
	}
}

func (m *coxData) move(s *sums, cell uint32, r []float64, n int) {
	if s.cells != nil {
		s.cells[cell] += n
	}
	s.add(m.x[int(cell)*m.p:int(cell+1)*m.p], r[cell], n)
}
