package ingest

import (
	"slices"
	"strconv"
	"strings"

	"churnbench/analysis"
)

// RecipeOf says how a file was read: p is its preview by the format that was
// used, m what its columns were taken for.
func RecipeOf(p Preview, kind Kind, f Format, m Mapping) RecipeFile {
	out := RecipeFile{Name: p.Name, Kind: kind, Preset: p.Preset, Format: f}
	for at, role := range m {
		if role == Ignore {
			continue
		}
		column := RecipeColumn{At: at, Role: role}
		if at < len(p.Columns) {
			column.Name = p.Columns[at].Name
		}
		out.Columns = append(out.Columns, column)
	}
	return out
}

// Apply replays the recipe on a file that was looked at. Of the recipe's files
// it takes the one whose columns the file has most of; the customer's and half
// of all must be among them, else the preview comes back with a word about it
// and fits is false.
//
// Columns are found by name, whatever their order, case and blanks, in a file
// without a header by position. Each gets the role that the recipe gives it,
// all others none; a column that is gone is named in a warning. The format
// comes from the recipe where the file leaves a choice. Where the file itself
// shows another (its delimiter, a day 25 where the recipe has the month), the
// file is believed and a warning says so. The rules are the recipe's.
//
// If the format that comes back differs from p's, the file should be looked at
// again by that format and the recipe applied to that preview.
func (r *Recipe) Apply(p Preview) (Preview, bool) {
	best, found := -1, []int(nil)
	for i, f := range r.Files {
		at := f.find(p)
		if f.fits(at) && (best < 0 || countFound(at) > countFound(found)) {
			best, found = i, at
		}
	}
	if best < 0 {
		p.Warnings = append(slices.Clone(p.Warnings), analysis.Warning{Severity: analysis.Caution,
			Message: analysis.Say("ingest.recipe-other"), Remedy: analysis.Say("ingest.recipe-other-remedy")})
		return p, false
	}
	f := replaying{Preview: p, file: r.Files[best], found: found}
	f.Warnings = nil // a copy, without what the recipe settles
	for _, w := range p.Warnings {
		if !settledByRecipe(w.Message.Key) {
			f.Warnings = append(f.Warnings, w)
		}
	}
	f.Kind = f.file.Kind
	f.mapColumns()
	f.setFormat()
	f.setRules(r.Rules)
	return f.Preview, true
}

// settledByRecipe reports whether a doubt is about what a recipe decides.
func settledByRecipe(key string) bool {
	return strings.HasPrefix(key, "ingest.role-") || strings.HasPrefix(key, "ingest.dates-ambiguous") ||
		strings.HasPrefix(key, "ingest.decimals-ambiguous")
}

// find returns for each of the recipe's columns where the file has it, or -1.
// Of several columns with one name it is that at the recipe's position, else
// the first that is not taken.
func (f RecipeFile) find(p Preview) []int {
	at, taken := make([]int, len(f.Columns)), make([]bool, len(p.Columns))
	for i, c := range f.Columns {
		at[i] = -1
		if c.At < len(p.Columns) && !taken[c.At] && (c.Name == "" || plainName(c.Name) == plainName(p.Columns[c.At].Name)) {
			at[i], taken[c.At] = c.At, true
		}
	}
	free := map[string][]int{} // by name: columns of the file that are not taken, in order
	for j, c := range p.Columns {
		if name := plainName(c.Name); name != "" && !taken[j] {
			free[name] = append(free[name], j)
		}
	}
	for i, c := range f.Columns {
		name := plainName(c.Name)
		if list := free[name]; at[i] < 0 && len(list) > 0 {
			at[i], free[name] = list[0], list[1:]
		}
	}
	return at
}

// plainName is a column's name as a person compares it: case and the number of
// blanks do not count.
func plainName(s string) string {
	return strings.ToLower(strings.ToUpper(strings.Join(strings.Fields(s), " ")))
}

// fits reports whether enough of the recipe's columns were found.
func (f RecipeFile) fits(at []int) bool {
	for i, c := range f.Columns {
		if c.Role == Customer && at[i] < 0 {
			return false
		}
	}
	return 2*countFound(at) >= len(at)
}

func countFound(at []int) (n int) {
	for _, c := range at {
		if c >= 0 {
			n++
		}
	}
	return n
}

// A replaying is a preview that a recipe is being applied to.
type replaying struct {
	Preview
	file  RecipeFile
	found []int
}

func (r *replaying) warn(s analysis.Severity, message, remedy analysis.Message) {
	r.Warnings = append(r.Warnings, analysis.Warning{Severity: s, Message: message, Remedy: remedy})
}

// mapColumns gives columns their roles and says which are gone.
func (r *replaying) mapColumns() {
	proposed := r.Mapping
	r.Mapping = make(Mapping, len(r.Columns))
	for i, c := range r.file.Columns {
		if at := r.found[i]; at >= 0 {
			r.Mapping[at] = c.Role
		}
	}
	for i, c := range r.file.Columns {
		if r.found[i] < 0 {
			r.replace(c, proposed)
		}
	}
}

// replace looks for another column in place of one that is gone: that which
// was proposed for its role, if the recipe has no use for it.
func (r *replaying) replace(c RecipeColumn, proposed Mapping) {
	name, role := analysis.Text("name", columnText(c)), roleWord(c.Role)
	at := proposed.Column(c.Role)
	if at >= 0 && at < len(r.Mapping) && r.Mapping[at] == Ignore {
		r.Mapping[at] = c.Role
		r.warn(analysis.Caution, analysis.Say("ingest.recipe-replaced", name, role, analysis.Count("column", at+1)), analysis.Say("ingest.role-guessed-remedy"))
		return
	}
	severity := analysis.Caution
	if slices.Contains(r.Kind.Needs(), c.Role) {
		severity = analysis.Serious
	}
	r.warn(severity, analysis.Say("ingest.recipe-gone", name, role), analysis.Say("ingest.recipe-gone-remedy"))
}

// columnText is how a message names a column of the recipe.
func columnText(c RecipeColumn) string {
	if c.Name == "" {
		return "#" + strconv.Itoa(c.At+1)
	}
	return cut([]byte(c.Name), 60)
}

// setFormat takes from the recipe what the file leaves open, and says where
// the two disagree. Delimiter, preamble and header are the file's: by them the
// columns were found.
func (r *replaying) setFormat() {
	want := r.file.Format
	if want.Quoting != QuotingDetect {
		r.Format.Quoting = want.Quoting
	}
	r.setEncoding(want.Encoding)
	if want.Delimiter != 0 && want.Delimiter != r.Format.Delimiter {
		r.differs(analysis.Say("ingest.recipe-delimiter", sides(delimiterText(want.Delimiter), delimiterText(r.Format.Delimiter))...))
	}
	switch {
	case want.Dates == DatesDetect || want.Dates == r.Format.Dates:
	case r.settle(DatesProperty) || r.Format.Dates == DatesDetect || !r.showsDates():
		r.Format.Dates = want.Dates
	default:
		r.differs(analysis.Say("ingest.recipe-dates", analysis.Word("recipe", dateFormatKey(want.Dates)), analysis.Word("file", dateFormatKey(r.Format.Dates))))
	}
	if want.Unit != "" && want.Unit != r.Format.Unit {
		r.settle(UnitProperty)
		r.Format.Unit = want.Unit
	}
	switch {
	case want.Decimal == 0 || want.Decimal == r.Format.Decimal:
	case r.settle(DecimalProperty) || !r.showsDecimals():
		r.Format.Decimal = want.Decimal
	default:
		r.differs(analysis.Say("ingest.recipe-decimal", sides(markText(want.Decimal), markText(r.Format.Decimal))...))
	}
}

// setEncoding believes the recipe as long as what was seen of the file is the
// same in both encodings.
func (r *replaying) setEncoding(want Encoding) {
	switch {
	case want == "" || want == r.Format.Encoding:
	case !isUTF16(want) && !isUTF16(r.Format.Encoding) && r.onlyASCII():
		r.Format.Encoding = want
	default:
		r.differs(analysis.Say("ingest.recipe-encoding", sides(string(want), string(r.Format.Encoding))...))
	}
}

func isUTF16(e Encoding) bool { return e == UTF16LE || e == UTF16BE }

// onlyASCII reports whether nothing that the preview shows depends on the
// encoding.
func (r *replaying) onlyASCII() bool {
	ascii := r.Decoded == nil
	for _, c := range r.Columns {
		ascii = ascii && isASCII([]byte(c.Name))
		for _, s := range c.Samples {
			ascii = ascii && isASCII([]byte(s))
		}
	}
	for _, row := range r.Rows {
		for _, v := range row {
			ascii = ascii && isASCII([]byte(v))
		}
	}
	return ascii
}

// settle takes a property off the list of what a person must decide. It
// reports whether it was there.
func (r *replaying) settle(p Property) bool {
	i := slices.IndexFunc(r.Undecided, func(u Undecided) bool { return u.Property == p })
	if i < 0 {
		return false
	}
	r.Undecided = slices.Delete(slices.Clone(r.Undecided), i, i+1)
	return true
}

// showsDates reports whether the rows shown hold dates that are read by the
// file's format and not by the recipe's.
func (r *replaying) showsDates() bool {
	return r.anyValue(DateType, func(v []byte) bool {
		_, here := parseDate(v, r.Format.Dates)
		_, there := parseDate(v, r.file.Format.Dates)
		return here && !there
	})
}

// showsDecimals reports whether the rows shown hold numbers that are read by
// the file's decimal mark and not by the recipe's.
func (r *replaying) showsDecimals() bool {
	return r.anyValue(NumberType, func(v []byte) bool {
		_, here := parseMoney(v, r.Format.Decimal)
		_, there := parseMoney(v, r.file.Format.Decimal)
		return here && !there
	})
}

// anyValue reports whether a value shown, in a column whose role holds the
// type, passes the test.
func (r *replaying) anyValue(t Type, test func([]byte) bool) bool {
	for _, row := range r.Rows {
		for c, role := range r.Mapping {
			if role != Ignore && role.Holds() == t && c < len(row) && test([]byte(row[c])) {
				return true
			}
		}
	}
	return false
}

// differs warns that the file is not written as the recipe has it.
func (r *replaying) differs(message analysis.Message) {
	r.warn(analysis.Caution, message, analysis.Say("ingest.recipe-differs-remedy"))
}

// sides are what recipe and file say of one property.
func sides(recipe, file string) []analysis.Arg {
	return []analysis.Arg{analysis.Text("recipe", recipe), analysis.Text("file", file)}
}

func delimiterText(d byte) string {
	if d == '\t' {
		return `\t`
	}
	return string(rune(d))
}

// setRules takes the recipe's rules on the day on which the file is read. An
// end of the window that was chosen for last month's file would hide the new
// rows, so it is always spoken of.
func (r *replaying) setRules(rules Rules) {
	rules.Today = r.Rules.Today
	r.Rules = rules
	if rules.To.Valid() && rules.To != 0 {
		r.warn(analysis.Caution, analysis.Say("ingest.recipe-window", analysis.On("to", rules.To)), analysis.Say("ingest.recipe-window-remedy"))
	}
}
