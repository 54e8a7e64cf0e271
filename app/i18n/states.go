package i18n

// statesCatalogue holds what is said about the states of orders: paid, failed,
// cancelled.
var statesCatalogue = Catalogue{
	"ingest.role-order-status": {"order status", "订单状态"},
	"role.order-status":        {"Order status", "订单状态"},
	"role.order-status.hint":   {"Whether the order was paid and completed. Failed, cancelled and refunded orders are left out.", "订单是否已付款并完成。支付失败、已取消和已退款的订单不计入。"},

	"reason.no-sale":           {"No sale: failed, cancelled, unpaid or refunded", "未成交：失败、取消、未付款或已退款"},
	"ingest.why-no-sale":       {"the order status is “{state}”, which is no sale", "订单状态为“{state}”，不算成交"},
	"ingest.why-no-sale-order": {"belongs to order {order}, whose first row says that it is no sale", "属于订单 {order}，该订单首行的状态表明未成交"},

	"ingest.all-no-sale": {"All of {rows} {rows|row|rows} have an order status in column {column} that counts as no sale: {samples}.",
		"按第 {column} 列的订单状态，全部 {rows} 行都算未成交：{samples}。"},
	"ingest.all-no-sale-remedy": {"Take states that are sales off the list, or choose another column as order status.", "请从未成交状态中删去实际已成交的状态，或选择其他列作为订单状态。"},

	"data.rules.nosale":             {"Leave out orders that are no sale", "排除未成交的订单"},
	"data.rules.nosale.hint":        {"By the order status: failed, cancelled, unpaid, refunded.", "按订单状态判断：失败、取消、未付款、已退款。"},
	"data.rules.nosale.states":      {"States that are no sale", "未成交的状态"},
	"data.rules.nosale.states.hint": {"One a line, written in full; case does not matter. Every other state counts, and so does an empty one.", "每行一个，须写完整；不区分大小写。其他状态和空值都照常计入。"},
}
