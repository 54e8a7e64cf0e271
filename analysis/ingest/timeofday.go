package ingest

import "bytes"

// timeFollows reports whether what stands behind a date is a time, a weekday or
// nothing. What the time is does not matter, and is not looked at.
func timeFollows(b []byte) bool {
	switch {
	case len(b) == 0, len(b) == 1 && lower(b[0]) == 'z':
		return true
	case len(b) > 1 && (lower(b[0]) == 't' || b[0] == '+') && isDigit(b[1]):
		return true
	}
	i := 0
	if b[0] == '.' { // 2024. 3. 5.
		i++
	}
	for i < len(b) && (b[i] == ' ' || b[i] == ',') {
		i++
	}
	if i == 0 || i == len(b) {
		return i > 0
	}
	return isDigit(b[i]) || b[i] == '(' || timeWord(b[i:])
}

// timeWord reports whether a text begins with a word that leads a time in, or
// with a weekday.
func timeWord(b []byte) bool {
	n := 0
	for n < len(b) && isLetter(b[n]) {
		n++
	}
	rest := bytes.TrimLeft(b[n:], " .:")
	switch string(bytes.ToLower(b[:n])) {
	case "at", "am", "pm", "a", "p":
		return len(rest) > 0 && isDigit(rest[0])
	}
	return isWeekday(b[:n]) && timeFollows(b[n:])
}

// plainDate writes a date's characters beyond ASCII as ASCII: 年 and 月 as the
// separators that they are; weekdays and words for the time of day, such as
// 星期二 and 下午, as blanks.
func plainDate(dst, b []byte) []byte {
	if isASCII(b) {
		return b
	}
	week := false // behind 星期, before its day
	for _, r := range string(b) {
		if week {
			week = r == '期' || r == '拜'
			continue
		}
		switch r {
		case '年', '月', '년', '월':
			dst = append(dst, '-')
		case '星', '周', '週', '礼', '禮':
			week = true
			dst = append(dst, ' ')
		case '日', '号', '號', '일', '份', '上', '下', '中', '午', '凌', '早', '晨', '傍', '晚', '间', '間', '前', '後', '오', '전', '후':
			dst = append(dst, ' ')
		default:
			dst = appendNarrow(dst, r)
		}
	}
	return bytes.TrimSpace(dst)
}
