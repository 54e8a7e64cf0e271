package churn

import "churnbench/analysis"

// reason says why the one definition calls customers lost and the other does not.
func reason(cause, spared finding, lostBy, aliveBy Definition) analysis.Message {
	switch cause {
	case fellBelow:
		return whyFell(spared, lostBy, aliveBy)
	case saidEnded:
		return whyEnded(spared, aliveBy)
	}
	days, own := analysis.Count("days", lostBy.Window), analysis.Percent("below", aliveBy.Decline.Below)
	switch spared {
	case boughtLately:
		return analysis.Say("churn.line.silent-bought", days, analysis.Count("other", aliveBy.Window))
	case keptUp:
		return analysis.Say("churn.line.silent-kept", days, own)
	case notEnded:
		return analysis.Say("churn.line.silent-open", days)
	}
	return analysis.Say("churn.line.silent-unjudged", days)
}

func whyFell(spared finding, lostBy, aliveBy Definition) analysis.Message {
	own := []analysis.Arg{analysis.Percent("below", lostBy.Decline.Below), analysis.Count("recent", lostBy.Decline.Recent)}
	switch spared {
	case boughtLately:
		return analysis.Say("churn.line.fell-bought", append(own, analysis.Count("other", aliveBy.Window))...)
	case keptUp:
		return analysis.Say("churn.line.fell-kept", append(own,
			analysis.Percent("other", aliveBy.Decline.Below), analysis.Count("days", aliveBy.Decline.Recent))...)
	case notEnded:
		return analysis.Say("churn.line.fell-open", own...)
	}
	return analysis.Say("churn.line.fell-unjudged", own...)
}

func whyEnded(spared finding, aliveBy Definition) analysis.Message {
	other := analysis.Count("other", aliveBy.Window)
	switch spared {
	case boughtLately:
		return analysis.Say("churn.line.ended-bought", other)
	case boughtSince:
		return analysis.Say("churn.line.ended-since", other)
	case keptUp:
		return analysis.Say("churn.line.ended-kept", analysis.Percent("below", aliveBy.Decline.Below))
	case notEnded:
		return analysis.Say("churn.line.ended-open")
	}
	return analysis.Say("churn.line.ended-unjudged")
}
