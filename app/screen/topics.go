package screen

import "churnbench/app/i18n"

// A Topic is a question of engine.Questions as the person knows it.
type Topic struct {
	Question string // name of the field
	Route    string // of the screen that asks it
	Tab      string // of that screen
	Label    i18n.Key
}

// Topics are all of them, in the order of the fields.
var Topics = []Topic{
	{"Definition", "definition", "", ""},
	{"Rates", "overview", "", ""},
	{"Cohorts", "retention", "", "retention.tab.cohorts"},
	{"Ladder", "retention", "ladder", "retention.tab.ladder"},
	{"Survival", "retention", "survival", "retention.tab.survival"},
	{"Hazards", "retention", "hazards", "retention.tab.hazards"},
	{"Projection", "retention", "projection", "retention.tab.projection"},
	{"Segments", "segments", "scores", "segments.tab.scores"},
	{"Concentration", "segments", "spread", "segments.tab.spread"},
	{"KeyCustomers", "segments", "keys", "segments.tab.keys"},
	{"Clusters", "segments", "clusters", "segments.tab.clusters"},
	{"Lifecycle", "segments", "lifecycle", "segments.tab.lifecycle"},
	{"Migration", "segments", "migration", "segments.tab.migration"},
	{"Profiles", "segments", "profiles", "segments.tab.profiles"},
	{"Portfolio", "segments", "portfolio", "segments.tab.portfolio"},
	{"Value", "value", "", ""},
	{"Bakeoff", "value", "models", "value.tab.models"},
	{"Bootstrap", "value", "", "value.sure"},
	{"Covariates", "value", "drivers", "value.attributes"},
	{"Drivers", "value", "drivers", "value.tab.drivers"},
	{"Customers", "customers", "", ""},
}

// TopicOf returns that of a question, the zero Topic for none.
func TopicOf(question string) Topic {
	for _, t := range Topics {
		if t.Question == question {
			return t
		}
	}
	return Topic{}
}

// Name says where it is asked: "Retention · Cohorts".
func (t Topic) Name(h *Host) string {
	name := h.T(i18n.Key("screen." + t.Route))
	if t.Label != "" {
		name += " · " + h.T(t.Label)
	}
	return name
}
