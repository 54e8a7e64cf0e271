package analysis

import (
	"strconv"
	"strings"
)

// A Message is something to be said to a person: a key into the catalogues of
// app/i18n and the values that its sentence names. The engine never writes
// sentences, so that page and command line can say them in either language.
type Message struct {
	Key  string
	Args []Arg
}

// An ArgKind decides how a language writes an Arg.
type ArgKind uint8

// The kinds of arguments.
const (
	TextArg    ArgKind = iota // Text, as it is (a file's own words)
	CountArg                  // Number, an integer with separators
	NumberArg                 // Number, up to four significant digits
	PercentArg                // Number, a share: 0.25 is 25 %
	MoneyArg                  // Number, in main units
	DayArg                    // Number, an analysis.Day
	BytesArg                  // Number, a size in bytes
	KeyArg                    // Text, the key of another message, said in its place
)

// An Arg is one named value of a Message.
type Arg struct {
	Name   string
	Kind   ArgKind
	Text   string
	Number float64
}

// Say builds a Message.
func Say(key string, args ...Arg) Message { return Message{Key: key, Args: args} }

// Text names a value that is shown as it is.
func Text(name, v string) Arg { return Arg{Name: name, Kind: TextArg, Text: v} }

// Count names an integer.
func Count[T ~int | ~int32 | ~int64 | ~uint32](name string, v T) Arg {
	return Arg{Name: name, Kind: CountArg, Number: float64(v)}
}

// Number names a measured value.
func Number(name string, v float64) Arg { return Arg{Name: name, Kind: NumberArg, Number: v} }

// Percent names a share, 1 for all.
func Percent(name string, v float64) Arg { return Arg{Name: name, Kind: PercentArg, Number: v} }

// Amount names a sum of money.
func Amount(name string, v Money) Arg { return Arg{Name: name, Kind: MoneyArg, Number: v.Float()} }

// On names a date.
func On(name string, d Day) Arg { return Arg{Name: name, Kind: DayArg, Number: float64(d)} }

// Size names a number of bytes.
func Size(name string, n int64) Arg { return Arg{Name: name, Kind: BytesArg, Number: float64(n)} }

// Word names another message by key, for example the name of a role.
func Word(name, key string) Arg { return Arg{Name: name, Kind: KeyArg, Text: key} }

// A Severity ranks a Warning.
type Severity uint8

// The severities.
const (
	Note    Severity = iota // worth knowing
	Caution                 // read the numbers with care
	Serious                 // the numbers may mislead
)

// A Warning is a caveat that travels with a result: what was seen, and a
// remedy if there is one. Warnings are values; they stop nothing.
type Warning struct {
	Severity Severity
	Message  Message
	Remedy   Message // zero Key if there is none
}

// A Kind says what sort of failure an Error is, so that callers can act on it
// without reading its words.
type Kind uint8

// The kinds of errors.
const (
	Internal    Kind = iota // a fault of ours
	BadInput                // the file or a typed value cannot be used as it is
	NotEnough               // the data cannot answer the question
	NoData                  // nothing is loaded yet
	Cancelled               // the person stopped it
	TooLarge                // more than this machine can hold
	Unavailable             // the engine has stopped or cannot be reached
)

// An Error is a failure a person can understand: what happened, where, and
// what to do. Line and column, when known, are arguments "line" and "column".
type Error struct {
	Kind    Kind
	Message Message
	Remedy  Message // zero Key if there is none
}

// Error writes the key and its arguments for logs; people read the Message
// through a catalogue.
func (e *Error) Error() string {
	var b strings.Builder
	b.WriteString(e.Message.Key)
	for _, a := range e.Message.Args {
		b.WriteString(" " + a.Name + "=")
		if a.Kind == TextArg || a.Kind == KeyArg {
			b.WriteString(a.Text)
		} else {
			b.WriteString(formatArg(a.Number))
		}
	}
	return b.String()
}

// Fail builds an Error without a remedy.
func Fail(kind Kind, key string, args ...Arg) *Error {
	return &Error{Kind: kind, Message: Say(key, args...)}
}

// Or adds what the person can do about it.
func (e *Error) Or(key string, args ...Arg) *Error {
	e.Remedy = Say(key, args...)
	return e
}

func formatArg(v float64) string { return strconv.FormatFloat(v, 'g', -1, 64) }
