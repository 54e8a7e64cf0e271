package site

import "strings"

// Policy is what the hosted page may do while it loads: fetch its own files
// and run wasm. A server may send the same text as its Content-Security-Policy
// header; with the meta element in the page it does not have to.
const Policy = "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self'; " +
	"img-src 'self' data: blob:; connect-src 'self'; manifest-src 'self'; worker-src 'self' blob:; " +
	"base-uri 'none'; form-action 'none'"

// LockPolicy is added once everything is loaded. Policies only add up, so from
// then on nothing goes out, to the page's own host neither: what remains are
// pictures and workers made from the page's own memory.
const LockPolicy = "default-src 'none'; script-src 'wasm-unsafe-eval'; connect-src 'none'; " +
	"img-src data: blob:; worker-src blob:; base-uri 'none'; form-action 'none'"

// singlePolicy locks the single file from its first byte. Its scripts and its
// style sheet are allowed by their hashes.
func singlePolicy(css []byte, scripts ...[]byte) string {
	var hashes []string
	for _, s := range scripts {
		hashes = append(hashes, cspHash(s))
	}
	return "default-src 'none'; script-src " + strings.Join(hashes, " ") + " 'wasm-unsafe-eval'; " +
		"style-src " + cspHash(css) + "; img-src data: blob:; connect-src 'none'; worker-src blob:; " +
		"base-uri 'none'; form-action 'none'"
}
