package ingest

// currencies collects which currencies a file's amounts are in.
type currencies struct {
	code  string
	mixed bool
}

// see looks at an amount or at the name of its column.
func (c *currencies) see(text string, chinese bool) {
	code := currencyOf(text, chinese)
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
