package local

import (
	"context"
	"math"
	"slices"

	"churnbench/analysis"
	"churnbench/analysis/chart"
	"churnbench/analysis/engine"
	"churnbench/analysis/figure"
	"churnbench/analysis/internal/numeric"
	"churnbench/analysis/rfm"
	"churnbench/analysis/segment"
)

// Clusters implements engine.Engine.
func (l *Local) Clusters(ctx context.Context, req engine.ClustersRequest) (engine.Clusters, error) {
	d, err := l.ordered()
	if err != nil {
		return engine.Clusters{}, err
	}
	found, err := d.cluster(ctx, req)
	if err != nil {
		return engine.Clusters{}, err
	}
	lost, err := d.lost(req.Definition)
	if err != nil {
		return engine.Clusters{}, err
	}
	out := engine.Clusters{Result: *found}
	out.Result.Of = nil
	out.Groups, out.Unknown = d.clusterReports(found, lost)
	out.Cross, out.Names = d.crossed(found)
	return out, draw(
		into(&out.Scan, func() (figure.Figure, error) { return chart.ClusterScan(found, d.styled(req.Layout.InColumn())) }),
	)
}

// alike is how customers were last compared and put together, so that another number of
// clusters needs no new scan and another definition of loss no new clusters.
type alike struct {
	columns  []int
	scores   *rfm.Scores // that features were taken from
	seed     uint64
	compared *segment.Comparison // nil before
	k        int                 // as asked for
	clusters *segment.Clusters   // nil before
}

// cluster puts customers together, from memory as far as that was done before.
func (d *dataset) cluster(ctx context.Context, req engine.ClustersRequest) (*segment.Clusters, error) {
	scores, err := d.score(d.scoredBy)
	if err != nil {
		return nil, err
	}
	a := &d.alike
	if a.compared == nil || a.scores != scores || a.seed != req.Options.Seed || !slices.Equal(a.columns, req.Columns) {
		features, err := d.features(scores, req.Columns)
		if err != nil {
			return nil, err
		}
		compared, err := segment.Compare(features, req.Options.Seed, heeding(ctx, "progress.clusters"))
		if err != nil {
			return nil, err
		}
		*a = alike{columns: req.Columns, scores: scores, seed: req.Options.Seed, compared: compared}
	}
	if a.clusters == nil || a.k != req.Options.K {
		found, err := a.compared.Clusters(req.Options.K)
		if err != nil {
			return nil, err
		}
		a.k, a.clusters = req.Options.K, found
	}
	return a.clusters, nil
}

// features are what customers are compared by.
func (d *dataset) features(scores *rfm.Scores, columns []int) ([]segment.Feature, error) {
	if len(columns) == 0 {
		return []segment.Feature{
			{Key: "recency", Values: floats(scores.Recency)},
			{Key: "frequency", Values: floats(scores.Frequency)},
			{Key: "spend", Values: amounts(scores.Spend)},
		}, nil
	}
	var list []segment.Feature
	for _, i := range columns {
		if i < 0 || i >= len(d.log.Attributes) || d.log.Attributes[i].Kind != analysis.NumberColumn {
			return nil, analysis.Fail(analysis.BadInput, "segment.bad-column", analysis.Count("column", i))
		}
		c := &d.log.Attributes[i]
		list = append(list, segment.Feature{Name: c.Name, Values: amounts(c.Numbers), Plain: hasNegative(c.Numbers)})
	}
	return list, nil
}

// hasNegative reports whether a column has values below 0, of which there is no logarithm.
func hasNegative(list []analysis.Money) bool {
	for _, v := range list {
		if v < 0 && v != analysis.NoNumber {
			return true
		}
	}
	return false
}

func floats[N int32 | uint32](list []N) []float64 {
	out := make([]float64, len(list))
	for i, v := range list {
		out[i] = float64(v)
	}
	return out
}

// amounts are in main units, NaN where missing.
func amounts(list []analysis.Money) []float64 {
	out := make([]float64, len(list))
	for i, v := range list {
		out[i] = v.Float()
		if v == analysis.NoNumber {
			out[i] = math.NaN()
		}
	}
	return out
}

// clusterReports adds up what the customers of each cluster bring.
func (d *dataset) clusterReports(c *segment.Clusters, lost []bool) (list []engine.ClusterReport, unknown engine.ClusterReport) {
	list = make([]engine.ClusterReport, c.K)
	total := analysis.Money(0)
	for customer, revenue := range totalsOf(d.log).revenue {
		r := &unknown
		if k := c.Of[customer]; k != segment.NoCluster {
			r = &list[k]
		}
		r.Customers++
		r.Revenue += revenue
		total += revenue
		if lost[customer] {
			r.Lost++
		}
	}
	for k := range list {
		shareOut(&list[k], d.log.Customers(), total)
	}
	shareOut(&unknown, d.log.Customers(), total)
	return list, unknown
}

func shareOut(r *engine.ClusterReport, customers int, total analysis.Money) {
	r.Share = float64(r.Customers) / float64(customers)
	r.Brings, r.LostShare, r.LostLow, r.LostHigh = math.NaN(), math.NaN(), math.NaN(), math.NaN()
	if total > 0 {
		r.Brings = float64(r.Revenue) / float64(total)
	}
	if r.Customers > 0 {
		r.LostShare = float64(r.Lost) / float64(r.Customers)
		r.LostLow, r.LostHigh = numeric.Wilson(r.Lost, r.Customers, numeric.Z95)
	}
}

// crossed counts each cluster's customers by RFM segment.
func (d *dataset) crossed(c *segment.Clusters) (cross [][]int, names []string) {
	for _, s := range d.scores.Segments {
		names = append(names, s.Key)
	}
	cross = make([][]int, c.K)
	for k := range cross {
		cross[k] = make([]int, len(names))
	}
	for customer, k := range c.Of {
		if k != segment.NoCluster {
			cross[k][d.scores.Segment[customer]]++
		}
	}
	return cross, names
}

type clusterRow struct {
	Customer cell   `csv:"customer"`
	Cluster  string `csv:"cluster"` // "A" for the largest; empty for nobody's
	Name     cell   `csv:"cluster_name"`
}

// clusterOf lists the cluster of every customer.
func (l *Local) clusterOf(ctx context.Context, d *dataset, req engine.ExportRequest) ([]byte, error) {
	found := d.alike.clusters
	if found == nil {
		return nil, analysis.Fail(analysis.NoData, "segment.not-clustered")
	}
	rows := make([]clusterRow, len(found.Of))
	for c, k := range found.Of {
		rows[c].Customer = cell(d.log.IDs.At(c))
		if k != segment.NoCluster {
			rows[c].Cluster = clusterKey(int(k))
			if int(k) < len(req.Names) {
				rows[c].Name = cell(req.Names[k])
			}
		}
	}
	return table(rows)
}
