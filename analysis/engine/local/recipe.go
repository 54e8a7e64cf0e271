package local

import (
	"churnbench/analysis/engine"
	"churnbench/analysis/ingest"
)

// recipe writes down how the dataset was read.
func (l *Local) recipe(d *dataset) (engine.File, error) {
	r, err := l.recipeOf(d)
	if err != nil {
		return engine.File{}, err
	}
	return engine.File{Name: "recipe.json", MIME: "application/json", Bytes: r.JSON()}, nil
}

// recipeOf returns how the dataset was read. The names of the columns are looked up in
// the files again, which must still be there.
func (l *Local) recipeOf(d *dataset) (*ingest.Recipe, error) {
	r := &ingest.Recipe{Version: ingest.RecipeVersion, Rules: d.read.Rules}
	r.Rules.Today = 0
	for _, f := range d.read.Files {
		src, _, err := l.source(f.Source)
		if err != nil {
			return nil, err
		}
		p, err := ingest.SniffAs(src, f.Format, f.Kind)
		if err != nil {
			return nil, err
		}
		kind := f.Kind
		if isOrders(kind) {
			kind = ingest.Orders
		}
		r.Files = append(r.Files, ingest.RecipeOf(p, kind, overlaid(p.Format, f.Format), f.Mapping))
	}
	return r, nil
}
