package data

import (
	"slices"

	"churnbench/analysis"
	"churnbench/analysis/engine"
	"churnbench/analysis/ingest"
	"churnbench/app/i18n"
	"churnbench/app/screen"
	"churnbench/app/ui"
)

// Drop takes files that were dropped anywhere on the page. While a basket is
// being confirmed they are added to it, else they begin another one; reading
// others under way is given up.
func Drop(h *screen.Host, s *State, files []screen.Attached) {
	view{h, s}.take(files)
}

func (v view) take(files []screen.Attached) {
	if v.s.Load.Busy {
		v.Cancel()
	}
	begin := v.s.Phase() != Confirm && v.s.Phase() != Looking
	for _, f := range files {
		switch {
		case f.Folder:
			v.Tell(v.T("data.drop.folder", analysis.Text("name", f.Name)), ui.ErrorLevel)
			continue
		case begin:
			v.s.Start()
			begin = false
		case v.s.Has(f.Name, f.Size):
			v.Tell(v.T("data.drop.twice", analysis.Text("name", f.Name)), ui.NoteLevel)
			continue
		}
		v.unpack(v.s.Add(f.Ref, f.Name, f.Size))
	}
}

// unpack asks what a file holds, then looks at each part.
func (v view) unpack(it *Item) {
	screen.Ask(v.Host, &it.Opening, it.Source, v.Engine.Contents, func(members []engine.Member) {
		if slices.ContainsFunc(members, func(m engine.Member) bool { return m.Project != nil }) {
			v.Replace(screen.ByProject, func() { v.unpacked(it, members) }, func() { v.refuse(it) })
			return
		}
		v.unpacked(it, members)
	})
}

func (v view) unpacked(it *Item, members []engine.Member) {
	for _, m := range members {
		switch {
		case m.Project != nil:
			v.open(it, m)
		case m.Recipe != nil:
			v.follow(it, m)
		}
	}
	for _, part := range v.s.Unpack(it, members) {
		v.look(part, part.Request())
	}
}

// refuse puts a file away that is not to be opened after all, and shows again what was in
// sight before it came.
func (v view) refuse(it *Item) {
	v.s.Remove(it)
	if len(v.s.Items) == 0 && v.s.CanReturn() {
		v.s.Return()
	}
}

// follow takes a saved recipe into use instead of reading it as a table.
func (v view) follow(it *Item, m engine.Member) {
	v.relook(v.s.Follow(&Recipe{Name: m.Name, Recipe: m.Recipe}))
	if m.Member == "" {
		v.s.Remove(it)
	}
	if len(v.s.Items) == 0 {
		v.Tell(v.T("data.recipe.kept", analysis.Text("name", m.Name)), ui.NoteLevel)
	}
}

// relook looks at items again, by the recipe in use.
func (v view) relook(items []*Item) {
	for _, it := range items {
		v.look(it, it.Request())
	}
}

// look has the engine propose how an item is to be read.
func (v view) look(it *Item, req engine.PreviewRequest) {
	req.Today = dayOf(v.Now())
	if v.s.Recipe != nil && req.Source.Sample == "" {
		req.Recipe = v.s.Recipe.Recipe
	}
	screen.Ask(v.Host, &it.Look, req, v.Engine.Preview, func(p ingest.Preview) { v.understood(it, p) })
}

func (v view) understood(it *Item, p ingest.Preview) {
	it.Understood(p)
	v.s.Propose(it)
	for _, one := range v.s.Items { // what was settled for this one may settle others
		v.inherit(one)
	}
	v.s.Settle()
	if hold, _ := v.s.Hold(); v.s.whole && hold == NoHold {
		v.s.whole = false
		v.load()
	}
}

// inherit answers a question about a file as it was answered for the first one
// with the same header.
func (v view) inherit(it *Item) {
	leader := v.s.Leader(it)
	if leader == it || leader.Look.Answer == nil || it.Look.Busy {
		return
	}
	for _, u := range it.Open() {
		if value := answer(leader.Look.Answer.Format, u.Property); value != "" {
			v.look(it, it.Reread(func(f *ingest.Format) { decide(f, u.Property, value) }))
		}
	}
}

// correct looks at an item again by a corrected format.
func (v view) correct(it *Item, change func(*ingest.Format)) { v.look(it, it.Reread(change)) }

// Answer settles a question for an item and for those like it.
func Answer(h *screen.Host, s *State, it *Item, p ingest.Property, value string) {
	v := view{h, s}
	for _, one := range append(s.Siblings(it, p), it) {
		v.correct(one, func(f *ingest.Format) { decide(f, p, value) })
	}
}

// rekind has an item looked at as a file of another kind.
func (v view) rekind(it *Item, kind ingest.Kind) {
	it.Out = false
	req := it.Request()
	req.Kind = kind
	v.look(it, req)
}

// Sample loads a sample.
func Sample(h *screen.Host, s *State, key string) { view{h, s}.sampled(key) }

// sampled loads a sample straight away: there is nothing to confirm about it.
func (v view) sampled(key string) {
	v.Replace(screen.BySample, func() { v.sampledIn(key, string(v.Lang)) }, func() {})
}

// sampledIn loads it with headers in a language.
func (v view) sampledIn(key, lang string) {
	v.s.Start()
	ref := engine.SourceRef{Sample: key, Lang: lang}
	it := v.s.Add(ref, v.T(i18n.Key("sample."+key+".name")), 0)
	screen.Ask(v.Host, &it.Look, it.Request(), v.Engine.Preview, func(p ingest.Preview) {
		v.understood(it, p)
		v.load()
	})
}

// pasted looks at text from a spreadsheet.
func (v view) pasted(text string) {
	v.s.Start()
	it := v.s.Add(engine.SourceRef{Text: []byte(text)}, v.T("data.paste.name"), int64(len(text)))
	v.look(it, it.Request())
}

// load reads the basket as it is understood now.
func (v view) load() { Read(v.Host, v.s) }

// Confirmed reads the basket once the person says that everything is as it should be.
func Confirmed(h *screen.Host, s *State) {
	by := screen.ByFiles
	if s.Basket.shares(&s.loaded) {
		by = screen.ByCorrected
	}
	h.Replace(by, func() { Read(h, s) }, func() {})
}

// Read reads the basket as it is understood now.
func Read(h *screen.Host, s *State) {
	screen.Ask(h, &s.Load, s.Confirmed(h.Now()), h.Engine.Load, func(d engine.Dataset) {
		s.Took()
		h.Loaded(d)
	})
}

// reload reads the loaded files again by another rule, where the ledger offers
// it. A failure leaves their confirmation, with the rule as it was chosen.
func (v view) reload(change func(*ingest.Rules)) {
	v.s.Rule(change)
	v.load()
}
