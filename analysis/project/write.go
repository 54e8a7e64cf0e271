package project

import (
	"bytes"
	"cmp"
	"encoding/json"
	"math"
	"reflect"
	"slices"
	"strconv"
	"strings"
	"unicode"

	"churnbench/analysis"
	"churnbench/analysis/engine"
	"churnbench/analysis/figure"
	"churnbench/analysis/ingest"
)

// mark tells a project from other JSON. It is the first thing in a file.
const mark = "project"

// markField is the name of the field that holds it.
const markField = "churnbench"

// Types that are not written as their kinds.
var (
	dayType    = reflect.TypeFor[analysis.Day]()
	moneyType  = reflect.TypeFor[analysis.Money]()
	recipeType = reflect.TypeFor[*ingest.Recipe]()
	layoutType = reflect.TypeFor[figure.Layout]()
)

// Write writes a project down. Layouts are left out: how wide a page was is no choice of
// anybody's.
func Write(p *engine.Project) []byte {
	w := writer{}
	w.raw("{")
	w.text(markField)
	w.raw(":")
	w.text(mark)
	w.fields(reflect.ValueOf(p).Elem(), false)
	w.raw("}")
	var out bytes.Buffer
	if err := json.Indent(&out, w.Bytes(), "", "  "); err != nil { // what writer writes is JSON
		panic(err)
	}
	out.WriteByte('\n')
	return out.Bytes()
}

// A writer writes JSON without blanks.
type writer struct{ bytes.Buffer }

func (w *writer) raw(s string) { w.WriteString(s) }

// text writes a string, without escaping what only HTML would need.
func (w *writer) text(s string) {
	enc := json.NewEncoder(&w.Buffer)
	enc.SetEscapeHTML(false)
	if err := enc.Encode(s); err != nil { // strings always encode
		panic(err)
	}
	w.Truncate(w.Len() - 1) // the encoder's line end
}

// fields writes those fields of a struct that are set, first without a comma in front.
func (w *writer) fields(v reflect.Value, first bool) {
	for i := range v.NumField() {
		f := v.Type().Field(i)
		if !written(f) || unset(v.Field(i)) {
			continue
		}
		if !first {
			w.raw(",")
		}
		first = false
		w.text(fieldName(f.Name))
		w.raw(":")
		w.value(v.Field(i))
	}
}

// written reports whether a field is part of the format.
func written(f reflect.StructField) bool { return f.IsExported() && f.Type != layoutType }

// unset reports whether a field is left out. An empty list is not: a person chose none
// where nil leaves the choice to the engine.
func unset(v reflect.Value) bool { return v.IsZero() }

func (w *writer) value(v reflect.Value) {
	switch v.Type() {
	case dayType:
		w.text(dayText(v.Interface().(analysis.Day)))
		return
	case moneyType:
		w.raw(moneyText(v.Interface().(analysis.Money)))
		return
	case recipeType:
		w.Write(v.Interface().(*ingest.Recipe).JSON())
		return
	}
	switch v.Kind() {
	case reflect.Bool:
		w.raw(strconv.FormatBool(v.Bool()))
	case reflect.Int, reflect.Int8, reflect.Int16, reflect.Int32, reflect.Int64:
		w.raw(strconv.FormatInt(v.Int(), 10))
	case reflect.Uint, reflect.Uint8, reflect.Uint16, reflect.Uint32, reflect.Uint64:
		w.raw(strconv.FormatUint(v.Uint(), 10))
	case reflect.Float64:
		w.float(v.Float())
	case reflect.String:
		w.text(v.String())
	case reflect.Pointer:
		w.value(v.Elem())
	case reflect.Struct:
		w.raw("{")
		w.fields(v, true)
		w.raw("}")
	case reflect.Slice:
		w.list(v, v.Len())
	case reflect.Array:
		w.list(v, filled(v))
	case reflect.Map:
		w.table(v)
	default: // TestEveryFieldIsWritten finds a type that has others
		panic("project: cannot write " + v.Type().String())
	}
}

// The words for what JSON has no number for.
const (
	notANumber = "NaN"
	infinite   = "Infinity"
)

func (w *writer) float(v float64) {
	switch {
	case math.IsNaN(v):
		w.text(notANumber)
	case math.IsInf(v, 1):
		w.text(infinite)
	case math.IsInf(v, -1):
		w.text("-" + infinite)
	default:
		w.raw(numberText(v))
	}
}

// numberText writes all digits of a number, without an exponent where people read it.
func numberText(v float64) string {
	format := byte('f')
	if size := math.Abs(v); size != 0 && size < 1e-6 || size >= 1e21 {
		format = 'e'
	}
	return strconv.FormatFloat(v, format, -1, 64)
}

func (w *writer) list(v reflect.Value, n int) {
	w.raw("[")
	for i := range n {
		if i > 0 {
			w.raw(",")
		}
		w.value(v.Index(i))
	}
	w.raw("]")
}

// filled is how many elements of an array stand before the zeros at its end.
func filled(v reflect.Value) int {
	n := v.Len()
	for n > 0 && v.Index(n-1).IsZero() {
		n--
	}
	return n
}

// table writes a map in the order of its keys, which are strings.
func (w *writer) table(v reflect.Value) {
	keys := v.MapKeys()
	slices.SortFunc(keys, func(a, b reflect.Value) int { return cmp.Compare(a.String(), b.String()) })
	w.raw("{")
	for i, k := range keys {
		if i > 0 {
			w.raw(",")
		}
		w.text(k.String())
		w.raw(":")
		w.value(v.MapIndex(k))
	}
	w.raw("}")
}

// fieldName writes a Go name as JSON likes it: calibrationEnd, sha256, ids.
func fieldName(name string) string {
	r := []rune(name)
	n := 0
	for n < len(r) && !unicode.IsLower(r[n]) {
		n++
	}
	if n > 1 && n < len(r) && string(r[n:]) != "s" { // the last capital begins a word
		n--
	}
	return strings.ToLower(string(r[:n])) + string(r[n:])
}

// noDay is how the absence of a date is written where that means something else than 0.
const noDay = "none"

func dayText(d analysis.Day) string {
	if !d.Valid() {
		return noDay
	}
	return d.String()
}

// moneyText writes an amount in main units, to the last digit.
func moneyText(m analysis.Money) string {
	sign, n := "", uint64(m)
	if m < 0 {
		sign, n = "-", -n
	}
	text := strconv.FormatUint(n/analysis.MoneyPerUnit, 10)
	if part := n % analysis.MoneyPerUnit; part != 0 {
		digits := strconv.FormatUint(analysis.MoneyPerUnit+part, 10)[1:]
		text += "." + strings.TrimRight(digits, "0")
	}
	return sign + text
}
