package main

import (
	"bufio"
	"fmt"
	"math"
	"math/rand/v2"
	"os"
	"strconv"
	"time"

	"churnbench/analysis"
	"churnbench/bench/browser/result"
)

// An order is one generated row. Its number is its position in the file.
type order struct {
	customer int32
	day      analysis.Day
	cents    int32
}

// The orders fall into three years.
var (
	firstDay = analysis.Date(2021, time.January, 1)
	days     = int(analysis.Date(2024, time.January, 1) - firstDay)
)

// generate makes n orders in order of time, the same ones every time. How often
// a customer orders is log-normal, as in a shop: median 3, mean a good 8.
func generate(n int) []order {
	rng := rand.New(rand.NewPCG(3, uint64(n)))
	orders := make([]order, 0, n)
	for c := int32(0); len(orders) < n; c++ {
		joined := rng.IntN(days)
		for range min(int(math.Ceil(math.Exp(rng.NormFloat64()*1.496+math.Log(2.5)))), n-len(orders)) {
			orders = append(orders, order{
				customer: c,
				day:      firstDay + analysis.Day(joined+rng.IntN(days-joined)),
				cents:    int32(math.Exp(rng.NormFloat64()*0.9+3.5)*100) + 1,
			})
		}
	}
	return byDay(orders)
}

// byDay sorts by counting, which keeps orders of one day as they are.
func byDay(orders []order) []order {
	at := make([]int, days+1)
	for _, o := range orders {
		at[o.day-firstDay+1]++
	}
	for d := range days {
		at[d+1] += at[d]
	}
	sorted := make([]order, len(orders))
	for _, o := range orders {
		sorted[at[o.day-firstDay]] = o
		at[o.day-firstDay]++
	}
	return sorted
}

var (
	channels = []string{"web", "store", "app", "phone"}
	regions  = []string{"North", "South", "East", "West", "Centre", "Abroad"}
)

const header = "order_id,customer_id,order_date,amount,channel,region\n"

// write writes orders as a CSV file.
func write(path string, orders []order) error {
	f, err := os.Create(path)
	if err != nil {
		return err
	}
	defer f.Close()
	w := bufio.NewWriterSize(f, 1<<20)
	w.WriteString(header)
	dates := make([]string, days)
	for i := range dates {
		dates[i] = (firstDay + analysis.Day(i)).String()
	}
	rng := rand.New(rand.NewPCG(5, 8))
	var line []byte
	for i, o := range orders {
		line = fmt.Appendf(line[:0], "%d,%s,%s,", 1_000_001+i, name(o.customer), dates[o.day-firstDay])
		line = strconv.AppendFloat(line, float64(o.cents)/100, 'f', 2, 64)
		line = fmt.Appendf(line, ",%s,%s\n", channels[rng.IntN(len(channels))], regions[rng.IntN(len(regions))])
		w.Write(line)
	}
	if err := w.Flush(); err != nil {
		return err
	}
	return f.Close()
}

func name(customer int32) string { return fmt.Sprintf("C%06d", customer) }

// truth counts what generate made, without a file in between and by other
// means than the engine: every contestant must come to this result.
func truth(orders []order) result.Result {
	ids, s := &analysis.Dict{}, result.Summary{}
	cohorts := result.NewCohorts(orders[0].day, orders[len(orders)-1].day)
	code := map[int32]int{}
	type visit struct {
		code  int
		month result.Month
	}
	seen := map[visit]bool{}
	for _, o := range orders { // in order of time
		c, known := code[o.customer]
		if !known {
			c = ids.Append([]byte(name(o.customer)))
			code[o.customer] = c
			s.Orders, s.First = append(s.Orders, 0), append(s.First, o.day)
			s.Last, s.Total = append(s.Last, o.day), append(s.Total, 0)
		}
		s.Orders[c]++
		s.Last[c] = o.day
		s.Total[c] += analysis.Money(o.cents) * analysis.MoneyPerUnit / 100
		if v := (visit{c, result.MonthOf(o.day)}); !seen[v] {
			seen[v] = true
			cohorts.Add(result.MonthOf(s.First[c]), v.month)
		}
	}
	return result.Result{IDs: ids, Summary: s, Cohorts: cohorts}
}
