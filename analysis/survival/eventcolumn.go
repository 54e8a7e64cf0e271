package survival

import (
	"slices"
	"strconv"
	"strings"

	"churnbench/analysis"
)

// UnknownEvent stands, in what ReadEvents returns, for a customer of whom the column
// does not say whether they left. Such a customer cannot be a subject.
const UnknownEvent = 255

// Events are what a column says of who left.
type Events struct {
	Event    []uint8  // by row: 0 still here, 1 left, UnknownEvent
	Left     []string // the values that mean left, in the order of the column's texts or ascending
	Unknown  int      // rows without a value
	Warnings []analysis.Warning
}

// ReadEvents tells from a column who left. lost names the values that mean it; nil
// looks for 0 and 1, yes and no, and words like churned and active in English and
// Chinese. In a column of dates whoever has one left then. The error is an
// *analysis.Error: BadInput where values are neither, so that a person has to say
// which of them mean left.
func ReadEvents(c *analysis.Column, lost []string) (*Events, error) {
	if c.Kind == analysis.DayColumn && len(lost) == 0 {
		return eventDates(c), nil
	}
	values, at := distinctValues(c)
	e := &Events{Event: make([]uint8, len(at))}
	means, err := e.meanings(c.Name, values, lost)
	if err != nil {
		return nil, err
	}
	for i, v := range at {
		if v < 0 {
			e.Event[i] = UnknownEvent
			e.Unknown++
		} else {
			e.Event[i] = means[v]
		}
	}
	return e, nil
}

func eventDates(c *analysis.Column) *Events {
	e := &Events{Event: make([]uint8, len(c.Days))}
	for i, d := range c.Days {
		if d.Valid() {
			e.Event[i] = 1
		}
	}
	return e
}

// distinctValues returns a column's values as texts, and which of them each row has,
// -1 for none.
func distinctValues(c *analysis.Column) (values []string, at []int) {
	at = make([]int, c.Len())
	switch c.Kind {
	case analysis.TextColumn:
		for i, code := range c.Codes {
			at[i] = int(int32(code)) // NoCode is −1
		}
		for k := range c.Texts.Len() {
			values = append(values, c.Texts.At(k))
		}
	case analysis.NumberColumn:
		distinct := slices.Compact(slices.Sorted(slices.Values(c.Numbers)))
		distinct = slices.DeleteFunc(distinct, func(v analysis.Money) bool { return v == analysis.NoNumber })
		for i, v := range c.Numbers {
			at[i] = -1
			if k, ok := slices.BinarySearch(distinct, v); ok {
				at[i] = k
			}
		}
		for _, v := range distinct {
			values = append(values, strconv.FormatFloat(v.Float(), 'f', -1, 64))
		}
	default:
		for i, d := range c.Days {
			at[i] = -1
			if d.Valid() {
				at[i] = len(values)
				values = append(values, d.String())
			}
		}
	}
	return values, at
}

// meanings returns for each value whether it means left.
func (e *Events) meanings(column string, values, lost []string) ([]uint8, error) {
	means := make([]uint8, len(values))
	unclear := 0
	for k, v := range values {
		left, known := meaning(v)
		if len(lost) > 0 {
			left, known = slices.Contains(lost, v), true
		}
		if !known {
			unclear++
		}
		if left {
			means[k] = 1
		}
	}
	switch {
	case unclear > 0 && slices.Equal(slices.Sorted(slices.Values(values)), []string{"1", "2"}):
		means[slices.Index(values, "1")], means[slices.Index(values, "2")] = 0, 1
		e.Warnings = append(e.Warnings, analysis.Warning{Severity: analysis.Caution,
			Message: analysis.Say("survival.events-two", analysis.Text("column", column)), Remedy: analysis.Say("survival.events-unclear.remedy")})
	case unclear > 0:
		return nil, analysis.Fail(analysis.BadInput, "survival.events-unclear", analysis.Text("column", column),
			analysis.Count("values", len(values)), analysis.Text("some", someOf(values))).Or("survival.events-unclear.remedy")
	}
	for k, v := range values {
		if means[k] == 1 {
			e.Left = append(e.Left, v)
		}
	}
	return means, nil
}

// someOf lists the first values.
func someOf(values []string) string {
	const shown = 5
	if len(values) > shown {
		return strings.Join(values[:shown], ", ") + " …"
	}
	return strings.Join(values, ", ")
}

// meaning reads a value by the words of both languages.
func meaning(v string) (left, known bool) {
	v = strings.ToLower(strings.TrimSpace(v))
	if slices.Contains(leftWords, v) {
		return true, true
	}
	return false, slices.Contains(hereWords, v)
}

var (
	leftWords = strings.Fields(`1 1.0 yes y true t churned churn left lost gone cancelled canceled inactive closed ended terminated expired
		是 真 流失 已流失 离开 已离开 离网 已离网 注销 已注销 销户 已销户 停用 已停用 退订 已退订 取消 已取消 终止 已终止`)
	hereWords = strings.Fields(`0 0.0 no n false f active stayed stay staying retained current open here alive live
		否 假 未流失 留存 在网 活跃 正常 在用 使用中 有效 未离开`)
)
