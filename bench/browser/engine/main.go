//go:build js && wasm

// Command engine is this project's contestant in the benchmark: what the
// product's worker does with a file, down to the order log, and two results
// counted from it by plain loops. web/engine.js runs it in a worker and tells
// it what to do, one thing after the other.
package main

import (
	"context"
	"syscall/js"

	"churnbench/analysis/ingest"
	"churnbench/analysis/sample"
	"churnbench/bench/browser/result"
	"churnbench/internal/blob"
)

func main() {
	calls := make(chan js.Value)
	listener := js.FuncOf(func(_ js.Value, args []js.Value) any {
		go func() { calls <- args[0] }()
		return nil
	})
	js.Global().Call("engineReady", listener)
	var last result.Result
	for call := range calls {
		answer, err := perform(call, &last)
		if err != nil {
			answer = "error: " + err.Error()
		}
		js.Global().Call("engineDone", answer)
	}
}

// perform does what is asked of it.
func perform(call js.Value, last *result.Result) (answer string, err error) {
	switch call.Get("op").String() {
	case "warm":
		return "", warm()
	case "load":
		*last, err = load(blob.Of(call.Get("file")), mapping)
	case "digest":
		answer = last.Digest()
	}
	return answer, err
}

// mapping keeps all six columns of the generated orders.
var mapping = ingest.Mapping{ingest.Order, ingest.Customer, ingest.Date, ingest.Amount, ingest.Channel, ingest.Region}

// load goes from a file to the results. Like the product, it finds out by
// itself how the file is written, and applies the rules that it would propose.
func load(src ingest.Source, m ingest.Mapping) (result.Result, error) {
	p, err := ingest.Sniff(src, ingest.Format{})
	if err != nil {
		return result.Result{}, err
	}
	if m == nil {
		m = p.Mapping
	}
	table, err := ingest.Read(context.Background(), src, p.Format, m, p.Rules, nil)
	if err != nil {
		return result.Result{}, err
	}
	return result.Of(table.Log()), nil
}

// warm takes a built-in sample through load, as the product does while nobody
// has chosen a file yet.
func warm() error {
	src, _, err := sample.Open(sample.Keys()[0], "en")
	if err == nil {
		_, err = load(src, nil)
	}
	return err
}
