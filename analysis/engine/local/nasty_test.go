package local_test

import (
	"fmt"
	"math"
	"reflect"
	"strings"
	"testing"
	"time"

	"churnbench/analysis"
	"churnbench/analysis/engine"
	"churnbench/analysis/engine/local"
	"churnbench/analysis/figure"
	"churnbench/analysis/ingest"
)

// A nasty value is one that no screen would send and any file may hold.
func nasty(v reflect.Value) (list []reflect.Value) {
	of := func(x any) { list = append(list, reflect.ValueOf(x).Convert(v.Type())) }
	switch {
	case v.Type() == reflect.TypeFor[analysis.Day]():
		for _, d := range []int32{math.MinInt32, math.MaxInt32, -1, 1} {
			of(d)
		}
	case v.Kind() == reflect.String:
		of("~")
		of("attribute:99999")
	case v.Kind() == reflect.Int64, v.Kind() == reflect.Int:
		for _, n := range []int64{-1, 1, 999, math.MaxInt64, math.MinInt64} {
			of(n)
		}
	case v.CanUint():
		of(255)
	case v.CanFloat():
		for _, f := range []float64{math.NaN(), math.Inf(1), math.Inf(-1), -1, 1e300, 1e-300} {
			of(f)
		}
	case v.Kind() == reflect.Bool:
		of(true)
	}
	return list
}

// spoil runs f with each leaf below v set to each nasty value in turn. Lists and pointers
// without anything in them get one element, of which that is done too.
func spoil(v reflect.Value, path string, f func(path string)) {
	switch v.Kind() {
	case reflect.Struct:
		if v.Type() == reflect.TypeFor[figure.Layout]() {
			return
		}
		for i := range v.NumField() {
			spoil(v.Field(i), path+"."+v.Type().Field(i).Name, f)
		}
	case reflect.Pointer:
		if v.IsNil() {
			v.Set(reflect.New(v.Type().Elem()))
			defer v.SetZero()
			f(path)
		}
		spoil(v.Elem(), path, f)
	case reflect.Slice:
		if v.Len() == 0 {
			v.Set(reflect.MakeSlice(v.Type(), 1, 1))
			defer v.SetZero()
			f(path)
		}
		spoil(v.Index(0), path+"[0]", f)
	case reflect.Array:
		spoil(v.Index(0), path+"[0]", f)
	default:
		was := reflect.New(v.Type()).Elem()
		was.Set(v)
		for _, bad := range nasty(v) {
			v.Set(bad)
			f(fmt.Sprintf("%s = %v", path, bad))
		}
		v.Set(was)
	}
}

// few are orders of thirty customers over a year.
func few() string {
	var b strings.Builder
	b.WriteString("customer,date,amount,region\n")
	for c := range 30 {
		for k := range 1 + c%5 {
			day := analysis.Date(2024, time.January, 1+(c*37+k*k*29)%360)
			fmt.Fprintf(&b, "c%d,%s,%d.5,r%d\n", c, day, 5+(c*7+k*3)%40, c%3)
		}
	}
	return b.String()
}

// TestNoQuestionPanics: whatever a file asks is answered, or refused in words.
func TestNoQuestionPanics(t *testing.T) {
	if testing.Short() {
		t.Skip("puts some thousand questions")
	}
	e := local.New(func(uint32) (ingest.Source, error) { return ingest.Bytes("few.csv", []byte(few())), nil }, words)
	load(t, e, engine.SourceRef{File: 1})
	q := asked()
	for _, r := range receiptsOf(t, e, q) {
		if r.Err != nil && r.Question != "Projection" {
			t.Logf("%s: %v: what is spoiled there is not reached", r.Question, r.Err)
		}
	}
	put, begin := 0, time.Now()
	for i := range reflect.TypeOf(q).NumField() {
		field := reflect.ValueOf(&q).Elem().Field(i)
		if field.Kind() != reflect.Pointer || field.IsNil() {
			continue
		}
		one := engine.Questions{}
		reflect.ValueOf(&one).Elem().Field(i).Set(field)
		spoil(field.Elem(), reflect.TypeOf(q).Field(i).Name, func(path string) {
			if time.Since(begin) > time.Minute {
				return
			}
			put++
			at := time.Now()
			for _, r := range receiptsOf(t, e, one) {
				if r.Err != nil && r.Err.Kind == analysis.Internal {
					t.Errorf("%s: %v", path, r.Err)
				}
			}
			if took := time.Since(at); took > 5*time.Second {
				t.Errorf("%s takes %v", path, took)
			}
		})
	}
	t.Logf("%d questions put in %v", put, time.Since(begin))
	if put < 1000 && time.Since(begin) < time.Minute {
		t.Errorf("only %d questions were put", put)
	}
}
