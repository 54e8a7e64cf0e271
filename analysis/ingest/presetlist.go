package ingest

import "churnbench/analysis"

// Presets are the programs whose exports are recognised. To add one, add an
// entry, its name in app/i18n/roles.go and its rows in presets_test.go.
//
// Each entry names where its columns are documented. Programs that let people
// choose columns are known by the few that no export lacks.
var Presets = []Preset{
	{
		// Shopify Help Center, "Exporting orders to a CSV file": one row a line item;
		// what belongs to the order stands on its first row only.
		Key: "shopify-orders", Kind: Orders,
		Header: "Name,Email,Financial Status,Paid at,Fulfillment Status,Fulfilled at,Accepts Marketing,Currency,Subtotal,Shipping,Taxes,Total,Discount Code,Discount Amount,Shipping Method,Created at,Lineitem quantity,Lineitem name,Lineitem price,Lineitem compare at price,Lineitem sku,Lineitem requires shipping,Lineitem taxable,Lineitem fulfillment status,Billing Name,Billing Street,Billing Address1,Billing Address2,Billing Company,Billing City,Billing Zip,Billing Province,Billing Country,Billing Phone,Shipping Name,Shipping Street,Shipping Address1,Shipping Address2,Shipping Company,Shipping City,Shipping Zip,Shipping Province,Shipping Country,Shipping Phone,Notes,Note Attributes,Cancelled at,Payment Method,Payment Reference,Refunded Amount,Vendor,Outstanding Balance,Employee,Location,Device ID,Id,Tags,Risk Level,Source,Lineitem discount,Tax 1 Name,Tax 1 Value,Phone,Receipt Number,Duties,Billing Province Name,Shipping Province Name,Payment ID,Payment Terms Name,Next Payment Due At,Payment References",
		Needs:  []string{"Name", "Financial Status", "Created at", "Lineitem quantity", "Lineitem price"},
		Roles: []presetRole{
			{"Email", Customer}, {"Phone", Customer}, {"Billing Name", Customer},
			{"Created at", Date}, {"Total", Amount}, {"Lineitem quantity", Quantity}, {"Lineitem price", Price}, {"Name", Order}, {"Financial Status", OrderStatus},
			{"Lineitem name", Product}, {"Vendor", Category}, {"Source", Channel}, {"Billing Country", Region}, {"Shipping Country", Region},
			{"Discount Code", Campaign}, {"Location", Attribute}, {"Employee", Manager},
		},
		Note: analysis.Say("preset.shopify-orders.note"),
	},
	{
		// WooCommerce documentation, "Order/Customer/Coupon Export", default CSV
		// columns; WebToffee's and others' exporters use the same names.
		Key: "woocommerce-orders", Kind: Orders,
		Header: "order_id,order_number,order_date,paid_date,date,status,order_status,shipping_total,shipping_tax_total,fee_total,fee_tax_total,tax_total,cart_discount,order_discount,discount_total,order_total,order_subtotal,refunded_total,order_currency,payment_method,payment_method_title,transaction_id,customer_ip_address,customer_user_agent,shipping_method,customer_id,customer_user,customer_email,billing_first_name,billing_last_name,billing_company,billing_email,billing_phone,billing_address_1,billing_address_2,billing_postcode,billing_city,billing_state,billing_country,shipping_first_name,shipping_last_name,shipping_company,shipping_phone,shipping_address_1,shipping_address_2,shipping_postcode,shipping_city,shipping_state,shipping_country,customer_note,line_items,item_name,item_quantity,item_price,item_total,item_sku,shipping_items,fee_items,tax_items,coupon_items,refunds,order_notes,download_permissions",
		Needs:  []string{"order_id", "order_total", "billing_email", "order_date|date"},
		Roles: []presetRole{
			{"billing_email", Customer}, {"customer_email", Customer}, {"customer_id", Customer}, {"customer_user", Customer},
			{"order_date", Date}, {"date", Date}, {"order_total", Amount}, {"item_quantity", Quantity}, {"item_price", Price}, {"order_id", Order}, {"status", OrderStatus}, {"order_status", OrderStatus},
			{"item_name", Product}, {"billing_country", Region}, {"billing_state", Attribute}, {"payment_method_title", Attribute}, {"coupon_items", Campaign},
		},
		NoSale: []string{"pending", "checkout-draft", "wc-pending", "wc-cancelled", "wc-failed", "wc-refunded", "wc-checkout-draft"},
		Note:   analysis.Say("preset.woocommerce-orders.note"),
	},
	{
		// Stripe Dashboard, Payments › Export, "All columns" (unified_payments.csv).
		Key: "stripe-payments", Kind: Orders,
		Header: "id,Created (UTC),Created date (UTC),Amount,Amount Refunded,Currency,Captured,Converted Amount,Converted Amount Refunded,Converted Currency,Decline Reason,Description,Fee,Refunded date (UTC),Statement Descriptor,Status,Seller Message,Tax,Taxes On Fee,Mode,Card ID,Card Last4,Card Brand,Card Funding,Card Exp Month,Card Exp Year,Card Name,Card Address Line1,Card Address Line2,Card Address City,Card Address State,Card Address Country,Card Address Zip,Card Issue Country,Card Fingerprint,Card CVC Status,Card AVS Zip Status,Card AVS Line1 Status,Card Tokenization Method,Customer ID,Customer Description,Customer Email,Disputed Amount,Dispute Status,Dispute Reason,Dispute Date (UTC),Dispute Evidence Due (UTC),Invoice ID,Invoice Number,Payment Source Type,Is Link,PaymentIntent ID,Transfer",
		Needs:  []string{"id", "Created (UTC)|Created date (UTC)", "Amount", "Amount Refunded", "Customer ID|Customer Email"},
		Roles: []presetRole{
			{"Customer ID", Customer}, {"Customer Email", Customer}, {"Card Fingerprint", Customer},
			{"Created (UTC)", Date}, {"Created date (UTC)", Date}, {"Converted Amount", Amount}, {"Amount", Amount}, {"id", Order}, {"Status", OrderStatus},
			{"Description", Product}, {"Card Issue Country", Region}, {"Card Brand", Attribute}, {"Card Funding", Attribute},
		},
		Note: analysis.Say("preset.stripe-payments.note"),
	},
	{
		// Stripe Dashboard, Subscriptions › Export, "All columns".
		Key: "stripe-subscriptions", Kind: Subscriptions,
		Header: "id,Customer ID,Customer Description,Customer Email,Customer Name,Plan,Product,Quantity,Currency,Interval,Amount,Status,Created (UTC),Start (UTC),Start Date (UTC),Current Period Start (UTC),Current Period End (UTC),Trial Start (UTC),Trial End (UTC),Application Fee Percent,Coupon,Tax Percent,Canceled At (UTC),Cancel At Period End,Cancellation Reason,Ended At (UTC)",
		Needs:  []string{"Customer ID|Customer Email", "Status", "Current Period End (UTC)", "Canceled At (UTC)|Ended At (UTC)"},
		Roles: []presetRole{
			{"Customer ID", Customer}, {"Customer Email", Customer},
			{"Start Date (UTC)", SignUp}, {"Start (UTC)", SignUp}, {"Created (UTC)", SignUp}, {"Ended At (UTC)", End}, {"Canceled At (UTC)", End},
			{"Status", Status}, {"Plan", Plan}, {"Product", Plan}, {"Amount", Recurring}, {"Cancellation Reason", LeaveReason}, {"Coupon", Campaign}, {"Interval", Attribute},
		},
		Note: analysis.Say("preset.stripe-subscriptions.note"),
	},
	{
		// PayPal Developer, "Activity Download Report": payments received and made,
		// fees, withdrawals and conversions, told apart by Type and Balance Impact.
		Key: "paypal-activity", Kind: Orders,
		Header: "Date,Time,TimeZone,Name,Type,Status,Currency,Gross,Fee,Net,From Email Address,To Email Address,Transaction ID,CounterParty Status,Shipping Address,Address Status,Item Title,Item ID,Shipping and Handling Amount,Insurance Amount,Sales Tax,Option 1 Name,Option 1 Value,Option 2 Name,Option 2 Value,Auction Site,Buyer ID,Item URL,Closing Date,Escrow ID,Reference Txn ID,Invoice Number,Custom Number,Quantity,Receipt ID,Balance,Address Line 1,Address Line 2/District/Neighborhood,Town/City,State/Province/Region/County/Territory/Prefecture/Republic,Zip/Postal Code,Country,Contact Phone Number,Subject,Note,Country Code,Balance Impact",
		Needs:  []string{"Date", "TimeZone", "Type", "Gross", "From Email Address", "Transaction ID"},
		Roles: []presetRole{
			{"From Email Address", Customer}, {"Name", Customer},
			{"Date", Date}, {"Gross", Amount}, {"Transaction ID", Order}, {"Item Title", Product}, {"Country", Region}, {"Country Code", Region},
			{"Type", Attribute}, {"Status", OrderStatus}, {"Currency", Attribute},
		},
		Refunds: ExcludeRefunds, Note: analysis.Say("preset.paypal-activity.note"),
	},
	{
		// Square Dashboard, Transactions › Export › Transactions CSV.
		Key: "square-transactions", Kind: Orders,
		Header: "Date,Time,Time Zone,Gross Sales,Discounts,Service Charges,Net Sales,Gift Card Sales,Tax,Tip,Partial Refunds,Total Collected,Source,Card,Card Entry Methods,Cash,Square Gift Card,Other Tender,Other Tender Type,Other Tender Note,Fees,Net Total,Transaction ID,Payment ID,Card Brand,PAN Suffix,Device Name,Staff Name,Staff ID,Details,Description,Event Type,Location,Dining Option,Customer ID,Customer Name,Customer Reference ID,Device Nickname",
		Needs:  []string{"Date", "Net Sales", "Total Collected", "Transaction ID", "Customer ID"},
		Roles: []presetRole{
			{"Customer ID", Customer}, {"Customer Name", Customer}, {"Date", Date}, {"Net Sales", Amount}, {"Transaction ID", Order},
			{"Description", Product}, {"Location", Channel}, {"Staff Name", Manager}, {"Dining Option", Attribute}, {"Event Type", Attribute},
		},
		Refunds: NetRefunds, Note: analysis.Say("preset.square.note"),
	},
	{
		// Square Dashboard, Transactions › Export › Items detail CSV.
		Key: "square-items", Kind: Orders,
		Header: "Date,Time,Time Zone,Category,Item,Qty,Price Point Name,SKU,Modifiers Applied,Gross Sales,Discounts,Net Sales,Tax,Transaction ID,Payment ID,Device Name,Notes,Details,Event Type,Location,Dining Option,Customer ID,Customer Name,Customer Reference ID,Unit,Count,Itemization Type,Commission,Employee",
		Needs:  []string{"Date", "Item", "Qty", "Net Sales", "Transaction ID", "Customer ID"},
		Roles: []presetRole{
			{"Customer ID", Customer}, {"Customer Name", Customer}, {"Date", Date}, {"Net Sales", Amount}, {"Qty", Quantity}, {"Transaction ID", Order},
			{"Item", Product}, {"Category", Category}, {"Location", Channel}, {"Employee", Manager}, {"Dining Option", Attribute}, {"Event Type", Attribute},
		},
		Refunds: NetRefunds, Note: analysis.Say("preset.square.note"),
	},
	{
		// Lightspeed Retail (X-Series, once Vend), Sales history › Export. A sale is
		// followed by a row for each line and each payment, see Line Type.
		Key: "lightspeed-sales", Kind: Orders,
		Header: "Date,Receipt Number,Line Type,Customer Code,Customer Name,Note,Quantity,Subtotal,Sales Tax,Discount,Loyalty,Total,Paid,Details,Register,User,Status,Sku,AccountCodeSale,AccountCodePurchase",
		Needs:  []string{"Date", "Receipt Number", "Line Type", "Customer Code", "Total"},
		Roles: []presetRole{
			{"Customer Code", Customer}, {"Customer Name", Customer}, {"Date", Date}, {"Total", Amount}, {"Quantity", Quantity}, {"Receipt Number", Order},
			{"Details", Product}, {"Register", Channel}, {"User", Manager}, {"Line Type", Attribute}, {"Status", OrderStatus},
		},
		Refunds: NetRefunds, Note: analysis.Say("preset.lightspeed-sales.note"),
	},
	{
		// Salesforce Help, standard fields of the Opportunities report type.
		Key: "salesforce-opportunities", Kind: Orders,
		Header: "Opportunity Owner,Account Name,Account ID,Opportunity Name,Opportunity ID,Stage,Fiscal Period,Amount,Amount Currency,Expected Revenue,Probability (%),Age,Close Date,Created Date,Next Step,Lead Source,Type,Owner Role,Product Name,Quantity",
		Needs:  []string{"Account Name|Account ID", "Opportunity Name", "Stage", "Amount", "Close Date"},
		Roles: []presetRole{
			{"Account ID", Customer}, {"Account Name", Customer}, {"Close Date", Date}, {"Amount", Amount}, {"Opportunity ID", Order}, {"Opportunity Name", Order},
			{"Opportunity Owner", Manager}, {"Lead Source", Acquired}, {"Product Name", Product}, {"Stage", Attribute}, {"Type", Attribute},
		},
		Note: analysis.Say("preset.deals.note"),
	},
	{
		// Salesforce Help, standard fields of the Accounts report type.
		Key: "salesforce-accounts", Kind: Customers,
		Header: "Account Owner,Account Name,Account ID,Type,Rating,Last Activity,Last Modified Date,Billing State/Province,Billing Country,Billing City,Industry,Annual Revenue,Employees,Account Source,Created Date,Parent Account,Website,Phone",
		Needs:  []string{"Account Name", "Account Owner", "Last Activity|Last Modified Date|Billing State/Province"},
		Roles: []presetRole{
			{"Account ID", Customer}, {"Account Name", Customer}, {"Account Owner", Manager}, {"Rating", Tier}, {"Account Source", Acquired},
			{"Billing State/Province", Region}, {"Billing Country", Region}, {"Created Date", SignUp}, {"Type", Attribute}, {"Industry", Attribute},
		},
		Note: analysis.Say("preset.account-names.note"),
	},
	{
		// Zoho CRM Help, "Export data": Deals module; lookups bring a column of IDs.
		Key: "zoho-deals", Kind: Orders,
		Header: "Record Id,Deal Owner.id,Deal Owner,Amount,Deal Name,Closing Date,Account Name.id,Account Name,Stage,Type,Probability (%),Expected Revenue,Next Step,Lead Source,Campaign Source.id,Campaign Source,Contact Name.id,Contact Name,Description,Created By.id,Created By,Modified By.id,Modified By,Created Time,Modified Time,Last Activity Time,Currency,Exchange Rate,Reason For Loss,Tag",
		Needs:  []string{"Record Id|Deal Owner.id", "Deal Name", "Closing Date", "Stage", "Amount"},
		Roles: []presetRole{
			{"Account Name.id", Customer}, {"Account Name", Customer}, {"Contact Name.id", Customer}, {"Contact Name", Customer},
			{"Closing Date", Date}, {"Amount", Amount}, {"Record Id", Order}, {"Deal Owner", Manager}, {"Lead Source", Acquired},
			{"Campaign Source", Campaign}, {"Reason For Loss", LeaveReason}, {"Stage", Attribute}, {"Type", Attribute},
		},
		Note: analysis.Say("preset.deals.note"),
	},
	{
		// Zoho Books and Zoho Inventory, Sales Orders › Export: one row a line item.
		Key: "zoho-sales-orders", Kind: Orders,
		Header: "SalesOrder ID,Order Date,Expected Shipment Date,SalesOrder Number,Status,Custom Status,Customer ID,Sales Channel,Customer Name,Place of Supply,GST Treatment,Is Inclusive Tax,PurchaseOrder,Template Name,Currency Code,Exchange Rate,Discount Type,Is Discount Before Tax,Entity Discount Amount,Entity Discount Percent,Item Name,Product ID,SKU,UPC,MPN,EAN,ISBN,Account,Item Desc,QuantityOrdered,QuantityInvoiced,QuantityPacked,QuantityCancelled,Usage unit,Warehouse Name,Item Price,Discount,Discount Amount,Item Tax,Item Tax Amount,Item Total,SubTotal,Total,Shipping Charge,Adjustment,Sales Person,Billing Country,Shipping Country,Notes",
		Needs:  []string{"SalesOrder Number", "Order Date", "Customer Name|Customer ID", "QuantityOrdered"},
		Roles: []presetRole{
			{"Customer ID", Customer}, {"Customer Name", Customer}, {"Order Date", Date}, {"Item Total", Amount}, {"Total", Amount}, {"QuantityOrdered", Quantity}, {"Item Price", Price},
			{"SalesOrder Number", Order}, {"Item Name", Product}, {"Sales Channel", Channel}, {"Sales Person", Manager}, {"Billing Country", Region}, {"Status", OrderStatus},
		},
		Note: analysis.Say("preset.lines.note"),
	},
	{
		// Zoho Survey Help, "Export responses": what stands before the questions.
		Key: "zoho-survey", Kind: Surveys,
		Header: "Response ID,IP Address,Started Time,Completed Time,Collector,Response Status,Language",
		Needs:  []string{"Response ID", "Collector", "Completed Time|Started Time"},
		Roles:  []presetRole{{"Email Address", Customer}, {"Email", Customer}, {"Response ID", Customer}, {"Completed Time", Date}, {"Started Time", Date}},
		Note:   analysis.Say("preset.survey-who.note"),
	},
	{
		// HubSpot Knowledge Base, "Export records" and default contact properties.
		Key: "hubspot-contacts", Kind: Customers,
		Header: "Record ID,First Name,Last Name,Email,Phone Number,Contact owner,Lead Status,Lifecycle Stage,Create Date,Last Activity Date,Original Source,Original Traffic Source,Country/Region,State/Region,City,Associated Company,Associated Company IDs,Job Title,Marketing contact status,Website URL",
		Needs:  []string{"Record ID", "Email", "Contact owner", "Lifecycle Stage|Lead Status|Create Date"},
		Roles: []presetRole{
			{"Email", Customer}, {"Record ID", Customer}, {"Contact owner", Manager}, {"Original Source", Acquired}, {"Original Traffic Source", Acquired},
			{"Create Date", SignUp}, {"Country/Region", Region}, {"State/Region", Region}, {"Lifecycle Stage", Status}, {"Lead Status", Attribute},
		},
	},
	{
		// HubSpot Knowledge Base, "Export records" and default deal properties.
		Key: "hubspot-deals", Kind: Orders,
		Header: "Record ID,Deal Name,Deal Stage,Pipeline,Close Date,Deal owner,Amount,Amount in company currency,Currency,Create Date,Last Activity Date,Deal Type,Closed Lost Reason,Original Source,Associated Company,Associated Company IDs,Associated Company IDs (Primary),Associated Contact,Associated Contact IDs",
		Needs:  []string{"Record ID", "Deal Name", "Deal Stage", "Close Date", "Amount"},
		Roles: []presetRole{
			{"Associated Company IDs (Primary)", Customer}, {"Associated Company IDs", Customer}, {"Associated Company", Customer}, {"Associated Contact IDs", Customer}, {"Associated Contact", Customer},
			{"Close Date", Date}, {"Amount in company currency", Amount}, {"Amount", Amount}, {"Record ID", Order}, {"Deal owner", Manager},
			{"Original Source", Acquired}, {"Closed Lost Reason", LeaveReason}, {"Deal Stage", Attribute}, {"Pipeline", Attribute}, {"Deal Type", Attribute},
		},
		Note: analysis.Say("preset.deals.note"),
	},
	{
		// 纷享销客, labels of the standard object SalesOrderObj in its open interface.
		Key: "fxiaoke-orders", Kind: Orders,
		Header: "销售订单编号,客户名称,商机名称,商机2.0,下单日期,销售订单金额(元),产品合计,整单折扣,已收金额,应收金额,结算方式,状态,发货状态,收货人,收货地址,收货人电话,交货日期,报价单,价目表,备注,生命状态,负责人,负责人主属部门,归属部门,外部来源,创建人,创建时间,最后修改人,最后修改时间,业务类型,锁定状态",
		Needs:  []string{"销售订单编号", "客户名称", "下单日期", "销售订单金额(元)|销售订单金额"},
		Roles: []presetRole{
			{"客户名称", Customer}, {"下单日期", Date}, {"销售订单金额(元)", Amount}, {"销售订单金额", Amount}, {"销售订单编号", Order},
			{"负责人", Manager}, {"负责人主属部门", Attribute}, {"归属部门", Attribute}, {"业务类型", Category}, {"生命状态", OrderStatus},
		},
		NoSale: []string{"未生效", "审核中"},
		Note:   analysis.Say("preset.fxiaoke.note"),
	},
	{
		// 纷享销客, labels of the standard object AccountObj; not checked against an export.
		Key: "fxiaoke-customers", Kind: Customers,
		Header: "客户名称,客户编号,客户级别,客户来源,客户状态,成交状态,成交次数,最后成交时间,最后跟进时间,1级行业,2级行业,国家,省,市,区,详细地址,电话,邮件,网址,备注,生命状态,负责人,负责人主属部门,归属部门,所属公海,创建人,创建时间,最后修改人,最后修改时间,业务类型,锁定状态",
		Needs:  []string{"客户名称", "负责人", "生命状态|所属公海", "客户级别|客户来源|成交状态"},
		Roles: []presetRole{
			{"客户名称", Customer}, {"客户编号", Customer}, {"客户级别", Tier}, {"客户来源", Acquired}, {"负责人", Manager}, {"省", Region}, {"市", Region},
			{"创建时间", SignUp}, {"客户状态", Status}, {"成交状态", Attribute}, {"1级行业", Attribute}, {"归属部门", Attribute}, {"负责人主属部门", Attribute}, {"业务类型", Attribute},
		},
		Note: analysis.Say("preset.account-names.note"),
	},
	{
		// 纷享销客, labels of the standard object NewOpportunityObj; not checked against an export.
		Key: "fxiaoke-opportunities", Kind: Orders,
		Header: "商机名称,商机编号,客户名称,商机金额,预计成交金额,预计成交日期,实际成交日期,销售流程,商机阶段,阶段状态,赢率,输单原因,商机来源,生命状态,负责人,负责人主属部门,归属部门,创建人,创建时间,最后修改人,最后修改时间,业务类型,锁定状态",
		Needs:  []string{"商机名称", "客户名称", "预计成交日期|实际成交日期", "商机金额|预计成交金额"},
		Roles: []presetRole{
			{"客户名称", Customer}, {"实际成交日期", Date}, {"预计成交日期", Date}, {"商机金额", Amount}, {"预计成交金额", Amount}, {"商机编号", Order}, {"商机名称", Order},
			{"负责人", Manager}, {"商机来源", Acquired}, {"输单原因", LeaveReason}, {"商机阶段", Attribute}, {"阶段状态", Attribute},
		},
		Note: analysis.Say("preset.deals.note"),
	},
	{
		// 淘宝/天猫 千牛卖家中心，“导出订单报表” ExportOrderList: one row an order.
		Key: "taobao-orders", Kind: Orders,
		Header: "订单编号,买家会员名,买家支付宝账号,支付单号,支付详情,买家应付货款,买家应付邮费,买家支付积分,总金额,返点积分,买家实际支付金额,买家实际支付积分,订单状态,买家留言,收货人姓名,收货地址,运送方式,联系电话,联系手机,订单创建时间,订单付款时间,宝贝标题,宝贝种类,物流单号,物流公司,订单备注,宝贝总数量,店铺Id,店铺名称,订单关闭原因,卖家服务费,买家服务费,发票抬头,是否手机订单,分阶段订单信息,特权订金订单id,是否上传合同照片,是否上传小票,是否代付,定金排名,修改后的sku,修改后的收货地址,异常信息,天猫卡券抵扣,集分宝抵扣,是否是O2O交易,退款金额,预约门店",
		Needs:  []string{"订单编号", "买家会员名|买家支付宝账号", "买家实际支付金额", "订单创建时间"},
		Roles: []presetRole{
			{"买家会员名", Customer}, {"买家支付宝账号", Customer}, {"联系手机", Customer},
			{"订单付款时间", Date}, {"订单创建时间", Date}, {"买家实际支付金额", Amount}, {"宝贝总数量", Quantity}, {"订单编号", Order},
			{"宝贝标题", Product}, {"店铺名称", Channel}, {"订单状态", OrderStatus}, {"是否手机订单", Attribute},
		},
		Note: analysis.Say("preset.closed-orders.note"),
	},
	{
		// 京东商家后台（京麦），订单导出: one row a product; the order's sums stand on each.
		Key: "jd-orders", Kind: Orders,
		Header: "订单号,商品ID,商品名称,订购数量,支付方式,下单时间,京东价,订单金额,结算金额,余额支付,应付金额,订单状态,订单类型,下单帐号,客户姓名,客户地址,联系电话,订单备注,发票类型,发票抬头,发票内容,商家备注,商家备注等级（等级1-5为由高到低）,运费金额,付款确认时间,增值税发票,货号,订单完成时间,订单来源,订单渠道",
		Needs:  []string{"订单号", "商品ID", "订购数量", "京东价", "下单时间"},
		Roles: []presetRole{
			{"下单帐号", Customer}, {"联系电话", Customer}, {"客户姓名", Customer}, {"下单时间", Date}, {"应付金额", Amount}, {"结算金额", Amount}, {"订单金额", Amount},
			{"订购数量", Quantity}, {"京东价", Price}, {"订单号", Order}, {"商品名称", Product}, {"订单渠道", Channel}, {"订单来源", Channel}, {"订单状态", OrderStatus}, {"订单类型", Attribute},
		},
		Note: analysis.Say("preset.jd-orders.note"),
	},
	{
		// 有赞微商城后台，订单查询 › 批量导出，订单维度: one row an order.
		Key: "youzan-orders", Kind: Orders,
		Header: "订单号,订单状态,订单类型,订单来源,订单创建时间,买家付款时间,交易成功时间,全部商品名称,商品种类数,订单商品总件数,商品金额合计,运费,店铺优惠合计,订单实付金额,支付方式,买家姓名,买家昵称,买家手机号,收货人/提货人,收货人手机号/提货人手机号,收货人省份,收货人城市,收货人地区,详细收货地址/提货地址,买家备注,商家订单备注,优惠券码名称,分销员,归属店铺,退款状态,订单已退款金额",
		Needs:  []string{"订单号", "全部商品名称", "订单实付金额", "买家付款时间|订单创建时间"},
		Roles: []presetRole{
			{"买家手机号", Customer}, {"收货人手机号/提货人手机号", Customer}, {"买家昵称", Customer}, {"收货人/提货人", Customer},
			{"买家付款时间", Date}, {"订单创建时间", Date}, {"订单实付金额", Amount}, {"订单商品总件数", Quantity}, {"订单号", Order}, {"全部商品名称", Product},
			{"归属店铺", Channel}, {"订单来源", Channel}, {"收货人省份", Region}, {"优惠券码名称", Campaign}, {"分销员", Manager}, {"订单状态", OrderStatus}, {"订单类型", Attribute},
		},
		Note: analysis.Say("preset.closed-orders.note"),
	},
	{
		// 微店商家版，订单导出; the common columns, not checked against an export.
		Key: "weidian-orders", Kind: Orders,
		Header: "订单编号,订单状态,下单时间,付款时间,订单金额,实付金额,商品名称,商品型号,商品编码,商品单价,商品数量,运费,优惠金额,退款金额,收件人姓名,收件人手机,收件人地址,省,市,区,买家微信昵称,买家备注,卖家备注,分销商店铺名称,快递公司,快递单号",
		Needs:  []string{"订单编号", "下单时间", "收件人手机", "商品型号|买家微信昵称"},
		Roles: []presetRole{
			{"收件人手机", Customer}, {"买家微信昵称", Customer}, {"收件人姓名", Customer}, {"付款时间", Date}, {"下单时间", Date}, {"实付金额", Amount}, {"订单金额", Amount},
			{"商品数量", Quantity}, {"商品单价", Price}, {"订单编号", Order}, {"商品名称", Product}, {"省", Region}, {"分销商店铺名称", Channel}, {"订单状态", OrderStatus},
		},
		Note: analysis.Say("preset.closed-orders.note"),
	},
	{
		// Zendesk Support, Reports › Export, columns of the ticket CSV. The score is
		// a word: Good, Bad, Offered, Not Offered.
		Key: "zendesk-tickets", Kind: Surveys,
		Header: "Summation column,Id,Requester,Requester id,Requester external id,Requester email,Requester domain,Submitter,Assignee,Group,Subject,Tags,Status,Priority,Via,Ticket type,Created at,Updated at,Assigned at,Organization,Due date,Initially assigned at,Solved at,Resolution time,Satisfaction Score,Group stations,Assignee stations,Reopens,Replies,First reply time in minutes,First reply time in minutes within business hours,First resolution time in minutes,First resolution time in minutes within business hours,Full resolution time in minutes,Full resolution time in minutes within business hours,Agent wait time in minutes,Agent wait time in minutes within business hours,Requester wait time in minutes,Requester wait time in minutes within business hours,On hold time in minutes,On hold time in minutes within business hours",
		Needs:  []string{"Requester", "Satisfaction Score", "Created at", "Ticket type|Assignee stations|Full resolution time in minutes"},
		Roles: []presetRole{
			{"Requester external id", Customer}, {"Requester email", Customer}, {"Requester id", Customer}, {"Requester", Customer},
			{"Created at", Date}, {"Satisfaction Score", CSAT}, {"Satisfaction Score", Attribute}, {"Assignee", Manager}, {"Subject", Comment},
			{"Priority", Attribute}, {"Ticket type", Attribute}, {"Status", Attribute},
		},
		Note: analysis.Say("preset.zendesk-tickets.note"),
	},
	{
		// SurveyMonkey Help, "Response exports": a second line names the choices.
		Key: "surveymonkey", Kind: Surveys,
		Header: "Respondent ID,Collector ID,Start Date,End Date,Date Created,Date Modified,IP Address,Email Address,First Name,Last Name,Custom Data 1",
		Needs:  []string{"Respondent ID", "Collector ID"},
		Roles: []presetRole{
			{"Custom Data 1", Customer}, {"Email Address", Customer}, {"Respondent ID", Customer}, {"End Date", Date}, {"Date Modified", Date}, {"Start Date", Date}, {"Date Created", Date},
		},
		Note: analysis.Say("preset.survey-who.note"),
	},
	{
		// Google Docs Editors Help, "View & manage form responses": Timestamp, the
		// address if it is collected, then the questions. The Chinese edition says
		// 时间戳记 and 电子邮件地址.
		Key: "google-forms", Kind: Surveys,
		Header: "Timestamp,Email Address,Username,Score,时间戳记,时间戳,电子邮件地址,用户名",
		Needs:  []string{"Timestamp|时间戳记|时间戳", "Email Address|Username|电子邮件地址|用户名"},
		Roles: []presetRole{
			{"Email Address", Customer}, {"电子邮件地址", Customer}, {"Username", Customer}, {"用户名", Customer},
			{"Timestamp", Date}, {"时间戳记", Date}, {"时间戳", Date},
		},
	},
	{
		// Typeform Help Center, "Export responses": #, the questions, then times.
		Key: "typeform", Kind: Surveys,
		Header: "#,Response Type,Start Date (UTC),Stage Date (UTC),Submit Date (UTC),Network ID,Tags,Ending",
		Needs:  []string{"Start Date (UTC)", "Submit Date (UTC)"},
		Roles: []presetRole{
			{"customer_id", Customer}, {"user_id", Customer}, {"email", Customer}, {"Submit Date (UTC)", Date},
		},
		Note: analysis.Say("preset.survey-who.note"),
	},
	{
		// Qualtrics Support, "Data & Analysis › Understanding your dataset": three
		// header lines, the names, the questions' texts, and import IDs as JSON. The
		// last two arrive as rows; their text in the customer's column marks them.
		Key: "qualtrics", Kind: Surveys,
		Header: "StartDate,EndDate,Status,IPAddress,Progress,Duration (in seconds),Finished,RecordedDate,ResponseId,RecipientLastName,RecipientFirstName,RecipientEmail,ExternalReference,LocationLatitude,LocationLongitude,DistributionChannel,UserLanguage",
		Needs:  []string{"StartDate", "EndDate", "ResponseId", "RecordedDate|Finished"},
		Roles: []presetRole{
			{"ExternalReference", Customer}, {"RecipientEmail", Customer}, {"ResponseId", Customer}, {"RecordedDate", Date}, {"EndDate", Date},
			{"DistributionChannel", Attribute}, {"UserLanguage", Attribute},
		},
		Test: []string{`{"ImportId"*`, `{'ImportId'*`, "External Data Reference", "Recipient Email", "Response ID"},
		Note: analysis.Say("preset.qualtrics.note"),
	},
	{
		// UCI Machine Learning Repository, "Online Retail" (Chen 2015) and "Online
		// Retail II": cancellations carry a C before the number and are negative.
		Key: "uci-online-retail", Kind: Orders,
		Header: "InvoiceNo,Invoice,StockCode,Description,Quantity,InvoiceDate,UnitPrice,Price,CustomerID,Customer ID,Country",
		Needs:  []string{"InvoiceNo|Invoice", "StockCode", "Quantity", "InvoiceDate", "UnitPrice|Price", "CustomerID"},
		Roles: []presetRole{
			{"CustomerID", Customer}, {"InvoiceDate", Date}, {"Quantity", Quantity}, {"UnitPrice", Price}, {"Price", Price},
			{"InvoiceNo", Order}, {"Invoice", Order}, {"Description", Product}, {"Country", Region},
		},
		Refunds: NetRefunds, Note: analysis.Say("preset.uci-online-retail.note"),
	},
	{
		// IBM, "Telco customer churn" sample: one row a customer, tenure in months.
		Key: "ibm-telco", Kind: Customers,
		Header: "customerID,gender,SeniorCitizen,Partner,Dependents,tenure,PhoneService,MultipleLines,InternetService,OnlineSecurity,OnlineBackup,DeviceProtection,TechSupport,StreamingTV,StreamingMovies,Contract,PaperlessBilling,PaymentMethod,MonthlyCharges,TotalCharges,Churn",
		Needs:  []string{"customerID", "tenure", "Contract", "MonthlyCharges", "Churn"},
		Roles: []presetRole{
			{"customerID", Customer}, {"tenure", Tenure}, {"Contract", Plan}, {"MonthlyCharges", Recurring}, {"Churn", Status},
			{"gender", Attribute}, {"SeniorCitizen", Attribute}, {"Partner", Attribute}, {"Dependents", Attribute}, {"PhoneService", Attribute}, {"MultipleLines", Attribute},
			{"InternetService", Attribute}, {"OnlineSecurity", Attribute}, {"OnlineBackup", Attribute}, {"DeviceProtection", Attribute}, {"TechSupport", Attribute},
			{"StreamingTV", Attribute}, {"StreamingMovies", Attribute}, {"PaperlessBilling", Attribute}, {"PaymentMethod", Attribute},
		},
		Unit: analysis.Months,
		Note: analysis.Say("preset.ibm-telco.note"),
	},
}
