package ingest

import (
	"strings"
	"unicode/utf8"
)

// A question tells a survey's item by words that stand in it anywhere.
type question struct {
	meaning
	all []string // each a choice of words
}

// questions are the forms in which survey tools head their columns: by the
// question itself. The wording of the recommendation is that of Reichheld, "The
// One Number You Need to Grow", Harvard Business Review, December 2003.
var questions = []question{
	{meaning{role: NPS, weight: 85}, []string{"recommend", "likely|likelihood|probab|willing"}},
	{meaning{role: NPS, weight: 85}, []string{"推荐", "可能|愿意|意愿|多大程度"}},
	{meaning{role: LeaveReason, weight: 75}, []string{"why|reason", "leave|leaving|left|cancel|churn|unsubscrib|notrenew"}},
	{meaning{role: LeaveReason, weight: 75}, []string{"为什么|原因", "离开|取消|流失|退订|不续|停止使用"}},
	{meaning{role: CSAT, weight: 70}, []string{"satisf"}},
	{meaning{role: CSAT, weight: 70}, []string{"满意"}},
	{meaning{role: Comment, weight: 65}, []string{"comment|feedback|suggest|improve|tellus|anythingelse|whydidyou|mainreason"}},
	{meaning{role: Comment, weight: 65}, []string{"意见|建议|改进|反馈|留言|请说明|为什么|主要原因"}},
}

// shortest is how many letters or characters make a question.
const shortest = 8

// ask notes what a name means if it is a question.
func (s *sense) ask(joined string) {
	if utf8.RuneCountInString(joined) < shortest {
		return
	}
	for _, q := range questions {
		if q.fits(joined) {
			s.note(q.meaning)
		}
	}
}

func (q question) fits(joined string) bool {
	for _, choice := range q.all {
		if !containsOne(joined, choice) {
			return false
		}
	}
	return true
}

func containsOne(text, choice string) bool {
	for word := range strings.SplitSeq(choice, "|") {
		if strings.Contains(text, word) {
			return true
		}
	}
	return false
}
