package app

import (
	"bytes"
	"fmt"
	"regexp"
	"slices"
	"strings"
	"testing"

	goapp "github.com/maxence-charriere/go-app/v10/pkg/app"

	"churnbench/analysis"
	"churnbench/analysis/churn"
	"churnbench/analysis/cohort"
	"churnbench/analysis/engine"
	"churnbench/analysis/engine/local"
	"churnbench/analysis/ingest"
	"churnbench/analysis/rfm"
	"churnbench/app/browser"
	"churnbench/app/customers"
	"churnbench/app/data"
	"churnbench/app/definition"
	"churnbench/app/gallery"
	"churnbench/app/help"
	"churnbench/app/i18n"
	"churnbench/app/overview"
	"churnbench/app/privacy"
	"churnbench/app/retention"
	"churnbench/app/screen"
	"churnbench/app/segments"
	"churnbench/app/selfcheck"
	"churnbench/app/ui"
	"churnbench/app/value"
)

// These tests draw every screen in every state and both languages from what
// the real engine answers, and look at the markup: they see words that are
// missing, controls without a name, and markup that the policy blocks. How it
// looks and behaves is for eyes and for test/browser.

// broken is a file with something wrong of every kind that a ledger knows.
const broken = "customer,order date,amount\n" +
	"ann,2024-01-05,10.50\n" + "ann,2024-01-05,4.50\n" + "bob,2024-01-09,20\n" + "bob,not a date,20\n" +
	",2024-02-01,5\n" + "cyd,2024-02-11,-8\n" + "cyd,2024-02-12,8\n" + "ann,2024-03-01,12\n" +
	"dee,2024-03-02,twelve\n" + "dee,2024-03-02,0\n" + "dee,2024-03-09\n" + "eve,1815-03-01,3\n" + "Total,,99\n"

// A stage is a host without a browser: the engine answers from its own
// goroutine, and pump runs what it wants changed.
type stage struct {
	screen.Host
	redraws chan func()
	files   []string // texts, by number
	names   []string // of the files; "orders.csv" where there is none
}

func newStage(lang i18n.Lang, files ...string) *stage {
	s := &stage{redraws: make(chan func()), files: files}
	s.Host = screen.Host{
		Engine: local.New(s.open, i18n.Word), Saver: browser.Saver{}, Lang: lang, Window: 1440,
		Redraw: func(f func()) { s.redraws <- f },
		Open:   func(string) {}, Focus: func(string) {}, Cancel: func() {}, Tell: func(string, ui.Level) {},
		Loaded: func(d engine.Dataset) { s.Dataset = &d },
		Define: func(d churn.Definition) { s.Definition = d },
	}
	return s
}

func (s *stage) open(id uint32) (ingest.Source, error) {
	return textFile{bytes.NewReader([]byte(s.files[id-1])), s.name(engine.SourceRef{File: id})}, nil
}

type textFile struct {
	*bytes.Reader
	name string
}

func (f textFile) Name() string { return f.name }

// pump lets the engine answer until busy is false.
func (s *stage) pump(busy *bool) {
	for *busy {
		(<-s.redraws)()
	}
}

// pumpWhile is pump for a screen that asks several questions.
func (s *stage) pumpWhile(busy func() bool) {
	for busy() {
		(<-s.redraws)()
	}
}

// load takes a source through the Data screen's steps.
func (s *stage) load(t *testing.T, ref engine.SourceRef) *data.State {
	t.Helper()
	d := &data.State{}
	s.choose(d, ref)
	if err := d.Failure(); err != nil {
		t.Fatal(err)
	}
	s.read(d)
	if d.Load.Err != nil {
		t.Fatal(d.Load.Err)
	}
	return d
}

// choose begins with other sources, as dropping them does.
func (s *stage) choose(d *data.State, refs ...engine.SourceRef) {
	d.Start()
	s.add(d, refs...)
}

// add drops sources and waits until they have been looked at.
func (s *stage) add(d *data.State, refs ...engine.SourceRef) {
	var files []screen.Attached
	for _, ref := range refs {
		files = append(files, screen.Attached{Ref: ref, Name: s.name(ref), Size: int64(ref.File)})
	}
	data.Drop(&s.Host, d, files)
	s.settle(d)
}

// settle lets the engine answer until no file is being looked at.
func (s *stage) settle(d *data.State) {
	busy := func(it *data.Item) bool { return it.Opening.Busy || it.Look.Busy }
	for slices.ContainsFunc(d.Items, busy) {
		(<-s.redraws)()
	}
}

func (s *stage) name(ref engine.SourceRef) string {
	if ref.File > 0 && int(ref.File) <= len(s.names) {
		return s.names[ref.File-1]
	}
	return "orders.csv"
}

func (s *stage) read(d *data.State) {
	data.Read(&s.Host, d)
	s.pump(&d.Load.Busy)
}

var langs = []i18n.Lang{i18n.English, i18n.Chinese}

func eachLang(t *testing.T, f func(t *testing.T, lang i18n.Lang)) {
	for _, lang := range langs {
		t.Run(string(lang), func(t *testing.T) { f(t, lang) })
	}
}

func sampleRef(key string, lang i18n.Lang) engine.SourceRef {
	return engine.SourceRef{Sample: key, Lang: string(lang)}
}

func TestDataScreen(t *testing.T) {
	eachLang(t, func(t *testing.T, lang i18n.Lang) {
		s := newStage(lang, broken, "", "only\none\ncolumn\n", "who,when,what\na,b,c\nd,e,f\n")
		d := &data.State{}
		show := func(name string) string { return look(t, name, data.View(&s.Host, d)) }
		show("empty")
		d.Pasting = true
		show("pasting")
		s.choose(d, engine.SourceRef{File: 2})
		show("empty file")
		s.choose(d, engine.SourceRef{File: 3})
		if html := show("one column"); !strings.Contains(html, "format-delimiter") {
			t.Error("where the file could not be taken apart, the delimiter cannot be set")
		}
		s.choose(d, engine.SourceRef{File: 4})
		show("columns missing")
		s.choose(d, engine.SourceRef{File: 1})
		show("confirm")
		turn := d.Load.Begin(d.Confirmed(s.Now()))
		d.Load.Advance(turn, engine.Progress{Stage: "progress.read", Bytes: 10, OfBytes: 100, Rows: 3})
		show("reading")
		d.Load.End(turn, engine.Dataset{}, analysis.Fail(analysis.Internal, "engine.internal", analysis.Text("cause", "x")))
		show("failed")
		s.read(d)
		html := show("loaded")
		if !strings.Contains(html, `id="drop"`) {
			t.Error("another file cannot be dropped on the ledger")
		}
		for _, x := range d.Load.Answer.Ledger.Excluded {
			if name := s.T(i18n.Key("reason." + string(x.Reason))); x.Rows > 0 && !strings.Contains(html, name) {
				t.Errorf("the ledger does not say %q", name)
			}
		}
		d.Start()
		if html := show("another"); !strings.Contains(html, `id="return"`) {
			t.Error("there is no way back to the ledger")
		}
		for _, key := range data.SampleKeys {
			d = s.load(t, sampleRef(key, lang))
			show("sample " + key)
		}
	})
}

func TestRetentionScreen(t *testing.T) {
	eachLang(t, func(t *testing.T, lang i18n.Lang) {
		s := newStage(lang, "customer,date,amount\na,2024-01-01,3\nb,2024-01-01,4\n")
		r := &retention.State{}
		show := func(name string) string { return look(t, name, retention.View(&s.Host, r)) }
		ask := func() { retention.Ask(&s.Host, r); s.pumpWhile(r.Busy) }
		show("no data")
		turn := r.Cohorts.Begin(engine.CohortsRequest{})
		show("waiting")
		r.Cohorts.End(turn, engine.Cohorts{}, analysis.Fail(analysis.Internal, "engine.internal", analysis.Text("cause", "x")))
		show("failed")

		s.load(t, sampleRef("shop", lang))
		for _, r.Cohorts.Options.Grain = range []cohort.Grain{cohort.Month, cohort.Quarter, cohort.Week} {
			ask()
			for _, r.Cohorts.Show = range cohort.Quantities {
				show(fmt.Sprintf("%s %s", r.Cohorts.Options.Grain, r.Cohorts.Show))
			}
		}
		for _, grain := range []cohort.Grain{cohort.Day, cohort.Year} {
			r.Cohorts.Regroup(func(o *cohort.Options) { o.Grain = grain })
			ask()
			if html := show(string(grain)); strings.Contains(html, `id="cohorts-after"`) != (grain == cohort.Day) {
				t.Errorf("%s: a long table has pages, a short one none", grain)
			}
		}
		r.Cohorts.Options = cohort.Options{Method: cohort.Unbounded}
		r.Cohorts.Pick("2023-03-01")
		r.Cohorts.Simple = true
		ask()
		if html := show("unbounded, picked"); !strings.Contains(html, `class="selected"`) {
			t.Error("the picked cohort is not marked")
		}
		r.Cohorts.Options = cohort.Options{Method: cohort.Bracket, Clock: cohort.Rolling}
		ask()
		r.Cohorts.SetBounds("4 2")
		if html := show("brackets"); !strings.Contains(html, `id="bounds-error"`) || !strings.Contains(html, "2–3") {
			t.Error("brackets have no names, or what is wrong with their bounds is not said")
		}
		r.Cohorts.Options = cohort.Options{}
		ask()
		r.Tab = retention.TabSurvival
		show("survival")
		r.Survival.ReadWindow("x", 10)
		if html := show("wrong window"); !strings.Contains(html, `id="window-error"`) {
			t.Error("the window's error is not shown")
		}
		s.Define(churn.Definition{Window: 20})
		ask()
		show("window chosen")
		r.Survival.Err = analysis.Fail(analysis.BadInput, "survival.bad-window", analysis.Count("window", 0))
		if html := show("failed later"); !strings.Contains(html, `id="cohorts-panel"`) && !strings.Contains(html, "figure-stage") {
			t.Error("a failure hides what was there")
		}
		r.Tab = retention.TabLadder
		r.Ladder = retention.LadderState{}
		show("next purchase, not asked")
		ask()
		if html := show("next purchase"); !strings.Contains(html, `id="ladder-table"`) || !strings.Contains(html, `class="card explain"`) {
			t.Error("the next purchase has no table, or is not explained")
		}
		r.Ladder.Within = 100_000
		ask()
		if html := show("next purchase beyond the data"); r.Ladder.Err == nil || !strings.Contains(html, `id="ladder-within"`) {
			t.Error("too many days give no error, or cannot be taken back")
		}
		r.Renew()
		r.Tab = retention.TabCohorts
		s.load(t, sampleRef("subscription", lang))
		ask()
		show("subscription")
		s.load(t, engine.SourceRef{File: 1})
		r.Renew()
		ask()
		if show("one day"); r.Err() == nil {
			t.Error("purchases of one day should have no retention")
		}
	})
}

func TestDefinitionScreen(t *testing.T) {
	eachLang(t, func(t *testing.T, lang i18n.Lang) {
		s := newStage(lang, "customer,date,amount\na,2024-01-01,3\nb,2024-01-01,4\n")
		d := &definition.State{}
		show := func(name string) string { return look(t, name, definition.View(&s.Host, d)) }
		ask := func() { definition.Ask(&s.Host, d); s.pump(&d.Busy) }
		show("no data")
		turn := d.Begin(engine.DefinitionRequest{})
		show("waiting")
		d.End(turn, engine.Definition{}, analysis.Fail(analysis.Internal, "engine.internal", analysis.Text("cause", "x")))
		show("failed")

		s.load(t, sampleRef("shop", lang))
		d.Renew(int(s.Dataset.End - s.Dataset.First))
		ask()
		html := show("proposal")
		if strings.Count(html, `role="slider"`) != 3 || !strings.Contains(html, ">211<") || !strings.Contains(html, `id="preset-year"`) {
			t.Error("the window cannot be seen and moved in all three figures")
		}
		if strings.Count(html, "<tfoot") != 2 {
			t.Errorf("%d differences explained, want that to a year and that to 90 days", strings.Count(html, "<tfoot"))
		}
		d.Whole(definition.WindowField, "9999", 730)
		if html := show("wrong window"); !strings.Contains(html, `id="loss-window-error"`) {
			t.Error("the window's error is not shown")
		}
		for name, by := range map[string]churn.Definition{
			"chosen":   {Window: 90, Tiers: []churn.Tier{{Share: .2}, {Share: .3, Weight: 2}, {Share: .5}}},
			"decline":  {Kind: churn.Declined, Decline: churn.Decline{Spend: true}},
			"combined": {Kind: churn.Combined, All: true, Parts: []churn.Kind{churn.Silence, churn.Declined}},
		} {
			s.Define(by)
			ask()
			if d.Err != nil {
				t.Fatal(d.Err)
			}
			show(name)
		}
		d.Draft = &churn.Definition{Kind: churn.Explicit, Ended: churn.Ended{Column: -1}}
		show("no column tells of an end")
		d.Draft = &churn.Definition{Kind: churn.Combined}
		show("parts missing")

		s.Define(churn.Definition{})
		s.load(t, engine.SourceRef{File: 1})
		d.Renew(0)
		ask()
		show("one day")
	})
}

func TestOverviewScreen(t *testing.T) {
	eachLang(t, func(t *testing.T, lang i18n.Lang) {
		s := newStage(lang, "customer,date,amount\na,2024-01-01,3\nb,2024-01-01,4\n")
		o := &overview.State{}
		show := func(name string) string { return look(t, name, overview.View(&s.Host, o)) }
		ask := func() { overview.Ask(&s.Host, o); s.pump(&o.Busy) }
		show("no data")
		turn := o.Begin(engine.RatesRequest{})
		show("waiting")
		o.End(turn, engine.Rates{}, analysis.Fail(analysis.Internal, "engine.internal", analysis.Text("cause", "x")))
		s.load(t, sampleRef("shop", lang))
		show("failed")
		for _, g := range []churn.Grain{churn.Quarter, churn.Year, churn.ByDays, churn.ByCuts, churn.Month} {
			o.SetGrain(g, s.Dataset.First, s.Dataset.End)
			ask()
			if o.Err != nil {
				t.Fatalf("%s: %v", g, o.Err)
			}
			show("periods " + string(g))
		}
		s.Define(churn.Definition{Window: 60})
		overview.Follow(&s.Host, o)
		s.pump(&o.Busy)
		if html := show("another definition"); !strings.Contains(html, s.Loss(churn.Definition{Window: 60})) {
			t.Error("the overview does not name the definition in force")
		}
		s.load(t, engine.SourceRef{File: 1})
		o.Renew()
		ask()
		show("one day")
	})
}

func TestSegmentsScreen(t *testing.T) {
	eachLang(t, func(t *testing.T, lang i18n.Lang) {
		s := newStage(lang, broken)
		g := &segments.State{}
		show := func(name string) string { return look(t, name, segments.View(&s.Host, g)) }
		show("no data")
		g.Busy = true
		show("waiting")
		g.Forget()
		s.load(t, sampleRef("shop", lang))
		for _, set := range rfm.RuleSets {
			for _, bins := range []int{0, rfm.MinBins, rfm.MaxBins} {
				g.Options = rfm.Options{RuleSet: set, Bins: bins}
				segments.Ask(&s.Host, g)
				s.pump(&g.Busy)
				show(fmt.Sprintf("%s %d", set, bins))
			}
		}
		ask := func(name string, says ...string) {
			t.Helper()
			segments.Ask(&s.Host, g)
			s.pump(&g.Busy)
			html := show(name)
			for _, want := range says {
				if !strings.Contains(html, want) {
					t.Errorf("%s: the page lacks %q", name, want)
				}
			}
		}
		g.SetBins(5)
		ask("five")
		g.SetFixed(true, &g.Answer.Result)
		ask("typed", `id="cuts-r"`, `id="cuts-m"`)
		g.SetCuts(1, "4 3 2 1")
		show("typed badly")
		g.Options.Nested, g.Options.Ties, g.Options.Frequency, g.Options.Spend = true, rfm.NTile, rfm.Orders, rfm.AverageSpend
		g.SetFixed(false, &g.Answer.Result)
		ask("nested", "F 5")
		g.Show, g.Editing = rfm.LossShare, true
		g.Rename(0, "VIP", "")
		g.SetRange(0, 0, "1-")
		g.SetRange(1, 1, "5")
		g.Add("Nobody yet")
		g.Remove(3)
		ask("own", "VIP", `id="rules-editor"`, `id="rule-3-m"`)
		g.Tab = segments.TabClusters
		g.Choose(rfm.Classic)
		g.Forget()
		s.load(t, engine.SourceRef{File: 1})
		segments.Ask(&s.Host, g)
		s.pump(&g.Busy)
		show("few customers")
	})
}

func TestValueScreen(t *testing.T) {
	eachLang(t, func(t *testing.T, lang i18n.Lang) {
		s := newStage(lang, broken)
		v := &value.State{Options: value.Defaults()}
		show := func(name string) string { return look(t, name, value.View(&s.Host, v)) }
		ask := func() { value.Ask(&s.Host, v); s.pump(&v.Busy) }
		show("no data")
		for _, key := range data.SampleKeys[:2] { // those with orders
			d := s.load(t, sampleRef(key, lang)).Load.Answer
			v.Renew()
			v.Tab = value.TabValue
			ask()
			show(key + " worth")
			v.Tab = value.TabFit
			show(key + " fit")
			v.Tab = value.TabDrivers
			show(key + " drivers, not asked")
			value.Examine(&s.Host, v)
			s.pump(&v.Moves.Busy)
			if html := show(key + " drivers"); !strings.Contains(html, `id="elasticities"`) || !strings.Contains(html, `id="cost"`) || strings.Contains(html, "NaN") {
				t.Error("what moves the value is not shown")
			}
			chooseCovariate(t, s, v, d)
			if len(v.Chosen) > 0 {
				show(key + " attribute chosen")
				value.Regress(&s.Host, v)
				show(key + " with attributes, under way")
				s.pump(&v.Matter.Busy)
				if html := show(key + " with attributes"); v.Matter.Err == nil && !strings.Contains(html, `id="effects"`) {
					t.Errorf("%s: no effects: %v", key, v.Matter.Err)
				}
			}
			v.Tab = value.TabDoctor
			show(key + " doctor")
			v.Tab = value.TabModels
			show(key + " models, not compared")
			value.Compare(&s.Host, v)
			show(key + " comparing")
			s.pump(&v.Trials.Busy)
			if html := show(key + " models"); strings.Count(html, ">Pareto/NBD<") < 3 || !strings.Contains(html, `id="use-`) {
				t.Error("the models cannot be compared and chosen")
			}
			v.SetModel("MBG/NBD")
			ask()
			show(key + " models, another one")
			v.SetCalibrationEnd("1999-01-01", d.First, d.End)
			v.SetHorizon("x")
			if html := show(key + " wrong"); strings.Count(html, "-error\"") < 2 {
				t.Error("the fields' errors are not shown")
			}
			v.SetCalibrationEnd(d.End.String(), d.First, d.End)
			v.SetMargin("40")
			ask()
			show(key + " without a holdout")
		}
		v.Tab = value.TabValue
		v.Sure.Begin(engine.BootstrapRequest{Options: v.Options})
		if html := show("drawing again"); strings.Contains(html, `id="bootstrap"`) || !strings.Contains(html, "<progress") {
			t.Error("a bootstrap under way can be started again")
		}
		v.Sure.Forget()
		sure, err := s.Engine.Bootstrap(t.Context(), engine.BootstrapRequest{Options: v.Options, Replicates: 10})
		v.Sure.End(v.Sure.Begin(engine.BootstrapRequest{Options: v.Options}), sure, err)
		if html := show("drawn again"); !strings.Contains(html, s.T("value.method.bootstrap")) {
			t.Error("the headline does not say that its interval is the bootstrap's")
		}
		s.load(t, engine.SourceRef{File: 1})
		v.Renew()
		ask()
		if html := show("too little"); v.Err == nil || !strings.Contains(html, `id="horizon"`) {
			t.Error("a failed model should show its error and keep the controls in reach")
		}
	})
}

// chooseCovariate chooses the first text of few levels, with the second of them as the base.
func chooseCovariate(t *testing.T, s *stage, v *value.State, d *engine.Dataset) {
	for at, k := range d.Kept {
		if len(k.Groups) >= 2 && k.Distinct <= 8 && len(v.Chosen) == 0 {
			v.Toggle(at)
			v.SetBase(at, k.Groups[1].Value)
		}
	}
}

func TestSelfCheckScreen(t *testing.T) {
	eachLang(t, func(t *testing.T, lang i18n.Lang) {
		s := newStage(lang)
		c := &selfcheck.State{}
		show := func(name string) string { return look(t, name, selfcheck.View(&s.Host, c)) }
		show("not run")
		selfcheck.Ask(&s.Host, c)
		show("running")
		s.pump(&c.Busy)
		if html := show("run"); c.Err != nil || !strings.Contains(html, "1.226") || strings.Contains(html, "notice error") {
			t.Error("the published numbers are not confirmed")
		}
		c.Answer.Rows[3].Passed, c.Answer.CDNOW = false, true
		if html := show("one differs"); !strings.Contains(html, "notice error") {
			t.Error("a number that differs raises no alarm")
		}
		c.Err = analysis.Fail(analysis.Internal, "engine.internal", analysis.Text("cause", "x"))
		show("failed")
	})
}

func TestCustomersScreen(t *testing.T) {
	eachLang(t, func(t *testing.T, lang i18n.Lang) {
		s := newStage(lang)
		c := customers.Start()
		show := func(name string) string { return look(t, name, customers.View(&s.Host, &c)) }
		show("no data")
		s.load(t, sampleRef("shop", lang))
		show("waiting")
		for _, q := range []func(){func() {}, func() {
			c.Show(engine.CustomersRequest{Groups: []engine.GroupRef{{Segmentation: engine.Segmentation{By: engine.SegmentRFM}, Key: "champions"}}, Ranges: []engine.Range{{Column: engine.ColumnAlive, Low: 0.1, High: 0.9}}})
		}, func() { c.SortBy(engine.ColumnID) },
			func() { c.Rearrange(func(q *engine.CustomersRequest) { q.Search = "no such customer" }) }} {
			q()
			page, err := s.Engine.Customers(t.Context(), c.Request(0))
			c.Got(c.Version, 0, page, err)
			show(fmt.Sprintf("%+v", c.Query))
		}
		c.Show(engine.CustomersRequest{})
		page, err := s.Engine.Customers(t.Context(), c.Request(0))
		c.Got(c.Version, 0, page, err)
		customers.OpenCard(&s.Host, &c, 0)
		show("card, waiting")
		s.pump(&c.Card.Busy)
		if html := show("card"); !strings.Contains(html, "timeline") || !strings.Contains(html, s.T("card.buys")) || strings.Contains(html, "NaN") {
			t.Errorf("the card is not whole: %v", c.Card.Err)
		}
		s.Masked = true
		if html := show("masked"); strings.Contains(html, ">"+page.IDs[0]+"<") || strings.Contains(html, page.IDs[1]+"<") {
			t.Error("an identifier is in sight though it is masked")
		}
		s.Masked = false
		c.Card.Answer.Outlook, c.Card.Answer.NoOutlook = nil, analysis.Fail(analysis.NotEnough, "clv.no-customers")
		show("card without a model")
		page.IDs[0] = "nobody"
		customers.OpenCard(&s.Host, &c, 0)
		s.pump(&c.Card.Busy)
		show("card of nobody")
		c.CloseCard()
		c.Got(c.Version, 0, engine.CustomersPage{}, analysis.Fail(analysis.Internal, "engine.internal", analysis.Text("cause", "x")))
		show("failed")
	})
}

func TestOtherScreens(t *testing.T) {
	eachLang(t, func(t *testing.T, lang i18n.Lang) {
		s := newStage(lang)
		look(t, "help", help.View(&s.Host, (&Workbench{host: s.Host}).keyList()))
		look(t, "gallery", &gallery.Gallery{Lang: lang, Saver: browser.Saver{}})
		p := &privacy.State{}
		for _, lock := range []browser.LockState{browser.Loading, browser.Locked, browser.Unproved, browser.Open} {
			look(t, "privacy", privacy.View(&s.Host, p, nil, browser.Lock{State: lock}, browser.Offline{}, nil, nil))
		}
		for _, o := range []browser.Outcome{browser.Blocked, browser.Failed, browser.Out, browser.Absent} {
			p.Attempts = append(p.Attempts, browser.Attempt{Way: "fetch", From: browser.FromPage, To: browser.ToHost, Outcome: o, Directive: "connect-src"},
				browser.Attempt{Way: "websocket", From: browser.FromEngine, To: browser.ToOutside, Outcome: o})
		}
		p.Done = true
		for _, o := range []browser.OfflineState{browser.OfflineReady, browser.OfflineSingle, browser.OfflineIncomplete, browser.OfflineUnsupported} {
			look(t, "tested", privacy.View(&s.Host, p, nil, browser.Lock{State: browser.Locked}, browser.Offline{State: o, Files: 8}, nil, nil))
		}
	})
}

// TestShell draws the whole page around each screen.
func TestShell(t *testing.T) {
	eachLang(t, func(t *testing.T, lang i18n.Lang) {
		s := newStage(lang)
		w := &Workbench{engine: browser.NewEngine(nil), host: s.Host, update: true, state: browser.Crashed, cause: "panic: x\ngoroutine 1",
			toasts: []ui.Toast{{ID: 1, Text: "Saved", Level: ui.NoteLevel}, {ID: 2, Text: "Failed", Level: ui.ErrorLevel}}}
		w.customers, w.value.Options = customers.Start(), value.Defaults()
		for _, r := range routes {
			w.route = r.path
			look(t, "shell "+r.path, w)
		}
		d := s.load(t, sampleRef("shop", lang))
		w.host.Dataset, w.data = s.Dataset, *d
		retention.Ask(&s.Host, &w.retention)
		s.pumpWhile(w.retention.Busy)
		for _, w.lock.State = range []browser.LockState{browser.Loading, browser.Locked, browser.Unproved, browser.Open} {
			w.route = "retention"
			look(t, "shell with data", w)
		}
	})
}

// look draws a view and holds what must be true of any markup of the page.
func look(t *testing.T, name string, view goapp.UI) string {
	t.Helper()
	html := goapp.HTMLString(view)
	for fault, pattern := range faults {
		if at := pattern.FindString(html); at != "" {
			t.Errorf("%s: %s: %.120s", name, fault, at)
		}
	}
	for _, control := range nameless(html) {
		t.Errorf("%s: a screen reader has no name for %.160s", name, control)
	}
	for _, id := range twice(html) {
		t.Errorf("%s: two elements have the id %q", name, id)
	}
	return html
}

var faults = map[string]*regexp.Regexp{
	"a message is missing":                  regexp.MustCompile(`«[^»]*»`),
	"a message lacks an argument":           regexp.MustCompile(`\{[a-z0-9]+(\|[^}]*)?\}`),
	"the policy blocks a style attribute":   regexp.MustCompile(`<[^>]*\sstyle=`),
	"a number is none":                      regexp.MustCompile(`\bNaN\b|[+-]Inf\b|%!`),
	"a markup of the catalogues is written": regexp.MustCompile(`\*\*`),
}

var (
	buttons = regexp.MustCompile(`(?s)<button\b([^>]*)>(.*?)</button>`)
	fields  = regexp.MustCompile(`<(?:input|select|textarea)\b([^>]*)>`)
	labels  = regexp.MustCompile(`(?s)<label\b([^>]*)>(.*?)</label>`)
	tags    = regexp.MustCompile(`<[^>]*>`)
	idOf    = regexp.MustCompile(`\sid="([^"]*)"`)
	forOf   = regexp.MustCompile(`\sfor="([^"]*)"`)
	named   = regexp.MustCompile(`\saria-label="[^"]+"`)
)

// nameless lists the buttons and fields that have neither words nor label.
func nameless(html string) (list []string) {
	for _, b := range buttons.FindAllStringSubmatch(html, -1) {
		if !named.MatchString(b[1]) && strings.TrimSpace(tags.ReplaceAllString(b[2], "")) == "" {
			list = append(list, b[0])
		}
	}
	labelled, around := map[string]bool{}, ""
	for _, l := range labels.FindAllStringSubmatch(html, -1) {
		if strings.TrimSpace(tags.ReplaceAllString(l[2], "")) == "" {
			continue
		}
		around += l[2]
		if id := forOf.FindStringSubmatch(l[1]); id != nil {
			labelled[id[1]] = true
		}
	}
	for _, f := range fields.FindAllStringSubmatch(html, -1) {
		id := idOf.FindStringSubmatch(f[1])
		if !named.MatchString(f[1]) && (id == nil || !labelled[id[1]]) && !strings.Contains(around, f[0]) {
			list = append(list, f[0])
		}
	}
	return list
}

// twice lists the ids that more than one element has.
func twice(html string) (list []string) {
	seen := map[string]int{}
	for _, id := range idOf.FindAllStringSubmatch(html, -1) {
		if seen[id[1]]++; seen[id[1]] == 2 {
			list = append(list, id[1])
		}
	}
	return list
}

// TestLook sees that look finds what it is there for.
func TestLook(t *testing.T) {
	for html, want := range map[string]int{
		`<button type="button"><svg/></button>`:                             1,
		`<button type="button" aria-label="Close"><svg/></button>`:          0,
		`<button><span>Go</span></button>`:                                  0,
		`<input type="text" id="a">`:                                        1,
		`<label for="a">A</label><input type="text" id="a">`:                0,
		`<label for="b">B</label><input type="text" id="a">`:                1,
		`<label><input type="radio" name="x"><span>One</span></label>`:      0,
		`<label><input type="radio" name="x"><span></span></label>`:         1,
		`<select id="s" aria-label="S"></select>`:                           0,
		`<label for="s"></label><select id="s"><option>1</option></select>`: 1,
	} {
		if got := len(nameless(html)); got != want {
			t.Errorf("%s: %d without a name, want %d", html, got, want)
		}
	}
	if got := twice(`<a id="x"><b id="y"></b></a><i id="x">`); len(got) != 1 || got[0] != "x" {
		t.Errorf("ids that occur twice: %v", got)
	}
	for _, html := range []string{"«no.key»", "{n} rows", "{n|row|rows}", `<p style="x">`, "NaN", "**bold**"} {
		found := false
		for _, pattern := range faults {
			found = found || pattern.MatchString(html)
		}
		if !found {
			t.Errorf("%s is not found out", html)
		}
	}
}
