package ingest

import (
	"strings"
	"unicode/utf8"
)

// A synonymList gives the names by which columns of a role go in exports, the
// surest first. English names are words as package function words splits them.
type synonymList struct {
	role   Role
	weight int
	names  string // separated by commas
}

var synonyms = []synonymList{
	{Customer, 100, "customer id,cust id,customer no,customer number,customer code,client id,member id,member no,user id,buyer id,account id,shopper id,客户编号,客户id,客户号,客户代码,客户编码,会员号,会员id,会员编号,会员卡号,会员编码,用户id,用户编号,买家id,顾客编号,顾客id,顾客号"},
	{Customer, 90, "customer,client,member,user,buyer,account,shopper,guest id,patient id,subscriber,subscriber id,contact id,donor id,客户,会员,用户,买家,顾客"},
	{Customer, 80, "email,customer email,email address,e mail,phone,mobile,open id,openid,union id,card no,card number,手机号,手机号码,手机,邮箱,电子邮箱,买家会员名,买家昵称,账号,账户,电话,联系电话,卡号"},
	{Customer, 70, "customer name,client name,company,company name,客户名称,客户姓名,会员名,会员姓名,用户名,姓名,公司,公司名称,单位名称"},
	{Customer, 40, "id,master id,name"},

	{Date, 100, "order date,order time,invoice date,purchase date,transaction date,transaction time,sale date,sales date,ordered at,order datetime,下单时间,下单日期,订单日期,订单时间,交易日期,交易时间,购买日期,购买时间,消费日期,消费时间,成交日期,成交时间,销售日期,订购日期"},
	{Date, 95, "paid at,payment date,payment time,pay time,paid date,付款时间,付款日期,支付时间,支付日期,订单付款时间"},
	{Date, 90, "date,datetime,timestamp,created at,created,created date,creation date,create time,order created,日期,时间,创建时间,创建日期,订单创建时间,开票日期,单据日期,业务日期"},
	{Date, 60, "processed at,time,day,start date,event date,visit date,签约日期,开始日期"},

	{Amount, 100, "amount,total amount,order total,order amount,order value,total price,total paid,amount paid,paid amount,net amount,sale amount,sales amount,grand total,dollar value,transaction amount,payment amount,payment value,purchase amount,实付金额,实付款,实付,实收金额,实收,支付金额,付款金额,成交金额,成交额,交易金额,订单金额,消费金额,销售金额,销售额,买家实际支付金额,实际支付金额,订单总价,订单总额,订单总金额,实付总额"},
	{Amount, 90, "total,sales,revenue,spend,spending,value,payment,paid,net,net sales,gross,gmv,dollars,turnover,金额,总金额,总价,总额,应付金额,合计金额,营业额,收入"},
	{Amount, 70, "subtotal,sub total,line total,mrr,monetary,小计,合计"},

	{Quantity, 100, "quantity,qty,units,unit count,item count,items,pieces,数量,件数,购买数量,商品数量,销售数量,宝贝总数量,订购数量"},
	{Quantity, 70, "number of,num,count,销量"},

	{Price, 100, "unit price,price per unit,item price,price each,单价,商品单价,成交单价,销售单价"},
	{Price, 80, "price,selling price,价格,售价,商品价格"},

	{Order, 100, "order id,order no,order number,order code,invoice no,invoice id,invoice number,transaction id,transaction no,receipt no,receipt id,订单编号,订单号,单号,订单id,交易号,交易编号,流水号,发票号,小票号,单据编号,主订单编号"},
	{Order, 80, "order,invoice,transaction,receipt,订单,发票"},

	// German, French, Spanish and Japanese, as headerName writes them
	{Customer, 100, "kundennummer,kundennr,kunden nr,kunden id,kunden nummer,debitor,debitorennummer,id client,code client,numero client,no client,id cliente,codigo cliente,numero cliente,顾客番号,会员番号,お客様番号,得意先コード"},
	{Customer, 90, "kunde,cliente,得意先,お客様"},
	{Customer, 70, "kundenname,nom client,nombre cliente,顾客名,お客様名"},
	{Date, 100, "bestelldatum,rechnungsdatum,kaufdatum,auftragsdatum,buchungsdatum,date commande,date de commande,date achat,date facture,fecha pedido,fecha de pedido,fecha compra,fecha factura,注文日,注文日时,购入日,购入日时,売上日,受注日"},
	{Date, 90, "datum,fecha,日付"},
	{Amount, 100, "gesamtbetrag,rechnungsbetrag,bestellwert,umsatz,montant total,montant ttc,total ttc,chiffre affaires,importe total,monto total,注文金额,购入金额,売上金额,売上,合计金额"},
	{Amount, 90, "betrag,summe,montant,importe,monto"},
	{Quantity, 100, "menge,anzahl,stuckzahl,quantite,cantidad,个数,注文数"},
	{Price, 100, "einzelpreis,stuckpreis,prix unitaire,precio unitario"},
	{Order, 100, "bestellnummer,rechnungsnummer,auftragsnummer,belegnummer,numero commande,numero de commande,numero pedido,注文番号,受注番号,伝票番号"},
}

// foreign are words that turn a column's name into something else: the date of
// birth is no date of an order, the discount no amount of one.
var foreign = []string{
	"birth", "birthday", "updated", "update", "modified", "end", "due", "ship", "shipped", "shipping", "delivery", "delivered",
	"cancel", "cancelled", "discount", "tax", "vat", "refund", "refunded", "fee", "balance", "cost", "points", "segment", "type",
	"生日", "出生", "更新", "修改", "发货", "到期", "结束", "收货", "取消", "优惠", "折扣", "运费", "邮费", "退款", "税", "余额", "积分", "成本", "类型", "等级", "备注",
}

// holdsAny reports whether a name holds one of the words.
func holdsAny(joined, spaced string, list []string) bool {
	for _, w := range list {
		if w[0] < utf8.RuneSelf && strings.Contains(spaced, " "+w+" ") || w[0] >= utf8.RuneSelf && strings.Contains(joined, w) {
			return true
		}
	}
	return false
}

// isForeignName reports whether a name holds a foreign word.
func isForeignName(name string) bool {
	list := words(headerName(name))
	return holdsAny(strings.Join(list, ""), " "+strings.Join(list, " ")+" ", foreign)
}
