package local

import (
	"context"
	"slices"

	"churnbench/analysis"
	"churnbench/analysis/churn"
	"churnbench/analysis/engine"
	"churnbench/analysis/ingest"
	"churnbench/analysis/profile"
	"churnbench/analysis/segment"
)

// offers lists what can divide the customers: their attributes, what they ordered, then
// what was worked out about them. RFM segments and tiers are as last asked for.
func (l *Local) offers(d *dataset, lost churn.Definition, lang string) []engine.ProfileOffer {
	var list []engine.ProfileOffer
	for i, k := range d.about.Kept {
		if k.Distinct > 1 {
			list = append(list, engine.ProfileOffer{Segmentation: engine.Segmentation{By: engine.SegmentAttribute, Column: i}, Name: k.Name,
				Numbers: d.log.Attributes[i].Kind == analysis.NumberColumn})
		}
	}
	for i := range d.log.Kept {
		if c := &d.log.Kept[i]; c.Kind == analysis.TextColumn && c.Texts.Len() > 1 {
			list = append(list, engine.ProfileOffer{Segmentation: engine.Segmentation{By: engine.SegmentOrders, Column: i},
				Name: filled(l.words(lang, "profiles.by-orders"), "column", c.Name)})
		}
	}
	made := []engine.Segmentation{
		{By: engine.SegmentRFM, Scores: d.scoredBy},
		{By: engine.SegmentTiers}, {By: engine.SegmentTiers, Tiers: segment.Deciles},
		{By: engine.SegmentLifecycle, Definition: lost, Life: d.livedBy.Options},
		{By: engine.SegmentState, Definition: lost},
	}
	if d.alike.clusters != nil {
		made = append(made, engine.Segmentation{By: engine.SegmentClusters})
	}
	if by, ok := d.matrixed(); ok {
		made = append(made, by)
	}
	for _, by := range made {
		name := l.words(lang, "groups.by."+string(by.By))
		if by.Tiers == segment.Deciles {
			name += " (" + l.words(lang, "spread.cutting.deciles") + ")"
		}
		list = append(list, engine.ProfileOffer{Segmentation: by, Name: name})
	}
	return list
}

// matrixed is the portfolio matrix last asked for, if the data had one.
func (d *dataset) matrixed() (engine.Segmentation, bool) {
	if d.held == nil {
		return engine.Segmentation{}, false
	}
	s, err := d.standing(context.Background(), d.heldBy.Options, d.heldBy.Definition)
	return engine.Segmentation{By: engine.SegmentPortfolio, Portfolio: d.heldBy.Options, Definition: d.heldBy.Definition}, err == nil && s.matrix != nil
}

// A want is how one of the seven P looks for its answer.
type want struct {
	key      string
	orders   []ingest.Role // columns of orders that tell of it, the best first
	roles    []ingest.Role // else attributes that do
	fallback engine.SegmentBy
	missing  string // says what a column would show, where there is none of these

	measures []profile.Measure // that tell of it; those which the data lack are left out
	lead     profile.Measure   // unless value or profit is known, where measures have it
}

// who are roles that describe a customer.
var who = []ingest.Role{ingest.Tier, ingest.Region, ingest.Acquired, ingest.Plan, ingest.Manager, ingest.Channel, ingest.Attribute}

// wants are the seven P of customer analysis as they are taught: who customers are, how
// they stay, what they earn, what and where they buy, what is to come of them, which
// products, and which campaigns.
var wants = []want{
	{key: "profiling", roles: who, fallback: engine.SegmentRFM, missing: "profiles.missing.attribute", lead: profile.Spend,
		measures: []profile.Measure{profile.Customers, profile.Share, profile.Brings, profile.Spend, profile.Days}},
	{key: "persistency", roles: []ingest.Role{ingest.Plan, ingest.Manager, ingest.Tier, ingest.Acquired, ingest.Region, ingest.Channel, ingest.Attribute},
		fallback: engine.SegmentTiers, missing: "profiles.missing.attribute", lead: profile.Stay,
		measures: []profile.Measure{profile.Customers, profile.Days, profile.Churn, profile.Difference, profile.Stay}},
	{key: "profitability", roles: []ingest.Role{ingest.Tier, ingest.Category, ingest.Plan, ingest.Region, ingest.Acquired, ingest.Attribute},
		fallback: engine.SegmentTiers, lead: profile.Spend,
		measures: []profile.Measure{profile.Customers, profile.Revenue, profile.Brings, profile.OrderValue, profile.Spend, profile.Profit}},
	{key: "performance", roles: []ingest.Role{ingest.Category, ingest.Channel, ingest.Region, ingest.Manager}, missing: "profiles.missing.sales", lead: profile.Revenue,
		measures: []profile.Measure{profile.Customers, profile.Revenue, profile.Brings, profile.Days, profile.OrderValue}},
	{key: "prospecting", roles: []ingest.Role{ingest.Acquired, ingest.Campaign, ingest.SignUp, ingest.Channel}, fallback: engine.SegmentRFM,
		missing: "profiles.missing.source", lead: profile.Spend,
		measures: []profile.Measure{profile.Customers, profile.Share, profile.Stay, profile.Spend, profile.Median, profile.Value}},
	{key: "product", orders: []ingest.Role{ingest.Product, ingest.Category}, missing: "profiles.missing.product", lead: profile.Churn,
		measures: []profile.Measure{profile.Customers, profile.Share, profile.Days, profile.Churn, profile.Difference, profile.Stay}},
	{key: "promotion", orders: []ingest.Role{ingest.Campaign}, roles: []ingest.Role{ingest.Campaign}, missing: "profiles.missing.campaign", lead: profile.Churn,
		measures: []profile.Measure{profile.Customers, profile.Spend, profile.OrderValue, profile.Churn, profile.Difference, profile.Stay}},
}

// views answers the seven P as far as the data do.
func (d *dataset) views(offers []engine.ProfileOffer, measures []profile.Measure) []engine.ProfileView {
	list := make([]engine.ProfileView, len(wants))
	for i, w := range wants {
		list[i] = d.view(w, offers, measures)
	}
	return list
}

func (d *dataset) view(w want, offers []engine.ProfileOffer, measures []profile.Measure) engine.ProfileView {
	v := engine.ProfileView{Key: w.key, Measure: w.lead}
	for _, m := range w.measures {
		if slices.Contains(measures, m) {
			v.Measures = append(v.Measures, m)
		}
	}
	if !d.columnFor(&v, w, offers) {
		if w.missing != "" {
			v.Missing = append(v.Missing, analysis.Message{Key: w.missing})
		}
		if i := slices.IndexFunc(offers, func(o engine.ProfileOffer) bool { return o.By == w.fallback }); i >= 0 {
			v.By = offers[i].Segmentation
		}
	}
	lacks(&v, w)
	if v.By.By == engine.SegmentOrders { // those outside of a group are those who buy seldom
		v.Measures = slices.DeleteFunc(v.Measures, func(m profile.Measure) bool { return m == profile.Difference })
	}
	return v
}

// columnFor finds the column that tells best of what a view wants.
func (d *dataset) columnFor(v *engine.ProfileView, w want, offers []engine.ProfileOffer) bool {
	for by, roles := range [...][]ingest.Role{w.orders, w.roles} {
		for _, role := range roles {
			for _, o := range offers {
				if o.By == [...]engine.SegmentBy{engine.SegmentOrders, engine.SegmentAttribute}[by] && d.roleOf(o.Segmentation) == role {
					v.By = o.Segmentation
					return true
				}
			}
		}
	}
	return false
}

// roleOf is the role of the column that a segmentation divides by.
func (d *dataset) roleOf(by engine.Segmentation) ingest.Role {
	if by.By == engine.SegmentOrders {
		return ingest.Role(d.log.Kept[by.Column].Role)
	}
	return ingest.Role(d.log.Attributes[by.Column].Role)
}

// lacks names measures that a view would lead with and the data lack, and lets those lead
// that they have.
func lacks(v *engine.ProfileView, w want) {
	for _, m := range w.measures {
		has := slices.Contains(v.Measures, m)
		switch {
		case m != profile.Value && m != profile.Profit:
		case has:
			v.Measure = m
		default:
			v.Missing = append(v.Missing, analysis.Message{Key: missingMeasure[m]})
		}
	}
}

// missingMeasure says what would make a measure known.
var missingMeasure = map[profile.Measure]string{profile.Value: "profiles.missing.model", profile.Profit: "profiles.missing.margin"}
