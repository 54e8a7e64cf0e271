//go:build js && wasm

package blob

import (
	"bytes"
	"io"
	"math/rand/v2"
	"syscall/js"
	"testing"
)

// A File reads the same bytes in any order and size: block by block, one block
// ahead, and where somebody peeks.
func TestReadAt(t *testing.T) {
	want := make([]byte, 3*blockSize+12345)
	for i := range want {
		want[i] = byte(i ^ i>>8 ^ i>>16)
	}
	array := js.Global().Get("Uint8Array").New(len(want))
	js.CopyBytesToJS(array, want)
	f := Of(js.Global().Get("File").New([]any{array}, "a.bin"))
	r := rand.New(rand.NewPCG(1, 2))
	at := int64(0)
	for i := range 300 {
		size := r.Int64N(2 * peekSize)
		switch r.IntN(3) {
		case 0:
			at = r.Int64N(f.Size())
		case 1:
			size = r.Int64N(64)
		}
		p := make([]byte, size)
		n, err := f.ReadAt(p, at)
		end := min(at+size, f.Size())
		if err != nil && (err != io.EOF || at+size <= f.Size()) || !bytes.Equal(p[:n], want[at:end]) {
			t.Fatalf("read %d: %d of %d bytes from %d, %v", i, n, size, at, err)
		}
		if at = end; at == f.Size() {
			at = 0
		}
	}
}
