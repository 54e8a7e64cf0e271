package local

import (
	"churnbench/analysis/engine"
	"churnbench/analysis/ingest"
	"churnbench/analysis/unpack"
)

const (
	// maxUnpacked is how many bytes of a compressed file may take up memory. A
	// tab has 4 GB at most, and the columns need as much again.
	maxUnpacked = 1 << 30

	// maxWaiting is how much may stay unpacked between a preview and the load.
	// Beyond it, what was unpacked first is unpacked again.
	maxWaiting = 256 << 20
)

// unpacked are the members that were opened: what a preview has unpacked need
// not be unpacked again to be read. The zero value is ready.
type unpacked map[memberKey]*unpack.File

// A memberKey tells members apart. Name and size tell a file from one that was
// attached later under the same number.
type memberKey struct {
	file   uint32
	member string
	name   string
	size   int64
}

// open returns the member of a source that ref names: the source itself if it
// is a plain file.
func (u *unpacked) open(src ingest.Source, ref engine.SourceRef) (ingest.Source, error) {
	key := memberKey{ref.File, ref.Member, src.Name(), src.Size()}
	if f, ok := (*u)[key]; ok {
		return f, nil
	}
	if u.waiting() > maxWaiting {
		u.release()
	}
	found, err := unpack.Find(src, ref.Member, maxUnpacked)
	if err != nil {
		return nil, err
	}
	if f, ok := found.(*unpack.File); ok {
		if *u == nil {
			*u = unpacked{}
		}
		(*u)[key] = f
	}
	return found, nil
}

// waiting is how many bytes are held.
func (u unpacked) waiting() (n int64) {
	for _, f := range u {
		n += f.Held()
	}
	return n
}

// release gives their memory back. Excluded rows that are read again later
// unpack what they need.
func (u unpacked) release() {
	for _, f := range u {
		f.Release()
	}
}
