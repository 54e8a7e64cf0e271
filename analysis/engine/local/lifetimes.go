package local

import (
	"slices"

	"churnbench/analysis"
	"churnbench/analysis/churn"
	"churnbench/analysis/engine"
	"churnbench/analysis/survival"
)

// lives are the lifetimes that a question is about.
type lives struct {
	asked    engine.Lifetimes // with its basis filled in
	roll     *survival.Roll
	columns  []analysis.Column    // what is known of the customers of the basis
	worth    []analysis.Money     // by subject: what each brought at first
	lapse    survival.LapseResult // of orders under silence; else its Window is 0
	origin   survival.Origin
	end      analysis.Day
	warnings []analysis.Warning
}

// lives follows the customers of a basis. What they pay a month, if the basis knows, is
// a column like others, named in a language.
func (l *Local) lives(d *dataset, asked engine.Lifetimes, lang string) (*lives, error) {
	if asked.Basis == "" && len(d.about.Bases) > 0 {
		asked.Basis = d.about.Bases[0]
	}
	if !d.about.Has(asked.Basis) {
		return nil, analysis.Fail(analysis.BadInput, "engine.no-basis", analysis.Text("basis", string(asked.Basis)))
	}
	v := &lives{asked: asked}
	var err error
	switch recurring := l.words(lang, "role.recurring"); asked.Basis {
	case engine.OnContracts:
		err = v.ofContracts(d.contracts, recurring)
	case engine.OnTenures:
		err = v.ofTenures(d.tenures, recurring)
	default:
		err = v.ofOrders(d.log)
	}
	return v, err
}

// ofOrders follows customers until the definition calls them lost for the first time.
func (v *lives) ofOrders(log *analysis.Log) error {
	v.columns, v.origin, v.end = log.Attributes, survival.FromPurchase, log.End
	lost, err := v.losses(log)
	if err != nil {
		return err
	}
	if v.roll, err = survival.OfLosses(log, lost); err != nil {
		return err
	}
	for _, c := range v.roll.Of {
		from, _ := log.Rows(c)
		v.worth = append(v.worth, log.Amount[from])
	}
	return nil
}

// losses are the days on which customers count as lost for the first time.
func (v *lives) losses(log *analysis.Log) ([]analysis.Day, error) {
	if v.asked.Definition.Kind != churn.Silence {
		spells, err := v.asked.Definition.Spells(log)
		if err != nil {
			return nil, err
		}
		lost := make([]analysis.Day, log.Customers())
		for c := range lost {
			lost[c] = spells.First(analysis.CustomerID(c))
		}
		return lost, nil
	}
	lapse, err := survival.Lapses(log, v.asked.Definition.Window, survival.LogLog)
	if err != nil {
		return nil, err
	}
	v.lapse, v.warnings = *lapse, lapse.Warnings
	return survival.Silences(log, lapse.Window), nil
}

// ofContracts follows customers from contract to contract.
func (v *lives) ofContracts(book *analysis.Contracts, recurring string) (err error) {
	first := firstAmounts(book)
	v.columns, v.origin, v.end = withAmount(book.Attributes, recurring, first), survival.FromContract, book.End
	if v.roll, err = survival.OfContracts(book, v.asked.Rule); err != nil {
		return err
	}
	if start, doubtful := survival.DoubtBook(book); doubtful && v.asked.Rule.Since == 0 {
		v.warnings = append(v.warnings, analysis.Warning{Severity: analysis.Caution,
			Message: analysis.Say("survival.book-starts", analysis.On("day", start.Day), analysis.Count("customers", start.Earlier), analysis.Number("expected", start.Expected)),
			Remedy:  analysis.Say("survival.book-starts.remedy", analysis.On("day", start.Day))})
	}
	v.value(first)
	return nil
}

// ofTenures follows customers for as long as the file says.
func (v *lives) ofTenures(list *analysis.Tenures, recurring string) (err error) {
	v.columns, v.origin = withAmount(list.Attributes, recurring, list.Recurring), survival.FromFile
	if v.roll, err = survival.OfTenures(list); err != nil || list.Recurring == nil {
		return err
	}
	v.value(list.Recurring)
	return nil
}

// value notes what each subject brought at first, by customer.
func (v *lives) value(first []analysis.Money) {
	for _, c := range v.roll.Of {
		v.worth = append(v.worth, first[c])
	}
}

// withAmount adds a column of amounts, if some are known.
func withAmount(columns []analysis.Column, name string, amounts []analysis.Money) []analysis.Column {
	if !slices.ContainsFunc(amounts, func(m analysis.Money) bool { return m != analysis.NoNumber }) {
		return columns
	}
	return append(slices.Clip(columns), analysis.Column{Name: name, Kind: analysis.NumberColumn, Numbers: amounts})
}

// defaultTiers are the shares of customers in tiers, unless the definition has its own.
var defaultTiers = []float64{0.2, 0.3}

// part groups the subjects; nil for one group of all.
func (v *lives) part(by engine.Grouping) (*survival.Partition, error) {
	switch by.By {
	case engine.ByColumn:
		if by.Column < 0 || by.Column >= len(v.columns) {
			return nil, analysis.Fail(analysis.BadInput, "engine.no-column", analysis.Count("column", by.Column))
		}
		return survival.PartBy(&v.columns[by.Column], v.roll.Of)
	case engine.ByTier:
		return survival.PartByTier(v.worth, tierShares(v.asked.Definition.Tiers))
	}
	return nil, nil
}

// tierShares are those of all tiers but the last, which takes the rest.
func tierShares(tiers []churn.Tier) []float64 {
	if len(tiers) < 2 {
		return defaultTiers
	}
	var shares []float64
	for _, t := range tiers[:len(tiers)-1] {
		shares = append(shares, t.Share)
	}
	return shares
}

// attributes describes the columns.
func (v *lives) attributes() []engine.Attribute {
	out := make([]engine.Attribute, len(v.columns))
	for i := range v.columns {
		out[i] = attribute(&v.columns[i])
	}
	return out
}

func attribute(c *analysis.Column) engine.Attribute {
	a := engine.Attribute{Name: c.Name, Kind: c.Kind}
	switch c.Kind {
	case analysis.TextColumn:
		a.Distinct, a.Filled = distinctCodes(c)
		a.Groups = a.Distinct > 1
	case analysis.NumberColumn:
		values := sorted(c.Numbers, analysis.NoNumber)
		a.Filled = len(values)
		a.Groups = len(values) > 0 && values[0] < values[len(values)-1]
	case analysis.DayColumn:
		a.Filled = len(sorted(c.Days, analysis.NoDay))
	}
	return a
}

// distinctCodes counts the values that occur, and those who have one.
func distinctCodes(c *analysis.Column) (distinct, filled int) {
	seen := make([]bool, c.Texts.Len())
	for _, code := range c.Codes {
		if code != analysis.NoCode {
			filled++
			distinct += one(!seen[code])
			seen[code] = true
		}
	}
	return distinct, filled
}

// tiered reports whether tiers tell customers apart: some brought more at first.
func (v *lives) tiered() bool {
	known := slices.DeleteFunc(slices.Clone(v.worth), func(m analysis.Money) bool { return m == analysis.NoNumber })
	return len(known) > 0 && slices.Min(known) < slices.Max(known)
}

// ofWhole and ofGroup are keys of warnings about the curve of all customers, by those who
// know of the silence window and by those who compare groups: each in place of the other.
var (
	ofWhole = []string{"survival.few", "survival.thin", "survival.none", "survival.no-median"}
	ofGroup = []string{"survival.group-few", "survival.group-thin", "survival.group-none", "survival.no-events"}
)

// doubts returns the caveats of a study, each once.
func (v *lives) doubts(s *survival.Study) []analysis.Warning {
	out := slices.Concat(v.warnings, s.Doubts())
	if v.lapse.Window == 0 {
		return out
	}
	drop := ofGroup
	if len(s.Labels) > 1 {
		drop = ofWhole
	}
	return slices.DeleteFunc(out, func(w analysis.Warning) bool { return slices.Contains(drop, w.Message.Key) })
}
