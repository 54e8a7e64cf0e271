package sample

// words are a language's headers and values.
type words struct {
	mark      string // byte-order mark, as spreadsheets write it before Chinese
	slashes   bool   // dates as 2024/3/5 instead of 2024-03-05
	total     string
	shop      fileWords
	subscribe fileWords
	club      fileWords
	supplier  fileWords

	categories, channels, plans, payments   []string
	clubs, reasons                          []string
	managers, regions                       []string
	prices, fees                            []int64 // of the plans, in cents
	orderPrefix, billPrefix, contractPrefix string
}

// fileWords are the name and header line of one file.
type fileWords struct{ name, header string }

var english = words{
	total:       "Total",
	shop:        fileWords{"shop-orders.csv", "Order No,Customer ID,Order Date,Category,Quantity,Channel,Amount (USD)"},
	subscribe:   fileWords{"subscription-charges.csv", "Invoice No,Customer ID,Billing Date,Plan,Payment Method,Amount (USD)"},
	categories:  []string{"Coffee", "Tea", "Kitchen", "Tableware", "Gifts", "Books"},
	channels:    []string{"Website", "App", "Store"},
	plans:       []string{"Basic", "Standard", "Premium"},
	payments:    []string{"Credit card", "Direct debit", "PayPal"},
	prices:      []int64{999, 1999, 3999},
	club:        fileWords{"club-contracts.csv", "Contract No,Member ID,Start Date,End Date,Plan,Monthly Fee (USD),Region,Cancellation Reason"},
	clubs:       []string{"North", "South", "East", "West"},
	reasons:     []string{"Price", "Moved away", "No time", "Another club", "Service"},
	fees:        []int64{2900, 4900, 7900},
	supplier:    fileWords{"supplier-invoices.csv", "Invoice No,Customer ID,Invoice Date,Account Manager,Region,Category Spend,Gross Profit,Amount (USD)"},
	managers:    []string{"Adler", "Bianchi", "Castro", "Dubois", "Evans"},
	regions:     []string{"North", "South", "East", "West"},
	orderPrefix: "SO", billPrefix: "INV", contractPrefix: "C",
}

var chinese = words{
	mark:        "\uFEFF",
	slashes:     true,
	total:       "合计",
	shop:        fileWords{"小店订单.csv", "订单号,客户编号,下单日期,商品类别,数量,渠道,金额（元）"},
	subscribe:   fileWords{"订阅扣款.csv", "账单号,客户编号,扣款日期,套餐,支付方式,金额（元）"},
	categories:  []string{"咖啡", "茶叶", "厨具", "餐具", "礼品", "图书"},
	channels:    []string{"官网", "APP", "门店"},
	plans:       []string{"基础版", "标准版", "高级版"},
	payments:    []string{"微信支付", "支付宝", "银行卡"},
	prices:      []int64{1900, 3900, 6900},
	club:        fileWords{"健身俱乐部合约.csv", "合同编号,会员编号,开始日期,结束日期,套餐,月费（元）,地区,退订原因"},
	clubs:       []string{"城北店", "城南店", "城东店", "城西店"},
	reasons:     []string{"价格", "搬家", "没有时间", "转到其他俱乐部", "服务"},
	fees:        []int64{19900, 29900, 49900},
	supplier:    fileWords{"供应商发票.csv", "发票号,客户编号,开票日期,客户经理,地区,年采购总额,毛利,金额（元）"},
	managers:    []string{"陈静", "李伟", "王芳", "赵磊", "周敏"},
	regions:     []string{"华北", "华南", "华东", "华西"},
	orderPrefix: "DD", billPrefix: "ZD", contractPrefix: "HT",
}

func wordsOf(lang string) words {
	if lang == "zh" {
		return chinese
	}
	return english
}
