package engine

import (
	"churnbench/analysis"
	"churnbench/analysis/churn"
	"churnbench/analysis/figure"
)

// A DefinitionRequest asks what a definition of loss means on the dataset.
type DefinitionRequest struct {
	Definition churn.Definition
	Compare    []churn.Definition // further entries of the ledger, at most MaxCompared

	From, Day analysis.Day  // of the ledger; 0 takes a year (or half the data) before Day, and the observation end
	Followup  int           // of the trial, in days; 0 takes a year, at most half the data
	Weights   churn.Weights // of the trial's errors
	Layout    figure.Layout
}

// MaxCompared bounds the definitions of a DefinitionRequest beside the first.
const MaxCompared = 8

// Definition is the answer, with its figures.
type Definition struct {
	Definition churn.Definition // as used: what was left open is filled in
	Workbench  churn.Workbench
	Ledger     churn.Ledger
	Gaps       figure.Figure // histogram of purchase gaps with the rulers of the proposal and W
	Return     figure.Figure // P(return) over days of silence
	Errors     figure.Figure // both errors over W
}
