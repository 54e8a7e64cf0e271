package markup

import (
	"strings"
	"testing"
)

// written is a sink that writes HTML without escaping, and counts what is open.
type written struct {
	strings.Builder
	open  []string
	fault string
}

func (w *written) Begin(element string) {
	w.open = append(w.open, element)
	w.WriteString("<" + element + ">")
}

func (w *written) Text(text string) {
	if text == "" {
		w.fault = "an empty piece"
	}
	w.WriteString(text)
}

func (w *written) End(element string) {
	if n := len(w.open); n == 0 || w.open[n-1] != element {
		w.fault = element + " ends where it is not open"
	} else {
		w.open = w.open[:n-1]
	}
	w.WriteString("</" + element + ">")
}

var texts = []struct{ text, want string }{
	{"", ""},
	{"plain", "plain"},
	{"a **b** c", "a <strong>b</strong> c"},
	{"a ** b", "a <strong> b</strong>"}, // what is begun at the end is important
	{"****", ""},
	{"_x_ = 1", "<var>x</var> = 1"},
	{"order_date and net_revenue", "order_date and net_revenue"},
	{"若_x_为1", "若<var>x</var>为1"},
	{"_λ_ > 0", "<var>λ</var> > 0"},
	{"_ x _", "_ x _"},
	{"e^(−_λt_)", "e<sup>−<var>λt</var></sup>"},
	{"^(open", "^(open"},
	{"x^() y", "x<sup></sup> y"},
	{"a^(b)^(c)", "a<sup>b</sup><sup>c</sup>"},
	{"**_n_**", "<strong><var>n</var></strong>"},
	{"**r^(_t_)**", "<strong>r<sup><var>t</var></sup></strong>"},
}

func TestRead(t *testing.T) {
	for _, c := range texts {
		var w written
		if Read(c.text, &w); w.String() != c.want || w.fault != "" || len(w.open) > 0 {
			t.Errorf("%q is read as %q, want %q; %s", c.text, w.String(), c.want, w.fault)
		}
	}
}

// Whatever is typed into a note: nothing of it is lost but the marks, and what begins ends.
func FuzzRead(f *testing.F) {
	for _, c := range texts {
		f.Add(c.text)
	}
	f.Fuzz(func(t *testing.T, text string) {
		var w written
		Read(text, &w)
		if w.fault != "" || len(w.open) > 0 {
			t.Errorf("%q: %s, open %v", text, w.fault, w.open)
		}
		if strings.ContainsAny(text, "<*_^()") {
			return
		}
		if w.String() != text {
			t.Errorf("%q, which has no marks, became %q", text, w.String())
		}
	})
}
