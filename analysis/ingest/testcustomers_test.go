package ingest

import "testing"

func TestIsTest(t *testing.T) {
	for _, c := range []struct {
		pattern, id string
		want        bool
	}{
		{"test", "test", true},
		{"test", "TEST", true},
		{"test", " Test ", true},
		{"test", "ＴＥＳＴ", true},
		{"test", "tester", false},
		{"ＴＥＳＴ*", "test 7", true},
		{"test*account", "Test Account", true},
		{"test*account", "testaccount", true},
		{"test*account", "testaccoun", false},
		{"测试*", "测试客户", true},
		{"测试*", "客户测试", false},
		{"*@example.com", "a@Example.com", true},
		{"*@example.com", "a@example.com.cn", false},
		{"a*b*c", "a-b-b-c", true},
		{"a*b*c", "acb", false},
		{"ab*ba", "aba", false}, // the two ends must not share a letter
		{"a*a*a", "aa", false},
		{"*x*", "axb", true},
		{"**x", "ax", true},
		{"*", "anybody", false}, // says nothing
		{"", "", false},
		{"é", "É", true},
		{"\xff*", "\xff1", true}, // bytes that are no characters match as the same mark
	} {
		if got := IsTest([]string{c.pattern}, c.id); got != c.want {
			t.Errorf("%q against %q: %v", c.pattern, c.id, got)
		}
	}
	if IsTest(nil, "test") {
		t.Error("no pattern matches nobody")
	}
	if !IsTest(ExcludeTests, "nobody@example.org") || IsTest(ExcludeTests, "contest") {
		t.Error("the proposed patterns")
	}
}

func BenchmarkIsTest(b *testing.B) {
	p, id := newTestPatterns(ExcludeTests), []byte("C-0012345")
	b.ReportAllocs()
	for b.Loop() {
		p.match(id)
	}
}
