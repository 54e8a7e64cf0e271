package url

import (
	"net/url"
	"testing"
)

// TestParse compares with net/url on addresses that the page can have.
func TestParse(t *testing.T) {
	for _, address := range []string{
		"http://127.0.0.1:8080/",
		"https://host.example/a/b/?lang=zh#/data",
		"https://host.example",
		"https://host.example/?lang=en&x=1&lang=zh",
		"file:///home/me/churnbench.html#/privacy",
		"file:///C:/Users/me/churnbench.html?lang=en",
		"mailto:someone@host.example",
		"./privacy.html#lock",
		"#/value:models",
		"/a:b/c",
		"",
	} {
		want, err := url.Parse(address)
		if err != nil {
			t.Fatal(err)
		}
		got, _ := Parse(address)
		path := want.Path
		if want.Opaque != "" {
			path = want.Opaque
		}
		if got.Scheme != want.Scheme || got.Host != want.Host || got.Path != path || got.RawQuery != want.RawQuery || got.Fragment != want.Fragment {
			t.Errorf("%s: got %+v, want %+v", address, got, want)
		}
		if got.String() != address {
			t.Errorf("%s: written as %s", address, got)
		}
		if got.Query().Get("lang") != want.Query().Get("lang") {
			t.Errorf("%s: lang %q", address, got.Query().Get("lang"))
		}
	}
}

// go-app gives an address without a host its own.
func TestHostIsAdded(t *testing.T) {
	u, _ := Parse("/a#b")
	u.Scheme, u.Host = "https", "host.example"
	if u.String() != "https://host.example/a#b" {
		t.Errorf("got %s", u)
	}
}
