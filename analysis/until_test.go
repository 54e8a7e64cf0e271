package analysis

import (
	"slices"
	"testing"
)

func TestUntil(t *testing.T) {
	log := &Log{Start: []uint32{0, 2, 3, 6}, Day: []Day{1, 5, 4, 2, 3, 9}, Amount: []Money{10, 20, 30, 40, 50, 60},
		Orders: []uint32{1, 1, 2, 1, 3, 1}, End: 9}
	past, of := log.Until(3)
	if past.End != 3 || !slices.Equal(of, []CustomerID{0, 2}) || !slices.Equal(past.Start, []uint32{0, 1, 3}) {
		t.Errorf("customers %v with rows from %v until %d", of, past.Start, past.End)
	}
	if !slices.Equal(past.Day, []Day{1, 2, 3}) || !slices.Equal(past.Amount, []Money{10, 40, 50}) || !slices.Equal(past.Orders, []uint32{1, 1, 3}) {
		t.Errorf("rows %v %v %v", past.Day, past.Amount, past.Orders)
	}
	if whole, of := log.Until(log.End); len(of) != 3 || !slices.Equal(whole.Day, log.Day) {
		t.Error("until the end, all is there")
	}
	if nobody, of := log.Until(0); nobody.Customers() != 0 || of != nil {
		t.Error("before the first day, nobody is there")
	}
}
