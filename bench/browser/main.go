// Command browser measures the engine against its peers in a real browser:
// from a File of generated orders, six columns kept, to a summary of each
// customer and the monthly cohort matrix.
//
//	browser [-rows 1000000] [-rounds 7] [-large 5000000] [-large-rounds 3]
//
// Every contestant works in a worker of its own, started afresh for each trial.
// In each round each contestant reads the file twice, so that whatever else the
// machine does falls on all of them alike. All must come to the digest that
// the generator knows: wrong results fail the command, times never do.
//
// The way of a trial: orders.go makes the file and the truth, build.go brings
// the programs, serve.go offers them on the loopback, tab.go opens them in a
// browser, web/trial.js lets a contestant run, rounds.go collects the times and
// table.go prints them. DuckDB-WASM and Papa Parse come by npm and are used
// nowhere else.
package main

import (
	"context"
	"flag"
	"fmt"
	"io"
	"os"
	"os/signal"
)

func main() {
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt)
	defer stop()
	if err := run(ctx, os.Stdout, os.Args[1:]); err != nil {
		fmt.Fprintln(os.Stderr, "bench-browser:", err)
		os.Exit(1)
	}
}

// options are the command's flags.
type options struct {
	rows, rounds           int
	largeRows, largeRounds int
}

func parse(args []string) (options, error) {
	var o options
	flags := flag.NewFlagSet("browser", flag.ContinueOnError)
	flags.IntVar(&o.rows, "rows", 1_000_000, "rows of the file that all contestants read")
	flags.IntVar(&o.rounds, "rounds", 7, "rounds over it")
	flags.IntVar(&o.largeRows, "large", 5_000_000, "rows of the large file")
	flags.IntVar(&o.largeRounds, "large-rounds", 3, "rounds over that one, 0 for none")
	if err := flags.Parse(args); err != nil {
		return o, err
	}
	if o.rows < 1000 || o.rounds < 1 || o.largeRows < 1000 || o.largeRounds < 0 {
		return o, fmt.Errorf("at least 1000 rows and one round")
	}
	return o, nil
}

func run(ctx context.Context, w io.Writer, args []string) error {
	o, err := parse(args)
	if err != nil {
		return err
	}
	dir, err := os.MkdirTemp("", "churnbench-bench")
	if err != nil {
		return err
	}
	defer os.RemoveAll(dir)
	b, err := open(ctx, dir)
	if err != nil {
		return err
	}
	defer b.close()
	base, err := b.measure(o.rows, o.rounds, contestants)
	if err != nil {
		return err
	}
	base.print(w)
	if o.largeRounds == 0 {
		base.printAims(w, nil)
		return nil
	}
	large, err := b.measure(o.largeRows, o.largeRounds, largeContestants)
	if err != nil {
		return err
	}
	large.print(w)
	base.printAims(w, large)
	return nil
}
