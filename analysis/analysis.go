package analysis

import (
	"math"
	"time"
)

// A Day is a calendar date, counted in days since 1970-01-01. It has no time
// zone: an order of 5 March is an order of 5 March wherever it is read.
type Day int32

// NoDay stands where a date is missing or could not be read.
const NoDay Day = math.MinInt32

// Date returns the Day of a calendar date.
func Date(year int, month time.Month, day int) Day {
	return Day(time.Date(year, month, day, 0, 0, 0, 0, time.UTC).Unix() / 86400)
}

// Time returns midnight UTC of the day.
func (d Day) Time() time.Time { return time.Unix(int64(d)*86400, 0).UTC() }

// Valid reports whether d is a date at all.
func (d Day) Valid() bool { return d != NoDay }

// String returns the ISO form, 2006-01-02, or "" for NoDay.
func (d Day) String() string {
	if !d.Valid() {
		return ""
	}
	return d.Time().Format(time.DateOnly)
}

// ParseDay reads the ISO form that String writes.
func ParseDay(s string) (Day, error) {
	t, err := time.Parse(time.DateOnly, s)
	if err != nil {
		return NoDay, err
	}
	return Day(t.Unix() / 86400), nil
}

// Money is an amount in ten-thousandths of the currency's main unit. Integers
// make totals independent of the order of rows; four decimals keep unit prices
// whole. The range, ±9.2e14 main units, holds any company's revenue.
type Money int64

// MoneyPerUnit is how many Money make one main unit of the currency.
const MoneyPerUnit = 10_000

// Float returns the amount in main units.
func (m Money) Float() float64 { return float64(m) / MoneyPerUnit }

// MoneyOf rounds an amount in main units to the nearest Money.
func MoneyOf(v float64) Money { return Money(math.Round(v * MoneyPerUnit)) }

// A CustomerID is a customer's position in a Log, 0 ≤ id < Log.Customers().
// What the client's file calls the customer is Log.IDs.At(id).
type CustomerID uint32

// A Dict is an append-only list of texts in one byte slice. It holds no
// pointers per entry, so that a million names cost the collector nothing.
type Dict struct {
	Bytes []byte
	Ends  []uint32 // Ends[i] is where entry i stops in Bytes
}

// Len returns the number of entries.
func (d *Dict) Len() int { return len(d.Ends) }

// At returns entry i.
func (d *Dict) At(i int) string { return string(d.Raw(i)) }

// Raw returns entry i without copying; the caller must not change it.
func (d *Dict) Raw(i int) []byte {
	start := uint32(0)
	if i > 0 {
		start = d.Ends[i-1]
	}
	return d.Bytes[start:d.Ends[i]]
}

// Append adds an entry and returns its index.
func (d *Dict) Append(b []byte) int {
	d.Bytes = append(d.Bytes, b...)
	d.Ends = append(d.Ends, uint32(len(d.Bytes)))
	return len(d.Ends) - 1
}

// A Log is the order log that every analysis reads, grouped by customer.
// Customer c's purchase days are rows Start[c] ≤ i < Start[c+1], in ascending
// order of Day; all orders of one customer on one day are one row. Every
// customer has at least one row. Columns are pointer-free and shared: readers
// must not change them.
type Log struct {
	IDs      Dict     // customer identifiers as the file has them
	Start    []uint32 // len Customers()+1
	Day      []Day    // date of the purchase day
	Amount   []Money  // what the day's orders add up to
	Orders   []uint32 // how many order rows were merged into the day
	End      Day      // observation end, inclusive: the last date in the data unless the person chose another
	Currency string   // ISO 4217 code if the file names one, else ""

	// Kept holds what the files say about each order row besides. The order rows
	// of row i stand at ΣOrders[:i] ≤ k < ΣOrders[:i+1], in file order.
	Kept []Column

	// Attributes holds what is known about each customer: len Customers() values
	// a column. From a kept column it is the latest value that is not missing.
	Attributes []Column
}

// Customers returns the number of customers.
func (l *Log) Customers() int { return max(0, len(l.Start)-1) }

// Rows returns the range of rows of customer c.
func (l *Log) Rows(c CustomerID) (from, to int) { return int(l.Start[c]), int(l.Start[c+1]) }

// First returns the earliest purchase day in the log, NoDay if it is empty.
func (l *Log) First() Day {
	first := NoDay
	for c := range l.Customers() {
		if d := l.Day[l.Start[c]]; first == NoDay || d < first {
			first = d
		}
	}
	return first
}

// Revenue returns the sum of all amounts.
func (l *Log) Revenue() Money {
	var sum Money
	for _, a := range l.Amount {
		sum += a
	}
	return sum
}

// OrderRows returns how many order rows the log's purchase days were made of.
func (l *Log) OrderRows() int {
	n := 0
	for _, k := range l.Orders {
		n += int(k)
	}
	return n
}
