// Package screen is what every screen of the workbench shares: the host around
// it and the state of a question to the engine.
//
// A screen is a folder of two files. Its state.go holds a plain value and its
// transitions, tested as plain Go; its view.go draws that value and turns
// events into transitions. A screen asks the engine through Ask and the
// workbench through Host, and touches no JavaScript value.
package screen

import (
	"context"
	"time"

	"github.com/maxence-charriere/go-app/v10/pkg/app"

	"churnbench/analysis/churn"
	"churnbench/analysis/engine"
	"churnbench/analysis/figure"
	"churnbench/app/i18n"
	"churnbench/app/ui"
)

// A Host is the workbench as a screen sees it.
type Host struct {
	Engine  engine.Engine
	Saver   ui.Saver
	Lang    i18n.Lang
	Dataset *engine.Dataset  // nil while none is loaded
	Window  float64          // width of the window, in CSS pixels
	Clock   func() time.Time // nil for the browser's
	Masked  bool             // identifiers are not to be read, see Customer

	ClusterNames []string // that the person gave to the clusters last asked for, "" for those without

	// Definition says when a customer of the dataset counts as lost. Screens read
	// it and change it by Define only, which asks again what depends on it.
	Definition churn.Definition
	Define     func(churn.Definition)

	// Asked hears of every question that goes out; nil where nobody listens.
	Asked func()

	// Opened takes a project that was read from a file; nil closes the one that is open.
	// Nil where there are no projects.
	Opened func(*engine.Project)

	// Replacing is asked before something takes the place of the work on the page. It calls
	// do once that may happen, at once or after the person was asked, or not if she would
	// rather stay; nil where nothing can be lost.
	Replacing func(by Replacement, do, not func())

	// Redraw runs f where state may be changed, then draws the page anew.
	// It may be called from any goroutine.
	Redraw func(f func())
	// Open goes to a route such as "customers".
	Open func(route string)
	// OpenCell opens the customers behind a cell of a cohort table; nil where there is
	// no table of customers.
	OpenCell func(engine.CohortCell)
	// OpenGroups opens the table of the customers who are in all of these groups; nil where
	// there is no table of customers.
	OpenGroups func(...engine.GroupRef)
	// OpenCustomer opens the card of a customer, by her identifier.
	OpenCustomer func(id string)
	// Offer draws what the start offers to go on with; nil where nothing is remembered.
	Offer func() app.UI
	// Tour begins the tour; nil where there is none.
	Tour func()
	// Focus moves the keyboard to the element with this id, once the redraw
	// under way is done.
	Focus func(id string)
	// Attach makes the files of an input's change event known to the engine.
	Attach func(e app.Event) []Attached
	// Cancel stops what the engine is doing, by starting it anew.
	Cancel func()
	// Loaded tells that another dataset is in the engine.
	Loaded func(engine.Dataset)
	// Explain shows how a number came about, in a dialog; nil where there is none.
	Explain func(ui.ExplainProps)
	// Present shows the figure with this ID to an audience; nil where there is none.
	Present func(id string)
	// AddToReport puts the exhibit with an ID into the report; nil where there is none.
	AddToReport func(id string)
	// Tell reports something done, or an error, in a corner of the page.
	Tell func(text string, level ui.Level)
}

// A Replacement is what takes the place of the work on the page.
type Replacement uint8

// The replacements.
const (
	ByProject   Replacement = iota
	BySample                // closes a project that is open
	ByFiles                 // those of another month go on with a project that is open
	ByCorrected             // the same files, read otherwise
	ByClosing               // nothing does: the project is closed
)

// Replace asks Replacing, if there is anybody to ask.
func (h *Host) Replace(by Replacement, do, not func()) {
	if h.Replacing == nil {
		do()
		return
	}
	h.Replacing(by, do, not)
}

// An Attached file can be named in requests.
type Attached struct {
	Ref  engine.SourceRef
	Name string
	Size int64

	Folder bool // a folder was dropped: it has no Ref and cannot be read
}

// Ask puts q to the engine and keeps r up to date: busy, progressing, answered
// or failed. then, if not nil, runs after a good answer. While an earlier
// question of r is under way, q waits for it.
func Ask[Q, A any](h *Host, r *Request[Q, A], q Q, call func(context.Context, Q) (A, error), then func(A)) {
	var answer A
	h.inquire(&r.Inquiry, inquiring{
		begin: func() { r.Question = q },
		call: func(ctx context.Context) (err error) {
			answer, err = call(ctx, q)
			return err
		},
		answered: func() {
			r.Answer, r.Answered = &answer, q
			if then != nil {
				then(answer)
			}
		},
	})
}

// inquiring is what of an inquiry depends on the kind of question.
type inquiring struct {
	begin    func()
	call     func(context.Context) error
	answered func()
}

func (h *Host) inquire(r *Inquiry, do inquiring) {
	if r.Wait(func() { h.inquire(r, do) }) {
		h.asked()
		return
	}
	do.begin()
	turn := r.begin()
	h.asked()
	whole, stop := context.WithCancel(context.Background())
	r.stop = stop
	ctx := engine.WithProgress(whole, func(p engine.Progress) {
		h.Redraw(func() { r.Advance(turn, p) })
	})
	go func() {
		defer stop()
		err := do.call(ctx)
		h.Redraw(func() { h.conclude(r, turn, err, do.answered) })
	}()
}

// conclude takes in what came of a turn, and asks what came up meanwhile.
func (h *Host) conclude(r *Inquiry, turn int, err error, answered func()) {
	if !r.end(turn, err) {
		return
	}
	if err == nil {
		answered()
	}
	if ask := r.next(); ask != nil {
		ask()
	}
}

func (h *Host) asked() {
	if h.Asked != nil {
		h.Asked()
	}
}

// Layout is where figures stand in a window of this width; web/css/layout.css
// has the same steps. The steps are coarse, so that dragging a window's edge
// does not ask for figures all the time.
func (h *Host) Layout() figure.Layout {
	l := figure.Layout{Lang: string(h.Lang)}
	switch {
	case h.Window >= 1400:
		l.Column, l.Half = 700, 530
	case h.Window >= 1040:
		l.Column, l.Half = 560, 430
	case h.Window > 720:
		l.Column, l.Half = 760, 400
	default:
		l.Column, l.Half = 360, 360
	}
	return l
}

// Now is the time where the person is.
func (h *Host) Now() time.Time {
	if h.Clock == nil {
		return time.Now()
	}
	return h.Clock()
}

// T says a message in the person's language.
func (h *Host) T(key i18n.Key, args ...Arg) string { return i18n.T(h.Lang, key, args...) }

// Money writes an amount in main units in the dataset's currency.
func (h *Host) Money(v float64) string { return h.Lang.Money(v, h.Currency()) }

// CompactMoney writes a large amount short: $1.2 M, ¥126万.
func (h *Host) CompactMoney(v float64) string { return h.Lang.MoneyCompact(v, h.Currency()) }

// Currency is the ISO 4217 code that the dataset names, "" if it names none.
func (h *Host) Currency() string {
	if h.Dataset == nil {
		return ""
	}
	return h.Dataset.Currency
}

// Export saves a table of the engine as CSV.
func (h *Host) Export(req engine.ExportRequest) {
	req.Lang = string(h.Lang)
	go func() {
		file, err := h.Engine.Export(context.Background(), req)
		h.Redraw(func() {
			if err != nil {
				h.Tell(i18n.Say(h.Lang, engine.AsError(err).Message), ui.ErrorLevel)
				return
			}
			h.Saver.SaveBytes(file.Name, file.MIME, file.Bytes)
		})
	}()
}
