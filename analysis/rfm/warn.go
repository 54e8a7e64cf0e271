package rfm

import "churnbench/analysis"

// Few is the number of customers below which a quantile says little.
const Few = 50

// warnings says what a reader of the scores should know.
func (s *Scores) warnings() []analysis.Warning {
	var list []analysis.Warning
	if n := len(s.R); n < Few {
		list = append(list, analysis.Warning{
			Severity: analysis.Caution,
			Message:  analysis.Say("rfm.few", analysis.Count("customers", n), analysis.Count("bins", s.Options.Bins)),
		})
	}
	list = s.warnTies(list)
	if n := s.withoutSpend(); n > 0 {
		list = append(list, analysis.Warning{
			Severity: analysis.Caution,
			Message:  analysis.Say("rfm.no-spend", analysis.Count("customers", n)),
			Remedy:   analysis.Say("rfm.no-spend.remedy"),
		})
	}
	return list
}

// measureNames are the catalogue keys of R, F and M.
var measureNames = [3]string{"rfm.recency", "rfm.frequency", "rfm.spend"}

// warnTies reports each measure of which one bin holds more than twice its share:
// so many customers are alike that scores cannot tell them apart. Where a tie rule
// parts equals all the same, it says of how many. What a person typed is taken as
// meant.
func (s *Scores) warnTies(list []analysis.Warning) []analysis.Warning {
	for i, cuts := range s.Cuts {
		measure := analysis.Word("measure", measureNames[i])
		switch {
		case s.Options.Typed[i].N > 0:
		case !s.Options.Ties.Shares():
			if n := len(s.R); cuts.Split*10 > n {
				list = append(list, analysis.Warning{Severity: analysis.Caution,
					Message: analysis.Say("rfm.split", measure, analysis.Count("customers", cuts.Split), analysis.Percent("share", float64(cuts.Split)/float64(n))),
					Remedy:  analysis.Say("rfm.split.remedy")})
			}
		default:
			list = append(list, s.uneven(cuts, measure)...)
		}
	}
	return list
}

func (s *Scores) uneven(cuts Cuts, measure analysis.Arg) (list []analysis.Warning) {
	n, bins := len(s.R), s.Options.Bins
	for k, size := range cuts.Size {
		if size*bins > 2*n {
			list = append(list, analysis.Warning{
				Severity: analysis.Note,
				Message: analysis.Say("rfm.uneven", measure, analysis.Count("score", k+1),
					analysis.Percent("share", float64(size)/float64(n)), analysis.Percent("even", 1/float64(bins)), analysis.Count("moved", cuts.Moved)),
			})
		}
	}
	return list
}

// withoutSpend counts customers whose orders add up to nothing or less, as
// happens where refunds are kept.
func (s *Scores) withoutSpend() int {
	n := 0
	for _, spend := range s.Spend {
		if spend <= 0 {
			n++
		}
	}
	return n
}
