package ingest

import (
	"fmt"
	"strings"
	"testing"
	"time"
)

// Columns of dates that are numbers are proposed where nothing else can be
// meant, and read to the same days as their plain forms.
func TestCodedDates(t *testing.T) {
	day := func(i int) time.Time { return time.Date(2023, 11, 3+i*5, 9, 30, 0, 0, time.UTC) }
	serial := func(i int) string { return fmt.Sprintf("%.3f", float64(day(i).Unix())/86400+25569) }
	seconds := func(i int) string { return fmt.Sprint(day(i).Unix()) }
	plain := func(i int) string { return day(i).Format("2006-01-02 15:04") }
	cases := []struct {
		name, header string
		date         func(int) string
		other        func(int) string // a third column
		want         DateFmt
		found        bool
	}{
		{"Excel's days under a name", "customer,order_date,amount,x", serial, nil, DateSerial, true},
		{"Excel's days without one", "customer,column 2,amount,x", serial, nil, DateSerial, true},
		{"Excel's days between plain dates", "customer,date,amount,x", func(i int) string {
			if i%5 == 0 {
				return serial(i)
			}
			return plain(i)
		}, nil, DateSerial, true},
		{"seconds", "customer,created_at,amount,x", seconds, nil, DateEpoch, true},
		{"milliseconds", "customer,timestamp,amount,x", func(i int) string { return seconds(i) + "123" }, nil, DateEpochMilli, true},
		{"seconds beside a date", "customer,ref,amount,date", seconds, plain, DateYMD, false},
		{"Excel's days beside another such column", "customer,k1,amount,k2", serial, serial, DateYMD, false},
		{"an order number in the range", "customer,order no,amount,x", func(i int) string { return fmt.Sprint(45000 + i) }, nil, DateYMD, false},
	}
	for _, c := range cases {
		t.Run(c.name, func(t *testing.T) {
			var b, same strings.Builder
			fmt.Fprintln(&b, c.header)
			same.WriteString("customer,date,amount,x\n")
			for i := range 40 {
				other := "web"
				if c.other != nil {
					other = c.other(i)
				}
				fmt.Fprintf(&b, "K%d,%s,%d.50,%s\n", i%7, c.date(i), i, other)
				fmt.Fprintf(&same, "K%d,%s,%d.50,web\n", i%7, plain(i), i)
			}
			p, err := Sniff(Bytes("t.csv", []byte(b.String())), Format{})
			if err != nil {
				t.Fatal(err)
			}
			if found := p.Mapping[1] == Date; found != c.found || p.Format.Dates != c.want {
				t.Fatalf("mapping %q, %+v", p.Mapping, p.Format)
			}
			if !c.found {
				return
			}
			_, table := asDetected(t, b.String(), Format{})
			_, want := asDetected(t, same.String(), Format{})
			if logText(table.Log()) != logText(want.Log()) {
				t.Errorf("log %s, want %s", logText(table.Log()), logText(want.Log()))
			}
			sameReadings(t, p.Format, p.Mapping, p.Rules, []byte(b.String()))
		})
	}
}

func TestMonths(t *testing.T) {
	for _, layout := range []string{"2006-01", "2006年1月", "Jan 2006", "Jan-06", "01/2006", "200601"} {
		var b strings.Builder
		b.WriteString("customer,month,amount\n")
		for i := range 30 {
			fmt.Fprintf(&b, "K%d,%s,%d.50\n", i%7, time.Date(2023, time.Month(1+i/2), 1, 0, 0, 0, 0, time.UTC).Format(layout), i)
		}
		p, table := asDetected(t, b.String(), Format{})
		if p.Format.Dates != DateMonth || table.Ledger().Used != 30 || table.Log().End.String() != "2024-03-01" {
			t.Errorf("%s: %+v, %d used up to %v", layout, p.Format, table.Ledger().Used, table.Log().End)
		}
	}
}
