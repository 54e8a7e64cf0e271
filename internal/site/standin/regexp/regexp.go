// Package regexp matches the pattern ".*" and knows no other.
package regexp

// A Regexp matches any text.
type Regexp struct{}

// MustCompile panics unless the pattern is ".*".
func MustCompile(pattern string) *Regexp {
	if pattern != ".*" {
		panic("the page's go-app knows the route .* only: see internal/site/trim_goapp.go")
	}
	return &Regexp{}
}

// MatchString reports true.
func (*Regexp) MatchString(string) bool { return true }
