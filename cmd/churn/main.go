// Command churn runs the workbench's engine without a browser: the same files
// in, the same digits, figures and tables out.
//
// Each verb has a file of its own, which holds its flags, help and behaviour.
package main

import (
	"context"
	"errors"
	"flag"
	"fmt"
	"io"
	"os"
	"os/signal"

	"churnbench/analysis"
	"churnbench/analysis/locale"
	"churnbench/app/i18n"
)

func main() {
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt)
	defer stop()
	os.Exit(run(ctx, os.Args[1:], os.Stdout, os.Stderr))
}

// A verb is one thing that the command does.
type verb struct {
	name, args, about string
	run               func(ctx context.Context, args []string, out, errs io.Writer) error
}

var verbs = []verb{analyzeVerb, clvVerb, customersVerb, definitionVerb, lookVerb, nextVerb, projectVerb, ratesVerb, reportVerb, retentionVerb, runVerb, sampleVerb, segmentsVerb, serveVerb, survivalVerb}

// errUsage says that the call's words were wrong; what is wrong has been said.
var errUsage = errors.New("usage")

// run performs one call and returns the exit code: 0 done, 1 failed, 2 misused, 3 done
// again with other digits.
func run(ctx context.Context, args []string, out, errs io.Writer) int {
	if len(args) == 0 || args[0] == "help" || args[0] == "-h" || args[0] == "--help" {
		usage(out)
		return 0
	}
	for _, v := range verbs {
		if v.name == args[0] {
			return exitCode(v.run(ctx, args[1:], out, errs), errs)
		}
	}
	fmt.Fprintf(errs, "churn: no verb %q\n\n", args[0])
	usage(errs)
	return 2
}

func exitCode(err error, errs io.Writer) int {
	var said *analysis.Error
	var open unsure
	lang, about := saidIn(err)
	switch {
	case err == nil, errors.Is(err, flag.ErrHelp):
		return 0
	case errors.Is(err, errUsage):
		return 2
	case errors.Is(err, errDiffers):
		return 3
	case errors.As(err, &open):
		fmt.Fprintln(errs, "churn:", open.text)
		return 2
	case errors.As(err, &said):
		fmt.Fprintln(errs, "churn:", about+explain(lang, said))
	default:
		fmt.Fprintln(errs, "churn:", about+err.Error())
	}
	return 1
}

// A spoken error is to be said in the language that the person asked for.
type spoken struct {
	error
	lang locale.Lang
	file string // the file that it is about, "" if there is one only
}

// saidIn finds the language of an error and the beginning of its line.
func saidIn(err error) (lang locale.Lang, about string) {
	lang = language()
	for in := (spoken{}); errors.As(err, &in); err = in.error {
		lang = in.lang
		if in.file != "" {
			about = in.file + ": "
		}
	}
	return lang, about
}

func (e spoken) Unwrap() error { return e.error }

// explain says what happened and what to do.
func explain(lang locale.Lang, e *analysis.Error) string {
	text := i18n.Say(lang, e.Message)
	if e.Remedy.Key != "" {
		text += "\n       " + i18n.Say(lang, e.Remedy)
	}
	return text
}

// language is the person's by the usual variables; --lang overrides it where
// a verb writes words.
func language() locale.Lang {
	for _, name := range []string{"LC_ALL", "LC_MESSAGES", "LANG"} {
		if v := os.Getenv(name); v != "" {
			return locale.Parse(v)
		}
	}
	return locale.English
}

func usage(w io.Writer) {
	fmt.Fprint(w, "churn analyses customer churn from order exports.\n\nUsage:\n")
	for _, v := range verbs {
		fmt.Fprintf(w, "  churn %-10s %-22s %s\n", v.name, v.args, v.about)
	}
	fmt.Fprint(w, "\n'churn VERB --help' lists a verb's options.\n")
}

// parse reads flags that may stand before, between or behind the arguments,
// and returns the arguments.
func parse(fs *flag.FlagSet, args []string) (rest []string, err error) {
	err = eachArg(fs, args, func(arg string) { rest = append(rest, arg) })
	return rest, err
}

// eachArg reads flags and arguments in the order in which they stand.
func eachArg(fs *flag.FlagSet, args []string, visit func(string)) error {
	for {
		if err := fs.Parse(args); err != nil {
			if errors.Is(err, flag.ErrHelp) {
				return err
			}
			return errUsage
		}
		if fs.NArg() == 0 {
			return nil
		}
		visit(fs.Arg(0))
		args = fs.Args()[1:]
	}
}
