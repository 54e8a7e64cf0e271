package local

import (
	"bytes"
	"crypto/sha256"
	"encoding/binary"
	"encoding/hex"
	"hash"
	"math"
	"reflect"
	"slices"

	"churnbench/analysis"
	"churnbench/analysis/figure"
)

// digest returns the SHA-256 of a value in hexadecimal: over every number and word that
// its exported fields lead to, named by their fields.
//
// What is zero says nothing: a field that a later version adds and leaves at 0 changes no
// digest, and an empty list is none, as on the wire. All NaN are one, and −0 is 0. Figures
// and their layouts are left out: they are drawn from the numbers, in a language and a
// width.
func digest(values ...any) string {
	d := digester{hash: sha256.New()}
	for _, v := range values {
		d.value(reflect.ValueOf(v))
	}
	return hex.EncodeToString(d.hash.Sum(nil))
}

// A digester writes values so that no two different ones are written alike: what they
// are, how many there are, and what they hold.
type digester struct {
	hash hash.Hash
	word [9]byte
}

// The marks of what follows.
const (
	numberMark = iota + 1
	floatMark
	wordMark
	listMark
	structMark
	endMark
	absentMark
)

func (d *digester) number(mark byte, v uint64) {
	d.word[0] = mark
	binary.LittleEndian.PutUint64(d.word[1:], v)
	d.hash.Write(d.word[:])
}

func (d *digester) text(s string) {
	d.number(wordMark, uint64(len(s)))
	d.hash.Write([]byte(s))
}

func (d *digester) float(v float64) {
	switch {
	case math.IsNaN(v):
		v = math.NaN()
	case v == 0:
		v = 0
	}
	d.number(floatMark, math.Float64bits(v))
}

// undigested are the types of which an answer does not consist.
var undigested = []reflect.Type{
	reflect.TypeFor[figure.Figure](), reflect.TypeFor[figure.Layout](), reflect.TypeFor[figure.Style](),
}

func (d *digester) value(v reflect.Value) {
	switch v.Kind() {
	case reflect.Bool:
		d.number(numberMark, uint64(one(v.Bool())))
	case reflect.Int, reflect.Int8, reflect.Int16, reflect.Int32, reflect.Int64:
		d.number(numberMark, uint64(v.Int()))
	case reflect.Uint, reflect.Uint8, reflect.Uint16, reflect.Uint32, reflect.Uint64:
		d.number(numberMark, v.Uint())
	case reflect.Float32, reflect.Float64:
		d.float(v.Float())
	case reflect.String:
		d.text(v.String())
	case reflect.Pointer, reflect.Interface:
		d.pointer(v)
	case reflect.Slice, reflect.Array:
		d.list(v)
	case reflect.Map:
		d.table(v)
	case reflect.Struct:
		d.fields(v)
	default: // TestAnswersCanBeDigested finds a type that has others
		panic("local: cannot digest " + v.Type().String())
	}
}

func (d *digester) pointer(v reflect.Value) {
	if v.IsNil() {
		d.number(absentMark, 0)
		return
	}
	d.value(v.Elem())
}

// list writes the columns of a dataset, which may have millions of elements, without
// looking at each by reflection.
func (d *digester) list(v reflect.Value) {
	d.number(listMark, uint64(v.Len()))
	if v.Kind() == reflect.Slice {
		switch list := v.Interface().(type) {
		case []byte:
			d.hash.Write(list)
			return
		case []uint32:
			writeColumn(d.hash, list)
			return
		case []analysis.Day:
			writeColumn(d.hash, list)
			return
		case []analysis.Money:
			writeColumn(d.hash, list)
			return
		case []float64:
			for _, v := range list {
				d.float(v)
			}
			return
		case []string:
			for _, s := range list {
				d.text(s)
			}
			return
		}
	}
	for i := range v.Len() {
		d.value(v.Index(i))
	}
}

// writeColumn writes the elements of a column, eight bytes each.
func writeColumn[T ~uint32 | ~int32 | ~int64](h hash.Hash, list []T) {
	buffer := make([]byte, 0, 8<<10)
	for part := range slices.Chunk(list, cap(buffer)/8) {
		buffer = buffer[:0]
		for _, v := range part {
			buffer = binary.LittleEndian.AppendUint64(buffer, uint64(v))
		}
		h.Write(buffer)
	}
}

// table writes a map in an order of its own: that of what its keys are written as.
func (d *digester) table(v reflect.Value) {
	var entries [][]byte
	for _, k := range v.MapKeys() {
		entry := digester{hash: sha256.New()}
		entry.value(k)
		entry.value(v.MapIndex(k))
		entries = append(entries, entry.hash.Sum(nil))
	}
	slices.SortFunc(entries, bytes.Compare)
	d.number(listMark, uint64(len(entries)))
	for _, e := range entries {
		d.hash.Write(e)
	}
}

func (d *digester) fields(v reflect.Value) {
	d.number(structMark, 0)
	t := v.Type()
	for i := range v.NumField() {
		f := t.Field(i)
		if !f.IsExported() || slices.Contains(undigested, f.Type) || !says(v.Field(i)) {
			continue
		}
		d.text(f.Name)
		d.value(v.Field(i))
	}
	d.number(endMark, 0)
}

// says reports whether a value is neither zero nor an empty list.
func says(v reflect.Value) bool {
	switch v.Kind() {
	case reflect.Slice, reflect.Map:
		return v.Len() > 0
	case reflect.Float32, reflect.Float64:
		return v.Float() != 0 // so NaN says something
	}
	return !v.IsZero()
}
