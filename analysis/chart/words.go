package chart

import (
	"strings"

	"churnbench/analysis/locale"
)

// A phrase is a figure's words in one language; {name} is filled in by with.
type phrase string

// with fills in places, given as name and text by turns. A place without a
// text stays as it is, braces and all: the tests look for those.
func (p phrase) with(pairs ...string) string {
	var b strings.Builder
	rest := string(p)
	for {
		open := strings.IndexByte(rest, '{')
		size := strings.IndexByte(rest[max(0, open):], '}')
		if open < 0 || size < 0 {
			return b.String() + rest
		}
		b.WriteString(rest[:open])
		b.WriteString(lookUp(rest[open:open+size+1], pairs))
		rest = rest[open+size+1:]
	}
}

// lookUp returns the text of a place such as {name}.
func lookUp(place string, pairs []string) string {
	for i := 0; i+1 < len(pairs); i += 2 {
		if place[1:len(place)-1] == pairs[i] {
			return pairs[i+1]
		}
	}
	return place
}

// words is everything that figures say, in one language. A test walks both
// languages by reflection: no phrase may be missing, and the places to fill
// in must agree.
type words struct {
	Common      commonWords
	Month       grainWords
	Week        grainWords
	Quarter     grainWords
	Day, Year   grainWords
	Rolling     grainWords
	Retention   retentionWords
	Units       durationWords
	Lifetime    lifetimeWords
	Survival    survivalWords
	Profile     profileWords
	Forest      forestWords
	Projection  projectionWords
	Causes      causesWords
	Lifecycle   lifecycleWords
	Grid        gridWords
	Tree        treeWords
	Segments    segmentWords
	Value       valueWords
	Tracking    trackingWords
	Calibration calibrationWords
	Alive       aliveWords
	Future      futureWords
	Reliable    reliableWords
	History     historyWords
	Drivers     driverWords
	Lorenz      lorenzWords
	Whale       whaleWords
	Scan        scanWords
	Ranks       rankWords
	Gaps        gapWords
	Returns     returnWords
	Ladder      ladderWords
	Errors      errorWords
	Movements   movementWords
	Control     controlWords
	Bucket      bucketWords
	Sankey      sankeyWords
	Portfolio   portfolioWords
	Payback     paybackWords
}

type commonWords struct {
	NotEnough, Customers, Revenue, Interval         phrase
	Actual, Expected, Difference, Holdout, NthWeek  phrase
	CustomerShare, RevenueShare, Segment, Range, Of phrase
	Joint, Window, InSight                          phrase
}

// grainWords name periods.
type grainWords struct{ Unit, Nth, Nths, Axis, CohortOf phrase }

type retentionWords struct {
	Title, Classic, Unbounded, Bracket, Mean, Band, Cohorts phrase
	Few, Small, Latest, Open, Purchase, SignUp, Folded      phrase
	Start, Retention, Bought, Complete, Simple, Period      phrase
	DefineClassic, DefineUnbounded, DefineBracket           phrase
	Counted, Calendar, Rolling, Whole, Had                  phrase
	Cut, WholeAxis, PartAxis                                phrase
	Describe, DescribeFall, DescribeRange, Cohort, Need     phrase
}

type valueWords struct {
	Title, Heading, Axis, Median, Mean, Top, TopBin, RestBin              phrase
	Bin, Below, Define, DefineRaw, Interval, Within, Describe, Need, From phrase
	To                                                                    phrase
}

type trackingWords struct {
	Title, Cumulative, Weekly, Axis, Define, Model phrase
	Holdout, NoHoldout, Describe, Need             phrase
	WeekColumn, CumulativeActual, CumulativeModel  phrase
	WeekActual, WeekModel                          phrase
}

type calibrationWords struct {
	Title, Heading, Holdout, Class, LastClass      phrase
	Define, DefineHoldout, Counted, Describe, Need phrase
	MeanActual, MeanModel, ClassColumn             phrase
}

type aliveWords struct {
	Title, Heading, Axis, Alive, Half, Cell, Scale phrase
	Define, Describe, Need, X, Recency, Future     phrase
}

type futureWords struct{ Title, Scale, Define, Describe phrase }

type reliableWords struct {
	Title, Heading, Axis, Active, Alive, Ideal phrase
	Range, Bought, Predicted, Share, Customers phrase
	Interval, Forecast, Define, DefineAlive    phrase
	Describe, Need                             phrase
}

type historyWords struct {
	Title, Axis, Alive, Band, Purchase, Day phrase
	Define, Counted, Describe, Need         phrase
}

type driverWords struct {
	Title, Heading, Driver, Falls, Rises phrase
	Retention, Spend, Acquisition        phrase
	All, Existing, Newcomer              phrase
	Define, Counted, Describe, Need      phrase
}

type lorenzWords struct {
	Title, Heading, Axis, Curve, Equal, Finding, Least, Best phrase
	Bring, Half, Gini, Define, Counted, Stop, Need           phrase
	Handle                                                   phrase
}

type whaleWords struct {
	Title, Heading, Axis, Curve, Whole, Finding, Best phrase
	Earn, Losing, Define, Counted, Stop, Need         phrase
}

type scanWords struct {
	Title, Heading, Axis, Silhouette, Within, Nth phrase
	Define, Counted, Sampled, Describe, Need      phrase
}

// wordsIn returns the words of a language.
func wordsIn(l locale.Lang) *words {
	if l == locale.Chinese {
		return &chinese
	}
	return &english
}
