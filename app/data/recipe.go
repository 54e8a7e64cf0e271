package data

import (
	"slices"
	"strings"

	"churnbench/analysis/ingest"
)

// A Recipe is how files are to be read, with where that was learnt.
type Recipe struct {
	Name   string // of the recipe's file, or of the file that was read last
	Own    bool   // the page remembers it from the last load; it was not saved
	Recipe *ingest.Recipe
}

// recipe writes down how the basket was read; nil for samples, whose way of
// writing says nothing about anybody's files.
func (b *Basket) recipe() *Recipe { return b.recipeOf(b.Ready()) }

func (b *Basket) recipeOf(ready []*Item) *Recipe {
	if len(ready) == 0 || b.sampled() {
		return nil
	}
	r := &ingest.Recipe{Version: ingest.RecipeVersion, Rules: cloned(b.Rules)}
	r.Rules.Today = 0
	for _, it := range ready {
		r.Files = append(r.Files, recipeFile(it, offer{it.Look.Answer.Format, b.MappingOf(it), it.Kind}))
	}
	return &Recipe{Name: ready[0].Name, Own: true, Recipe: r}
}

// sampled reports whether the basket is one of the built-in samples.
func (b *Basket) sampled() bool { return len(b.Items) == 1 && b.Items[0].Source.Sample != "" }

func recipeFile(it *Item, as offer) ingest.RecipeFile {
	p := it.Look.Answer
	f := ingest.RecipeFile{Name: it.Name, Kind: as.kind, Preset: p.Preset, Format: as.format}
	for i, role := range as.mapping {
		if role != ingest.Ignore && i < len(p.Columns) {
			f.Columns = append(f.Columns, ingest.RecipeColumn{Name: p.Columns[i].Name, At: i, Role: role})
		}
	}
	return f
}

// Follow has all files of the basket read by a recipe from now on, and returns
// those to look at again. Nil stops it.
func (s *State) Follow(r *Recipe) []*Item {
	s.Recipe = r
	if s.shown {
		return nil
	}
	s.ruled, s.proposed = false, false
	var again []*Item
	for _, it := range s.Items {
		if it.Look.Answer != nil {
			it.Want, it.Questions, it.own = ingest.Format{}, nil, false
			again = append(again, it)
		}
	}
	return again
}

// Fitting counts the items that the recipe fits.
func (s *State) Fitting() int {
	n := 0
	for _, it := range s.Items {
		if s.Recipe != nil && it.Look.Answer != nil && fits(s.Recipe.Recipe, it.Look.Answer) {
			n++
		}
	}
	return n
}

// fits reports whether one of the recipe's files is like p: it has the column
// of the customer and at least half of all columns that the recipe names.
// Package ingest decides by the same rule when it applies the recipe.
func fits(r *ingest.Recipe, p *ingest.Preview) bool {
	return slices.ContainsFunc(r.Files, func(f ingest.RecipeFile) bool {
		found := 0
		for _, c := range f.Columns {
			has := holds(p, c)
			if !has && c.Role == ingest.Customer {
				return false
			}
			if has {
				found++
			}
		}
		return found > 0 && 2*found >= len(f.Columns)
	})
}

// holds reports whether p has a recipe's column, by name or by position.
func holds(p *ingest.Preview, c ingest.RecipeColumn) bool {
	if c.Name == "" {
		return c.At < len(p.Columns)
	}
	return slices.ContainsFunc(p.Columns, func(have ingest.Column) bool {
		return strings.EqualFold(strings.Join(strings.Fields(have.Name), " "), strings.Join(strings.Fields(c.Name), " "))
	})
}
