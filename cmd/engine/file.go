//go:build js && wasm

package main

import (
	"fmt"
	"syscall/js"

	"churnbench/analysis/ingest"
	"churnbench/internal/blob"
)

// files are those that the page attached, by number.
type files map[uint32]*blob.File

func (fs files) attach(id uint32, handle js.Value) { fs[id] = blob.Of(handle) }

// open finds a file; it is what local.New asks for.
func (fs files) open(id uint32) (ingest.Source, error) {
	f, ok := fs[id]
	if !ok {
		return nil, fmt.Errorf("no file %d is attached", id)
	}
	return f, nil
}
