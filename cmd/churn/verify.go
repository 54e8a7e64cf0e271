package main

import (
	"context"
	"fmt"
	"io"
	"strconv"

	"churnbench/analysis"
	"churnbench/analysis/engine"
	"churnbench/app/i18n"
)

// check prints the self-check, and fails if a published digit is not confirmed.
func (c *clvCall) check(ctx context.Context, e engine.Engine, out io.Writer) error {
	checks, err := e.SelfCheck(ctx)
	if err != nil {
		return err
	}
	return c.report(checks, out)
}

func (c *clvCall) report(checks engine.SelfCheck, out io.Writer) error {
	failed, source := 0, ""
	var body [][]string
	head := []string{i18n.T(c.lang, "cli.quantity"), i18n.T(c.lang, "cli.published"), i18n.T(c.lang, "cli.computed"), i18n.T(c.lang, "cli.digits")}
	for i, r := range checks.Rows {
		body = append(body, []string{r.Quantity, r.Published, strconv.FormatFloat(r.Computed, 'g', r.Of+2, 64), fmt.Sprintf("%d/%d", r.Digits, r.Of)})
		if !r.Passed {
			failed++
			body[len(body)-1][0] = "! " + r.Quantity
		}
		source = r.Model + " · " + r.Source
		if i+1 == len(checks.Rows) || checks.Rows[i+1].Model+" · "+checks.Rows[i+1].Source != source {
			fmt.Fprintln(out, source)
			printTable(out, head, body)
			body = nil
		}
	}
	if len(c.files) > 0 && !checks.CDNOW {
		fmt.Fprintln(out, i18n.T(c.lang, "cli.no-cdnow"))
	}
	if failed > 0 {
		return analysis.Fail(analysis.Internal, "cli.verify-failed", analysis.Count("failed", failed), analysis.Count("rows", len(checks.Rows)))
	}
	fmt.Fprintln(out, i18n.T(c.lang, "cli.verified", analysis.Count("rows", len(checks.Rows))))
	return nil
}
