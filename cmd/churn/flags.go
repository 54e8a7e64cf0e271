package main

import (
	"flag"
	"fmt"
	"slices"
	"strings"

	"churnbench/analysis"
	"churnbench/analysis/ingest"
)

// choice declares a flag that takes one of a few words; "" stands for what is
// detected or proposed.
func choice(fs *flag.FlagSet, name, about string, words ...string) *string {
	value := new(string)
	fs.Func(name, about+": "+strings.Join(words, ", "), func(s string) error {
		i := slices.IndexFunc(words, func(w string) bool { return strings.EqualFold(w, s) })
		if i < 0 {
			return fmt.Errorf("say one of %s", strings.Join(words, ", "))
		}
		*value = words[i]
		return nil
	})
	return value
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

// A formatFlags holds what the person knows about how the file is written.
type formatFlags struct{ encoding, delimiter, header, decimal, dates *string }

func declareFormat(fs *flag.FlagSet) formatFlags {
	return formatFlags{
		encoding: choice(fs, "encoding", "how bytes become characters", string(ingest.UTF8), string(ingest.UTF16LE), string(ingest.UTF16BE),
			string(ingest.GB18030), string(ingest.Windows1252)),
		delimiter: choice(fs, "delimiter", "what parts the columns", "comma", "semicolon", "tab", "bar", "space", ",", ";", "|"),
		header:    choice(fs, "header", "whether the first line names the columns", "yes", "no"),
		decimal:   choice(fs, "decimal", "decimal mark", "point", "comma", ".", ","),
		dates:     choice(fs, "dates", "order of day, month and year", string(ingest.DateYMD), string(ingest.DateCompact), string(ingest.DateDMY), string(ingest.DateMDY)),
	}
}

// marks are the words for what cannot well be typed on a command line.
var marks = map[string]byte{"comma": ',', "semicolon": ';', "tab": '\t', "bar": '|', "space": ' ', "point": '.'}

func mark(word string) byte {
	if m, ok := marks[word]; ok || word == "" {
		return m
	}
	return word[0]
}

// format is what the flags say; what they leave open is detected.
func (f formatFlags) format() ingest.Format {
	return ingest.Format{
		Encoding:  ingest.Encoding(*f.encoding),
		Delimiter: mark(*f.delimiter),
		Header:    map[string]ingest.Header{"yes": ingest.HeaderYes, "no": ingest.HeaderNo}[*f.header],
		Decimal:   mark(*f.decimal),
		Dates:     ingest.DateFmt(*f.dates),
	}
}
