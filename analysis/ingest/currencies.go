package ingest

// currencies collects which currencies a file's amounts are in. It looks at
// the name of their column and at a few of them in every window.
type currencies struct {
	chinese bool // the file is written in Chinese, which settles what ¥ means
	code    string
	mixed   bool
}

// seenPerWindow is how many amounts of a window are looked at.
const seenPerWindow = 16

// see looks at an amount or at the name of its column.
func (c *currencies) see(b []byte) {
	if len(b) == 0 || isDigit(b[0]) && isDigit(b[len(b)-1]) {
		return
	}
	code := currencyOf(string(b), c.chinese)
	switch {
	case code == "" || code == c.code:
	case c.code == "":
		c.code = code
	default:
		c.mixed = true
	}
}

// only returns the one currency seen, else "".
func (c *currencies) only() string {
	if c.mixed {
		return ""
	}
	return c.code
}

// seeWindow looks at amounts here and there in the kernel's window.
func (r *reader) seeWindow() {
	k := &r.kernel
	v, n := k.column(r.moneyColumn()), len(k.take)
	for i := 0; i < n; i += max(1, n/seenPerWindow) {
		f := v.field(i)
		r.currency.see(trim(k.w[f.from:f.to]))
	}
}
