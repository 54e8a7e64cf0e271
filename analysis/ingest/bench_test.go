package ingest

import (
	"bytes"
	"context"
	"encoding/csv"
	"fmt"
	"io"
	"math"
	"math/rand/v2"
	"runtime"
	"strconv"
	"strings"
	"testing"
	"time"

	"github.com/gocarina/gocsv"
	"golang.org/x/text/encoding/simplifiedchinese"

	"churnbench/analysis"
)

// orderRows writes n orders in order of time, by about n/8 customers whose
// numbers of orders are skewed as in a shop (median 3). About 45 bytes a row.
func orderRows(n int, customer func(i int) string) []byte {
	rng := rand.New(rand.NewPCG(1, 2))
	var b bytes.Buffer
	b.Grow(50 * n)
	b.WriteString("order_id,customer_id,order_date,amount,channel,city\n")
	channels := []string{"web", "store", "app", "phone"}
	cities := []string{"Leeds", "Porto", "Hangzhou", "Lyon", "Chengdu", "Graz"}
	first := analysis.Date(2021, time.January, 1)
	for i := range n {
		c := int(float64(n) / 8 * math.Pow(rng.Float64(), 1.6))
		day := first + analysis.Day(i*1000/n)
		fmt.Fprintf(&b, "%d,%s,%s,%.2f,%s,%s\n", 1000000+i, customer(c), day, math.Exp(rng.NormFloat64()+3), channels[rng.IntN(4)], cities[rng.IntN(6)])
	}
	return b.Bytes()
}

func shortID(i int) string { return fmt.Sprintf("C%06d", i) }
func longID(i int) string  { return fmt.Sprintf("CUST-2024-%07d", i) }

var orderMapping = Mapping{Order, Customer, Date, Amount, Ignore, Ignore}

// sixColumns keeps all of them, the order number as a number.
var sixColumns = Mapping{Quantity, Customer, Date, Amount, Channel, Region}

// stateColumns takes the channel for the state of the order.
var stateColumns = Mapping{Quantity, Customer, Date, Amount, OrderStatus, Region}

var orderFormat = Format{Encoding: UTF8, Delimiter: ',', Header: HeaderYes, Decimal: '.', Dates: DateYMD}

// BenchmarkRead reads a million orders, and lets others of the same purpose do
// the reading part of it. Set against Read, their "ratio" is how many times
// longer they take.
func BenchmarkRead(b *testing.B) {
	data := orderRows(1_000_000, shortID)
	per := map[string]float64{}
	run := func(name string, data []byte, read func() error) {
		b.Run(name, func(b *testing.B) {
			b.SetBytes(int64(len(data)))
			b.ReportAllocs()
			var before, after runtime.MemStats
			runtime.ReadMemStats(&before)
			for b.Loop() {
				if err := read(); err != nil {
					b.Fatal(err)
				}
			}
			runtime.ReadMemStats(&after)
			per[name] = float64(b.Elapsed()) / float64(b.N) / float64(len(data))
			b.ReportMetric(per[name]/per["Read"], "ratio")
			b.ReportMetric(float64(after.TotalAlloc-before.TotalAlloc)/float64(b.N)/float64(len(data)), "alloc/byte")
		})
	}
	written := func(data []byte, f Format, m Mapping) func() error {
		return func() error {
			_, err := Read(context.Background(), Bytes("orders.csv", data), f, m, Rules{Test: ExcludeTests}, nil)
			return err
		}
	}
	mapped := func(data []byte, m Mapping) func() error { return written(data, orderFormat, m) }
	ours := func(data []byte) func() error { return mapped(data, orderMapping) }
	run("Read", data, ours(data))
	run("Read/six-columns", data, mapped(data, sixColumns))
	run("Read/six-columns-states", data, func() error {
		_, err := Read(context.Background(), Bytes("orders.csv", data), orderFormat, stateColumns, Rules{Test: ExcludeTests, NoSale: NoSaleStates}, nil)
		return err
	})
	long := orderRows(1_000_000, longID)
	run("Read/long-ids", long, ours(long))
	crlf := bytes.ReplaceAll(data, []byte("\n"), []byte("\r\n"))
	run("Read/crlf", crlf, ours(crlf))
	quoted := quoteAll(data)
	run("Read/quoted", quoted, ours(quoted))
	gbk, f := inGBK(data), orderFormat
	f.Encoding = GB18030
	run("Read/gbk-six-columns", gbk, written(gbk, f, sixColumns))
	run("encoding-csv", data, func() error { return readStandard(data) })
	run("gocsv", data, func() error { return readGocsv(data) })
}

func quoteAll(data []byte) []byte {
	data = bytes.ReplaceAll(data, []byte(","), []byte(`","`))
	data = bytes.ReplaceAll(data[:len(data)-1], []byte("\n"), []byte("\"\n\""))
	return append(append([]byte{'"'}, data...), "\"\n"...)
}

// inGBK writes the cities in Chinese, as GBK.
func inGBK(data []byte) []byte {
	names := strings.NewReplacer("Leeds", "杭州", "Porto", "上海", "Hangzhou", "成都", "Lyon", "广州", "Chengdu", "武汉", "Graz", "西安")
	out, err := simplifiedchinese.GBK.NewEncoder().Bytes([]byte(names.Replace(string(data))))
	if err != nil {
		panic(err)
	}
	return out
}

type tally struct {
	orders      int
	first, last time.Time
	total       float64
}

// readStandard makes the per-customer summary with encoding/csv at its best.
func readStandard(data []byte) error {
	r := csv.NewReader(bytes.NewReader(data))
	r.ReuseRecord = true
	customers := map[string]*tally{}
	if _, err := r.Read(); err != nil {
		return err
	}
	for {
		rec, err := r.Read()
		if err == io.EOF {
			return nil
		}
		if err != nil {
			return err
		}
		day, err := time.Parse(time.DateOnly, rec[2])
		if err != nil {
			return err
		}
		amount, err := strconv.ParseFloat(rec[3], 64)
		if err != nil {
			return err
		}
		add(customers, rec[1], day, amount)
	}
}

type orderRow struct {
	Customer string  `csv:"customer_id"`
	Date     string  `csv:"order_date"`
	Amount   float64 `csv:"amount"`
}

func readGocsv(data []byte) error {
	customers := map[string]*tally{}
	return gocsv.UnmarshalToCallbackWithError(bytes.NewReader(data), func(o orderRow) error {
		day, err := time.Parse(time.DateOnly, o.Date)
		add(customers, o.Customer, day, o.Amount)
		return err
	})
}

func add(customers map[string]*tally, id string, day time.Time, amount float64) {
	c := customers[id]
	if c == nil {
		c = &tally{first: day}
		customers[string([]byte(id))] = c
	}
	c.orders++
	c.last = day
	c.total += amount
}
