package data

import (
	"reflect"
	"slices"

	"churnbench/analysis/ingest"
)

// An offer is how the engine proposes to read an item.
type offer struct {
	format  ingest.Format
	mapping ingest.Mapping
	kind    ingest.Kind
}

// proposal is the recipe that items would have, had the person corrected nothing; nil for
// samples.
func (b *Basket) proposal(items []*Item) *ingest.Recipe {
	made := b.recipeOf(items)
	if made == nil {
		return nil
	}
	made.Recipe.Rules = cloned(b.offered)
	for i, it := range items {
		first := it.offer
		first.mapping = b.Leader(it).offer.mapping
		made.Recipe.Files[i] = recipeFile(it, first)
	}
	return made.Recipe
}

// shares reports whether a basket has a file in common with another one: what was decided
// about that one goes on.
func (b *Basket) shares(other *Basket) bool {
	return slices.ContainsFunc(b.Items, func(it *Item) bool {
		return slices.ContainsFunc(other.Items, func(o *Item) bool {
			a, b := &it.Source, &o.Source
			return a.Sample == "" && a.File == b.File && a.Member == b.Member && string(a.Text) == string(b.Text) && it.Name == o.Name
		})
	})
}

// Again reports whether what is loaded was loaded before, read otherwise or with less beside
// it. What was decided about it holds.
func (s *State) Again() bool { return s.again }

// reads is how the loaded files are read; nil of a sample.
func (s *State) reads() *ingest.Recipe {
	if r := s.loaded.recipe(); r != nil {
		return r.Recipe
	}
	return nil
}

// Saved notes that how the loaded files are read has been saved.
func (s *State) Saved() { s.saved = s.reads() }

// Renew takes the loaded files as new ones: what was proposed about them is nobody's work.
func (s *State) Renew() { s.saved = s.loaded.proposal(s.loaded.Ready()) }

// Corrected reports whether the loaded files are read otherwise than was saved, or than was
// proposed if nothing was.
func (s *State) Corrected() bool { return !alike(s.saved, s.reads()) }

// Pending reports whether corrections are in sight that nothing was read by yet.
func (s *State) Pending() bool {
	if s.Phase() != Confirm {
		return false
	}
	items := slices.DeleteFunc(slices.Clone(s.Items), func(it *Item) bool { return it.Out || it.Look.Answer == nil })
	made := s.Basket.recipeOf(items)
	return made != nil && !alike(made.Recipe, s.Basket.proposal(items))
}

// alike reports whether two recipes read files in the same way: what these are called, and
// where a column stands that has a name, does not matter.
func alike(a, b *ingest.Recipe) bool {
	if a == nil || b == nil {
		return a == b
	}
	return reflect.DeepEqual(plain(a), plain(b))
}

func plain(r *ingest.Recipe) ingest.Recipe {
	p := ingest.Recipe{Rules: cloned(r.Rules)}
	p.Rules.Today = 0
	for _, list := range []*[]string{&p.Rules.Test, &p.Rules.NoSale, &p.Rules.Left, &p.Rules.Stays} {
		*list = append([]string{}, *list...) // none and nil are the same
	}
	for _, f := range r.Files {
		f.Name, f.Preset, f.Columns = "", "", slices.Clone(f.Columns)
		for i := range f.Columns {
			if f.Columns[i].Name != "" {
				f.Columns[i].At = 0
			}
		}
		p.Files = append(p.Files, f)
	}
	return p
}
