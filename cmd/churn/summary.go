package main

import (
	"errors"
	"math"

	"github.com/go-json-experiment/json"
	"github.com/go-json-experiment/json/jsontext"

	"churnbench/analysis"
	"churnbench/analysis/clv"
	"churnbench/analysis/cohort"
	"churnbench/analysis/engine"
	"churnbench/analysis/ingest"
	"churnbench/analysis/rfm"
	"churnbench/analysis/survival"
)

// A summary is every number that the analysis printed or drew, as
// summary.json holds it. Skipped names what the data could not answer.
type summary struct {
	Reading  reading
	Dataset  engine.Dataset
	Segments rfm.Result
	Cohorts  cohort.Result
	Lapse    survival.LapseResult
	Value    clv.Result
	Findings []clv.Finding // of the fit doctor; Value.Warnings holds every other doubt
	Skipped  []skipped
}

// A reading is how the files were understood.
type reading struct {
	Files []fileReading
	Rules ingest.Rules
}

type fileReading struct {
	Name    string
	Kind    ingest.Kind
	Format  ingest.Format
	Mapping ingest.Mapping
}

func readingOf(files []readFile, load engine.LoadRequest) reading {
	r := reading{Rules: load.Rules}
	for i, f := range load.Files {
		r.Files = append(r.Files, fileReading{files[i].preview.Name, f.Kind, f.Format, f.Mapping})
	}
	return r
}

type skipped struct {
	Question string
	Reason   *analysis.Error
}

// note records that the data cannot answer a question and lets the analysis go
// on; any other error is returned.
func (s *summary) note(question string, err error) error {
	var e *analysis.Error
	if errors.As(err, &e) && e.Kind == analysis.NotEnough {
		s.Skipped = append(s.Skipped, skipped{question, e})
		return nil
	}
	return err
}

// toJSON writes results: dates in ISO form, money in main units, null for
// what is not known and "Infinity" for what is never reached.
func toJSON(v any) ([]byte, error) {
	body, err := json.Marshal(v, jsontext.WithIndent("  "), json.WithMarshalers(json.JoinMarshalers(
		json.MarshalToFunc(writeFloat),
		json.MarshalToFunc(func(enc *jsontext.Encoder, m analysis.Money) error { return writeFloat(enc, m.Float()) }),
		json.MarshalToFunc(func(enc *jsontext.Encoder, d analysis.Day) error {
			return enc.WriteToken(jsontext.String(d.String()))
		}),
	)))
	return append(body, '\n'), err
}

func writeFloat(enc *jsontext.Encoder, v float64) error {
	switch {
	case math.IsNaN(v):
		return enc.WriteToken(jsontext.Null)
	case math.IsInf(v, 1):
		return enc.WriteToken(jsontext.String("Infinity"))
	case math.IsInf(v, -1):
		return enc.WriteToken(jsontext.String("-Infinity"))
	}
	return enc.WriteToken(jsontext.Float(v))
}
