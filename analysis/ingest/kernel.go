package ingest

import "churnbench/analysis"

// windowSize is how much text the kernels work on at once, so that text and
// indexes stay in the processor's nearer caches.
const windowSize = 64 << 10

// maxWindow is how long a row may be before it is left to takeRecords.
const maxWindow = 1 << 20

// A kernel reads windows of ordinary text at full speed, one column after
// another in loops without calls. What is not ordinary it leaves to judge: a
// row at a time where a row is odd, the whole window where quoting is.
//
// In wasm as the Go compiler makes it, every jump that is taken goes through a table
// at the function's head, and costs more than a dozen plain instructions. So the
// loops compute both ways and choose, and leave what is rare to a function that is
// not inlined: where a branch holds a call, the compiler lays out the other one
// straight on.
type kernel struct {
	index
	window  int      // how much text to look at, 0 for none: then all is left to judge
	w       []byte   // the window, with pad bytes before its text
	take    []uint32 // for each row with the right number of fields, the entry of ends before it
	last    []uint32 // and the entry of its line end
	odd     []uint32 // numbers of the other rows
	columns int      // that a row has
	even    bool     // all rows are in take, one like the other: column.go looks fields up in ends
	left    bool     // some row of take is left to judge, see book
	steps   []uint32 // 0, columns, 2·columns, …: take and last of an even window
	pairs   []uint32 // for each row, the place before a field and that behind it

	takeRoom, lastRoom []uint32 // of windows that are not even

	// Columns of the rows in take.
	signatures []uint64
	code       []uint32
	day        []analysis.Day
	money      []analysis.Money
	price      []analysis.Money
	hash       []uint32
	kept       []keptWindow // by index into reader.keeps
}

func newKernel(p *plan) kernel {
	return kernel{index: newIndex(0, p.Delimiter == ' '), window: windowSize}
}

// takeWindow reads the complete rows of the first window of the text, and
// returns how long they are: 0 if it has none, or if quoting or line ends are
// of a kind that only takeRecords can judge.
func (r *reader) takeWindow(text []byte) int {
	k := &r.kernel
	if r.Quoting == Backslash {
		return 0 // what a backslash means is for the splitter to say
	}
	for size := k.window; ; size *= 2 {
		size = min(size, len(text))
		found, rows := k.scanWindow(r, size)
		if found.broken || rows < 2 && (size == len(text) || size > maxWindow) {
			return 0
		}
		if rows < 2 {
			continue // a row longer than the window
		}
		lines := r.lines
		k.split(r.plan, rows)
		k.readDays(r.plan)
		k.readMoney(r.plan)
		r.readStates()
		k.readKeys(r.plan, r.keys)
		k.readHashes()
		r.readKept()
		r.seeWindow()
		r.book(found)
		n := int(k.ends[k.rows[rows-1]]) + 1 - pad
		return r.finishWindow(text[:n], lines, rows-1, found)
	}
}

// scanWindow indexes the text's first size bytes. When quotes or CRs turn up
// it starts again, looking for them, and goes on doing so in later windows.
func (k *kernel) scanWindow(r *reader, size int) (finding, int) {
	k.reserve(size)
	k.w = r.in.buf[r.in.from-pad : r.in.to+pad]
	for {
		_, rows, found := k.scan(k.w, pad, pad+size, r.Delimiter)
		found.quote = found.quote && r.Quoting != Unquoted
		if found.quote && k.find.blanks {
			found.broken = true
		}
		if found.broken || !found.quote && !found.cr {
			return found, rows
		}
		k.find.quotes = k.find.quotes || found.quote
		k.find.crs = k.find.crs || found.cr
	}
}

// reserve makes room for a window of size bytes.
func (k *kernel) reserve(size int) {
	if len(k.ends) < size+16 {
		mode := k.find
		k.index = newIndex(size, false)
		k.find = mode
	}
}

// split parts the rows that have as many fields as they must from the odd
// ones. An empty field behind a row's last delimiter is not counted.
func (k *kernel) split(p *plan, rows int) {
	k.left = false
	if k.even = k.isEven(p, rows); k.even {
		k.take, k.last, k.odd = k.steps[:rows-1], k.steps[1:rows], k.odd[:0]
	} else {
		k.part(uint32(p.columns), rows)
	}
	n := len(k.take)
	k.code, k.day = resized(k.code, n), resized(k.day, n)
	k.money, k.price = resized(k.money, n), resized(k.price, n)
	k.hash = resized(k.hash, n)
}

// part is split for windows that are not even.
func (k *kernel) part(want uint32, rows int) {
	k.take, k.last, k.odd = k.takeRoom[:0], k.lastRoom[:0], k.odd[:0]
	for i := 1; i < rows; i++ {
		first, last := k.rows[i-1], k.rows[i]
		switch n := last - first; {
		case n == want, n == want+1 && k.emptyUpTo(last):
			k.take, k.last = append(k.take, first), append(k.last, last)
		default:
			k.odd = append(k.odd, uint32(i-1))
		}
	}
	k.takeRoom, k.lastRoom = k.take, k.last
}

// emptyUpTo reports whether the field that ends at entry last is empty.
func (k *kernel) emptyUpTo(last uint32) bool {
	for at := k.ends[last-1] + 1; at < k.ends[last]; at++ {
		if c := k.w[at]; c != ' ' && c != '\r' {
			return false
		}
	}
	return true
}

func resized[T any](s []T, n int) []T {
	if cap(s) < n {
		return make([]T, n, n+n/2)
	}
	return s[:n]
}

// book appends the rows that were read and hands the others to judge, all in
// file order.
func (r *reader) book(found finding) {
	k := &r.kernel
	if !k.left && len(k.odd) == 0 {
		r.addRun(0, len(k.take))
		return
	}
	lines := lineCursor{text: k.w, at: pad, lines: r.lines, inner: found.inner}
	from, odd := 0, 0
	for i := 0; ; i++ {
		for odd < len(k.odd) && int(k.odd[odd]) == i+odd {
			r.addRun(from, i)
			from = i
			r.judgeRow(i+odd, &lines)
			odd++
		}
		if i == len(k.take) {
			break
		}
		if k.day[i] == analysis.NoDay || k.code[i] >= firstTest {
			r.addRun(from, i)
			from = i + 1
			r.judgeRow(i+odd, &lines)
		}
	}
	r.addRun(from, len(k.take))
}

// addRun appends the kernel's rows from ≤ i < to.
func (r *reader) addRun(from, to int) {
	if from == to {
		return
	}
	k := &r.kernel
	r.keepRun(from, to)
	r.revenue += r.rows.addAll(k.code[from:to], k.day[from:to], k.money[from:to], k.hash[from:to])
	r.used += to - from
	r.count(to - from)
}

// judgeRow has one row of the window split and judged again.
func (r *reader) judgeRow(row int, lines *lineCursor) {
	k := &r.kernel
	from := int(k.ends[k.rows[row]]) + 1
	to := int(k.ends[k.rows[row+1]]) + 1
	r.lines = lines.before(row, from)
	r.split.next(k.w[pad:to], from-pad)
	r.takeRecord(k.w[pad:to], from-pad, to-pad)
}

// finishWindow counts what the window's rows leave to be counted.
func (r *reader) finishWindow(text []byte, lines, rows int, found finding) int {
	r.lines = lines + rows
	if found.inner {
		r.lines = lines + countLines(text)
	}
	if found.high {
		return r.counted(text, len(text))
	}
	return len(text)
}

// A lineCursor tells how many lines stand before a row. Where no line ends
// stand inside quotes, the row's number says it.
type lineCursor struct {
	text  []byte
	at    int // counted up to here
	lines int // lines before at; before the window, if not inner
	inner bool
}

func (c *lineCursor) before(row, at int) int {
	if !c.inner {
		return c.lines + row
	}
	c.lines += countLines(c.text[c.at:at])
	c.at = at
	return c.lines
}
