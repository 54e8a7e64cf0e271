package ingest

import (
	"slices"
	"strings"
)

// A Standing is what a status says of a customer or contract.
type Standing uint8

// The standings.
const (
	Unclear Standing = iota // nobody can tell without asking
	Stays
	HasLeft
)

// words that say by themselves whether somebody has left. Both lists are folded
// as package function foldID folds, and hold what contracts' and customers'
// systems write in either language.
var (
	leftWords = []string{
		"left", "has left", "churned", "churn", "lost", "cancelled", "canceled", "cancel", "terminated", "ended", "inactive", "closed", "expired", "lapsed",
		"exited", "gone", "departed", "former", "quit", "deactivated", "disconnected", "unsubscribed", "not renewed", "non-renewed", "resigned",
		"attrited", "attrited customer", "churned customer", "former customer", "switched",
		"流失", "已流失", "流失客户", "已离开", "离开", "离网", "已离网", "退订", "已退订", "退网", "退会", "已退会", "已退", "注销", "已注销", "销户", "已销户",
		"取消", "已取消", "终止", "已终止", "到期", "已到期", "过期", "已过期", "失效", "已失效", "解约", "已解约", "无效", "未续约", "未续费", "不续费", "停用", "已停用",
	}
	stayWords = []string{
		"stayed", "stays", "active", "current", "existing", "existing customer", "current customer", "retained", "open", "in force", "live", "subscribed", "enrolled",
		"renewed", "not churned", "no churn", "running", "ongoing",
		"在网", "正常", "有效", "活跃", "未流失", "没有流失", "留存", "在用", "使用中", "生效", "生效中", "已生效", "履行中", "进行中", "存续", "续约", "已续约", "续费", "已续费", "在册", "未到期",
	}
	yesWords = []string{"yes", "y", "true", "t", "1", "1.0", "是", "有", "真", "对"}
	noWords  = []string{"no", "n", "false", "f", "0", "0.0", "否", "无", "没有", "假", "不是", "非"}
)

// What a column's name asks, so that "yes" is an answer: whether somebody has
// left, or whether they are still here.
var (
	asksLeft = []string{
		"churn", "churned", "left", "lost", "exited", "exit", "attrition", "attrited", "cancel", "cancelled", "canceled", "cancellation", "leave", "leaver", "gone", "lapsed",
		"terminated", "inactive", "quit", "event", "流失", "退订", "离网", "注销", "取消", "离开", "销户", "退会", "失效", "停用", "终止", "解约", "不活跃", "非活跃", "无效",
	}
	asksStays = []string{
		"active", "retained", "retention", "stay", "stayed", "alive", "current", "renewed", "renewal", "subscribed", "enrolled", "未流失",
		"活跃", "有效", "在网", "留存", "续约", "续费", "正常", "在用", "在册",
	}
)

// A statusReader knows what the values of a column of statuses say. The zero
// value knows words that speak for themselves.
type statusReader struct {
	left, stays stateSet
}

// newStatusReader reads the statuses of a column by what a person has said, then
// by what the values say, then by what the column's name asks.
func newStatusReader(name string, rules Rules) statusReader {
	r := statusReader{left: stateSet{}, stays: stateSet{}}
	r.left.take(leftWords)
	r.stays.take(stayWords)
	switch asks(name) {
	case HasLeft:
		r.left.take(yesWords)
		r.stays.take(noWords)
	case Stays:
		r.stays.take(yesWords)
		r.left.take(noWords)
	}
	r.decide(r.left, r.stays, rules.Left)
	r.decide(r.stays, r.left, rules.Stays)
	return r
}

// decide moves values to where a person wants them.
func (r statusReader) decide(to, from stateSet, list []string) {
	to.take(list)
	for _, v := range list {
		delete(from, folded(v))
	}
}

// take adds values to a set. Other than for an order, what stands for a missing
// value elsewhere, such as 无, may be an answer here.
func (s stateSet) take(list []string) {
	for _, v := range list {
		s[folded(v)] = true
	}
}

func folded(v string) string { return string(foldID(nil, clean([]byte(v)))) }

// standing reads a cleaned value.
func (r statusReader) standing(value []byte) Standing {
	var room [64]byte
	key := foldID(room[:0], value)
	switch {
	case len(key) == 0:
		return Unclear
	case r.left[string(key)]:
		return HasLeft
	case r.stays[string(key)]:
		return Stays
	}
	return Unclear
}

// asks says what an answer of yes in a column of that name would mean.
func asks(name string) Standing {
	list := words(headerName(name))
	joined, spaced := strings.Join(list, ""), " "+strings.Join(list, " ")+" "
	switch {
	case joined == "":
		return Unclear
	case strings.Contains(joined, "未流失"), strings.Contains(spaced, " not churned "):
		return Stays
	case holdsAny(joined, spaced, asksLeft):
		return HasLeft
	case holdsAny(joined, spaced, asksStays):
		return Stays
	}
	return Unclear
}

// MaxStatuses is up to how many different values a column of statuses is asked
// about one by one.
const MaxStatuses = 20

// Standing returns what a value in the column says under the rules.
func (c *Column) Standing(value string, rules Rules) Standing {
	return newStatusReader(c.Name, rules).standing(clean([]byte(value)))
}

// Decide has values of statuses mean something from now on.
func (r *Rules) Decide(value string, means Standing) {
	drop := func(list []string) []string {
		return slices.DeleteFunc(slices.Clone(list), func(v string) bool { return folded(v) == folded(value) })
	}
	r.Left, r.Stays = drop(r.Left), drop(r.Stays)
	switch means {
	case HasLeft:
		r.Left = append(r.Left, value)
	case Stays:
		r.Stays = append(r.Stays, value)
	}
}
