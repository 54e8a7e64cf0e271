package local

import (
	"math"

	"churnbench/analysis/engine"
)

// headlines are the numbers of an answer that somebody compares month by month.
func headlines(answer any) []engine.Headline {
	switch a := answer.(type) {
	case engine.Value:
		return []engine.Headline{
			money("headline.equity", a.Result.Equity),
		}
	case engine.Concentration:
		return []engine.Headline{
			{Key: "headline.top", Unit: engine.ShareUnit, Value: a.Brings},
		}
	case engine.Ladder:
		return []engine.Headline{
			{Key: "headline.again", Unit: engine.ShareUnit, Value: a.Result.Rungs[0].Again.Value},
		}
	}
	return nil
}

// headlines are those of the data themselves.
func (d *dataset) headlines() []engine.Headline {
	list := []engine.Headline{count("headline.customers", d.about.Customers)}
	if d.log.Customers() > 0 {
		list = append(list, count("headline.orders", d.log.OrderRows()), money("headline.revenue", d.log.Revenue().Float()))
	}
	return list
}

func count(key string, n int) engine.Headline {
	return engine.Headline{Key: key, Unit: engine.CountUnit, Value: float64(n)}
}

func money(key string, v float64) engine.Headline {
	if math.IsInf(v, 0) {
		v = math.NaN()
	}
	return engine.Headline{Key: key, Unit: engine.MoneyUnit, Value: v}
}
