package main

import (
	"context"
	"errors"
	"flag"
	"fmt"
	"io"
	"os"
	"strconv"
	"strings"

	"churnbench/analysis"
	"churnbench/analysis/churn"
	"churnbench/analysis/engine"
)

var ratesVerb = verb{
	name: "rates", args: "FILE…",
	about: "customers and revenue gained and lost by period, from orders or contracts",
	run:   runRates,
}

// A ratesCall is what the person asked for.
type ratesCall struct {
	readCall
	request engine.RatesRequest
	table   string // path of the movements as CSV; "" for none
	json    string // path; "" for none
	all     bool   // periods are printed
	worth   churn.WorthOptions
}

func runRates(ctx context.Context, args []string, out, errs io.Writer) error {
	call, err := parseRates(args, errs)
	if err != nil {
		return err
	}
	if err := call.run(ctx, out); err != nil {
		return spoken{error: err, lang: call.lang}
	}
	return nil
}

func parseRates(args []string, errs io.Writer) (*ratesCall, error) {
	fs := flag.NewFlagSet("churn rates", flag.ContinueOnError)
	fs.SetOutput(errs)
	c := &ratesCall{}
	choice(fs, "basis", "what is counted (default: contracts where there are any)", func(b engine.Basis) { c.request.Basis = b },
		engine.OnOrders, engine.OnContracts)
	declareLoss(fs, &c.request.Definition)
	declarePeriods(fs, &c.request.Options)
	fs.StringVar(&c.table, "csv", "", "file for movements and rates, one row a period")
	fs.StringVar(&c.json, "json", "", "file for all numbers, as JSON")
	fs.BoolVar(&c.all, "all", false, "print every period, not only the latest")
	declareWorth(fs, &c.worth)
	return c, c.parseRead(fs, args, errs)
}

// declareWorth declares the flags about the simple formulas of what a customer is worth.
func declareWorth(fs *flag.FlagSet, o *churn.WorthOptions) {
	fs.Float64Var(&o.Margin, "margin", 1, "margin as a share of revenue")
	fs.Float64Var(&o.Discount, "discount", 0.10, "discount rate per year")
	fs.Float64Var(&o.Cost, "cac", 0, "what acquiring a customer costs, for the payback (default: not asked)")
	fs.Float64Var(&o.Horizon, "horizon", 60, "months that a customer counts for where nobody leaves")
}

// declareLoss declares the flags about when a customer of orders counts as lost, and
// about tiers.
func declareLoss(fs *flag.FlagSet, d *churn.Definition) {
	fs.IntVar(&d.Window, "window", 0, "days of silence that count as lost (default: proposed from the data)")
	fs.Func("decline", "lost is instead whose activity fell below this share of their own past, as 0.5", func(s string) (err error) {
		d.Kind = churn.Declined
		d.Decline.Below, err = strconv.ParseFloat(s, 64)
		return err
	})
	fs.IntVar(&d.Decline.Recent, "recent", 0, "of --decline: the days that are compared (default: the window)")
	fs.IntVar(&d.Decline.Prior, "prior", 0, "of --decline: the days before them (default: twice as many)")
	fs.BoolVar(&d.Decline.Spend, "by-spend", false, "of --decline: compare amounts, not purchase days")
	fs.Func("tiers", "shares of customers, the best first, and what each weighs, as 0.2:3,0.8:1", func(s string) (err error) {
		d.Tiers, err = parseTiers(s)
		return err
	})
}

func parseTiers(s string) (tiers []churn.Tier, err error) {
	for _, part := range strings.Split(s, ",") {
		share, weight, _ := strings.Cut(part, ":")
		var t churn.Tier
		if t.Share, err = strconv.ParseFloat(strings.TrimSpace(share), 64); err != nil {
			return nil, err
		}
		if weight != "" {
			if t.Weight, err = strconv.ParseFloat(strings.TrimSpace(weight), 64); err != nil {
				return nil, err
			}
		}
		tiers = append(tiers, t)
	}
	return tiers, nil
}

// declarePeriods declares the flags about periods.
func declarePeriods(fs *flag.FlagSet, o *churn.RateOptions) {
	choice(fs, "grain", "calendar periods (default month)", func(word string) { o.Grain = grains[word] }, "month", "quarter", "year")
	fs.Func("days", "periods of so many days instead, the last of which ends with the data", func(s string) (err error) {
		o.Grain = churn.ByDays
		o.Days, err = strconv.Atoi(s)
		return err
	})
	fs.Func("cuts", "dates between which periods lie instead, parted by commas, as 2024-01-01", func(s string) (err error) {
		o.Grain = churn.ByCuts
		o.Cuts, err = parseCuts(s)
		return err
	})
	fs.IntVar(&o.Gap, "gap", 0, "days without a contract that are bridged")
	fs.IntVar(&o.Trailing, "trailing", 0, "days before a date over which the revenue of orders is added up (default: the window)")
}

// grains are the words for calendar periods.
var grains = map[string]churn.Grain{"month": churn.Month, "quarter": churn.Quarter, "year": churn.Year}

func parseCuts(s string) (cuts []analysis.Day, err error) {
	for _, part := range strings.Split(s, ",") {
		d, err := analysis.ParseDay(strings.TrimSpace(part))
		if err != nil {
			return nil, errors.New("say dates as 2006-01-02, parted by commas")
		}
		cuts = append(cuts, d)
	}
	return cuts, nil
}

func (c *ratesCall) run(ctx context.Context, out io.Writer) error {
	e, done, err := c.open()
	if err != nil {
		return err
	}
	defer done()
	read, err := c.read(ctx, e, out)
	if err != nil {
		return err
	}
	rates, err := e.Rates(ctx, c.request)
	if err != nil {
		return err
	}
	worth, err := rates.Result.Recent.Worth(c.worth)
	if err != nil {
		return err
	}
	printRates(out, c.lang, &rates, worth, c.all)
	if err := c.saveTable(ctx, e); err != nil {
		return err
	}
	if c.json == "" {
		return nil
	}
	body, err := toJSON(ratesFile{read.dataset, rates.Result, rates.Repeat, *worth})
	if err != nil {
		return err
	}
	return os.WriteFile(c.json, body, 0o644)
}

// saveTable writes the movements as CSV.
func (c *ratesCall) saveTable(ctx context.Context, e engine.Engine) error {
	if c.table == "" {
		return nil
	}
	f, err := e.Export(ctx, engine.ExportRequest{Table: engine.MovementsTable, Lang: string(c.lang)})
	if err != nil {
		return fmt.Errorf("%s: %w", c.table, err)
	}
	return os.WriteFile(c.table, f.Bytes, 0o644)
}

// A ratesFile is every number that the verb prints, as its JSON holds it.
type ratesFile struct {
	Dataset engine.Dataset
	Rates   churn.Rates
	Repeat  churn.Repeat
	Worth   churn.Worth
}
