// Package url takes addresses apart that a browser has written. It checks
// nothing and leaves escapes as they are, so that String gives back what Parse
// was given.
package url

import "strings"

// A URL is the parts of an address: scheme://host/path?query#fragment.
type URL struct {
	Scheme   string
	Host     string // with user and port, if any
	Path     string // of mailto: and the like, all that follows
	RawQuery string
	Fragment string

	slashes bool // before the host, which a file has not
}

// Parse never fails.
func Parse(address string) (*URL, error) {
	var u URL
	address, u.Fragment, _ = strings.Cut(address, "#")
	address, u.RawQuery, _ = strings.Cut(address, "?")
	if scheme, rest, ok := strings.Cut(address, ":"); ok && !strings.Contains(scheme, "/") {
		u.Scheme, address = scheme, rest
	}
	if rest, ok := strings.CutPrefix(address, "//"); ok {
		end := strings.IndexByte(rest+"/", '/')
		u.slashes, u.Host, address = true, rest[:end], rest[end:]
	}
	u.Path = address
	return &u, nil
}

// String puts the address together.
func (u *URL) String() string {
	s := u.Path
	if u.slashes || u.Host != "" {
		s = "//" + u.Host + s
	}
	for _, part := range []struct{ mark, text string }{{"?", u.RawQuery}, {"#", u.Fragment}} {
		if part.text != "" {
			s += part.mark + part.text
		}
	}
	if u.Scheme != "" {
		s = u.Scheme + ":" + s
	}
	return s
}

// Hostname returns the host.
func (u *URL) Hostname() string { return u.Host }

// Query returns the query's values.
func (u *URL) Query() Values {
	v := Values{}
	for pair := range strings.SplitSeq(u.RawQuery, "&") {
		key, value, _ := strings.Cut(pair, "=")
		if _, taken := v[key]; !taken {
			v[key] = value
		}
	}
	return v
}

// Values are those of a query, the first for each key.
type Values map[string]string

// Get returns the value of a key, or "".
func (v Values) Get(key string) string { return v[key] }
