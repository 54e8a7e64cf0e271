package ingest

import (
	"context"
	"errors"
	"os"
	"os/exec"
	"runtime"
	"strconv"
	"testing"
	"time"

	"churnbench/analysis"
)

// An endless file is made as it is read, so that it takes no memory of its own:
// rows of 47 bytes in order of time, by rows/8 customers.
type endless struct{ rows int64 }

const endlessRow = "1000000,C000000,2021-01-01,000.00,store,Lisbon\n"

var endlessFormat = Format{Encoding: UTF8, Delimiter: ',', Quoting: Doubled, Skip: NoSkip, Header: HeaderNo, Decimal: '.', Dates: DateYMD}

func (endless) Name() string  { return "endless.csv" }
func (g endless) Size() int64 { return g.rows * int64(len(endlessRow)) }

func (g endless) ReadAt(b []byte, at int64) (int, error) {
	var row [len(endlessRow)]byte
	n := 0
	for n < len(b) && at < g.Size() {
		g.write(row[:], at/int64(len(row)))
		part := copy(b[n:], row[at%int64(len(row)):])
		n, at = n+part, at+int64(part)
	}
	return n, nil
}

// write writes row i.
func (g endless) write(b []byte, i int64) {
	h := uint64(i+1) * 0x9e3779b97f4a7c15
	h ^= h >> 31
	copy(b, endlessRow)
	digits(b[:7], 1000000+i)
	digits(b[9:15], int64(h>>40*(h>>8&0xffffff)>>24)*(g.rows/8+1)>>24)
	year, month, day := (analysis.Date(2021, time.January, 1) + analysis.Day(i*1000/g.rows)).Time().Date()
	digits(b[16:20], int64(year))
	digits(b[21:23], int64(month))
	digits(b[24:26], int64(day))
	digits(b[27:30], int64(h%997))
	digits(b[31:33], int64(h%89))
	copy(b[34:], [...]string{"web  ", "store", "app  ", "phone"}[h%4])
	copy(b[40:], [...]string{"Leeds ", "Porto ", "Lyon  ", "Graz  ", "Lisbon"}[h%5])
}

func digits(b []byte, n int64) {
	for i := len(b) - 1; i >= 0; i, n = i-1, n/10 {
		b[i] = byte('0' + n%10)
	}
}

// TestMemory reads half a million rows in a process of their own and holds what
// the heap has grown by, six columns kept, to 1.2 times the file's bytes and two
// of the steps of 4 MB that it grows in.
// CHURNBENCH_MEMORY_ROWS sets another number of rows.
func TestMemory(t *testing.T) {
	if os.Getenv("CHURNBENCH_MEMORY_CHILD") == "" {
		if runtime.GOOS == "js" {
			t.Skip("starts a process")
		}
		cmd := exec.Command(os.Args[0], "-test.run=^TestMemory$", "-test.v")
		rows := os.Getenv("CHURNBENCH_MEMORY_ROWS")
		if rows == "" {
			rows = "500000"
		}
		cmd.Env = append(os.Environ(), "CHURNBENCH_MEMORY_CHILD=1", "CHURNBENCH_MEMORY_ROWS="+rows)
		out, err := cmd.CombinedOutput()
		if t.Logf("%s", out); err != nil {
			t.Fatal(err)
		}
		return
	}
	rows, err := strconv.Atoi(os.Getenv("CHURNBENCH_MEMORY_ROWS"))
	if err != nil {
		t.Fatal(err)
	}
	grown, ratio := memoryGrown(t, endless{int64(rows)})
	t.Logf("%d rows: %.1f MB, %.2f times the file, %.1f bytes a row", rows, grown/1e6, ratio, grown/float64(rows))
	if grown > 1.2*float64(endless{int64(rows)}.Size())+8<<20 {
		t.Errorf("memory has grown by %.2f times the file's bytes", ratio)
	}
}

func memoryGrown(t *testing.T, src Source) (grown, ratio float64) {
	var before, after runtime.MemStats
	runtime.ReadMemStats(&before)
	table, err := Read(context.Background(), src, endlessFormat, sixColumns, Rules{}, nil)
	if err != nil {
		t.Fatal(err)
	}
	runtime.ReadMemStats(&after)
	if len(table.Log().Kept) != 3 {
		t.Errorf("%d columns kept", len(table.Log().Kept))
	}
	grown = float64(after.HeapSys - before.HeapSys)
	return grown, grown / float64(src.Size())
}

// Nothing is allocated row by row: the number of allocations is that of columns,
// parts and slices.
func TestNothingIsAllocatedPerRow(t *testing.T) {
	src := endless{200_000}
	var before, after runtime.MemStats
	runtime.ReadMemStats(&before)
	if _, err := Read(context.Background(), src, endlessFormat, sixColumns, Rules{Test: ExcludeTests}, nil); err != nil {
		t.Fatal(err)
	}
	runtime.ReadMemStats(&after)
	if n := after.Mallocs - before.Mallocs; n > 2000 {
		t.Errorf("%d allocations for 200,000 rows", n)
	}
}

// A file that is too large is refused after its first slice, whatever its size.
func TestTooLarge(t *testing.T) {
	read := func(rows int64, rules Rules, most int) error {
		slices := 0
		_, err := ReadAll(context.Background(), []Input{{endless{rows}, endlessFormat, sixColumns}},
			Options{Rules: rules, Memory: 10 << 20, Progress: func(bytes, rows int64) {
				if slices++; slices > most {
					t.Fatalf("%d bytes were read", bytes)
				}
			}})
		return err
	}
	if err := read(100_000, Rules{}, 40); err != nil {
		t.Errorf("100,000 rows: %v", err)
	}
	for _, rules := range []Rules{{}, {From: analysis.Date(2020, 1, 1)}} {
		err := read(50_000_000, rules, 40)
		var said *analysis.Error
		if !errors.As(err, &said) || said.Kind != analysis.TooLarge || said.Remedy.Key == "" {
			t.Fatalf("50 million rows: %v", err)
		}
		could, all := said.Message.Args[0].Number, said.Message.Args[1].Number
		if could < 100_000 || could > 300_000 || all < 45e6 || all > 55e6 {
			t.Errorf("%v", err)
		}
	}
	// A window of dates that leaves little makes any size possible.
	err := read(2_000_000, Rules{From: analysis.Date(2023, 9, 1)}, 1000)
	if err != nil {
		t.Error(err)
	}
}
