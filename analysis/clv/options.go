package clv

import "churnbench/analysis"

const (
	defaultHorizon = 12  // months
	MaxHorizon     = 600 // months: fifty years
	maxDiscount    = 10  // 1000 % a year: beyond it somebody typed a percentage
	daysPerWeek    = 7
	weeksPerMonth  = 365. / 12 / daysPerWeek
)

// Propose returns the last day of the first half of the log's days: what was
// learned there is then tried on as long a time.
func Propose(log *analysis.Log) analysis.Day {
	begin := log.First()
	return begin + (log.End-begin)/2
}

// settle fills in proposals and checks what the person typed.
func (o Options) settle(log *analysis.Log) (Options, error) {
	if o.CalibrationEnd == 0 || !o.CalibrationEnd.Valid() {
		o.CalibrationEnd = Propose(log)
	}
	if o.Horizon == 0 {
		o.Horizon = defaultHorizon
	}
	if o.Margin == 0 {
		o.Margin = 1
	}
	if o.Model == "" {
		o.Model = nameBGNBD
	}
	if familyOf(o.Model) == nil {
		return o, analysis.Fail(analysis.BadInput, "clv.unknown-model", analysis.Text("model", o.Model))
	}
	switch begin := log.First(); {
	case o.CalibrationEnd < begin || o.CalibrationEnd > log.End:
		return o, analysis.Fail(analysis.BadInput, "clv.calibration-outside",
			analysis.On("day", o.CalibrationEnd), analysis.On("begin", begin), analysis.On("end", log.End))
	case o.Horizon < 0 || o.Horizon > MaxHorizon:
		return o, analysis.Fail(analysis.BadInput, "clv.bad-horizon",
			analysis.Count("months", o.Horizon), analysis.Count("max", MaxHorizon))
	case !(o.DiscountRate >= 0 && o.DiscountRate <= maxDiscount):
		return o, analysis.Fail(analysis.BadInput, "clv.bad-discount", analysis.Percent("rate", o.DiscountRate))
	case !(o.Margin > 0 && o.Margin <= 1):
		return o, analysis.Fail(analysis.BadInput, "clv.bad-margin", analysis.Percent("margin", o.Margin))
	}
	return o, nil
}
