// Package deflate packs what is packed once and downloaded often. It writes
// gzip (RFC 1952) that any browser unpacks, a twentieth shorter than compress/gzip
// at its best level, and takes ten times as long.
//
// DEFLATE (RFC 1951) writes a text as literals and as copies of what stood at
// most 32 KiB before, both in Huffman codes that each block chooses for itself.
// What costs fewest bits depends on the codes, and the codes on what is
// written; so the way of a segment is
//
//	match.go     the copies that are possible at each place
//	parse.go     the cheapest way through them, given what symbols cost
//	split.go     blocks, where the symbols' frequencies change
//	parse.go     again, with the costs of each block's own symbols
//	huffman.go   the codes
//	block.go     the bits
//
// as J. Alakuijala and L. Vandevenne describe for Zopfli (Data compression using
// Zopfli, Google, 2013), but for the splits: those are a shortest path, too.
package deflate

import (
	"encoding/binary"
	"hash/crc32"
	"sync"
)

const (
	minMatch = 3
	maxMatch = 258
	window   = 32 << 10

	segment = 1 << 20 // bytes that are worked on at a time, each alone
	rounds  = 4       // of parsing a block with the costs of the round before
)

// Gzip packs raw. The same bytes in give the same bytes out.
func Gzip(raw []byte) []byte {
	segments := make([][]block, max(1, (len(raw)+segment-1)/segment))
	var wait sync.WaitGroup
	for i := range segments {
		wait.Go(func() { segments[i] = blocksOf(raw, i*segment, min((i+1)*segment, len(raw))) })
	}
	wait.Wait()
	// ID, method, no flags, no time, slowest method, unknown system
	w := bitWriter{out: []byte{0x1f, 0x8b, 8, 0, 0, 0, 0, 0, 2, 255}}
	for i, blocks := range segments {
		for j, b := range blocks {
			w.block(b, i == len(segments)-1 && j == len(blocks)-1)
		}
	}
	w.flush()
	w.out = binary.LittleEndian.AppendUint32(w.out, crc32.ChecksumIEEE(raw))
	return binary.LittleEndian.AppendUint32(w.out, uint32(len(raw)))
}

// blocksOf parses raw[from:to].
func blocksOf(raw []byte, from, to int) []block {
	p := newParser(raw, from, to)
	first := p.parse(from, to, firstCosts)
	var blocks []block
	for _, tokens := range split(first) {
		start := from
		from += tokens.bytes()
		b := newBlock(tokens)
		for range rounds {
			next := newBlock(p.parse(start, from, b.costs()))
			if next.bits() >= b.bits() {
				break
			}
			b = next
		}
		blocks = append(blocks, b)
	}
	return blocks
}
