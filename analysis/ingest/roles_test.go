package ingest

import (
	"encoding/csv"
	"fmt"
	"slices"
	"strings"
	"testing"
)

// headerCases are header lines, as exports have them, with what each column
// holds and means: "name:values=role". The values are those of cell.
var headerCases = []struct {
	kind  Kind
	lines string // one file a line
}{
	{Orders, `
customer id:i=customer; order date:d=date; amount:m=amount
Customer ID:i=customer; Order ID:u=order; Order Date:d=date; Sales:m=amount; Quantity:n=quantity; Region:t=region; Category:t=category; Product Name:t=product; Customer Name:x=; Segment:t=tier; Profit:m=margin; Ship Date:d=
cust_no:i=customer; invoice_no:u=order; invoice_date:d=date; qty:n=quantity; unit_price:m=price; sku:t=product; store:t=channel; salesperson:t=manager
CustomerID:i=customer; TransactionDate:d=date; TransactionAmount:m=amount; PaymentMethod:t=attribute; City:t=region
user_id:i=customer; created_at:d=date; total:m=amount; utm_source:t=source; coupon_code:t=campaign
email:e=customer; name:x=; date:d=date; revenue:m=amount
Customer:x=; Email:e=customer; Purchase Date:d=date; Amount:m=amount
order_id:u=order; order_status:t=order-status; order_date:d=date; customer_id:i=customer; order_total:m=amount
member no:i=customer; day:d=date; net sales:m=amount; cost:m=cost; gross profit:m=margin; branch:t=channel
client:i=customer; date:d=date; value:m=amount; account manager:t=manager; lead source:t=source
Client ID:i=customer; Paid At:d=date; Amount Paid:m=amount; Shipping Cost:m=; Tax:m=; Discount:m=
buyer id:i=customer; payment date:d=date; payment amount:m=amount; payment status:t=order-status; customer type:t=tier
id:i=customer; date:d=date; amount:m=amount
id:u=order; user:i=customer; date:d=date; amount:m=amount
id:l=; customer:i=customer; date:d=date; amount:m=amount
account id:i=customer; start date:d=date; amount:m=amount; sign-up date:d=sign-up
客户编号:i=customer; 订单日期:d=date; 金额:m=amount
客户名称:x=; 客户编号:i=customer; 订单编号:u=order; 下单时间:d=date; 实付金额:m=amount; 客户来源:t=source; 客户经理:t=manager; 客户等级:t=tier
会员号:i=customer; 消费日期:d=date; 消费金额:m=amount; 门店:t=channel; 商品名称:t=product; 数量:n=quantity; 单价:m=price
会员编号:i=customer; 交易时间:d=date; 交易金额(元):m=amount; 会员等级:t=tier; 注册时间:d=sign-up
用户ID:i=customer; 支付时间:d=date; 支付金额:m=amount; 获客渠道:t=source; 省份:t=region; 成本:m=cost; 毛利:m=margin
订单号:u=order; 买家昵称:x=customer; 付款时间:d=date; 实付款:m=amount; 订单状态:t=order-status; 发货时间:d=; 运费:m=
客户:i=customer; 日期:d=date; 销售额:m=amount; 品类:t=category; 业务员:t=manager; 区域:t=region
手机号:i=customer; 下单日期:d=date; 订单金额:m=amount; 优惠金额:m=; 订单来源:t=channel; 活动名称:t=campaign
客戶編號:i=customer; 訂單日期:d=date; 金額:m=amount; 數量:n=quantity; 單價:m=price; 訂單編號:u=order
會員編號:i=customer; 消費日期:d=date; 實付金額:m=amount; 會員等級:t=tier; 門店:t=channel; 客戶來源:t=source
客戶名稱:x=customer; 購買日期:d=date; 總金額:m=amount; 業務員:t=manager; 產品名稱:t=product; 地區:t=region
顧客ID:i=customer; 交易日期:d=date; 交易金額:m=amount; 銷售渠道:t=channel
Kundennummer:i=customer; Bestelldatum:d=date; Betrag:m=amount; Menge:n=quantity
Kunde:i=customer; Rechnungsdatum:d=date; Umsatz:m=amount; Rechnungsnummer:u=order
numéro client:i=customer; date commande:d=date; montant:m=amount; quantité:n=quantity
Cliente:i=customer; Fecha:d=date; Importe:m=amount; Cantidad:n=quantity
顧客番号:i=customer; 注文日:d=date; 合計金額:m=amount; 注文番号:u=order; 数量:n=quantity
お客様番号:i=customer; 購入日:d=date; 売上金額:m=amount; 単価:m=price
ＣＵＳＴＯＭＥＲ ＩＤ:i=customer; order date:d=date; amount:m=amount
Total (USD):m=amount; Order Date (UTC):d=date; Customer ID *:i=customer
date of birth:d=; user:i=customer; created_at:d=date; total:m=amount; updated_at:d=
客户:i=customer; 日期:d=date; 金额:m=amount; 性别:t=attribute; 备注:w=; 年龄:n=
customer:i=customer; date:d=date; amount:m=amount; gender:t=attribute; age:n=; note:w=
customer:i=customer; date:d=date; amount:m=amount; category spend:m=wallet; share:n=
客户编号:i=customer; 日期:d=date; 金额:m=amount; 钱包总额:m=wallet; 套餐:t=plan
`},
	{Customers, `
customer_id:u=customer; name:x=; signup_date:d=sign-up; city:t=region; tier:t=tier
Customer ID:u=customer; Customer Name:x=; Account Manager:t=manager; Industry:t=attribute; Customer Since:d=sign-up; Acquisition Channel:t=source
id:u=customer; email:q=; registered at:d=sign-up; country:t=region; gender:t=attribute; age:n=
客户编号:u=customer; 客户名称:x=; 注册时间:d=sign-up; 客户来源:t=source; 客户等级:t=tier; 客户经理:t=manager; 省份:t=region
会员号:u=customer; 入会日期:d=sign-up; 会员级别:t=tier; 性别:t=attribute; 城市:t=region
客戶編號:u=customer; 客戶姓名:x=; 註冊日期:d=sign-up; 客戶等級:t=tier; 地區:t=region
客户ID:u=customer; 所属区域:t=region; 业务员:t=manager; 行业:t=attribute
customer:u=customer; region:t=region; owner:t=manager; wallet size:m=wallet
`},
	{Subscriptions, `
customer_id:i=customer; start_date:d=sign-up; end_date:d=end; mrr:m=recurring; note:w=comment
customer id:u=customer; plan:t=plan; status:t=status; start date:d=sign-up; cancelled at:d=end; cancellation reason:t=reason
account:i=customer; subscription start:d=sign-up; subscription end:d=end; monthly fee:m=recurring; plan name:t=plan
member id:u=customer; join date:d=sign-up; end date:d=end; membership type:t=plan; churn reason:t=reason
客户编号:u=customer; 套餐:t=plan; 月费:m=recurring; 开始日期:d=sign-up; 结束日期:d=end; 状态:t=status; 流失原因:t=reason
用户编号:u=customer; 入网时间:d=sign-up; 离网时间:d=end; 套餐名称:t=plan; 月租费:m=recurring; 离网原因:t=reason
客户名称:x=customer; 合同开始日期:d=sign-up; 合同到期日:d=end; 年费:m=recurring; 客户经理:t=manager
會員編號:u=customer; 方案:t=plan; 月費:m=recurring; 開始日期:d=sign-up; 到期日期:d=end; 退訂原因:t=reason
`},
	{Surveys, `
customer_id:u=customer; date:d=date; nps:s=nps; comment:w=comment
respondent email:q=customer; submitted:d=; satisfaction score:s=csat; feedback:w=comment
Customer ID:i=customer; Response Date:d=date; How likely are you to recommend us to a friend or colleague?:s=nps; Why did you give this score?:w=comment
customer:u=customer; CSAT:s=csat; Q1:s=survey; Q2:s=survey; Q3:s=survey
客户编号:u=customer; 日期:d=date; 净推荐值:s=nps; 满意度:s=csat; 意见建议:w=comment
会员号:u=customer; 您有多大可能向朋友推荐我们？:s=nps; 您对服务的满意程度如何？:s=csat; 您的意见和建议是什么呢？:w=comment
客戶編號:u=customer; 滿意度:s=csat; 客戶意見:w=comment
user id:i=customer; created at:d=date; rating:s=csat; review:w=comment
`},
	{Campaigns, `
customer_id:u=customer; campaign:t=campaign; segment:t=tier; returned:b=attribute
客户编号:u=customer; 营销活动:t=campaign; 是否回购:b=attribute
email:q=customer; campaign name:t=campaign; sent on:d=
`},
}

// cell writes row i of a column that holds values of a kind.
func cell(kind byte, column, i int) string {
	switch kind {
	case 'i': // identifiers that come back
		return fmt.Sprintf("K%d", (i*7+i/13)%11)
	case 'u':
		return fmt.Sprintf("%d", 10_001+i)
	case 'l': // lines of orders of two and three
		return fmt.Sprint([]int{1, 2, 1, 2, 3}[i%5])
	case 'e':
		return fmt.Sprintf("u%d@shop.cn", i%11)
	case 'q': // an address each
		return fmt.Sprintf("u%d@shop.cn", i)
	case 'x': // names
		return []string{"Ann Lee", "Bo Chen", "Cy Diaz", "Di Evans", "Ed Fox", "Flo Gray"}[i*5%6]
	case 'd':
		return fmt.Sprintf("2024-%02d-%02d", 1+i%12, 1+(i*3+column)%28)
	case 'm':
		return fmt.Sprintf("%d.%02d", 10+i*3%70, i%90+5)
	case 'n':
		return fmt.Sprint(1 + i*5%60)
	case 's':
		return fmt.Sprint(i * 3 % 11)
	case 't':
		return []string{"alpha", "beta", "gamma"}[(i+column)%3]
	case 'b':
		return []string{"yes", "no"}[i%2]
	case 'w':
		return fmt.Sprintf("words %c of row %d", 'a'+i%26, i)
	}
	return ""
}

// headerFile makes a file of a line of headerCases, and what is to be found.
func headerFile(line string) (text string, want Mapping) {
	var b strings.Builder
	w := csv.NewWriter(&b)
	var names []string
	var kinds []byte
	for column := range strings.SplitSeq(line, "; ") {
		at := strings.LastIndex(column, ":")
		names, kinds = append(names, column[:at]), append(kinds, column[at+1])
		want = append(want, Role(column[at+3:]))
	}
	w.Write(names)
	for i := range 44 {
		record := make([]string, len(names))
		for c, kind := range kinds {
			record[c] = cell(kind, c, i)
		}
		w.Write(record)
	}
	w.Flush()
	return b.String(), want
}

func TestRolesByHeader(t *testing.T) {
	seen := 0
	for _, group := range headerCases {
		for line := range strings.SplitSeq(strings.TrimSpace(group.lines), "\n") {
			seen++
			text, want := headerFile(line)
			p, err := Sniff(Bytes("t.csv", []byte(text)), Format{})
			if err != nil {
				t.Fatal(line, err)
			}
			if p.Kind != group.kind || !slices.Equal(p.Mapping, want) {
				t.Errorf("%s\n is %s %q, want %s", line, p.Kind, p.Mapping, group.kind)
			}
			checkMappingIsSound(t, p)
			again, _ := Sniff(Bytes("t.csv", []byte(text)), Format{})
			if fmt.Sprintf("%+v", again) != fmt.Sprintf("%+v", p) {
				t.Errorf("%s: the second look differs from the first", line)
			}
		}
	}
	if seen < 60 {
		t.Errorf("only %d header lines", seen)
	}
}

// checkMappingIsSound: no role twice unless it repeats, no column without a
// meaning that a person could not be shown, few attributes.
func checkMappingIsSound(t *testing.T, p Preview) {
	t.Helper()
	attributes := 0
	for i, r := range p.Mapping {
		if !r.Repeats() && p.Mapping.Column(r) != i {
			t.Errorf("%q is given twice", r)
		}
		if r != Ignore && !slices.Contains(Roles, r) {
			t.Errorf("column %d has the role %q", i, r)
		}
		attributes += b2i(r == Attribute)
	}
	if p.Preset == "" && attributes > maxAttributes {
		t.Errorf("%d attributes", attributes)
	}
}
