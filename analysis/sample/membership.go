package sample

import (
	"math"
	"time"

	"churnbench/analysis"
	"churnbench/analysis/internal/numeric"
)

// The fitness club: members sign a contract that renews each month until they
// cancel it. Each contract survives t renewals with probability (1−θ)^(t^c), and
// θ is beta distributed between contracts: the beta-discrete-Weibull model (Fader,
// Hardie, Liu, Davin and Steenburgh 2018). With c above 1 every member grows less
// loyal, yet the retention rate of all of them rises, as those who leave easily
// have left. Plans, clubs and reasons have no influence on when.
const (
	membershipSeed = 2021
	memberships    = 3000

	leaveGamma, leaveDelta, leaveC = 0.9, 9.0, 1.15

	returning    = 0.05 // of those who left come back with a new contract, if there is time
	silentShare  = 0.12 // of contracts that ended name no reason
	wrongEnds    = 4    // contracts whose end was typed as a day before the start
	namelessRows = 3    // contracts without a member
)

// The window of starts and ends.
var (
	membershipBegin = analysis.Date(2021, time.July, 1)
	membershipEnd   = analysis.Date(2024, time.December, 31)
)

var membership = maker{
	key:   "membership",
	write: writeMembership,
	name:  func(w words) string { return w.club.name },
	truth: []Truth{
		{"truth.leave-gamma", leaveGamma}, {"truth.leave-delta", leaveDelta}, {"truth.leave-c", leaveC},
		{"truth.retention-1", remaining(1)}, {"truth.retention-12", remaining(12)}, {"truth.retention-24", remaining(24)},
	},
}

// remaining is the share of contracts that survive t renewals,
// B(γ, δ+t^c)/B(γ, δ).
func remaining(t int) float64 {
	weight := numeric.Pow(float64(t), leaveC)
	return numeric.Exp(numeric.LogBeta(leaveGamma, leaveDelta+weight) - numeric.LogBeta(leaveGamma, leaveDelta))
}

// An agreement is one row of the file. ended is NoDay while it runs.
type agreement struct {
	member       int // 0 for none
	began, ended analysis.Day
	plan, club   int
	reason       int // index into the words, −1 for none
}

func writeMembership(w words) []byte {
	rng := newSource(membershipSeed)
	var list []agreement
	for _, id := range rng.Perm(memberships) {
		list = member(rng, list, firstOrder+id)
	}
	list = byDay(spoilt(rng, list), func(a agreement) analysis.Day { return a.began }, membershipBegin, membershipEnd)
	s := newSheet(w, w.club.header, 80*len(list))
	for i, a := range list {
		s.id(w.contractPrefix, firstOrder+i)
		s.member(a.member)
		s.on(a.began)
		s.until(a.ended)
		s.text(w.plans[a.plan])
		s.money(w.fees[a.plan])
		s.text(w.clubs[a.club])
		s.reason(a.reason)
		s.end()
	}
	return s.buf
}

// member appends the contracts of one member, who joins on any day of the window
// with equal probability.
func member(rng source, list []agreement, id int) []agreement {
	began := membershipBegin + analysis.Day(rng.IntN(int(membershipEnd-membershipBegin)+1))
	a := agreement{member: id, plan: rng.IntN(3), club: rng.IntN(4)}
	for {
		a.began, a.ended, a.reason = began, endOf(began, renewals(rng)), -1
		if a.ended.Valid() && !rng.chance(silentShare) {
			a.reason = rng.IntN(len(english.reasons))
		}
		list = append(list, a)
		began = a.ended + 30 + analysis.Day(rng.IntN(200))
		if !a.ended.Valid() || !rng.chance(returning) || began > membershipEnd {
			return list
		}
	}
}

// renewals draws after how many months a contract is not renewed, 1 for the
// first: the smallest t with (1−θ)^(t^c) below a uniform number.
func renewals(rng source) int {
	stay := numeric.Log1p(-rng.beta(leaveGamma, leaveDelta))
	u := numeric.Log(1 - rng.Float64())
	t := numeric.Pow(u/stay, 1/leaveC)
	return int(math.Floor(min(t, 1000))) + 1
}

// endOf is the day on which a contract of some months ends, NoDay if that is not
// seen.
func endOf(began analysis.Day, months int) analysis.Day {
	if ended := billingDay(began, months); ended <= membershipEnd {
		return ended
	}
	return analysis.NoDay
}

// spoilt adds the slips of a real export: rows without a member, and ends typed
// a year too early.
func spoilt(rng source, list []agreement) []agreement {
	n := len(list)
	for range namelessRows {
		a := list[rng.IntN(n)]
		a.member = 0
		list = append(list, a)
	}
	for k := range wrongEnds {
		a := list[rng.IntN(n)]
		a.member, a.ended, a.reason = firstOrder+memberships+k, a.began-300, -1
		list = append(list, a)
	}
	return list
}

// member writes a member's number; nothing for none.
func (s *sheet) member(id int) {
	if id == 0 {
		s.text("")
		return
	}
	s.id("M", id)
}

// until writes an end, nothing while a contract runs.
func (s *sheet) until(d analysis.Day) {
	if !d.Valid() {
		s.text("")
		return
	}
	s.on(d)
}

// reason writes why a contract ended, if that is known.
func (s *sheet) reason(i int) {
	if i < 0 {
		s.text("")
		return
	}
	s.text(s.words.reasons[i])
}
