// Package project is the screen of what can be saved: an analysis apart from its data, as
// a .churn file that is opened again next month.
//
//	state.go    the project that is open, and what is chosen about saving it
//	compare.go  what has changed since it was saved
//	view.go     the screen
package project

import (
	"reflect"
	"slices"

	"churnbench/analysis"
	"churnbench/analysis/engine"
	"churnbench/analysis/report"
	"churnbench/app/screen"
)

// A State is what the screen knows and what the person chose.
type State struct {
	Name       string
	Notes      string
	NoReceipts bool // results are not put into the file
	Data       bool // the files themselves are

	Opened *engine.Project    // as it was opened or last saved; nil for one that is new
	Waits  bool               // Opened has no data yet
	Doubts []analysis.Warning // what of Opened these data do not allow

	Saving screen.Request[engine.ProjectRequest, engine.File]
	Replay screen.Request[engine.ProjectRequest, engine.File] // Opened's questions on these data
	Back   screen.Request[engine.SourceRef, []engine.Member]  // what was written, read back

	Then *engine.Project // what Now is compared with; nil for nothing
	Now  *engine.Project // as last written down with its receipts; nil before
	News bool            // there is a comparison that has not been looked at
	Told bool            // the notice about the project was closed

	Files []engine.ProjectFile // of the dataset, if they were asked for alone
}

// Open takes a project that was read from a file; it waits for its data.
func (s *State) Open(p *engine.Project) {
	s.Close()
	s.Opened, s.Waits, s.Name, s.Notes = p, true, p.Name, p.Notes
}

// Close lets go of the project.
func (s *State) Close() {
	before := *s
	before.Forget()
	*s = State{Saving: before.Saving, Replay: before.Replay, Back: before.Back, NoReceipts: s.NoReceipts}
}

// Return lets go of the project for one that was open before.
func (s *State) Return(to State) {
	s.Close()
	to.Saving, to.Replay, to.Back = s.Saving, s.Replay, s.Back
	*s = to
}

// Forget drops what came of a dataset.
func (s *State) Forget() {
	s.Saving.Forget()
	s.Replay.Forget()
	s.Back.Forget()
	s.Then, s.Now, s.News, s.Told, s.Doubts, s.Files = nil, nil, false, false, nil, nil
}

// Dirty reports whether name, notes or report are others than those saved.
func (s *State) Dirty(r report.Report) bool {
	saved := s.Opened
	if saved == nil {
		saved = &engine.Project{}
	}
	was := saved.Report
	same := slices.Equal(r.Blocks, was.Blocks)
	r.Blocks, was.Blocks = nil, nil // none and nil are the same
	return !same || s.Name != saved.Name || s.Notes != saved.Notes || !reflect.DeepEqual(r, was)
}

// Fresh returns the receipts of questions if they have just been computed on these data,
// nil if they have to be computed again.
func (s *State) Fresh(q *engine.Questions, same func(a, b *engine.Questions) bool) []engine.Receipt {
	if s.Now == nil || !same(&s.Now.Questions, q) {
		return nil
	}
	return s.Now.Receipts
}

// Saved notes what was saved, as it was read back.
func (s *State) Saved(p *engine.Project) {
	s.Opened = p
	if len(p.Receipts) > 0 {
		s.Now = p
	}
}

// Wrote notes a project that was written down for its fingerprints only.
func (s *State) Wrote(p *engine.Project) { s.Files = p.Files }

// Replayed notes what came of then's questions now.
func (s *State) Replayed(then, now *engine.Project) { s.Then, s.Now, s.News = then, now, true }

// Known are the files of the dataset with what is known of their bytes: of the file that
// was last written.
func (s *State) Known(name string, size int64) (hash string) {
	files := s.Files
	for _, p := range []*engine.Project{s.Now, s.Opened} {
		if p != nil && !s.Waits {
			files = append(files[:len(files):len(files)], p.Files...)
		}
	}
	for _, f := range files {
		if f.Name == name && f.Size == size {
			return f.SHA256
		}
	}
	return ""
}

// short is a digest as it is shown: enough to tell two apart at a glance.
func short(digest string) string { return digest[:min(len(digest), 12)] }
