package ingest

import (
	"bytes"

	"churnbench/analysis"
)

// NoSaleStates are the values proposed for Rules.NoSale: what shops and payment
// services write where an order was not paid, not completed or taken back whole.
// A state that leaves it open, such as "pending", "on hold" or "partially
// refunded", is not among them. Neither is "closed", which is a sale that is done
// in one program and one that never was in another.
var NoSaleStates = []string{
	"cancelled", "canceled", "failed", "failure", "declined", "denied", "rejected", "reversed", "void", "voided", "expired", "unpaid", "not paid",
	"draft", "abandoned", "incomplete", "trash", "pending payment", "awaiting payment", "payment failed", "payment pending", "uncaptured",
	"requires_payment_method", "requires_action", "requires_confirmation", "requires_capture", "refunded", "fully refunded", "fully_refunded",
	"已取消", "取消", "订单取消", "订单已取消", "交易取消", "交易关闭", "已关闭", "订单关闭", "订单已关闭", "待付款", "等待付款", "等待买家付款", "未付款",
	"待支付", "等待支付", "未支付", "支付失败", "付款失败", "交易失败", "已退款", "退款成功", "退款完成", "全额退款", "已全额退款", "已作废", "作废", "草稿", "已过期", "已失效",
	"訂單取消", "訂單已取消", "交易關閉", "已關閉", "訂單關閉", "等待買家付款", "付款失敗", "交易失敗", "全額退款", "已過期", "已失效", "已作廢",
}

// saleStates are what the same programs write of orders that count. They tell a
// column of order states from one of contracts or tickets, and nothing else: a
// state that nobody has named counts as a sale.
var saleStates = []string{
	"paid", "complete", "completed", "succeeded", "success", "successful", "captured", "settled", "fulfilled", "shipped", "delivered", "processing",
	"authorized", "partially paid", "partially_paid", "partially refunded", "partially_refunded",
	"交易成功", "交易完成", "已完成", "完成", "成功", "已付款", "已支付", "支付成功", "付款成功", "已发货", "待发货", "等待发货", "已签收", "已收货", "待收货", "部分退款",
	"买家已付款，等待卖家发货", "卖家已发货，等待买家确认", "已發貨", "待發貨", "已簽收",
}

// A stateSet is a list of order states, each cleaned and folded: blanks around a
// state, upper and lower case, full and half width do not count.
type stateSet map[string]bool

// newStateSet makes a set of states. What stands for a missing value is no
// state: a row without one counts.
func newStateSet(list []string) stateSet {
	set := make(stateSet, len(list))
	for _, text := range list {
		if state := clean([]byte(text)); !isMissing(state) {
			set[string(foldID(nil, state))] = true
		}
	}
	return set
}

// match reports whether a cleaned value is one of the states.
func (s stateSet) match(value []byte) bool {
	if len(s) == 0 {
		return false
	}
	var room [64]byte
	return s[string(foldID(room[:0], value))]
}

// IsNoSale reports whether a value is one of the states that are no sale.
func IsNoSale(states []string, value string) bool {
	return newStateSet(states).match(clean([]byte(value)))
}

// maxOrderNumber is how long a number may be that an unsold order is known by.
const maxOrderNumber = 200

// unsoldBy returns the 1-based column that says of a row that nothing was sold,
// 0 if none does. That is the column of the order's state or, where it is empty,
// that of the order's number: programs that write a row for each line item give
// the state on an order's first row only.
func (r *reader) unsoldBy(text []byte, fields []span) int {
	if r.orderState < 0 || len(r.noSales) == 0 || !r.fits(text, fields) {
		return 0
	}
	var order []byte
	if r.order >= 0 {
		order = clean(fields[r.order].value(text))
	}
	state := clean(fields[r.orderState].value(text))
	switch {
	case r.noSales.match(state):
		r.unsold = rememberOrder(r.unsold, order)
		return r.orderState + 1
	case isMissing(state) && len(r.unsold) > 0 && bytes.Equal(order, r.unsold):
		return r.order + 1
	}
	return 0
}

// rememberOrder puts a cleaned order number into the room of another; nothing, if
// it is missing or of no sensible length.
func rememberOrder(room, order []byte) []byte {
	if isMissing(order) || len(order) > maxOrderNumber {
		return room[:0]
	}
	return append(room[:0], order...)
}

// whyNoSale says why a row is no sale, by the text of the column that says it.
func (p *plan) whyNoSale(column int, text string) analysis.Message {
	text = cut([]byte(text), 40)
	if column == p.orderState+1 {
		return analysis.Say("ingest.why-no-sale", analysis.Text("state", text))
	}
	return analysis.Say("ingest.why-no-sale-order", analysis.Text("order", text))
}

// assignOrderStatus takes a column that is only called "status" for that of the
// orders, where most of its values are states of orders.
func (p *proposer) assignOrderStatus() {
	for c, s := range p.sketches {
		if p.senses[c].weight(OrderStatus) >= 80 && suits(s, OrderStatus) && p.holdsStates(c) {
			p.give(c, OrderStatus)
		}
	}
}

func (p *proposer) holdsStates(column int) bool {
	sales, others := newStateSet(saleStates), newStateSet(NoSaleStates)
	sold, unsold, filled := 0, 0, 0
	for i := range p.rows.len() {
		value := p.rows.cell(i, column)
		filled += b2i(len(value) > 0)
		sold += b2i(sales.match(value))
		unsold += b2i(others.match(value))
	}
	return sold > 0 && 2*(sold+unsold) > filled
}

// allNoSale explains files of which no row was a sale.
func (r *reader) allNoSale(l Ledger) error {
	return analysis.Fail(analysis.NotEnough, "ingest.all-no-sale", analysis.Count("rows", r.rowsRead), analysis.Count("column", r.orderState+1),
		analysis.Text("samples", samplesOf(l, NoSale))).Or("ingest.all-no-sale-remedy")
}
