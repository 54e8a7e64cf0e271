package screen

import "churnbench/analysis"

// An Arg is a named value of a message.
type Arg = analysis.Arg
