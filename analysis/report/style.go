package report

import (
	"strconv"
	"strings"

	"churnbench/analysis/figure"
)

// Style returns the style sheet of a document: all its rules are about what is inside of
// class "report", so that a page may use it for its preview, too. On paper every page
// has a head and a foot with what the numbers rest on. Firefox cannot print in the margins:
// there the foot is an element of the document, see foxStyle.
func Style(d *Document) string {
	size := "A4"
	if d.Paper == Letter {
		size = "letter"
	}
	var b strings.Builder
	b.WriteString(screenStyle)
	for level := 1; level <= 10; level++ {
		n := strconv.Itoa(level)
		b.WriteString(".report .r-heat-" + n + "{background:" + figure.LightColour("heat-"+n) + ";color:" + onHeat(level) + "}")
	}
	b.WriteString("@media print{@page{size:" + size + ";margin:17mm 18mm 19mm;" +
		"@top-left{content:" + quote(d.title()) + marginText + "}" +
		"@top-right{content:" + quote(d.Client) + marginText + "}" +
		"@bottom-left{content:" + quote(d.Foot) + marginText + ";width:86%}" +
		`@bottom-right{content:counter(page) " / " counter(pages)` + marginText + "}}" +
		"@page:first{@top-left{content:none}@top-right{content:none}}" +
		printStyle + foxStyle + "}")
	return b.String()
}

// onHeat is the ink of text on a level of magnitude, at 4.5:1 or better.
func onHeat(level int) string {
	switch {
	case level <= 5:
		return "#17212b"
	case level <= 8:
		return "#000"
	}
	return "#fff"
}

// quote writes a text as a string of CSS that cannot end its style element.
func quote(text string) string {
	var b strings.Builder
	b.WriteByte('"')
	for _, r := range text {
		if r < ' ' || strings.ContainsRune(`"\<>&`, r) {
			b.WriteString(`\` + strconv.FormatInt(int64(r), 16) + " ")
			continue
		}
		b.WriteRune(r)
	}
	b.WriteByte('"')
	return b.String()
}

const marginText = `;font:8pt/1.35 ` + figure.Fonts + `;color:#56616c`

// pageStyle is for a document that is a page of its own.
const pageStyle = `html{background:#efece5}body{margin:0}
@media screen{main{padding:32px 16px 64px}.report{max-width:170mm;margin:auto;padding:18mm;background:#fff;box-shadow:0 1px 2px rgb(23 33 43/.08),0 12px 40px rgb(23 33 43/.12)}}
@media screen and (max-width:700px){main{padding:0}.report{padding:20px 16px}}
@media print{html{background:none}}`

// screenStyle is what holds on screen and paper: points, as on paper.
const screenStyle = `.report{font:10.5pt/1.5 ` + figure.Fonts + `;color:#17212b;background:#fff;font-variant-numeric:tabular-nums;overflow-wrap:break-word;text-align:start}
.report *{box-sizing:border-box}
.report h1,.report h2,.report h3,.report p,.report dl,.report dd,.report ul,.report figure{margin:0;padding:0}
.report h1{font-size:26pt;line-height:1.16;letter-spacing:-.018em;font-weight:680;text-wrap:balance}
.report h2{font-size:16pt;line-height:1.25;letter-spacing:-.01em;font-weight:660;margin-top:10mm;padding-top:3mm;border-top:.6mm solid #0d6e68}
.report h3{font-size:12pt;line-height:1.3;font-weight:640}
.report strong{font-weight:660}
.report var{font-family:"STIX Two Text","Cambria Math",Cambria,Georgia,"Songti SC","Noto Serif CJK SC",serif}
.report .r-cover{padding-bottom:2mm}
.report .r-client{font-size:11pt;color:#0d6e68;font-weight:640;margin-bottom:2mm}
.report .r-author{color:#56616c;margin-top:2.5mm}
.report .r-facts{display:grid;grid-template-columns:1fr 1fr;column-gap:10mm;margin-top:8mm;border-top:.3mm solid #17212b}
.report .r-facts div{display:grid;grid-template-columns:32mm 1fr;gap:3mm;padding:1.7mm 0;border-bottom:.2mm solid #e4e0d7;font-size:9pt;line-height:1.4}
.report .r-facts dt{color:#56616c}
.report .r-facts dd{font-weight:560}
.report .r-note{margin-top:4mm;max-width:150mm}
.report .r-note p+p,.report .r-note ul{margin-top:2.5mm}
.report .r-note ul{padding-inline-start:5mm}
.report .r-exhibit{margin-top:6.5mm}
.report .r-head{display:block;margin-bottom:2mm}
.report .r-number{font-size:8.5pt;font-weight:640;color:#0d6e68;letter-spacing:.02em}
.report .r-exhibit .r-title{font-size:12.5pt;line-height:1.3;font-weight:660;letter-spacing:0;margin:0;padding:0;border:0}
.report .r-finding{margin-top:1.2mm;max-width:150mm}
.report .r-legend{display:flex;flex-wrap:wrap;gap:1mm 5mm;list-style:none;font-size:9pt;line-height:1.4;margin-bottom:2mm}
.report .r-legend li{display:flex;align-items:center;gap:1.5mm}
.report .r-legend svg{flex:none}
.report .r-drawing svg{display:block;width:100%;height:auto;font-family:` + figure.Fonts + `}
.report .r-drawing text{font-family:` + figure.Fonts + `}
.report .r-foot{font-size:8pt;line-height:1.4;color:#56616c;margin-top:1mm}
.report .r-caption{margin-top:2mm;padding-inline-start:3mm;border-inline-start:.6mm solid #0d6e68;max-width:150mm}
.report .r-missing,.report .r-busy{padding:5mm;border:.3mm dashed #848d96;border-radius:1.5mm;color:#56616c}
.report .r-summary{margin-top:3mm;padding-inline-start:5mm;max-width:150mm}
.report .r-summary li{padding-inline-start:1mm}
.report .r-summary li+li{margin-top:1.6mm}
.report .r-summary li::marker{color:#0d6e68}
.report .r-see{margin-inline-start:1.5mm;font-size:8.5pt;color:#56616c;white-space:nowrap}
.report .r-running{display:none}
.report .r-earlier{display:inline-block;margin-bottom:2mm;padding:.6mm 2.5mm;border:.3mm dashed #b45309;border-radius:1.5mm;font-size:9pt;color:#8a4300}
.report .r-scroll{overflow-x:auto}
.report .r-scroll+.r-scroll{margin-top:5mm}
.report .r-tabled .r-scroll,.report .r-drawing+.r-foot+.r-scroll{margin-top:1mm}
.report .r-table{border-collapse:collapse;width:100%;font-size:8.5pt;line-height:1.35}
.report .r-dense{font-size:8pt}
.report .r-worded th:first-child{min-width:50mm}
.report .r-table th{text-align:start;font-weight:560}
.report .r-table thead th{vertical-align:bottom;color:#56616c;font-weight:560;border-bottom:.3mm solid #17212b}
.report .r-table th,.report .r-table td{padding:1.1mm 2mm;border-bottom:.2mm solid #e4e0d7;vertical-align:top}
.report .r-table th:first-child{padding-inline-start:0}
.report .r-table .r-num{text-align:end;white-space:nowrap}
.report .r-table thead .r-num{white-space:normal}
.report .r-table .r-short{white-space:nowrap}
.report .r-dense th,.report .r-dense td{padding:.8mm .9mm}
.report .r-dense th:first-child{white-space:nowrap}
.report .r-table small{display:block;font-size:8pt;font-weight:400;color:#56616c}
.report .r-table [class*=r-heat] small{color:inherit}
.report .r-method{margin-top:5mm;font-size:9pt;line-height:1.5}
.report .r-method h3{font-size:10pt;margin-bottom:1mm}
.report .r-formula{margin:1.5mm 0 !important;padding:1.5mm 3mm !important;background:#f6f4ef;font-family:"STIX Two Text","Cambria Math",Cambria,Georgia,"Songti SC","Noto Serif CJK SC",serif;font-size:10pt}
.report .r-terms div{display:grid;grid-template-columns:28mm 1fr;column-gap:3mm;padding-top:1.2mm}
.report .r-terms dt{color:#56616c;grid-row:span 20}
.report .r-terms dd{grid-column:2}
.report .r-doubts{padding-inline-start:5mm;margin-top:3mm;font-size:9pt}
.report .r-doubts li+li{margin-top:1mm}
.report .r-colophon{margin-top:10mm;padding-top:2mm;border-top:.2mm solid #e4e0d7;font-size:8pt;color:#56616c}
.report .r-appendix>h2+.r-scroll{margin-top:3mm}
@media (max-width:700px){.report .r-facts{grid-template-columns:1fr}.report h1{font-size:21pt}}
`

// printStyle keeps together what belongs together.
const printStyle = `.report{font-size:10pt;print-color-adjust:exact;-webkit-print-color-adjust:exact}
.report h1,.report h2,.report h3,.report .r-head,.report .r-legend{break-after:avoid}
.report h2,.report .r-head{break-inside:avoid}
.report .r-number,.report .r-title,.report .r-finding{break-after:avoid}
.report .r-cover+h2{margin-top:8mm}
.report .r-exhibit{break-inside:avoid}
.report .r-tabled{break-inside:auto}
.report .r-drawing,.report .r-foot,.report .r-caption,.report .r-method,.report .r-cover,.report .r-facts,.report tr{break-inside:avoid}
.report tbody tr:nth-last-child(-n+2){break-before:avoid}
.report thead{display:table-header-group}
.report .r-scroll{overflow:visible}
.report .r-break{break-after:page}
.report .r-appendix{break-before:page}
.report .r-appendix>h2:first-child{margin-top:0}
.report p{orphans:3;widows:3}`

// foxStyle is for Firefox, which has neither boxes in its margins nor break-after:avoid.
// The running foot is fixed to the bottom of every page, for which the report, cut into
// pages, leaves room on each. A heading reserves the room of what has to follow it: where
// that does not fit on the page, both go to the next one.
const foxStyle = `@supports (-moz-appearance:none){
@page{margin-bottom:9mm}
.report{box-decoration-break:clone;padding-bottom:10mm}
.report .r-running{display:block;position:fixed;bottom:0;left:0;right:0;font-size:8pt;line-height:1.35;color:#56616c}
.report h2,.report .r-head{break-inside:avoid}
.report h2::after,.report .r-tabled .r-head::after{content:"";display:block;height:45mm;margin-bottom:-45mm}
.report h2:has(+.r-exhibit:not(.r-tabled))::after{height:115mm;margin-bottom:-115mm}
.report .r-tabled .r-head::after{height:30mm;margin-bottom:-30mm}}`
