package engine

import (
	"churnbench/analysis"
	"churnbench/analysis/churn"
	"churnbench/analysis/figure"
	"churnbench/analysis/profile"
)

// A ProfilesRequest asks how groups of customers differ.
type ProfilesRequest struct {
	View       string          // key of a ProfileView that chooses By and Measure; "" for those given
	By         Segmentation    // what divides the customers; By.By "" takes the first view
	Across     *Segmentation   // for a cross table with By; nil for none
	Measure    profile.Measure // of figure and cross table; "" means profile.Churn
	Definition churn.Definition
	After      int // the day of profile.Stay, counted from the first purchase; 0 means DefaultAfter
	Sort       ProfileSort
	Clusters   []string // names that the person gave to clusters, "" for none
	Layout     figure.Layout
}

// ByClusters reports whether clusters are among what divides the customers.
func (req *ProfilesRequest) ByClusters() bool {
	return req.By.By == SegmentClusters || req.Across != nil && req.Across.By == SegmentClusters
}

// ProfilesTable has one row a group, as last asked for.
const ProfilesTable TableName = "profiles"

// DefaultAfter is the day on which the share still here is read: 12 months on.
const DefaultAfter = 365

// A ProfileSort is an order of groups. Those folded together and those without a value
// stand last in each.
type ProfileSort string

// The orders.
const (
	SortProposed ProfileSort = ""        // what has an order of its own as it is listed, else by size
	SortSize     ProfileSort = "size"    // the most customers first
	SortMeasure  ProfileSort = "measure" // the highest value of the measure first
	SortListed   ProfileSort = "listed"  // as the segmentation lists them: ranges and years ascend
)

// Profiles is the answer, with its figures.
type Profiles struct {
	By      Segmentation // as used
	Measure profile.Measure
	After   int
	Sort    ProfileSort // never SortProposed

	Result profile.Result // rows in the order asked for, at most MostGroups and two
	Names  []string       // of Result.Rows, in the request's language
	Widest int            // index of the row whose churn differs most, see profile.Result; −1 if none does, or rows overlap

	// Circular says that the groups are made by what decides a loss as well: of their
	// churn rates nothing follows.
	Circular bool

	Offers   []ProfileOffer    // what can divide the customers
	Measures []profile.Measure // that these data have
	Views    []ProfileView     // the seven P, in their order
	Cross    *ProfileCross     // nil unless asked for
	Warnings []analysis.Warning

	Dots   figure.Figure // the measure by group, with intervals
	Shares figure.Figure // share of customers beside share of revenue
}

// MostGroups is how many groups stand by themselves; more are folded together.
const MostGroups = 20

// A ProfileOffer is something that can divide the customers.
type ProfileOffer struct {
	Segmentation
	Name    string
	Numbers bool // Segmentation.Cuts mean something
}

// Same reports whether an offer is what g divides by, whatever its cuts.
func (o *ProfileOffer) Same(g Segmentation) bool {
	return o.By == g.By && o.Column == g.Column && o.Tiers == g.Tiers
}

// ByName names what divides the customers, in the request's language.
func (p *Profiles) ByName() string {
	for _, o := range p.Offers {
		if o.Same(p.By) {
			return o.Name
		}
	}
	return ""
}

// A ProfileView is one of the seven P: a question with the columns and measures that
// answer it here.
type ProfileView struct {
	Key      string            // "profiling", "persistency", …
	By       Segmentation      // By.By is "" where these data have nothing for it
	Measure  profile.Measure   // that leads
	Measures []profile.Measure // that tell of it
	Missing  []analysis.Message
}

// A ProfileCross is a measure over two divisions at once. Row i is that of
// Profiles.Result.Rows[i].
type ProfileCross struct {
	By      Segmentation // of the columns
	Columns []string     // names, at most MostColumns and two
	Refs    []string     // keys of the columns' groups
	Folded  []bool       // whether a column is groups that stand together
	Cells   [][]ProfileCell
}

// MostColumns is how many columns of a cross table stand by themselves.
const MostColumns = 8

// A ProfileCell is one field of a cross table.
type ProfileCell struct {
	Customers int
	profile.Estimate
}
