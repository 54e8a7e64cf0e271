package lifecycle

import (
	"churnbench/analysis"
	"churnbench/analysis/churn"
)

// A Life holds a log to the rules of one model. It keeps nothing of an answer; it may
// be asked from several goroutines.
type Life struct {
	Options Options // as used: what was left open is filled in

	log    *analysis.Log
	spells *churn.Spells
	first  analysis.Day // purchase of the log
}

// New settles options against a log. spells are those of the same log by Silence days
// or, where the options leave it open, by the definition of loss in force. The error is
// a *analysis.Error.
func New(log *analysis.Log, spells *churn.Spells, opt Options) (*Life, error) {
	first := log.First()
	settled, err := opt.settle(spells.By.Window, int(log.End-first))
	if err != nil {
		return nil, err
	}
	return &Life{settled, log, spells, first}, nil
}

// LossOf is the definition by which customers have lapsed, given that in force.
func (o Options) LossOf(inForce churn.Definition) churn.Definition {
	if o.Silence != 0 {
		return churn.Definition{Window: o.Silence}
	}
	return inForce
}

// At returns the stage of each customer at the end of a day ≤ Log.End.
func (l *Life) At(day analysis.Day) []Stage {
	list := make([]Stage, l.log.Customers())
	for c := range list {
		w := l.walk(analysis.CustomerID(c))
		list[c] = w.to(day)
	}
	return list
}
