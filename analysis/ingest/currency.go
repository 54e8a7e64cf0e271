package ingest

import "strings"

// currencyMarks are the signs and codes that amounts carry, longer ones before
// those they begin with. A code is given where the mark has one meaning: $ has
// many, and ¥ is settled by the language of the file, see currencyOf.
var currencyMarks = []struct{ mark, code string }{
	{"CN¥", "CNY"}, {"JP¥", "JPY"}, {"MX$", "MXN"}, {"NZ$", "NZD"}, {"US$", "USD"}, {"HK$", "HKD"}, {"NT$", "TWD"}, {"S$", "SGD"}, {"A$", "AUD"}, {"C$", "CAD"}, {"R$", "BRL"},
	{"USD", "USD"}, {"CNY", "CNY"}, {"RMB", "CNY"}, {"EUR", "EUR"}, {"GBP", "GBP"}, {"JPY", "JPY"},
	{"HKD", "HKD"}, {"TWD", "TWD"}, {"SGD", "SGD"}, {"AUD", "AUD"}, {"CAD", "CAD"}, {"CHF", "CHF"},
	{"KRW", "KRW"}, {"INR", "INR"}, {"SEK", "SEK"}, {"NOK", "NOK"}, {"DKK", "DKK"}, {"PLN", "PLN"},
	{"BRL", "BRL"}, {"MXN", "MXN"}, {"THB", "THB"}, {"VND", "VND"}, {"MYR", "MYR"}, {"NZD", "NZD"}, {"ZAR", "ZAR"},
	{"人民币", "CNY"}, {"元", "CNY"}, {"圆", "CNY"}, {"€", "EUR"}, {"£", "GBP"}, {"₩", "KRW"}, {"₹", "INR"},
	{"IDR", "IDR"}, {"PHP", "PHP"}, {"AED", "AED"}, {"SAR", "SAR"}, {"ILS", "ILS"}, {"TRY", "TRY"}, {"RUB", "RUB"}, {"CZK", "CZK"},
	{"HUF", "HUF"}, {"RON", "RON"}, {"CLP", "CLP"}, {"COP", "COP"}, {"ARS", "ARS"}, {"MOP", "MOP"},
	{"Fr.", "CHF"}, {"Kč", "CZK"}, {"Rp", "IDR"}, {"RM", "MYR"}, {"Rs.", "INR"}, {"Rs", ""}, {"kr.", ""}, {"kr", ""}, {"圓", ""}, {"원", "KRW"},
	{"₽", "RUB"}, {"₺", "TRY"}, {"₪", "ILS"}, {"₱", "PHP"}, {"円", "JPY"}, {"zł", "PLN"}, {"฿", "THB"}, {"₫", "VND"}, {"$", ""}, {"¥", "CNY"}, {"￥", "CNY"},
}

// currencyOf returns the ISO code of the currency that an amount or a column's
// name mentions, "" if none or more than one could be meant. Yen and yuan share
// the sign ¥: chinese says whether the file is written in Chinese.
func currencyOf(text string, chinese bool) string {
	upper := strings.ToUpper(text)
	for _, c := range currencyMarks {
		if c.code == "" || !strings.Contains(upper, strings.ToUpper(c.mark)) {
			continue
		}
		if isLetter(c.mark[0]) && !standsAlone(upper, c.mark) {
			continue
		}
		if (c.mark == "¥" || c.mark == "￥") && !chinese {
			return ""
		}
		return c.code
	}
	return ""
}

// standsAlone reports whether no letter touches the first mention of mark:
// "EUR" in "5 EUR", not in "EUROPE".
func standsAlone(text, mark string) bool {
	at := strings.Index(text, strings.ToUpper(mark))
	if at < 0 {
		return false
	}
	end := at + len(mark)
	return (at == 0 || !isLetter(text[at-1])) && (end == len(text) || !isLetter(text[end]))
}

// isChinese reports whether a text holds Chinese characters and no kana.
func isChinese(s string) bool {
	han := false
	for _, r := range s {
		if 0x3040 <= r && r <= 0x30ff {
			return false
		}
		han = han || 0x4e00 <= r && r <= 0x9fff
	}
	return han
}
