package clv

import "churnbench/analysis"

// Options choose what is fitted and predicted.
type Options struct {
	CalibrationEnd analysis.Day // last day of the calibration window; NoDay or 0 means a proposal, see Propose
	Horizon        int          // months of 365/12 days ahead, at most MaxHorizon; 0 means 12
	DiscountRate   float64      // per year, 0.10 is 10 %; 0 does not discount
	Margin         float64      // share of revenue, 1 if unknown; 0 means 1
	Model          string       // of purchases, the Name of one of Families; "" means "BG/NBD"
}

// A Verdict says how far a fit can be trusted.
type Verdict struct {
	Converged   bool // the best optimum has a small gradient and a positive definite Hessian
	StartsAgree int  // how many of the starts reached it
	Starts      int
	Gradient    float64  // largest |∂ ln L/∂ ln θ| at the optimum
	Boundary    []string // names of parameters that ran towards 0 or ∞, or that the data leave open
}

// An Estimate is a parameter with its standard error (NaN where the Hessian
// gives none).
type Estimate struct {
	Name  string // as in the paper: "r", "α", …
	Value float64
	SE    float64
}

// A Fit is a fitted model as a screen shows it.
type Fit struct {
	Model    string // "BG/NBD" or another of Families, "Gamma-Gamma", "sBG" or "BdW"
	Params   []Estimate
	LogLik   float64
	AIC, BIC float64
	N        int // customers in the likelihood
	Verdict  Verdict
}

// A Result is everything the Value screen shows. It holds two pairs of fits:
//
//   - Fit and Spend know the calibration window only. The holdout, the tracking
//     and the calibration by frequency judge them.
//   - Current and CurrentSpend know all days up to End. Every prediction (P(alive),
//     purchases, CLV, equity, Heat, Top) is theirs and looks ahead from End.
//
// Without a holdout (CalibrationEnd = End) both pairs are the same. Amounts are
// in main units of the currency, times in weeks of seven days.
type Result struct {
	Options                      Options // with every proposal filled in
	Unit                         string  // of time: "week"
	Begin, End, CalibrationEnd   analysis.Day
	Customers                    int     // in the calibration window
	Repeaters                    int     // of these, with at least one repeat purchase
	Fit                          Fit     // the model of purchases in the calibration window; N 0 if it could not be fitted
	Spend                        Fit     // Gamma-Gamma there; N 0 if it could not be fitted
	Current                      Fit     // the model of purchases on all days
	CurrentSpend                 Fit     // Gamma-Gamma on all days; N 0 if it could not be fitted
	CurrentCustomers             int     // customers predicted: all who bought up to End
	CurrentRepeaters             int     // of these, with at least one repeat purchase
	SpendFrequencyCorrelation    float64 // Pearson's, of repeat purchases and their mean spend, all days
	MeanSpend                    float64 // expected per purchase of a customer not yet seen; NaN if q ≤ 1
	MeanAlive                    float64 // mean P(alive) at End
	SumAlive                     float64
	Expected                     float64 // purchases within the horizon, all customers
	Equity                       float64 // Σ CLV, main units; NaN if spend cannot be predicted
	EquityLow, EquityHigh        float64 // 95 %, delta method over the parameters of both models; NaN where one has no standard error
	Median, Mean, TopDecileShare float64 // of CLV; TopDecileShare: what the top tenth of customers hold of it
	Quantiles                    []Quantile
	Holdout                      Holdout
	Tracking                     []TrackPoint
	Calibration                  []FrequencyClass
	Reliability                  Reliability // of Fit in the holdout; empty without one
	Heat                         Heat
	Top                          []Prediction // the 20 largest CLV
	Warnings                     []analysis.Warning
}

// A Quantile is one line of the table of CLV quantiles.
type Quantile struct{ P, CLV float64 }

// A TrackPoint compares actual and expected repeat purchases of the customers
// of the calibration window at the end of week Week, counted from Begin.
type TrackPoint struct {
	Week                     int
	Actual, Expected         float64 // cumulative, over all customers
	WeekActual, WeekExpected float64 // of that week alone
	Holdout                  bool
}

// A Holdout scores the predictions on the days after CalibrationEnd; Weeks is
// 0 if there are none.
type Holdout struct {
	Weeks            float64
	Actual, Expected float64 // repeat purchases
	MAE, RMSE        float64 // of purchases per customer
	MSLE             float64 // mean of (ln (1+expected) − ln (1+actual))², per customer
	SumAlive         float64 // Σ P(alive) at CalibrationEnd
	Later            int     // customers who came after CalibrationEnd and are not in the score
}

// A FrequencyClass compares customers by calibration frequency.
type FrequencyClass struct {
	X                              int // repeat purchases; the last class is X or more
	Customers                      int
	Expected                       float64 // customers the model expects in the class
	HoldoutActual, HoldoutExpected float64 // mean repeat purchases in the holdout; NaN without one or without customers
}

// A Heat is P(alive) and expected purchases over frequency × recency for a
// customer of full age T: Alive[i][j] belongs to X[i], Recency[j]. It is NaN
// where no customer can be: a one-time buyer has recency 0, and x repeat
// purchases on different days take x days.
type Heat struct {
	T               float64 // weeks
	X               []int
	Recency         []float64 // weeks from first to last purchase
	Alive, Expected [][]float64
}

// A Prediction is one customer's row.
type Prediction struct {
	Customer analysis.CustomerID `csv:"-"`
	ID       string              `csv:"customer"`
	X        int                 `csv:"repeat_purchases"`
	TX       float64             `csv:"weeks_to_last_purchase"` // from the first purchase
	T        float64             `csv:"weeks_observed"`         // from the first purchase
	Alive    float64             `csv:"p_alive"`
	Expected float64             `csv:"expected_purchases"` // within the horizon
	Spend    float64             `csv:"expected_spend"`     // per purchase; NaN if it cannot be predicted
	CLV      float64             `csv:"clv"`                // discounted margin within the horizon; NaN if spend cannot be predicted
}
