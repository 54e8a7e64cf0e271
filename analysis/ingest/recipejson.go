package ingest

import (
	"bytes"
	"encoding/json"
	"slices"

	"churnbench/analysis"
)

// MaxRecipe is the size in bytes beyond which nothing is read as a recipe.
const MaxRecipe = 1 << 20

// maxPatterns bounds the lists in the Rules of a recipe: every customer is held
// against every pattern.
const maxPatterns = 1000

// recipeMark tells a recipe from other JSON.
const recipeMark = "recipe"

// The written form of a Recipe: words where Go has numbers, positions from 1 as
// people count, and nothing for what is not set.
type (
	recipeJSON struct {
		Churnbench string           `json:"churnbench"` // recipeMark
		Version    int              `json:"version"`
		Files      []recipeFileJSON `json:"files"`
		Rules      rulesJSON        `json:"rules"`
	}
	recipeFileJSON struct {
		Name    string             `json:"name"`
		Kind    Kind               `json:"kind"`
		Preset  string             `json:"preset,omitempty"`
		Format  formatJSON         `json:"format"`
		Columns []recipeColumnJSON `json:"columns"`
	}
	formatJSON struct {
		Encoding  Encoding `json:"encoding,omitempty"`
		Delimiter string   `json:"delimiter,omitempty"`
		Quoting   Quoting  `json:"quoting,omitempty"`
		Skip      int      `json:"skip,omitempty"` // a Skip
		Header    string   `json:"header,omitempty"`
		Decimal   string   `json:"decimal,omitempty"`
		Dates     DateFmt  `json:"dates,omitempty"`

		Unit analysis.Unit `json:"unit,omitempty"` // of tenures
	}
	recipeColumnJSON struct {
		Name   string `json:"name,omitempty"`
		Column int    `json:"column"` // from 1
		Role   Role   `json:"role"`
	}
	rulesJSON struct {
		Refunds    RefundRule    `json:"refunds,omitempty"`
		Duplicates DuplicateRule `json:"duplicates,omitempty"`
		Test       []string      `json:"test,omitempty"`
		NoSale     []string      `json:"noSale,omitempty"`
		IDs        idsJSON       `json:"ids"`
		LastDay    bool          `json:"lastDay,omitempty"`
		Yearly     bool          `json:"yearly,omitempty"`
		Left       []string      `json:"left,omitempty"`
		Stays      []string      `json:"stays,omitempty"`
		From       string        `json:"from,omitempty"`
		To         string        `json:"to,omitempty"`
	}
	idsJSON struct {
		Case  bool `json:"case"`
		Zeros bool `json:"zeros"`
		Width bool `json:"width"`
	}
)

// JSON writes a recipe, indented and in a fixed order: equal recipes are equal
// files.
func (r *Recipe) JSON() []byte {
	out := recipeJSON{Churnbench: recipeMark, Version: RecipeVersion, Files: []recipeFileJSON{}, Rules: r.Rules.written()}
	for _, f := range r.Files {
		out.Files = append(out.Files, f.written())
	}
	var b bytes.Buffer
	enc := json.NewEncoder(&b)
	enc.SetEscapeHTML(false)
	enc.SetIndent("", "  ")
	if err := enc.Encode(out); err != nil { // strings, numbers and truth values always encode
		panic(err)
	}
	return b.Bytes()
}

func (f RecipeFile) written() recipeFileJSON {
	out := recipeFileJSON{Name: f.Name, Kind: f.Kind, Preset: f.Preset, Format: f.Format.written(), Columns: []recipeColumnJSON{}}
	for _, c := range f.Columns {
		out.Columns = append(out.Columns, recipeColumnJSON{Name: c.Name, Column: c.At + 1, Role: c.Role})
	}
	return out
}

var headerWords = []string{HeaderDetect: "", HeaderYes: "yes", HeaderNo: "no"}

func (f Format) written() formatJSON {
	return formatJSON{
		Encoding: f.Encoding, Delimiter: markText(f.Delimiter), Quoting: f.Quoting, Skip: int(f.Skip),
		Header: headerWords[f.Header], Decimal: markText(f.Decimal), Dates: f.Dates, Unit: f.Unit,
	}
}

func markText(mark byte) string {
	if mark == 0 {
		return ""
	}
	return string(rune(mark))
}

func (r Rules) written() rulesJSON {
	return rulesJSON{
		Refunds: r.Refunds, Duplicates: r.Duplicates, Test: r.Test, NoSale: r.NoSale,
		IDs: idsJSON(r.IDs), LastDay: r.LastDay, Yearly: r.Yearly, Left: r.Left, Stays: r.Stays,
		From: dayText(r.From), To: dayText(r.To),
	}
}

// dayText is a bound of a window; an open side is "".
func dayText(d analysis.Day) string {
	if d == 0 {
		return ""
	}
	return d.String()
}

// ParseRecipe reads what JSON writes. A recipe holds names, positions and words
// from fixed lists: whatever does not is refused, with an *analysis.Error of
// kind BadInput. Nothing in it is ever executed.
func ParseRecipe(b []byte) (*Recipe, error) {
	if len(b) > MaxRecipe {
		return nil, analysis.Fail(analysis.BadInput, "ingest.recipe-large", analysis.Size("limit", MaxRecipe)).Or("ingest.recipe-remedy")
	}
	var in recipeJSON
	if err := json.Unmarshal(bytes.TrimPrefix(b, []byte("\ufeff")), &in); err != nil && in.Churnbench != recipeMark {
		return nil, analysis.Fail(analysis.BadInput, "ingest.recipe-foreign").Or("ingest.recipe-remedy")
	} else if err != nil {
		return nil, analysis.Fail(analysis.BadInput, "ingest.recipe-broken", analysis.Text("reason", cut([]byte(err.Error()), maxRejectedText))).Or("ingest.recipe-remedy")
	}
	switch {
	case in.Churnbench != recipeMark:
		return nil, analysis.Fail(analysis.BadInput, "ingest.recipe-foreign").Or("ingest.recipe-remedy")
	case in.Version < 1 || in.Version > RecipeVersion:
		return nil, analysis.Fail(analysis.BadInput, "ingest.recipe-version", analysis.Count("version", in.Version), analysis.Count("known", RecipeVersion)).
			Or("ingest.recipe-version-remedy")
	}
	return in.read()
}

// read checks every word of a recipe.
func (in recipeJSON) read() (*Recipe, error) {
	r := &Recipe{Version: RecipeVersion}
	c := &recipeCheck{}
	for _, f := range in.Files {
		r.Files = append(r.Files, c.file(f))
	}
	r.Rules = c.rules(in.Rules)
	if len(r.Files) == 0 {
		c.refuse("files", "[]")
	}
	return r, c.failure()
}

// A recipeCheck remembers the first value that a recipe may not hold.
type recipeCheck struct{ err *analysis.Error }

// failure is nil if nothing was refused; a nil *Error would be an error that
// is not nil.
func (c *recipeCheck) failure() error {
	if c.err == nil {
		return nil
	}
	return c.err
}

func (c *recipeCheck) refuse(field, value string) {
	if c.err == nil {
		c.err = analysis.Fail(analysis.BadInput, "ingest.recipe-value", analysis.Text("field", field),
			analysis.Text("value", cut([]byte(value), 40))).Or("ingest.recipe-remedy")
	}
}

// word refuses a value that is neither empty nor among those known.
func word[T ~string](c *recipeCheck, field string, v T, known ...T) T {
	if v != "" && !slices.Contains(known, v) {
		c.refuse(field, string(v))
	}
	return v
}

func (c *recipeCheck) file(f recipeFileJSON) RecipeFile {
	out := RecipeFile{Name: f.Name, Preset: f.Preset, Kind: word(c, "kind", f.Kind, Kinds...), Format: c.format(f.Format)}
	for _, col := range f.Columns {
		if col.Column < 1 || col.Column > MaxRecipe {
			c.refuse("column", cut([]byte(col.Name), 40))
		}
		if col.Role == Ignore {
			c.refuse("role", "")
		}
		out.Columns = append(out.Columns, RecipeColumn{Name: col.Name, At: col.Column - 1, Role: word(c, "role", col.Role, Roles...)})
	}
	c.mapping(out.Columns)
	return out
}

// mapping refuses what would make no Mapping: a role on two columns, a file
// without a customer.
func (c *recipeCheck) mapping(columns []RecipeColumn) {
	seen := map[Role]bool{}
	for _, col := range columns {
		if seen[col.Role] && !col.Role.Repeats() {
			c.refuse("role", string(col.Role))
		}
		seen[col.Role] = true
	}
	if !seen[Customer] {
		c.refuse("columns", string(Customer))
	}
}

func (c *recipeCheck) format(f formatJSON) Format {
	if f.Skip < int(NoSkip) || f.Skip > headSize {
		c.refuse("skip", "")
	}
	header := max(0, slices.Index(headerWords, f.Header))
	word(c, "header", f.Header, headerWords...)
	return Format{
		Encoding:  word(c, "encoding", f.Encoding, Encodings...),
		Delimiter: c.mark("delimiter", f.Delimiter, ",;\t| "),
		Quoting:   word(c, "quoting", f.Quoting, Doubled, Backslash, Unquoted),
		Skip:      Skip(f.Skip),
		Header:    Header(header),
		Decimal:   c.mark("decimal", f.Decimal, ".,"),
		Dates:     word(c, "dates", f.Dates, DateYMD, DateCompact, DateDMY, DateMDY, DateMonth, DateSerial, DateEpoch, DateEpochMilli),
		Unit:      word(c, "unit", f.Unit, Units...),
	}
}

func (c *recipeCheck) mark(field, v, known string) byte {
	switch {
	case v == "":
		return 0
	case len(v) == 1 && bytes.IndexByte([]byte(known), v[0]) >= 0:
		return v[0]
	}
	c.refuse(field, v)
	return 0
}

func (c *recipeCheck) rules(r rulesJSON) Rules {
	c.bounded("test", r.Test)
	c.bounded("noSale", r.NoSale)
	c.bounded("left", r.Left)
	c.bounded("stays", r.Stays)
	return Rules{
		Refunds:    word(c, "refunds", r.Refunds, RefundRules...),
		Duplicates: word(c, "duplicates", r.Duplicates, KeepDuplicates, ExcludeDuplicates),
		Test:       r.Test,
		NoSale:     r.NoSale,
		IDs:        IDRules(r.IDs),
		LastDay:    r.LastDay,
		Yearly:     r.Yearly,
		Left:       r.Left,
		Stays:      r.Stays,
		From:       c.day("from", r.From),
		To:         c.day("to", r.To),
	}
}

// bounded refuses a list that every row would be held against for too long.
func (c *recipeCheck) bounded(field string, list []string) {
	if len(list) > maxPatterns {
		c.refuse(field, list[maxPatterns])
	}
}

func (c *recipeCheck) day(field, v string) analysis.Day {
	if v == "" {
		return analysis.NoDay
	}
	d, err := analysis.ParseDay(v)
	if err != nil {
		c.refuse(field, v)
	}
	return d
}
