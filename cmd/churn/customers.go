package main

import (
	"context"
	"errors"
	"flag"
	"io"
	"math"
	"os"
	"slices"
	"strconv"
	"strings"

	"churnbench/analysis"
	"churnbench/analysis/engine"
)

var customersVerb = verb{
	name: "customers", args: "FILE…",
	about: "the table of customers: filtered, sorted, with the columns of your choice",
	run:   runCustomers,
}

// A customersCall is what the person asked for.
type customersCall struct {
	readCall
	request engine.CustomersRequest
	sort    string
	columns string
	groups  []string // "segment=champions"
	ranges  []string // "spend>=50"
	csv     string   // path; "" for none
	json    string   // likewise
	masked  bool
}

func runCustomers(ctx context.Context, args []string, out, errs io.Writer) error {
	call, err := parseCustomers(args, errs)
	if err != nil {
		return err
	}
	if err := call.run(ctx, out); err != nil {
		return spoken{error: err, lang: call.lang}
	}
	return nil
}

func parseCustomers(args []string, errs io.Writer) (*customersCall, error) {
	fs := flag.NewFlagSet("churn customers", flag.ContinueOnError)
	fs.SetOutput(errs)
	c := &customersCall{}
	list := func(to *[]string) func(string) error {
		return func(text string) error { *to = append(*to, text); return nil }
	}
	fs.StringVar(&c.request.Search, "search", "", "part of the identifier")
	fs.Func("in", "a group, as segment=champions, tier=a, state=lost, stage=decline or, of a column of texts, Region=North; may be given several times, all hold", list(&c.groups))
	fs.Func("where", "a range of a column, as spend>=50, days=1, first<=2024-03-31; may be given several times, all hold", list(&c.ranges))
	fs.StringVar(&c.sort, "sort", string(engine.ColumnSpend), "column to sort by; a minus before it, as -spend, turns it round")
	fs.StringVar(&c.columns, "columns", "segment,tier,state,last,days,spend", "columns behind the identifier, parted by commas, or all: "+columnNames()+", and those of the files by name or role")
	fs.IntVar(&c.request.Limit, "limit", 20, "rows to print, and of --json; 0 for all. --csv has all")
	declareLoss(fs, &c.request.Measures.Definition)
	fs.StringVar(&c.csv, "csv", "", "file for all customers found, as CSV")
	fs.StringVar(&c.json, "json", "", "file for the rows printed, as JSON")
	fs.BoolVar(&c.masked, "masked", false, "hide identifiers but for their last characters")
	return c, c.parseRead(fs, args, errs)
}

func columnNames() string {
	var names []string
	for _, c := range engine.CustomerColumns {
		names = append(names, string(c))
	}
	return strings.Join(names, ", ")
}

func (c *customersCall) run(ctx context.Context, out io.Writer) error {
	e, done, err := c.open()
	if err != nil {
		return err
	}
	defer done()
	read, err := c.read(ctx, e, out)
	if err != nil {
		return err
	}
	if err := c.ask(read.dataset); err != nil {
		return err
	}
	if c.csv != "" {
		asked := c.request
		asked.Columns = append([]engine.CustomerColumn{engine.ColumnID}, asked.Columns...)
		f, err := e.Export(ctx, engine.ExportRequest{Table: engine.CustomersTable, Customers: &asked, Masked: c.masked, Lang: string(c.lang)})
		if err != nil {
			return err
		}
		if err := os.WriteFile(c.csv, f.Bytes, 0o644); err != nil {
			return err
		}
	}
	page, err := c.rows(ctx, e)
	if err != nil {
		return err
	}
	t := customerTable{c.lang, &read.dataset, c.request, page}
	t.print(out)
	if c.json == "" {
		return nil
	}
	body, err := toJSON(t.records())
	if err != nil {
		return err
	}
	return os.WriteFile(c.json, body, 0o644)
}

// rows asks for as many rows as are printed, page by page.
func (c *customersCall) rows(ctx context.Context, e engine.Engine) (all engine.CustomersPage, err error) {
	const pageRows = 500
	wanted := c.request.Limit
	for all.Columns = make([]engine.ColumnPage, len(c.request.Columns)); ; {
		q := c.request
		q.Offset, q.Limit = len(all.IDs), pageRows
		if wanted > 0 {
			q.Limit = min(pageRows, wanted-len(all.IDs))
		}
		page, err := e.Customers(ctx, q)
		if err != nil {
			return all, err
		}
		all.Total, all.NoValues = page.Total, page.NoValues
		for i, id := range page.IDs {
			if c.masked {
				page.IDs[i] = engine.MaskID(id)
			}
		}
		all.IDs = append(all.IDs, page.IDs...)
		for i, column := range page.Columns {
			all.Columns[i].Numbers = append(all.Columns[i].Numbers, column.Numbers...)
			all.Columns[i].Texts = append(all.Columns[i].Texts, column.Texts...)
		}
		if len(page.IDs) < q.Limit || len(all.IDs) == wanted {
			return all, nil
		}
	}
}

// ask turns words into a request.
func (c *customersCall) ask(d engine.Dataset) (err error) {
	q := &c.request
	q.Fit = true
	by, turned := strings.CutPrefix(c.sort, "-")
	if q.Sort, err = columnCalled(d, by); err != nil {
		return err
	}
	q.Down = ordinal(d, q.Sort) != turned
	if c.columns == "all" {
		q.Columns = slices.Clone(engine.CustomerColumns[1:])
		for i := range d.Kept {
			q.Columns = append(q.Columns, engine.AttributeColumn(i))
		}
	} else {
		for _, name := range strings.Split(c.columns, ",") {
			column, err := columnCalled(d, name)
			if err != nil {
				return err
			}
			q.Columns = append(q.Columns, column)
		}
	}
	for _, text := range c.groups {
		ref, err := c.group(d, text)
		if err != nil {
			return err
		}
		q.Groups = append(q.Groups, ref)
	}
	for _, text := range c.ranges {
		r, err := rangeOf(d, text)
		if err != nil {
			return err
		}
		q.Ranges = append(q.Ranges, r)
	}
	return nil
}

// columnCalled finds a column by its name, one of the files' by name or role.
func columnCalled(d engine.Dataset, name string) (engine.CustomerColumn, error) {
	name = strings.TrimSpace(name)
	for _, c := range engine.CustomerColumns {
		if strings.EqualFold(string(c), name) {
			return c, nil
		}
	}
	for i, k := range d.Kept {
		if strings.EqualFold(k.Name, name) || strings.EqualFold(string(k.Role), name) {
			return engine.AttributeColumn(i), nil
		}
	}
	return "", analysis.Fail(analysis.BadInput, "customers.no-column", analysis.Text("column", name))
}

// ordinal reports whether a column holds numbers or dates, of which the largest come
// first.
func ordinal(d engine.Dataset, c engine.CustomerColumn) bool {
	if i := c.Attribute(); i >= 0 {
		return !d.Kept[i].Texts()
	}
	_, groups := (&engine.Measures{}).Divides(c)
	return c != engine.ColumnID && !groups
}

// group reads "segment=champions".
func (c *customersCall) group(d engine.Dataset, text string) (ref engine.GroupRef, err error) {
	name, key, ok := strings.Cut(text, "=")
	if !ok {
		return ref, errors.New("say --in as segment=champions")
	}
	column, err := columnCalled(d, name)
	if err != nil {
		return ref, err
	}
	if i := column.Attribute(); i >= 0 {
		return engine.GroupRef{Segmentation: engine.Segmentation{By: engine.SegmentAttribute, Column: i}, Key: "=" + key}, nil
	}
	if ref.Segmentation, ok = c.request.Measures.Divides(column); !ok {
		return ref, analysis.Fail(analysis.BadInput, "groups.unknown", analysis.Text("by", name))
	}
	ref.Key = key
	return ref, nil
}

// rangeOf reads "spend>=50".
func rangeOf(d engine.Dataset, text string) (engine.Range, error) {
	at := strings.IndexAny(text, "<>=")
	if at < 0 {
		return engine.Range{}, errors.New("say --where as spend>=50, days=1 or last<=2024-03-31")
	}
	value := strings.TrimLeft(text[at:], "<>=")
	column, err := columnCalled(d, text[:at])
	if err != nil {
		return engine.Range{}, err
	}
	x, err := strconv.ParseFloat(strings.TrimSpace(value), 64)
	if err != nil {
		day, err := analysis.ParseDay(strings.TrimSpace(value))
		if err != nil {
			return engine.Range{}, errors.New("no number and no date as 2006-01-02: " + value)
		}
		x = float64(day)
	}
	r := engine.Range{Column: column, Low: math.Inf(-1), High: math.Inf(1)}
	switch sign := strings.TrimSuffix(text[at:], value); sign {
	case ">=":
		r.Low = x
	case "<=":
		r.High = x
	case "=":
		r.Low, r.High = x, x
	default:
		return r, errors.New("say >=, <= or =, not " + sign)
	}
	return r, nil
}
