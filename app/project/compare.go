package project

import (
	"math"
	"slices"

	"churnbench/analysis/engine"
)

// A Comparison sets what came of a project's questions beside what had come of them when
// it was saved.
type Comparison struct {
	Files    []FileChange
	SameData bool // the same bytes
	Rows     []Row
	Compared int      // receipts that both have
	Differ   []string // questions of them whose digests differ
	Programs bool     // another version wrote it
}

// A FileChange is a file then and now; a name is "" where there was none, or is none.
type FileChange struct {
	Then, Now engine.ProjectFile
	Same      bool
}

// A Row is a headline then and now; NaN where it is not known.
type Row struct {
	Question  string
	Key       string
	Unit      engine.Unit
	Then, Now float64
}

// Change is by how much it has grown, Relative by which part of what it was; NaN where one
// of them is not known.
func (r *Row) Change() float64   { return r.Now - r.Then }
func (r *Row) Relative() float64 { return r.Change() / math.Abs(r.Then) }

// Identical reports whether all digits are the same, to the last bit.
func (c *Comparison) Identical() bool { return c.SameData && c.Compared > 0 && len(c.Differ) == 0 }

// Broken reports whether the same data have given other digits: what must never be.
func (c *Comparison) Broken() bool { return c.SameData && len(c.Differ) > 0 }

// Compare compares two projects that ask the same.
func Compare(then, now *engine.Project) *Comparison {
	c := &Comparison{Files: files(then.Files, now.Files), Programs: then.Program != now.Program}
	c.SameData = then.Sample == now.Sample && (then.Sample != "" || len(c.Files) > 0)
	for _, f := range c.Files {
		c.SameData = c.SameData && f.Same
	}
	for i := range then.Receipts {
		a := &then.Receipts[i]
		b := receipt(now, a.Question)
		if b == nil {
			continue
		}
		c.Rows = append(c.Rows, rows(a, b)...)
		if a.Digest != "" || b.Digest != "" {
			c.Compared++
			if a.Digest != b.Digest {
				c.Differ = append(c.Differ, a.Question)
			}
		}
	}
	return c
}

func receipt(p *engine.Project, question string) *engine.Receipt {
	for i := range p.Receipts {
		if p.Receipts[i].Question == question {
			return &p.Receipts[i]
		}
	}
	return nil
}

// rows pairs the headlines of two receipts: all of the first, then what the second has
// besides.
func rows(a, b *engine.Receipt) (list []Row) {
	for _, h := range a.Headlines {
		list = append(list, Row{a.Question, h.Key, h.Unit, h.Value, value(b, h.Key)})
	}
	for _, h := range b.Headlines {
		if !slices.ContainsFunc(a.Headlines, func(have engine.Headline) bool { return have.Key == h.Key }) {
			list = append(list, Row{a.Question, h.Key, h.Unit, math.NaN(), h.Value})
		}
	}
	return list
}

func value(r *engine.Receipt, key string) float64 {
	for _, h := range r.Headlines {
		if h.Key == key {
			return h.Value
		}
	}
	return math.NaN()
}

// files pairs files: by their bytes, then by their names, then the rest in their order,
// for next month's export has another name.
func files(then, now []engine.ProjectFile) (list []FileChange) {
	taken := make([]bool, len(now))
	for _, f := range then {
		list = append(list, FileChange{Then: f})
	}
	for _, alike := range []func(a, b *engine.ProjectFile) bool{
		func(a, b *engine.ProjectFile) bool { return a.SHA256 == b.SHA256 && a.SHA256 != "" },
		func(a, b *engine.ProjectFile) bool { return a.Name == b.Name },
		func(a, b *engine.ProjectFile) bool { return true },
	} {
		for i := range list {
			for j := range now {
				if list[i].Now.Name == "" && !taken[j] && alike(&list[i].Then, &now[j]) {
					list[i].Now, taken[j] = now[j], true
					list[i].Same = list[i].Then.SHA256 == now[j].SHA256 && now[j].SHA256 != ""
				}
			}
		}
	}
	for j, f := range now {
		if !taken[j] {
			list = append(list, FileChange{Now: f})
		}
	}
	return list
}
