package main

import (
	"errors"
	"flag"
	"fmt"
	"slices"
	"strconv"
	"strings"

	"churnbench/analysis"
	"churnbench/analysis/ingest"
)

// choice declares a flag that takes one of a few words; "" stands for what is
// detected or proposed.
func choice[T ~string](fs *flag.FlagSet, name, about string, set func(T), words ...T) {
	list := make([]string, len(words))
	for i, w := range words {
		list[i] = string(w)
	}
	fs.Func(name, about+": "+strings.Join(list, ", "), func(s string) error {
		i := slices.IndexFunc(list, func(w string) bool { return strings.EqualFold(w, s) })
		if i < 0 {
			return fmt.Errorf("say one of %s", strings.Join(list, ", "))
		}
		set(words[i])
		return nil
	})
}

// day declares a flag that takes a date.
func day(fs *flag.FlagSet, name, about string) *analysis.Day {
	value := new(analysis.Day)
	fs.Func(name, about+", as 2006-01-02", func(s string) (err error) {
		*value, err = analysis.ParseDay(s)
		return err
	})
	return value
}

// marks are the words for what cannot well be typed on a command line.
var marks = map[string]byte{"comma": ',', "semicolon": ';', "tab": '\t', "bar": '|', "space": ' ', "point": '.'}

func mark(word string) byte {
	if m, ok := marks[word]; ok || word == "" {
		return m
	}
	return word[0]
}

// declareFiles declares the flags about files: what they hold and how they are
// written.
func declareFiles(fs *flag.FlagSet, l *fileList) {
	want := func() *ingest.Format { return &l.current().want }
	choice(fs, "kind", "what the rows of the file are", func(k ingest.Kind) { l.current().kind = k }, ingest.Kinds...)
	fs.Func("member", "which file of an archive, or sheet of a workbook", func(s string) error { l.current().member = s; return nil })
	choice(fs, "encoding", "how bytes become characters", func(e ingest.Encoding) { want().Encoding = e }, ingest.Encodings...)
	choice(fs, "delimiter", "what parts the columns", func(s string) { want().Delimiter = mark(s) }, "comma", "semicolon", "tab", "bar", "space", ",", ";", "|")
	choice(fs, "quoting", "how a quote inside quotes is written", func(q ingest.Quoting) { want().Quoting = q }, ingest.Doubled, ingest.Backslash, ingest.Unquoted)
	choice(fs, "header", "whether the first line of the table names the columns", func(s string) {
		want().Header = map[string]ingest.Header{"yes": ingest.HeaderYes, "no": ingest.HeaderNo}[s]
	}, "yes", "no")
	choice(fs, "decimal", "decimal mark", func(s string) { want().Decimal = mark(s) }, "point", "comma", ".", ",")
	choice(fs, "dates", "how dates are written", func(d ingest.DateFmt) { want().Dates = d }, ingest.DateYMD, ingest.DateCompact,
		ingest.DateDMY, ingest.DateMDY, ingest.DateMonth, ingest.DateSerial, ingest.DateEpoch, ingest.DateEpochMilli)
	choice(fs, "unit", "what the column --tenure is counted in", func(u analysis.Unit) { want().Unit = u }, ingest.Units...)
	fs.Func("skip", "how many lines stand before the table", func(s string) error {
		n, err := strconv.Atoi(s)
		if err != nil || n < 0 {
			return errors.New("say a number of lines")
		}
		want().Skip = ingest.Skip(n)
		if n == 0 {
			want().Skip = ingest.NoSkip
		}
		return nil
	})
	for _, role := range ingest.Roles {
		declareRole(fs, l, role)
	}
}

// declareRole declares the flag that names a role's column.
func declareRole(fs *flag.FlagSet, l *fileList, role ingest.Role) {
	about := "column of the " + string(role) + ", by name or by number from 1"
	if role.Repeats() {
		about += "; may be given several times"
	}
	fs.Func(roleFlag(role), about, func(name string) error {
		f := l.current()
		f.columns = append(f.columns, namedColumn{role, name})
		return nil
	})
}

// roleFlag is the flag of a role. The margin of an order is no share of its
// revenue, which --margin is.
func roleFlag(role ingest.Role) string {
	if role == ingest.Margin {
		return "margin-column"
	}
	return string(role)
}

// A rulesCall holds the rules that the person names; the others are as proposed.
type rulesCall struct {
	refunds    ingest.RefundRule
	duplicates ingest.DuplicateRule
	test       *[]string
	noSale     *[]string
	left       *[]string
	stays      *[]string
	lastDay    *bool
	yearly     *bool
	ids        *ingest.IDRules
	from, to   *analysis.Day // 0 leaves a side as proposed
}

func declareRules(fs *flag.FlagSet, r *rulesCall) {
	choice(fs, "refunds", "amounts of zero or less", func(v ingest.RefundRule) { r.refunds = v }, ingest.RefundRules...)
	choice(fs, "duplicates", "rows that stand further up already, byte for byte", func(v ingest.DuplicateRule) { r.duplicates = v }, ingest.KeepDuplicates, ingest.ExcludeDuplicates)
	words(fs, "test", "patterns of customers that do not count, parted by commas; * is any text, \"\" is none", &r.test)
	words(fs, "no-sale", "states in the column --order-status by which an order was no sale, parted by commas; \"\" is none", &r.noSale)
	words(fs, "left", "values in the column --status by which a customer has left, parted by commas", &r.left)
	words(fs, "stays", "values in the column --status by which a customer is still here, parted by commas", &r.stays)
	r.lastDay = fs.Bool("last-day", false, "the --end of a contract is the last day under it, not the first without it")
	r.yearly = fs.Bool("yearly", false, "--recurring revenue is that of a year, not of a month")
	fs.Func("ids", "what does not tell customers apart: any of case, zeros, width, parted by commas, or none", func(s string) (err error) {
		r.ids, err = parseIDs(s)
		return err
	})
	r.from = day(fs, "from", "first day that counts")
	r.to = day(fs, "to", "last day that counts, where the observation ends")
}

// words declares a flag that takes a list.
func words(fs *flag.FlagSet, name, about string, to **[]string) {
	fs.Func(name, about, func(s string) error {
		list := strings.FieldsFunc(s, func(c rune) bool { return c == ',' })
		*to = &list
		return nil
	})
}

func parseIDs(s string) (*ingest.IDRules, error) {
	var rules ingest.IDRules
	for _, word := range strings.Split(s, ",") {
		switch strings.ToLower(strings.TrimSpace(word)) {
		case "case":
			rules.Case = true
		case "zeros":
			rules.Zeros = true
		case "width":
			rules.Width = true
		case "none":
		default:
			return nil, errors.New("say any of case, zeros, width, or none")
		}
	}
	return &rules, nil
}

// over puts the person's rules over those proposed.
func (r rulesCall) over(rules ingest.Rules) ingest.Rules {
	if r.refunds != "" {
		rules.Refunds = r.refunds
	}
	if r.duplicates != "" {
		rules.Duplicates = r.duplicates
	}
	if r.test != nil {
		rules.Test = *r.test
	}
	if r.noSale != nil {
		rules.NoSale = *r.noSale
	}
	if r.left != nil {
		rules.Left = *r.left
	}
	if r.stays != nil {
		rules.Stays = *r.stays
	}
	rules.LastDay, rules.Yearly = rules.LastDay || *r.lastDay, rules.Yearly || *r.yearly
	if r.ids != nil {
		rules.IDs = *r.ids
	}
	if *r.from != 0 {
		rules.From = *r.from
	}
	if *r.to != 0 {
		rules.To = *r.to
	}
	return rules
}
