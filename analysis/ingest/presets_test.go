package ingest

import (
	"context"
	"encoding/csv"
	"fmt"
	"slices"
	"strings"
	"testing"
)

// A presetCase is a file that a program could have written: all columns of its
// Header, or those given here, and rows of "column=value" parted by bars.
type presetCase struct {
	key    string
	header string // "" for Preset.Header
	rows   []string
	roles  string // the columns with a role, in the file's order
	log    string // of orders; of lists the customers
}

var presetCases = []presetCase{
	{"shopify-orders", "", []string{
		"Name=#1001|Email=ann@a.com|Financial Status=paid|Created at=2025-10-07 09:50:26 +0200|Subtotal=30.00|Total=35.00|Lineitem quantity=2|Lineitem name=Mask|Lineitem price=10.00|Billing Country=FR|Source=web",
		"Name=#1001|Email=ann@a.com|Created at=2025-10-07 09:50:26 +0200|Lineitem quantity=1|Lineitem name=Soap|Lineitem price=10.00",
		"Name=#1002|Email=bob@a.com|Financial Status=paid|Created at=2025-10-09 10:00:00 +0200|Subtotal=8.00|Total=9.00|Lineitem quantity=1|Lineitem name=Soap|Lineitem price=8.00|Billing Country=DE|Source=web",
		"Name=#1003|Email=ann@a.com|Financial Status=paid|Created at=2025-11-01 10:00:00 +0100|Subtotal=8.00|Total=9.00|Lineitem quantity=1|Lineitem name=Soap|Lineitem price=8.00|Billing Country=FR|Source=web",
	}, "Name=order Email=customer Financial Status=order-status Created at=date Lineitem quantity=quantity Lineitem name=product Lineitem price=price Billing Country=region Source=channel",
		"ann@a.com:2025-10-07 30×2 ann@a.com:2025-11-01 8×1 bob@a.com:2025-10-09 8×1"},
	{"shopify-orders", "", []string{ // one line an order: its total is surer
		"Name=#1001|Email=ann@a.com|Created at=2025-10-07 09:50:26 +0200|Total=35.00|Lineitem quantity=2|Lineitem price=10.00",
		"Name=#1002|Email=bob@a.com|Created at=2025-10-09 10:00:00 +0200|Total=9.00|Lineitem quantity=1|Lineitem price=8.00",
	}, "Name=order Email=customer Total=amount Created at=date Lineitem quantity=quantity Lineitem price=price",
		"ann@a.com:2025-10-07 35×1 bob@a.com:2025-10-09 9×1"},
	{"woocommerce-orders", "", []string{
		"order_id=71|order_number=71|order_date=2024-03-05 10:00:00|status=completed|order_total=20.50|billing_email=ann@a.com|customer_id=7|billing_country=US|item_quantity=1",
		"order_id=72|order_number=72|order_date=2024-03-06 10:00:00|status=completed|order_total=5.00|billing_email=guest@a.com|customer_id=0|billing_country=US",
		"order_id=73|order_number=73|order_date=2024-04-06 10:00:00|status=completed|order_total=7.00|billing_email=ann@a.com|customer_id=7|billing_country=CA",
	}, "order_id=order order_date=date status=order-status order_total=amount billing_email=customer billing_country=region item_quantity=quantity",
		"ann@a.com:2024-03-05 20.5×1 ann@a.com:2024-04-06 7×1 guest@a.com:2024-03-06 5×1"},
	{"stripe-payments", "", []string{
		"id=ch_1|Created date (UTC)=2024-03-05 10:00:00|Amount=10.00|Amount Refunded=0.00|Currency=usd|Converted Amount=9.00|Converted Currency=eur|Status=Paid|Customer ID=cus_A|Customer Email=a@a.com|Card Brand=Visa",
		"id=ch_2|Created date (UTC)=2024-04-05 10:00:00|Amount=10.00|Amount Refunded=0.00|Currency=usd|Converted Amount=9.50|Converted Currency=eur|Status=Paid|Customer ID=cus_A|Customer Email=a@a.com|Card Brand=Visa",
		"id=ch_3|Created date (UTC)=2024-04-06 10:00:00|Amount=20.00|Amount Refunded=0.00|Currency=eur|Converted Amount=20.00|Converted Currency=eur|Status=Paid|Customer ID=cus_B|Customer Email=b@a.com|Card Brand=Visa",
	}, "id=order Created date (UTC)=date Converted Amount=amount Status=order-status Card Brand=attribute Customer ID=customer",
		"cus_A:2024-03-05 9×1 cus_A:2024-04-05 9.5×1 cus_B:2024-04-06 20×1"},
	{"stripe-payments", "id,Created (UTC),Amount,Amount Refunded,Customer ID,Customer Email", []string{ // guests have an address only
		"id=ch_1|Created (UTC)=2024-03-05 10:00|Amount=10.00|Amount Refunded=0.00|Customer ID=cus_A|Customer Email=a@a.com",
		"id=ch_2|Created (UTC)=2024-03-06 10:00|Amount=11.00|Amount Refunded=0.00|Customer Email=b@a.com",
		"id=ch_3|Created (UTC)=2024-03-07 10:00|Amount=12.00|Amount Refunded=0.00|Customer Email=b@a.com",
	}, "id=order Created (UTC)=date Amount=amount Customer Email=customer",
		"a@a.com:2024-03-05 10×1 b@a.com:2024-03-06 11×1 b@a.com:2024-03-07 12×1"},
	{"stripe-subscriptions", "", []string{
		"id=sub_1|Customer ID=cus_A|Customer Email=a@a.com|Plan=pro|Interval=month|Amount=29.00|Status=active|Created (UTC)=2024-01-05 10:00|Start Date (UTC)=2024-01-05 10:00|Current Period End (UTC)=2024-06-05 10:00",
		"id=sub_2|Customer ID=cus_B|Customer Email=b@a.com|Plan=pro|Interval=month|Amount=29.00|Status=canceled|Created (UTC)=2024-01-06 10:00|Start Date (UTC)=2024-01-06 10:00|Canceled At (UTC)=2024-03-01 10:00|Ended At (UTC)=2024-03-06 10:00|Cancellation Reason=too_expensive",
	}, "Customer ID=customer Plan=plan Interval=attribute Amount=recurring Status=status Start Date (UTC)=sign-up Cancellation Reason=reason Ended At (UTC)=end",
		"cus_A cus_B"},
	{"paypal-activity", "", []string{
		"Date=03/25/2024|Time=10:00:00|TimeZone=PDT|Name=Ann Lee|Type=Express Checkout Payment|Status=Completed|Currency=USD|Gross=20.00|Fee=-0.88|Net=19.12|From Email Address=ann@a.com|To Email Address=shop@a.com|Transaction ID=1AB|Balance=19.12|Country=United States",
		"Date=03/26/2024|Time=10:00:00|TimeZone=PDT|Name=Post|Type=PreApproved Payment|Status=Completed|Currency=USD|Gross=-5.00|Fee=0.00|Net=-5.00|From Email Address=shop@a.com|To Email Address=post@a.com|Transaction ID=2AB|Balance=14.12",
		"Date=04/01/2024|Time=10:00:00|TimeZone=PDT|Name=Ann Lee|Type=Express Checkout Payment|Status=Completed|Currency=USD|Gross=30.00|Fee=-1.17|Net=28.83|From Email Address=ann@a.com|To Email Address=shop@a.com|Transaction ID=3AB|Balance=42.95",
	}, "Date=date Type=attribute Status=order-status Currency=attribute Gross=amount From Email Address=customer Transaction ID=order Country=region",
		"ann@a.com:2024-03-25 20×1 ann@a.com:2024-04-01 30×1"},
	{"square-transactions", "", []string{
		"Date=2024-03-05|Time=10:00:00|Gross Sales=$12.00|Discounts=$0.00|Net Sales=$12.00|Tax=$1.00|Total Collected=$13.00|Transaction ID=t1|Customer ID=C1|Customer Name=Ann|Location=Main|Event Type=Payment",
		"Date=2024-03-06|Time=10:00:00|Gross Sales=$4.00|Discounts=$0.00|Net Sales=$4.00|Tax=$0.40|Total Collected=$4.40|Transaction ID=t2|Customer ID=C1|Customer Name=Ann|Location=Main|Event Type=Payment",
	}, "Date=date Net Sales=amount Transaction ID=order Event Type=attribute Location=channel Customer ID=customer",
		"C1:2024-03-05 12×1 C1:2024-03-06 4×1"},
	{"square-items", "", []string{
		"Date=2024-03-05|Time=10:00:00|Category=Coffee|Item=Latte|Qty=2.0|Gross Sales=$12.00|Discounts=$0.00|Net Sales=$12.00|Transaction ID=t1|Customer ID=C1|Location=Main",
		"Date=2024-03-05|Time=10:00:00|Category=Cake|Item=Scone|Qty=1.0|Gross Sales=$4.00|Discounts=$1.00|Net Sales=$3.00|Transaction ID=t1|Customer ID=C1|Location=Main",
	}, "Date=date Category=category Item=product Qty=quantity Net Sales=amount Transaction ID=order Location=channel Customer ID=customer",
		"C1:2024-03-05 15×2"},
	{"lightspeed-sales", "", []string{
		"Date=2024-03-05 10:00:00|Receipt Number=101|Line Type=Sale|Customer Code=ANN-1|Customer Name=Ann Lee|Quantity=2|Subtotal=18.18|Total=20.00|Details=Latte|Register=Main|User=Bo|Status=CLOSED",
		"Date=2024-03-06 10:00:00|Receipt Number=102|Line Type=Sale|Customer Code=ANN-1|Customer Name=Ann Lee|Quantity=1|Subtotal=9.09|Total=10.00|Details=Latte|Register=Main|User=Bo|Status=CLOSED",
	}, "Date=date Receipt Number=order Line Type=attribute Customer Code=customer Quantity=quantity Total=amount Details=product Register=channel User=manager Status=order-status",
		"ANN-1:2024-03-05 20×1 ANN-1:2024-03-06 10×1"},
	{"salesforce-opportunities", "Opportunity Owner,Account Name,Opportunity Name,Stage,Fiscal Period,Amount,Expected Revenue,Probability (%),Age,Close Date,Created Date,Next Step,Lead Source,Type,Owner Role", []string{
		"Opportunity Owner=Bo|Account Name=Acme|Opportunity Name=Acme 1|Stage=Closed Won|Amount=1000.00|Probability (%)=100|Close Date=2024-03-25|Created Date=2024-01-01|Lead Source=Web|Type=New",
		"Opportunity Owner=Bo|Account Name=Acme|Opportunity Name=Acme 2|Stage=Closed Won|Amount=500.00|Probability (%)=100|Close Date=2024-09-25|Created Date=2024-06-01|Lead Source=Web|Type=New",
	}, "Opportunity Owner=manager Account Name=customer Opportunity Name=order Stage=attribute Amount=amount Close Date=date Lead Source=source Type=attribute",
		"Acme:2024-03-25 1000×1 Acme:2024-09-25 500×1"},
	{"salesforce-accounts", "", []string{
		"Account Owner=Bo|Account Name=Acme|Account ID=001A|Type=Customer|Rating=Hot|Last Activity=2024-05-01|Billing State/Province=CA|Industry=Energy|Account Source=Web|Created Date=2020-01-31",
		"Account Owner=Cy|Account Name=Beta|Account ID=001B|Type=Customer|Rating=Cold|Last Activity=2024-05-02|Billing State/Province=NY|Industry=Retail|Account Source=Fair|Created Date=2021-01-31",
	}, "Account Owner=manager Account ID=customer Type=attribute Rating=tier Billing State/Province=region Industry=attribute Account Source=source Created Date=sign-up", "001A 001B"},
	{"zoho-deals", "", []string{
		"Record Id=zcrm_1|Deal Owner=Bo|Amount=1000|Deal Name=Acme 1|Closing Date=2024-03-25|Account Name.id=zcrm_9|Account Name=Acme|Stage=Closed Won|Lead Source=Web",
		"Record Id=zcrm_2|Deal Owner=Bo|Amount=250|Deal Name=Beta 1|Closing Date=2024-04-25|Account Name.id=zcrm_8|Account Name=Beta|Stage=Closed Won|Lead Source=Web",
	}, "Record Id=order Deal Owner=manager Amount=amount Closing Date=date Account Name.id=customer Stage=attribute Lead Source=source",
		"zcrm_8:2024-04-25 250×1 zcrm_9:2024-03-25 1000×1"},
	{"zoho-sales-orders", "", []string{
		"SalesOrder ID=46000|Order Date=2024-03-05|SalesOrder Number=SO-1|Status=confirmed|Customer ID=46001|Customer Name=Acme|Sales Channel=direct_sales|Item Name=Desk|QuantityOrdered=2|Item Price=50.00|Item Total=100.00|Total=130.00",
		"SalesOrder ID=46000|Order Date=2024-03-05|SalesOrder Number=SO-1|Status=confirmed|Customer ID=46001|Customer Name=Acme|Sales Channel=direct_sales|Item Name=Lamp|QuantityOrdered=1|Item Price=30.00|Item Total=30.00|Total=130.00",
	}, "Order Date=date SalesOrder Number=order Status=order-status Customer ID=customer Sales Channel=channel Item Name=product QuantityOrdered=quantity Item Price=price Item Total=amount",
		"46001:2024-03-05 130×2"},
	{"zoho-survey", "Response ID,IP Address,Started Time,Completed Time,Collector,Response Status,Email Address,How likely are you to recommend us to a friend?,Any other comments or suggestions for us?", []string{
		"Response ID=1|Started Time=2024-03-05 10:00|Completed Time=2024-03-05 10:05|Collector=Web|Response Status=Completed|Email Address=ann@a.com|How likely are you to recommend us to a friend?=9|Any other comments or suggestions for us?=Fine",
		"Response ID=2|Started Time=2024-03-06 10:00|Completed Time=2024-03-06 10:05|Collector=Web|Response Status=Completed|Email Address=bob@a.com|How likely are you to recommend us to a friend?=3|Any other comments or suggestions for us?=Slow",
	}, "Completed Time=date Email Address=customer How likely are you to recommend us to a friend?=nps Any other comments or suggestions for us?=comment", "ann@a.com bob@a.com"},
	{"hubspot-contacts", "", []string{
		"Record ID=101|First Name=Ann|Email=ann@a.com|Contact owner=Bo|Lead Status=Open|Lifecycle Stage=Customer|Create Date=2024-03-05 10:00|Original Source=Organic Search|Country/Region=US",
		"Record ID=102|First Name=Bob|Email=bob@a.com|Contact owner=Bo|Lead Status=Open|Lifecycle Stage=Lead|Create Date=2024-03-06 10:00|Original Source=Referrals|Country/Region=CA",
	}, "Email=customer Contact owner=manager Lead Status=attribute Lifecycle Stage=status Create Date=sign-up Original Source=source Country/Region=region", "ann@a.com bob@a.com"},
	{"hubspot-deals", "", []string{
		"Record ID=901|Deal Name=Acme 1|Deal Stage=Closed won|Pipeline=Sales|Close Date=2024-03-25 10:00|Deal owner=Bo|Amount=1000|Currency=USD|Associated Company=Acme|Associated Company IDs=55",
		"Record ID=902|Deal Name=Beta 1|Deal Stage=Closed won|Pipeline=Sales|Close Date=2024-04-25 10:00|Deal owner=Bo|Amount=200|Currency=USD|Associated Company=Beta|Associated Company IDs=56",
	}, "Record ID=order Deal Stage=attribute Pipeline=attribute Close Date=date Deal owner=manager Amount=amount Associated Company IDs=customer",
		"55:2024-03-25 1000×1 56:2024-04-25 200×1"},
	{"fxiaoke-orders", "", []string{
		"销售订单编号=20240305-001|客户名称=华东机械|下单日期=2024-03-05|销售订单金额(元)=12000.00|生命状态=正常|负责人=李雷|归属部门=华东区|业务类型=预设业务类型",
		"销售订单编号=20240402-001|客户名称=华东机械|下单日期=2024-04-02|销售订单金额(元)=800.00|生命状态=正常|负责人=李雷|归属部门=华东区|业务类型=预设业务类型",
	}, "销售订单编号=order 客户名称=customer 下单日期=date 销售订单金额(元)=amount 生命状态=order-status 负责人=manager 归属部门=attribute 业务类型=category",
		"华东机械:2024-03-05 12000×1 华东机械:2024-04-02 800×1"},
	{"fxiaoke-customers", "", []string{
		"客户名称=华东机械|客户级别=重要客户|客户来源=转介绍|成交状态=已成交|生命状态=正常|负责人=李雷|省=浙江|创建时间=2023-01-05 10:00",
		"客户名称=南方化工|客户级别=普通客户|客户来源=展会|成交状态=未成交|生命状态=正常|负责人=韩梅|省=广东|创建时间=2023-02-05 10:00",
	}, "客户名称=customer 客户级别=tier 客户来源=source 成交状态=attribute 省=region 负责人=manager 创建时间=sign-up", "华东机械 南方化工"},
	{"fxiaoke-opportunities", "", []string{
		"商机名称=扩产一期|客户名称=华东机械|商机金额=50000|预计成交日期=2024-03-31|商机阶段=赢单|生命状态=正常|负责人=李雷|商机来源=展会",
		"商机名称=扩产二期|客户名称=华东机械|商机金额=30000|预计成交日期=2024-06-30|商机阶段=赢单|生命状态=正常|负责人=李雷|商机来源=展会",
	}, "商机名称=order 客户名称=customer 商机金额=amount 预计成交日期=date 商机阶段=attribute 商机来源=source 负责人=manager",
		"华东机械:2024-03-31 50000×1 华东机械:2024-06-30 30000×1"},
	{"taobao-orders", "", []string{
		`订单编号="1234567890123"|买家会员名=小猫咪|买家应付货款=99.00|总金额=109.00|买家实际支付金额=105.00|订单状态=交易成功|订单创建时间=2024-03-05 10:00:00|订单付款时间=2024-03-05 10:01:00|宝贝标题=茶叶|宝贝总数量=1|店铺名称=茶铺|退款金额=0`,
		`订单编号="1234567890124"|买家会员名=小猫咪|买家应付货款=50.00|总金额=50.00|买家实际支付金额=50.00|订单状态=交易成功|订单创建时间=2024-04-05 10:00:00|订单付款时间=2024-04-05 10:01:00|宝贝标题=茶叶|宝贝总数量=1|店铺名称=茶铺|退款金额=0`,
	}, "订单编号=order 买家会员名=customer 买家实际支付金额=amount 订单状态=order-status 订单付款时间=date 宝贝标题=product 宝贝总数量=quantity 店铺名称=channel",
		"小猫咪:2024-03-05 105×1 小猫咪:2024-04-05 50×1"},
	{"jd-orders", "", []string{
		"订单号=2901|商品ID=11|商品名称=山参|订购数量=1|下单时间=2024-03-05 10:00:00|京东价=250.00|订单金额=500.00|结算金额=500.00|应付金额=500.00|订单状态=完成|下单帐号=jd_feng|客户姓名=冯颖",
		"订单号=2901|商品ID=12|商品名称=红参|订购数量=2|下单时间=2024-03-05 10:00:00|京东价=125.00|订单金额=500.00|结算金额=500.00|应付金额=500.00|订单状态=完成|下单帐号=jd_feng|客户姓名=冯颖",
		"订单号=2902|商品ID=11|商品名称=山参|订购数量=1|下单时间=2024-04-05 10:00:00|京东价=250.00|订单金额=250.00|结算金额=250.00|应付金额=250.00|订单状态=完成|下单帐号=jd_feng|客户姓名=冯颖",
	}, "订单号=order 商品名称=product 订购数量=quantity 下单时间=date 京东价=price 订单状态=order-status 下单帐号=customer",
		"jd_feng:2024-03-05 500×2 jd_feng:2024-04-05 250×1"},
	{"youzan-orders", "", []string{
		"订单号=E2024001|订单状态=交易完成|订单创建时间=2024-03-05 10:00:00|买家付款时间=2024-03-05 10:01:00|全部商品名称=茶叶|订单商品总件数=1|订单实付金额=99.00|买家昵称=小猫|买家手机号=13900000001|收货人省份=山东省|归属店铺=总店",
		"订单号=E2024002|订单状态=交易完成|订单创建时间=2024-04-05 10:00:00|买家付款时间=2024-04-05 10:01:00|全部商品名称=茶叶|订单商品总件数=1|订单实付金额=59.00|买家昵称=小猫|买家手机号=13900000001|收货人省份=山东省|归属店铺=总店",
	}, "订单号=order 订单状态=order-status 买家付款时间=date 全部商品名称=product 订单商品总件数=quantity 订单实付金额=amount 买家手机号=customer 收货人省份=region 归属店铺=channel",
		"13900000001:2024-03-05 99×1 13900000001:2024-04-05 59×1"},
	{"weidian-orders", "", []string{
		"订单编号=8001|订单状态=已完成|下单时间=2024-03-05 10:00:00|付款时间=2024-03-05 10:01:00|订单金额=60.00|实付金额=58.00|商品名称=茶|商品型号=100g|商品单价=60.00|商品数量=1|收件人姓名=王芳|收件人手机=13900000002|省=浙江",
		"订单编号=8002|订单状态=已完成|下单时间=2024-04-05 10:00:00|付款时间=2024-04-05 10:01:00|订单金额=60.00|实付金额=60.00|商品名称=茶|商品型号=100g|商品单价=60.00|商品数量=1|收件人姓名=王芳|收件人手机=13900000002|省=浙江",
	}, "订单编号=order 订单状态=order-status 付款时间=date 实付金额=amount 商品名称=product 商品单价=price 商品数量=quantity 收件人手机=customer 省=region",
		"13900000002:2024-03-05 58×1 13900000002:2024-04-05 60×1"},
	{"zendesk-tickets", "", []string{
		"Summation column=1|Id=11|Requester=Ann|Requester id=901|Requester email=ann@a.com|Assignee=Bo|Subject=Late|Status=Solved|Priority=High|Ticket type=Question|Created at=2024-03-05 10:00|Satisfaction Score=Good|Reopens=0",
		"Summation column=1|Id=12|Requester=Bob|Requester id=902|Requester email=bob@a.com|Assignee=Bo|Subject=Broken|Status=Solved|Priority=Low|Ticket type=Problem|Created at=2024-03-06 10:00|Satisfaction Score=Bad|Reopens=0",
	}, "Requester email=customer Assignee=manager Subject=comment Status=attribute Priority=attribute Ticket type=attribute Created at=date Satisfaction Score=attribute", "ann@a.com bob@a.com"},
	{"surveymonkey", "Respondent ID,Collector ID,Start Date,End Date,IP Address,Email Address,First Name,Last Name,Custom Data 1,How satisfied are you with our service?,How can we improve?", []string{
		"How satisfied are you with our service?=Response|How can we improve?=Open-Ended Response",
		"Respondent ID=118|Collector ID=7|Start Date=2024-03-05 10:00:00|End Date=2024-03-05 10:05:00|Email Address=ann@a.com|How satisfied are you with our service?=5|How can we improve?=No idea",
		"Respondent ID=119|Collector ID=7|Start Date=2024-03-06 10:00:00|End Date=2024-03-06 10:05:00|Email Address=bob@a.com|How satisfied are you with our service?=2|How can we improve?=Faster",
	}, "End Date=date Email Address=customer How satisfied are you with our service?=csat How can we improve?=comment", "ann@a.com bob@a.com"},
	{"google-forms", "Timestamp,Email Address,How likely are you to recommend us to a colleague?,What did you like? Any feedback welcome", []string{
		"Timestamp=3/25/2024 10:00:00|Email Address=ann@a.com|How likely are you to recommend us to a colleague?=10|What did you like? Any feedback welcome=All",
		"Timestamp=3/26/2024 10:00:00|Email Address=bob@a.com|How likely are you to recommend us to a colleague?=4|What did you like? Any feedback welcome=Little",
	}, "Timestamp=date Email Address=customer How likely are you to recommend us to a colleague?=nps What did you like? Any feedback welcome=comment", "ann@a.com bob@a.com"},
	{"google-forms", "时间戳记,电子邮件地址,您有多大可能向朋友推荐我们？,您有什么意见或建议？", []string{
		"时间戳记=2024/3/25 10:00:00|电子邮件地址=ann@a.com|您有多大可能向朋友推荐我们？=10|您有什么意见或建议？=都好",
		"时间戳记=2024/3/26 10:00:00|电子邮件地址=bob@a.com|您有多大可能向朋友推荐我们？=4|您有什么意见或建议？=太慢",
	}, "时间戳记=date 电子邮件地址=customer 您有多大可能向朋友推荐我们？=nps 您有什么意见或建议？=comment", "ann@a.com bob@a.com"},
	{"typeform", "#,What is your email?,How satisfied were you with the program?,Start Date (UTC),Submit Date (UTC),Network ID", []string{
		"#=a1|What is your email?=ann@a.com|How satisfied were you with the program?=5|Start Date (UTC)=2024-03-05 10:00:00|Submit Date (UTC)=2024-03-05 10:05:00|Network ID=n1",
		"#=a2|What is your email?=bob@a.com|How satisfied were you with the program?=3|Start Date (UTC)=2024-03-06 10:00:00|Submit Date (UTC)=2024-03-06 10:05:00|Network ID=n2",
	}, "What is your email?=customer How satisfied were you with the program?=csat Submit Date (UTC)=date", "ann@a.com bob@a.com"},
	{"qualtrics", "StartDate,EndDate,Status,IPAddress,Progress,Duration (in seconds),Finished,RecordedDate,ResponseId,RecipientLastName,RecipientFirstName,RecipientEmail,ExternalReference,LocationLatitude,LocationLongitude,DistributionChannel,UserLanguage,Q1,Q2", []string{
		"StartDate=Start Date|EndDate=End Date|Status=Response Type|RecordedDate=Recorded Date|ResponseId=Response ID|RecipientEmail=Recipient Email|ExternalReference=External Data Reference|Q1=How satisfied are you, all in all?|Q2=Staff",
		`StartDate={"ImportId":"startDate","timeZone":"America/Denver"}|EndDate={"ImportId":"endDate","timeZone":"America/Denver"}|Status={"ImportId":"status"}|RecordedDate={"ImportId":"recordedDate","timeZone":"America/Denver"}|ResponseId={"ImportId":"_recordId"}|RecipientEmail={"ImportId":"recipientEmail"}|ExternalReference={"ImportId":"externalDataReference"}|Q1={"ImportId":"QID1"}|Q2={"ImportId":"QID2"}`,
		"StartDate=2024-03-05 10:00:00|EndDate=2024-03-05 10:05:00|Status=0|Finished=1|RecordedDate=2024-03-05 10:05:01|ResponseId=R_1|ExternalReference=K1|Q1=7|Q2=5",
		"StartDate=2024-03-06 10:00:00|EndDate=2024-03-06 10:05:00|Status=0|Finished=1|RecordedDate=2024-03-06 10:05:01|ResponseId=R_2|ExternalReference=K2|Q1=2|Q2=4",
		"StartDate=2024-03-07 10:00:00|EndDate=2024-03-07 10:05:00|Status=0|Finished=1|RecordedDate=2024-03-07 10:05:01|ResponseId=R_3|ExternalReference=K3|Q1=3|Q2=4",
		"StartDate=2024-03-08 10:00:00|EndDate=2024-03-08 10:05:00|Status=0|Finished=1|RecordedDate=2024-03-08 10:05:01|ResponseId=R_4|ExternalReference=K1|Q1=3|Q2=1",
	}, "RecordedDate=date ExternalReference=customer Q1=survey Q2=survey", "K1 K2 K3"},
	{"uci-online-retail", "InvoiceNo,StockCode,Description,Quantity,InvoiceDate,UnitPrice,CustomerID,Country", []string{
		"InvoiceNo=536365|StockCode=85123A|Description=HOLDER|Quantity=6|InvoiceDate=12/13/2010 8:26|UnitPrice=2.55|CustomerID=17850|Country=United Kingdom",
		"InvoiceNo=536366|StockCode=22633|Description=WARMER|Quantity=2|InvoiceDate=12/14/2010 8:28|UnitPrice=1.85|CustomerID=17851|Country=France",
	}, "InvoiceNo=order Description=product Quantity=quantity InvoiceDate=date UnitPrice=price CustomerID=customer Country=region",
		"17850:2010-12-13 15.3×1 17851:2010-12-14 3.7×1"},
	{"uci-online-retail", "Invoice,StockCode,Description,Quantity,InvoiceDate,Price,Customer ID,Country", []string{
		"Invoice=489434|StockCode=85048|Description=LIGHTS|Quantity=12|InvoiceDate=2009-12-01 07:45:00|Price=6.95|Customer ID=13085.0|Country=United Kingdom",
		"Invoice=489435|StockCode=22350|Description=BOWL|Quantity=1|InvoiceDate=2009-12-02 07:45:00|Price=2.55|Customer ID=13085.0|Country=United Kingdom",
	}, "Invoice=order Description=product Quantity=quantity InvoiceDate=date Price=price Customer ID=customer Country=region",
		"13085.0:2009-12-01 83.4×1 13085.0:2009-12-02 2.55×1"},
	{"ibm-telco", "", []string{
		"customerID=7590-VHVEG|gender=Female|SeniorCitizen=0|tenure=1|InternetService=DSL|OnlineSecurity=No|TechSupport=No|Contract=Month-to-month|PaperlessBilling=Yes|PaymentMethod=Electronic check|MonthlyCharges=29.85|TotalCharges=29.85|Churn=No",
		"customerID=5575-GNVDE|gender=Male|SeniorCitizen=0|tenure=34|InternetService=DSL|OnlineSecurity=Yes|TechSupport=No|Contract=One year|PaperlessBilling=No|PaymentMethod=Mailed check|MonthlyCharges=56.95|TotalCharges=1889.5|Churn=Yes",
	}, "customerID=customer gender=attribute SeniorCitizen=attribute tenure=tenure InternetService=attribute OnlineSecurity=attribute TechSupport=attribute Contract=plan PaperlessBilling=attribute PaymentMethod=attribute MonthlyCharges=recurring Churn=status", "7590-VHVEG 5575-GNVDE"},
}

// text writes the file.
func (c presetCase) text(header string) string {
	var b strings.Builder
	w := csv.NewWriter(&b)
	names := strings.Split(header, ",")
	w.Write(names)
	for _, row := range c.rows {
		record := make([]string, len(names))
		for cell := range strings.SplitSeq(row, "|") {
			name, value, _ := strings.Cut(cell, "=")
			if i := slices.Index(names, name); i >= 0 {
				record[i] = value
			} else {
				record[0] = "no column " + name
			}
		}
		w.Write(record)
	}
	w.Flush()
	return b.String()
}

// rolesByName writes the columns with a role.
func rolesByName(p Preview) string {
	var list []string
	for i, r := range p.Mapping {
		if r != Ignore {
			list = append(list, p.Columns[i].Name+"="+string(r))
		}
	}
	return strings.Join(list, " ")
}

func TestPresets(t *testing.T) {
	tested := map[string]bool{}
	for _, c := range presetCases {
		at := slices.IndexFunc(Presets, func(p Preset) bool { return p.Key == c.key })
		if at < 0 {
			t.Fatalf("no preset %s", c.key)
		}
		preset, header := Presets[at], c.header
		if header == "" {
			header = preset.Header
		}
		tested[c.key] = true
		t.Run(c.key, func(t *testing.T) { c.check(t, preset, header) })
	}
	for _, p := range Presets {
		if !tested[p.Key] {
			t.Errorf("no rows test the preset %s", p.Key)
		}
	}
}

func (c presetCase) check(t *testing.T, preset Preset, header string) {
	src := Bytes("export.csv", []byte(c.text(header)))
	p, err := Sniff(src, Format{})
	if err != nil {
		t.Fatal(err)
	}
	if p.Preset != c.key || p.Kind != preset.Kind {
		t.Fatalf("taken for %q, %s", p.Preset, p.Kind)
	}
	if got := rolesByName(p); got != c.roles {
		t.Errorf("roles\n%s, want\n%s", got, c.roles)
	}
	if preset.Note.Key != "" && !warned(p, preset.Note.Key) {
		t.Errorf("%s is not said", preset.Note.Key)
	}
	if got := c.read(t, src, p); got != c.log {
		t.Errorf("read\n%s, want\n%s", got, c.log)
	}
}

// read returns the log of orders, or the customers of a list.
func (c presetCase) read(t *testing.T, src Source, p Preview) string {
	if p.Kind == Orders {
		table, err := Read(context.Background(), src, p.Format, p.Mapping, p.Rules, nil)
		if err != nil {
			t.Fatal(err)
		}
		checkBalance(t, table)
		return logText(table.Log())
	}
	list, err := ReadList(context.Background(), src, p.Kind, p.Format, p.Mapping, p.Rules, nil)
	if err != nil {
		t.Fatal(err)
	}
	var ids []string
	for i := range list.IDs.Len() {
		ids = append(ids, list.IDs.At(i))
	}
	return strings.Join(ids, " ")
}

// What a preset says must hold together.
func TestPresetsAreSound(t *testing.T) {
	keys := map[string]bool{}
	for _, p := range Presets {
		if keys[p.Key] || !slices.Contains(Kinds, p.Kind) || len(p.Needs) < 2 || len(p.Roles) == 0 {
			t.Errorf("%s: twice, or of kind %q, or says too little", p.Key, p.Kind)
		}
		keys[p.Key] = true
		known := p.writes()
		for _, need := range p.Needs {
			if !slices.ContainsFunc(strings.Split(need, "|"), func(name string) bool { return known[columnKey(name)] }) {
				t.Errorf("%s needs %q, which its header lacks", p.Key, need)
			}
		}
		for _, r := range p.Roles {
			if !slices.Contains(Roles, r.role) {
				t.Errorf("%s: %q has the role %q", p.Key, r.column, r.role)
			}
		}
	}
}

// A program's own file is not taken for another's.
func TestPresetsKnowTheirOwn(t *testing.T) {
	for _, p := range Presets {
		var sketches []columnSketch
		for name := range strings.SplitSeq(p.Header, ",") {
			sketches = append(sketches, columnSketch{Column: Column{Name: name}})
		}
		if got := recognise(sketches); got == nil || got.Key != p.Key {
			t.Errorf("%s is taken for %s", p.Key, fmt.Sprint(got.key()))
		}
	}
}
