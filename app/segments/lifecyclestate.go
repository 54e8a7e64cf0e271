package segments

import (
	"strconv"
	"strings"

	"churnbench/analysis"
	"churnbench/analysis/churn"
	"churnbench/analysis/engine"
	"churnbench/analysis/figure"
	"churnbench/analysis/lifecycle"
	"churnbench/app/screen"
)

// TabLifecycle is the tab of the stages of a customer's life.
const TabLifecycle = "lifecycle"

// A Lifecycle is what the tab knows and what the person chose.
type Lifecycle struct {
	screen.Request[engine.LifecycleRequest, engine.Lifecycle]
	screen.Typed

	Options     lifecycle.Options
	Before, Day analysis.Day // 0 takes the default
	Offset      int          // of the alerts
}

// ask is the request for what is chosen.
func (s *Lifecycle) ask(lost churn.Definition, layout figure.Layout) engine.LifecycleRequest {
	return engine.LifecycleRequest{Options: s.Options, Definition: lost, Before: s.Before, Day: s.Day, Offset: s.Offset, Layout: layout}
}

// renew forgets the answer and all that was chosen but the model: the numbers are days
// of the dataset before.
func (s *Lifecycle) renew() {
	s.Forget()
	*s = Lifecycle{Request: s.Request, Options: lifecycle.Options{Model: s.Options.Model}}
}

// change changes what is asked; other alerts are read from the first.
func (s *Lifecycle) change(set func()) {
	set()
	s.Offset = 0
}

// A lifeField is a number in the rules: whole, or a ratio typed in per cent. least and
// most bound what may be typed.
type lifeField struct {
	id          string // that of the label is "lifecycle."+id
	unit        string // key of the unit
	whole       func(*lifecycle.Options) *int
	ratio       func(*lifecycle.Options) *float64
	least, most float64
	funnel      bool // it is a window, which the funnel has, too
}

var lifeFields = []lifeField{
	{"recent", "ui.unit.days", func(o *lifecycle.Options) *int { return &o.Recent }, nil, 1, 36_500, true},
	{"silence", "ui.unit.days", func(o *lifecycle.Options) *int { return &o.Silence }, nil, 1, 36_500, true},
	{"exploring", "lifecycle.purchases", func(o *lifecycle.Options) *int { return &o.Exploring }, nil, 1, 1000, false},
	{"tenure", "ui.unit.days", func(o *lifecycle.Options) *int { return &o.Tenure }, nil, 1, 36_500, false},
	{"growth", "lifecycle.percent", nil, func(o *lifecycle.Options) *float64 { return &o.Growth }, 100, 100 * lifecycle.MaxRatio, false},
	{"decline", "lifecycle.percent", nil, func(o *lifecycle.Options) *float64 { return &o.Decline }, 1, 100, false},
}

// text is the number as it stands in the field; "" for one that is left open.
func (f *lifeField) text(o *lifecycle.Options) string {
	v := 0.0
	if f.whole != nil {
		v = float64(*f.whole(o))
	} else {
		v = 100 * *f.ratio(o)
	}
	if v == 0 {
		return ""
	}
	return strconv.FormatFloat(v, 'g', 6, 64)
}

// set takes what was typed; nothing goes back to the default. Windows are no longer than
// the span of the data, in days.
func (s *Lifecycle) set(f *lifeField, text string, span int) bool {
	most := f.most
	if f.funnel {
		most = min(most, float64(max(1, span)))
	}
	text = strings.TrimSpace(strings.TrimSuffix(strings.TrimSpace(text), "%"))
	v, err := strconv.ParseFloat(text, 64)
	switch {
	case text == "":
		v = 0
	case err != nil || !(v >= f.least && v <= most) || f.whole != nil && v != float64(int(v)):
		s.Refuse(f.id, text, analysis.Say("lifecycle.wrong-number", analysis.Number("least", f.least), analysis.Number("most", most)))
		return false
	}
	s.Accept(f.id)
	s.change(func() {
		if f.whole != nil {
			*f.whole(&s.Options) = int(v)
		} else {
			*f.ratio(&s.Options) = v / 100
		}
	})
	return true
}

// Fields of the two days.
const (
	lifeBefore = "life-before"
	lifeDay    = "life-day"
)

// setDay takes a day that was typed or picked, from lo to hi.
func (s *Lifecycle) setDay(field, text string, lo, hi analysis.Day) bool {
	day, err := analysis.ParseDay(text)
	if err != nil || day < lo || day > hi {
		s.Refuse(field, text, analysis.Say("lifecycle.wrong-day", analysis.On("from", lo), analysis.On("to", hi)))
		return false
	}
	s.Accept(field)
	s.change(func() {
		if field == lifeDay {
			s.Day = day
		} else {
			s.Before = day
		}
	})
	return true
}

// ref is the group of customers of a stage on one of the answer's days.
func (s *Lifecycle) ref(stage lifecycle.Stage, day analysis.Day, lost churn.Definition) engine.GroupRef {
	return engine.GroupRef{Segmentation: engine.Segmentation{By: engine.SegmentLifecycle, Life: s.Question.Options, Definition: lost}, Key: stage.Key(), At: day}
}

// entered are those who have come to the alarm stage between the two days.
func (s *Lifecycle) entered(r *lifecycle.Result, lost churn.Definition) engine.GroupRef {
	return engine.GroupRef{Segmentation: engine.Segmentation{By: engine.SegmentEntered, Life: s.Question.Options, Definition: lost, Since: r.Before}, Key: engine.Entered, At: r.Day}
}
