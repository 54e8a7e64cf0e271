// Package local performs the engine's contract on data in memory: in the
// browser's worker, on the command line and in tests alike.
//
// A Local holds one dataset. Load replaces it; the other methods read it and
// keep what they computed (scores, fitted models, sort orders) until the
// dataset or the options change. Each question has its own file: contents.go,
// preview.go, load.go with lists.go and kept.go, analyses.go, cohorts.go, survival.go, trials.go, covariates.go,
// customers.go with the parts of its table, customer.go, and export.go with a file for each table that is more than its rows.
package local

import (
	"context"

	"churnbench/analysis"
	"churnbench/analysis/churn"
	"churnbench/analysis/clv"
	"churnbench/analysis/cohort"
	"churnbench/analysis/engine"
	"churnbench/analysis/ingest"
	"churnbench/analysis/rfm"
)

// Open finds a file that the asker attached, by its number.
type Open func(file uint32) (ingest.Source, error)

// Words says a catalogue key in a language ("en" or "zh"), for the names of
// segments in figures and exports. The engine itself has no catalogues.
type Words func(lang, key string) string

// A Local is an engine.Engine on data in memory. Use one call at a time.
type Local struct {
	// Memory is how many bytes reading files may take, 0 for no bound: files that
	// would need more are refused before they do.
	Memory int64

	open    Open
	words   Words
	version uint32
	data    *dataset // nil before the first Load

	unpacked unpacked             // of archives and workbooks
	hashes   map[memberKey]string // of files that projects were about
}

var _ engine.Engine = (*Local)(nil)

// New returns an engine without data.
func New(open Open, words Words) *Local { return &Local{open: open, words: words} }

// A dataset is what was loaded and what has been computed from it.
type dataset struct {
	about engine.Dataset
	table *ingest.Table // nil without orders
	log   *analysis.Log // without orders a log of nobody, never nil

	contracts *analysis.Contracts // nil unless the files hold any
	tenures   *analysis.Tenures   // nil unless the files hold any

	read        engine.LoadRequest // what it was loaded by
	orderAt     []int              // indexes of the files of orders, as the table counts them
	lists       []loadedList
	fromOrders  int   // how many of log.Attributes are
	attributeOf []int // of those behind them: index of the file

	segmentsBy churn.Definition // who counted as lost when segments were last asked for

	scores    *rfm.Scores // nil until asked
	scoredBy  rfm.Options
	value     *clv.Analysis // nil until asked
	valuedBy  clv.Options
	bakeoff   *engine.Bakeoff // nil until asked
	bakedBy   analysis.Day    // calibration end, as asked
	migrated  *migrated       // as last asked for; nil before
	divisions []division      // of the customers, the latest first
	everyone  tableMemo       // the table of customers
	pasts     []*pastDay      // of the cards last asked for

	held   *holdings // of a portfolio; nil until asked
	heldBy engine.PortfolioRequest

	cohorts   *cohort.Result         // nil until asked
	cohortsBy cohort.Options         // last asked for, so that an export shows what the screen shows
	survived  engine.SurvivalRequest // likewise
	tiersBy   tiered
	keyed     keyed                 // likewise
	alike     alike                 // clusters as last asked for
	regressed engine.HazardsRequest // likewise

	study      *churn.Study            // of definitions of loss; nil until asked
	ratesBy    engine.RatesRequest     // last asked for
	livedBy    engine.LifecycleRequest // likewise
	repeat     *churn.Repeat           // nil until asked
	profiledBy engine.ProfilesRequest  // last asked for
	followed   *followed               // under the definition last asked about
	bought     *bought                 // by the column last asked about
	drawings   drawings                // that may be looked at in part
}

// loaded returns the dataset, whatever it rests on, or says that there is none.
func (l *Local) loaded() (*dataset, error) {
	if l.data == nil {
		return nil, analysis.Fail(analysis.NoData, "engine.no-data").Or("engine.no-data.remedy")
	}
	return l.data, nil
}

// ordered returns the dataset if it has orders, or says that the question needs
// them.
func (l *Local) ordered() (*dataset, error) {
	d, err := l.loaded()
	if err == nil && d.log.Customers() == 0 {
		return nil, analysis.Fail(analysis.NotEnough, "engine.needs-orders", analysis.Text("file", d.about.Name)).Or("engine.needs-orders.remedy")
	}
	return d, err
}

// score returns the RFM scores by opt, from memory if they were made before.
func (d *dataset) score(opt rfm.Options) (*rfm.Scores, error) {
	if d.scores != nil && d.scoredBy == opt {
		return d.scores, nil
	}
	scores, err := rfm.Score(d.log, opt)
	if err != nil {
		return nil, err
	}
	d.scores, d.scoredBy = scores, opt
	return scores, nil
}

// worth returns the analysis of customer value by opt, from memory if it was
// made before.
func (d *dataset) worth(ctx context.Context, opt clv.Options) (*clv.Analysis, error) {
	if d.value != nil && d.valuedBy == opt {
		return d.value, nil
	}
	value, err := clv.Analyze(stepping(ctx, "progress.fit", 1), d.log, opt)
	if err != nil {
		return nil, err
	}
	d.value, d.valuedBy = value, opt
	return value, nil
}
