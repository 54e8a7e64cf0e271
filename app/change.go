package app

import (
	"reflect"

	"churnbench/analysis"
	"churnbench/analysis/engine"
	"churnbench/app/i18n"
	"churnbench/app/screen"
)

// A told choice is a field of a question with what its control is called, and how its value
// is written.
type told struct {
	field string // type and name
	label i18n.Key
	as    writing
	words i18n.Key // before a word's own key; a word that is "" is zero
	zero  string
}

// A writing says how a value is written.
type writing byte

// The writings. Of inWords and with numbers and days 0 is what the data propose.
const (
	asNothing writing = iota // only what it is of
	asNumber
	asDays
	asMonths
	asShare
	asReal
	asDate
	asWord
	asText // in quotes
	asSize // of a list
	asAmount
)

// choices are all that undoing calls by name. Whatever is not here is told by its question
// alone: a test holds which those are.
var choices = [...]told{
	{"churn.Definition.Window", "definition.window", asDays, "", ""},
	{"churn.Definition.Kind", "definition.kinds", asWord, "churn.kind.", "silence"},
	{"churn.Definition.Parts", "definition.combine", asNothing, "", ""},
	{"churn.Definition.All", "definition.combine", asNothing, "", ""},
	{"churn.Definition.Tiers", "definition.tiers", asNothing, "", ""},
	{"churn.Decline.Recent", "definition.decline.recent", asDays, "", ""},
	{"churn.Decline.Prior", "definition.decline.prior", asDays, "", ""},
	{"churn.Decline.Below", "definition.decline.below", asShare, "", ""},
	{"churn.Decline.Spend", "definition.decline.measure", asNothing, "", ""},
	{"churn.Ended.Column", "definition.ended.column", asNothing, "", ""},
	{"churn.Ended.Lost", "definition.ended.states", asNothing, "", ""},
	{"churn.RateOptions.Grain", "overview.grain", asWord, "overview.grain.", "month"},
	{"churn.RateOptions.Days", "overview.days", asNumber, "", ""},
	{"churn.RateOptions.Cuts", "overview.grain", asNothing, "", ""},
	{"clv.Options.CalibrationEnd", "value.calibration", asDate, "", ""},
	{"clv.Options.Horizon", "value.horizon", asMonths, "", ""},
	{"clv.Options.DiscountRate", "value.discount", asShare, "", ""},
	{"clv.Options.Margin", "value.margin", asShare, "", ""},
	{"clv.Options.Model", "value.model", asText, "", "BG/NBD"},
	{"clv.ProjectionOptions.Horizon", "retention.projection.horizon", asNumber, "", ""},
	{"clv.ProjectionOptions.Discount", "retention.projection.discount", asShare, "", ""},
	{"clv.ProjectionOptions.Margin", "retention.projection.margin", asShare, "", ""},
	{"cohort.Options.By", "retention.by", asNothing, "", ""},
	{"cohort.Options.Column", "retention.by", asNothing, "", ""},
	{"cohort.Options.Bounds", "retention.bounds", asNothing, "", ""},
	{"cohort.Options.Clock", "retention.clock", asWord, "retention.clock.clock-", ""},
	{"cohort.Options.Grain", "retention.grain", asWord, "retention.grain.grain-", ""},
	{"cohort.Options.Method", "retention.method", asWord, "retention.method.method-", ""},
	{"engine.ClustersRequest.Columns", "clusters.by", asNothing, "", ""},
	{"engine.ConcentrationRequest.Tiers", "spread.cutting", asWord, "spread.cutting.", "abc"},
	{"engine.ConcentrationRequest.Top", "undo.top", asShare, "", ""},
	{"engine.CovariatesRequest.Attributes", "retention.group.attributes", asSize, "", ""},
	{"engine.CustomersRequest.Columns", "undo.columns", asSize, "", ""},
	{"engine.CustomersRequest.Sort", "undo.order", asWord, "customers.", ""},
	{"engine.CustomersRequest.Down", "undo.direction", asNothing, "", ""},
	{"engine.CustomersRequest.Search", "customers.search", asText, "", ""},
	{"engine.CustomersRequest.Groups", "customers.filters", asSize, "", ""},
	{"engine.CustomersRequest.Ranges", "customers.filters", asSize, "", ""},
	{"engine.CohortCell.Key", "customers.filters", asNothing, "", ""},
	{"engine.DefinitionRequest.Compare", "definition.ledger", asSize, "", ""},
	{"engine.DriversRequest.Cost", "value.cost", asAmount, "", ""},
	{"engine.Grouping.By", "retention.group", asNothing, "", ""},
	{"engine.Grouping.Column", "retention.group", asNothing, "", ""},
	{"engine.HazardsRequest.Columns", "hazards.attributes", asSize, "", ""},
	{"engine.HazardsRequest.Ties", "hazards.ties", asWord, "hazards.ties.ties-", ""},
	{"engine.KeyCustomersRequest.Weights", "keycustomers.weights", asNothing, "", ""},
	{"engine.LadderRequest.Within", "ladder.within", asDays, "", ""},
	{"engine.LifecycleRequest.Before", "lifecycle.before", asDate, "", ""},
	{"engine.LifecycleRequest.Day", "lifecycle.day", asDate, "", ""},
	{"engine.Lifetimes.Basis", "retention.basis", asWord, "retention.basis.", ""},
	{"engine.MigrationRequest.From", "undo.from", asDate, "", ""},
	{"engine.MigrationRequest.To", "undo.to", asDate, "", ""},
	{"engine.MigrationRequest.Window", "migration.window", asDays, "", ""},
	{"engine.MigrationRequest.Fixed", "migration.fixed", asNothing, "", ""},
	{"engine.MigrationRequest.Sankey", "migration.sankey", asNothing, "", ""},
	{"engine.PortfolioOptions.Days", "portfolio.field.portfolio-days", asDays, "", ""},
	{"engine.PortfolioOptions.Falls", "portfolio.field.portfolio-falls", asShare, "", ""},
	{"engine.PortfolioOptions.Margin", "portfolio.field.portfolio-margin", asShare, "", ""},
	{"engine.PortfolioOptions.Profit", "portfolio.field.portfolio-profit", asWord, "portfolio.source.", ""},
	{"engine.PortfolioOptions.Rate", "portfolio.field.portfolio-rate", asShare, "", ""},
	{"portfolio.Axis.Bands", "portfolio.cells", asNothing, "", ""},
	{"portfolio.Axis.Cuts", "portfolio.cells", asNothing, "", ""},
	{"portfolio.Rules.Floor", "portfolio.field.portfolio-floor", asAmount, "", ""},
	{"portfolio.Rules.Room", "portfolio.field.portfolio-room", asShare, "", ""},
	{"engine.ProfilesRequest.View", "profiles.view", asWord, "profiles.view.", "own"},
	{"engine.ProfilesRequest.Measure", "profiles.measure", asWord, "profiles.measure.", "customers"},
	{"engine.ProfilesRequest.After", "profiles.after.label", asDays, "", ""},
	{"engine.ProfilesRequest.Sort", "profiles.sort", asWord, "profiles.sort.", "size"},
	{"engine.RatesRequest.Basis", "overview.basis", asWord, "rates.basis.", ""},
	{"engine.Segmentation.By", "migration.by", asWord, "groups.by.", ""},
	{"engine.Segmentation.Column", "migration.by", asNothing, "", ""},
	{"engine.Segmentation.Cuts", "profiles.cuts", asNothing, "", ""},
	{"engine.SegmentsRequest.Show", "segments.show", asWord, "segments.show.", "count"},
	{"engine.SurvivalRequest.Interval", "retention.interval", asWord, "retention.interval.interval-", ""},
	{"engine.SurvivalRequest.Horizon", "retention.tau", asReal, "", ""},
	{"survival.BookRule.Gap", "retention.gap", asDays, "", ""},
	{"survival.BookRule.Since", "retention.since", asDate, "", ""},
	{"lifecycle.Options.Model", "lifecycle.model", asWord, "lifecycle.", "relationship"},
	{"lifecycle.Options.Silence", "lifecycle.silence", asDays, "", ""},
	{"lifecycle.Options.Recent", "lifecycle.recent", asDays, "", ""},
	{"lifecycle.Options.Exploring", "lifecycle.exploring", asNumber, "", ""},
	{"lifecycle.Options.Tenure", "lifecycle.tenure", asDays, "", ""},
	{"lifecycle.Options.Trend", "lifecycle.trend", asWord, "lifecycle.trend.", "purchases"},
	{"lifecycle.Options.Growth", "lifecycle.growth", asShare, "", ""},
	{"lifecycle.Options.Decline", "lifecycle.decline", asShare, "", ""},
	{"rfm.Options.Bins", "segments.bins", asNumber, "", "5"},
	{"rfm.Options.Ties", "segments.ties", asWord, "rfm.ties.", "low"},
	{"rfm.Options.Nested", "segments.nesting", asNothing, "", ""},
	{"rfm.Options.Frequency", "segments.frequency.counts", asWord, "rfm.frequency.", "days"},
	{"rfm.Options.Spend", "segments.spend", asWord, "rfm.spend.", "total"},
	{"rfm.Options.Typed", "segments.cutting", asNothing, "", ""},
	{"rfm.Options.RuleSet", "segments.rules", asWord, "rfm.ruleset.", "classic"},
	{"rfm.Own.Bins", "rfm.ruleset.own", asNothing, "", ""},
	{"rfm.Own.N", "rfm.ruleset.own", asNumber, "", ""},
	{"rfm.Own.List", "rfm.ruleset.own", asNothing, "", ""},
	{"segment.ClusterOptions.K", "clusters.k", asNumber, "", ""},
	{"segment.RankOptions.Top", "keycustomers.top", asNumber, "", ""},
	{"engine.Questions.ClusterNames", "leave.names", asText, "", ""},
}

// A parting is the first choice in which two values of one type differ.
type parting struct {
	field    string // type and name
	was, now reflect.Value
}

// part finds it. A list is one choice.
func part(field string, was, now reflect.Value) parting {
	switch {
	case was.Kind() == reflect.Pointer && !was.IsNil() && !now.IsNil():
		return part(field, was.Elem(), now.Elem())
	case was.Kind() == reflect.Struct:
		for i := range was.NumField() {
			a, b := was.Field(i), now.Field(i)
			if a.CanInterface() && !reflect.DeepEqual(a.Interface(), b.Interface()) {
				return part(was.Type().String()+"."+was.Type().Field(i).Name, a, b)
			}
		}
	}
	return parting{field, was, now}
}

// parted finds the first choice in which two askings of a question differ.
func parted(question string, was, now *engine.Questions) parting {
	if question == clusterNames {
		for k, name := range now.ClusterNames {
			if k >= len(was.ClusterNames) || was.ClusterNames[k] != name {
				return parting{"engine.Questions." + clusterNames, reflect.ValueOf(nth(was.ClusterNames, k)), reflect.ValueOf(name)}
			}
		}
		return parting{}
	}
	a, b := reflect.ValueOf(was).Elem().FieldByName(question), reflect.ValueOf(now).Elem().FieldByName(question)
	if !a.IsValid() {
		return parting{}
	}
	return part("", a, b)
}

func nth(list []string, k int) string {
	if k < len(list) {
		return list[k]
	}
	return ""
}

// difference says what was changed: "Segments: scores 5 → 4".
func (w *Workbench) difference(question string, was, now *engine.Questions) string {
	name := topicOf(question).Name(&w.host)
	if was.Definition != nil && now.Definition != nil {
		if from, to := w.host.Loss(was.Definition.Definition), w.host.Loss(now.Definition.Definition); from != to {
			return w.turned(name, from, to)
		}
	}
	p := parted(question, was, now)
	for i := range choices {
		if c := &choices[i]; c.field == p.field {
			name = w.host.T("undo.choice", analysis.Text("question", name), analysis.Text("choice", w.host.T(c.label)))
			return w.turned(name, w.written(c, p.was), w.written(c, p.now))
		}
	}
	return name
}

func (w *Workbench) turned(name, from, to string) string {
	if from == to || from == "" || to == "" {
		return name
	}
	return w.host.T("shell.difference", analysis.Text("name", name), analysis.Text("from", from), analysis.Text("to", to))
}

// written writes a choice as its control shows it, "" where only an eye on the screen
// would understand it.
func (w *Workbench) written(c *told, v reflect.Value) string {
	h := &w.host
	if v.IsZero() && c.zero == "" && c.as >= asNumber && c.as <= asDate && v.Kind() != reflect.Float64 {
		return h.T("undo.open")
	}
	switch c.as {
	case asNumber:
		if v.IsZero() {
			return c.zero
		}
		return h.Lang.Int(int(v.Int()))
	case asDays:
		return h.Lang.Days(float64(v.Int()))
	case asMonths:
		return h.Lang.Months(float64(v.Int()))
	case asShare:
		return h.Lang.Percent(v.Float(), 1)
	case asReal:
		return h.Lang.Number(v.Float(), 1)
	case asAmount:
		return h.Money(v.Float())
	case asDate:
		return h.Lang.Date(analysis.Day(v.Int()))
	case asSize:
		return h.Lang.Int(v.Len())
	case asText:
		return w.quoted(c, v.String())
	case asWord:
		return w.word(c, v.String())
	}
	return ""
}

// quoted is a text as it was typed; who is masked is not named.
func (w *Workbench) quoted(c *told, text string) string {
	switch {
	case text == "" && c.zero == "":
		return w.host.T("undo.none")
	case text == "":
		return c.zero
	case c.label == "customers.search" && w.host.Masked:
		return ""
	}
	return text
}

// word is the name of a choice out of several, "" if it has none: a column's is the data's.
func (w *Workbench) word(c *told, word string) string {
	if word == "" {
		word = c.zero
	}
	if key := c.words + i18n.Key(word); i18n.Has(key) {
		return w.host.T(key)
	}
	return ""
}

// clusterNames is the name of the field of Questions that is no question of its own.
const clusterNames = "ClusterNames"

// topicOf says where something was chosen.
func topicOf(question string) screen.Topic {
	if question == clusterNames {
		question = "Clusters"
	}
	return screen.TopicOf(question)
}
