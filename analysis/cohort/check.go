package cohort

import "churnbench/analysis"

// Bounds of what a calendar is made for: five centuries of days, none beyond
// the year 10,000. Whatever claims more has misread its dates.
const (
	maxSpan = 500 * 366
	maxDay  = 8000 * 366
)

// check returns an *analysis.Error for a log without customers, impossible dates
// and options that do not exist.
func check(log *analysis.Log, opt Options) error {
	if log == nil || log.Customers() == 0 {
		return analysis.Fail(analysis.NotEnough, "cohort.empty")
	}
	if err := checkChoices(opt); err != nil {
		return err
	}
	if err := checkColumn(log, opt); err != nil {
		return err
	}
	return checkDates(log)
}

func checkChoices(opt Options) error {
	switch {
	case !opt.Grain.valid():
		return analysis.Fail(analysis.BadInput, "cohort.bad-grain", analysis.Text("grain", string(opt.Grain)))
	case opt.Method != Classic && opt.Method != Unbounded && opt.Method != Bracket:
		return analysis.Fail(analysis.BadInput, "cohort.bad-method", analysis.Text("method", string(opt.Method)))
	case opt.Clock != Calendar && opt.Clock != Rolling:
		return analysis.Fail(analysis.BadInput, "cohort.bad-clock", analysis.Text("clock", string(opt.Clock)))
	case opt.By != FirstPurchase && opt.By != SignUp && opt.By != Attribute:
		return analysis.Fail(analysis.BadInput, "cohort.bad-by", analysis.Text("by", string(opt.By)))
	case opt.Periods < 0:
		return analysis.Fail(analysis.BadInput, "cohort.bad-periods", analysis.Count("periods", opt.Periods))
	case opt.Values < 0 || opt.Values > MaxValues:
		return analysis.Fail(analysis.BadInput, "cohort.bad-values", analysis.Count("values", opt.Values), analysis.Count("max", MaxValues))
	case opt.Method == Bracket && !opt.Bounds.valid():
		return analysis.Fail(analysis.BadInput, "cohort.bad-bounds", analysis.Count("max", MaxBound))
	}
	return nil
}

// checkColumn sees to it that the attribute is there and of the kind that By asks for.
func checkColumn(log *analysis.Log, opt Options) error {
	kind, key := analysis.DayColumn, "cohort.bad-column.sign-up"
	switch opt.By {
	case FirstPurchase:
		return nil
	case Attribute:
		kind, key = analysis.TextColumn, "cohort.bad-column.attribute"
	}
	if opt.Column < 0 || opt.Column >= len(log.Attributes) {
		return analysis.Fail(analysis.BadInput, "cohort.no-column").Or("cohort.no-column.remedy")
	}
	if c := &log.Attributes[opt.Column]; c.Kind != kind || c.Len() != log.Customers() {
		return badColumn(key, c.Name)
	}
	return nil
}

func badColumn(key, name string) error {
	if key == "cohort.bad-column.attribute" {
		return analysis.Fail(analysis.BadInput, "cohort.bad-column.attribute", analysis.Text("column", name))
	}
	return analysis.Fail(analysis.BadInput, "cohort.bad-column.sign-up", analysis.Text("column", name))
}

func checkDates(log *analysis.Log) error {
	first := log.First()
	if first < -maxDay || log.End > maxDay || int(log.End)-int(first) > maxSpan {
		return analysis.Fail(analysis.BadInput, "cohort.span", analysis.On("first", first), analysis.On("end", log.End))
	}
	for c := range log.Customers() {
		if last := log.Day[log.Start[c+1]-1]; last > log.End {
			return analysis.Fail(analysis.BadInput, "cohort.after-end", analysis.On("last", last), analysis.On("end", log.End))
		}
	}
	return nil
}
