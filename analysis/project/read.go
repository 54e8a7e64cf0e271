package project

import (
	"bytes"
	"encoding/json"
	"errors"
	"io"
	"math"
	"reflect"
	"slices"
	"strconv"
	"strings"

	"churnbench/analysis"
	"churnbench/analysis/engine"
	"churnbench/analysis/ingest"
)

// MaxSize is the size in bytes beyond which nothing is read as a project: it is a
// person's choices and words, not data.
const MaxSize = 16 << 20

// headSize is how far into a file the mark is looked for.
const headSize = 512

// Looks reports whether the head of a file could be that of a project: JSON that names the
// mark's field at its beginning.
func Looks(head []byte) bool {
	head = bytes.TrimLeft(bytes.TrimPrefix(head, []byte("\ufeff")), " \t\r\n")
	head = head[:min(len(head), headSize)]
	at := bytes.Index(head, []byte(`"`+markField+`"`))
	return bytes.HasPrefix(head, []byte("{")) && at >= 0 && bytes.Contains(head[at:], []byte(`"`+mark+`"`))
}

// Read reads what Write writes. Whatever is no project, of a newer version, cut short or
// holds a field or a value of the wrong kind is refused, with an *analysis.Error of kind
// BadInput; nothing in it is ever executed. Positions of columns are as the file has
// them: see Questions.For.
func Read(b []byte) (*engine.Project, error) {
	if len(b) > MaxSize {
		return nil, analysis.Fail(analysis.BadInput, "project.large", analysis.Size("limit", MaxSize)).Or("project.remedy")
	}
	tree, err := parse(b)
	if err != nil {
		return nil, err
	}
	top, _ := tree.(map[string]any)
	if top[markField] != mark {
		return nil, analysis.Fail(analysis.BadInput, "project.foreign").Or("project.remedy")
	}
	if err := checkVersion(top["version"], top["program"]); err != nil {
		return nil, err
	}
	delete(top, markField)
	p := &engine.Project{}
	r := reader{}
	r.fields(reflect.ValueOf(p).Elem(), top)
	if r.err != nil {
		return nil, r.err
	}
	return p, nil
}

// parse reads one JSON value and nothing behind it.
func parse(b []byte) (tree any, err error) {
	d := json.NewDecoder(bytes.NewReader(bytes.TrimPrefix(b, []byte("\ufeff"))))
	d.UseNumber()
	if err = d.Decode(&tree); err == nil {
		if _, more := d.Token(); more != io.EOF {
			err = errors.New("more than one value")
		}
	}
	switch {
	case err == nil:
		return tree, nil
	case !Looks(b):
		return nil, analysis.Fail(analysis.BadInput, "project.foreign").Or("project.remedy")
	case errors.Is(err, io.ErrUnexpectedEOF), errors.Is(err, io.EOF):
		return nil, analysis.Fail(analysis.BadInput, "project.cut").Or("project.cut.remedy")
	}
	return nil, analysis.Fail(analysis.BadInput, "project.broken", analysis.Text("reason", short(err.Error())),
		analysis.Count("line", lineOf(b, err))).Or("project.remedy")
}

// lineOf is the line of a file on which an error of JSON stands, from 1.
func lineOf(b []byte, err error) int {
	var syntax *json.SyntaxError
	if !errors.As(err, &syntax) {
		return 1
	}
	return 1 + bytes.Count(b[:min(len(b), int(max(0, syntax.Offset)))], []byte("\n"))
}

// checkVersion comes before all fields: those of a newer version are not known here.
func checkVersion(v, program any) *analysis.Error {
	text, _ := v.(json.Number)
	n, err := strconv.Atoi(string(text))
	if err != nil || n < 1 {
		return refused("version", string(text))
	}
	if n > engine.ProjectVersion {
		format, known := analysis.Count("version", n), analysis.Count("known", engine.ProjectVersion)
		if by, _ := program.(string); by != "" {
			return analysis.Fail(analysis.BadInput, "project.version", format, known, analysis.Text("program", short(by))).Or("project.version.remedy")
		}
		return analysis.Fail(analysis.BadInput, "project.version.unnamed", format, known).Or("project.version.remedy")
	}
	return nil
}

func refused(field, value string) *analysis.Error {
	return analysis.Fail(analysis.BadInput, "project.value", analysis.Text("field", field), analysis.Text("value", short(value))).
		Or("project.value.remedy")
}

// short bounds what a message quotes.
func short(s string) string {
	const most = 60
	if r := []rune(s); len(r) > most {
		return string(r[:most]) + "…"
	}
	return s
}

// A reader fills values from a tree of JSON. It remembers the first one that does not
// fit, and where it stands.
type reader struct {
	path []string
	err  *analysis.Error
}

func (r *reader) refuse(v any) {
	if r.err == nil {
		text, err := json.Marshal(v)
		if err != nil { // what JSON was read from is JSON
			panic(err)
		}
		r.err = refused(strings.Join(r.path, "."), string(text))
	}
}

// under runs f one step further down.
func (r *reader) under(step string, f func()) {
	r.path = append(r.path, step)
	f()
	r.path = r.path[:len(r.path)-1]
}

// fields fills a struct. A field that is not known is refused: it is somebody's choice,
// and leaving it out would change the numbers.
func (r *reader) fields(to reflect.Value, from map[string]any) {
	seen := 0
	for i := range to.NumField() {
		f := to.Type().Field(i)
		name := fieldName(f.Name)
		v, ok := from[name]
		if !written(f) || !ok {
			continue
		}
		seen++
		r.under(name, func() { r.value(to.Field(i), v) })
	}
	if seen < len(from) {
		r.under(unknownField(to.Type(), from), func() { r.refuse("?") })
	}
}

// unknownField is the first name, in their order, that no field has.
func unknownField(t reflect.Type, from map[string]any) string {
	var names []string
	for name := range from {
		known := slices.ContainsFunc(reflect.VisibleFields(t), func(f reflect.StructField) bool {
			return len(f.Index) == 1 && written(f) && fieldName(f.Name) == name
		})
		if !known {
			names = append(names, name)
		}
	}
	return slices.Min(names)
}

func (r *reader) value(to reflect.Value, from any) {
	switch to.Type() {
	case dayType:
		r.day(to, from)
		return
	case moneyType:
		r.money(to, from)
		return
	case recipeType:
		r.recipe(to, from)
		return
	}
	ok := false
	switch to.Kind() {
	case reflect.Bool:
		var b bool
		b, ok = from.(bool)
		to.SetBool(b)
	case reflect.String:
		var s string
		s, ok = from.(string)
		to.SetString(s)
	case reflect.Pointer:
		to.Set(reflect.New(to.Type().Elem()))
		r.value(to.Elem(), from)
		return
	case reflect.Struct:
		var object map[string]any
		if object, ok = from.(map[string]any); ok {
			r.fields(to, object)
		}
	case reflect.Slice, reflect.Array:
		ok = r.list(to, from)
	case reflect.Map:
		ok = r.table(to, from)
	default:
		ok = number(to, from)
	}
	if !ok {
		r.refuse(from)
	}
}

// number reads whole and broken numbers, and reports whether the value is one that fits.
func number(to reflect.Value, from any) bool {
	text, isNumber := from.(json.Number)
	switch {
	case to.CanInt() && isNumber:
		n, err := strconv.ParseInt(string(text), 10, to.Type().Bits())
		to.SetInt(n)
		return err == nil
	case to.CanUint() && isNumber:
		n, err := strconv.ParseUint(string(text), 10, to.Type().Bits())
		to.SetUint(n)
		return err == nil
	case to.CanFloat() && isNumber:
		v, err := strconv.ParseFloat(string(text), 64)
		to.SetFloat(v)
		return err == nil
	case to.CanFloat():
		v, ok := map[any]float64{notANumber: math.NaN(), infinite: math.Inf(1), "-" + infinite: math.Inf(-1)}[wordOf(from)]
		to.SetFloat(v)
		return ok
	}
	return false
}

// wordOf is a value that may be a key of a map: a list or an object may not.
func wordOf(from any) any {
	s, _ := from.(string)
	return s
}

func (r *reader) list(to reflect.Value, from any) bool {
	values, ok := from.([]any)
	if !ok || to.Kind() == reflect.Array && len(values) > to.Len() {
		return false
	}
	if to.Kind() == reflect.Slice {
		to.Set(reflect.MakeSlice(to.Type(), len(values), len(values)))
	}
	for i, v := range values {
		r.under(strconv.Itoa(i+1), func() { r.value(to.Index(i), v) })
	}
	return true
}

func (r *reader) table(to reflect.Value, from any) bool {
	values, ok := from.(map[string]any)
	if !ok {
		return false
	}
	to.Set(reflect.MakeMap(to.Type()))
	for name, v := range values {
		element := reflect.New(to.Type().Elem()).Elem()
		r.under(name, func() { r.value(element, v) })
		to.SetMapIndex(reflect.ValueOf(name).Convert(to.Type().Key()), element)
	}
	return true
}

func (r *reader) day(to reflect.Value, from any) {
	text, _ := from.(string)
	if text == noDay {
		to.SetInt(int64(analysis.NoDay))
		return
	}
	day, err := analysis.ParseDay(text)
	if err != nil {
		r.refuse(from)
		return
	}
	to.SetInt(int64(day))
}

func (r *reader) money(to reflect.Value, from any) {
	text, _ := from.(json.Number)
	m, ok := parseMoney(string(text))
	if !ok {
		r.refuse(from)
		return
	}
	to.SetInt(m)
}

// parseMoney reads what moneyText writes: digits with at most four behind the point.
func parseMoney(s string) (int64, bool) {
	whole, part, _ := strings.Cut(s, ".")
	if whole == "" || len(part) > 4 {
		return 0, false
	}
	m, err := strconv.ParseInt(whole+(part + "0000")[:4], 10, 64)
	return m, err == nil
}

func (r *reader) recipe(to reflect.Value, from any) {
	text, err := json.Marshal(from)
	if err != nil { // what JSON was read from is JSON
		panic(err)
	}
	recipe, err := ingest.ParseRecipe(text)
	var said *analysis.Error
	if errors.As(err, &said) && r.err == nil {
		r.err = said
	}
	to.Set(reflect.ValueOf(recipe))
}
