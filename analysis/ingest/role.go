package ingest

import (
	"slices"

	"churnbench/analysis"
)

// A Role is what a column means to the analysis.
type Role string

// The roles. Every column has exactly one; Ignore is the default. A role names
// one column at most, unless it Repeats.
const (
	Ignore Role = ""

	// What an order is made of.
	Customer Role = "customer"
	Date     Role = "date"
	Amount   Role = "amount"
	Quantity Role = "quantity" // with Price it makes the amount where no Amount column is given
	Price    Role = "price"    // unit price
	Order    Role = "order"    // order number

	// OrderStatus says whether the order was paid and completed, see Rules.NoSale;
	// Status is that of a contract.
	OrderStatus Role = "order-status"

	// What an order is about.
	Product  Role = "product"
	Category Role = "category"
	Channel  Role = "channel"
	Cost     Role = "cost"
	Margin   Role = "margin"
	Campaign Role = "campaign" // flag or name of a campaign that the customer was in

	// Who the customer is.
	Region   Role = "region"
	Acquired Role = "source"  // acquisition source
	Manager  Role = "manager" // account manager
	Tier     Role = "tier"
	SignUp   Role = "sign-up" // date
	Wallet   Role = "wallet"  // what the customer spends in this category anywhere

	// What a contract says.
	End         Role = "end" // date
	Status      Role = "status"
	Tenure      Role = "tenure" // how long the customer has stayed, in Format.Unit
	Entry       Role = "entry"  // from which tenure on the customer was watched, in the same unit
	Plan        Role = "plan"
	Recurring   Role = "recurring" // recurring revenue of a period
	LeaveReason Role = "reason"    // why the customer left

	// What the customer says.
	Comment Role = "comment"
	NPS     Role = "nps"    // 0…10
	CSAT    Role = "csat"   // a satisfaction score
	Survey  Role = "survey" // an item of a survey; repeats

	// Attribute is anything else worth grouping by; repeats.
	Attribute Role = "attribute"
)

// Roles lists all roles but Ignore in the order in which a person is offered them.
var Roles = []Role{
	Customer, Date, Amount, Quantity, Price, Order, OrderStatus,
	Product, Category, Channel, Cost, Margin, Campaign,
	Region, Acquired, Manager, Tier, SignUp, Wallet,
	End, Status, Tenure, Entry, Plan, Recurring, LeaveReason,
	Comment, NPS, CSAT, Survey, Attribute,
}

// Repeats reports whether several columns may have the role.
func (r Role) Repeats() bool { return r == Ignore || r == Survey || r == Attribute }

// Kept reports whether the values of a column with this role are kept row by
// row, beside what an order is made of. Order numbers are not: five million
// different ones would take more memory than all else, and nothing is grouped by
// them.
func (r Role) Kept() bool {
	switch r {
	case Ignore, Customer, Date, Amount, Price, Order:
		return false
	}
	return true
}

// Holds says what the values of a role are read as.
func (r Role) Holds() Type {
	switch r {
	case Date, SignUp, End:
		return DateType
	case Amount, Quantity, Price, Cost, Margin, Wallet, Tenure, Entry, Recurring, NPS, CSAT, Survey:
		return NumberType
	}
	return TextType
}

// A Mapping gives each column of a file its role, by position. Its length is
// the number of fields that every row must have.
type Mapping []Role

// Column returns the first column with the role, or -1.
func (m Mapping) Column(r Role) int { return slices.Index(m, r) }

// A Kind is what the rows of a file are.
type Kind string

// The kinds. Orders make the log; the others are lists that are joined to it
// on the customer.
const (
	Orders        Kind = "orders"
	Customers     Kind = "customers"     // one row a customer
	Subscriptions Kind = "subscriptions" // one row a contract, with its start and end
	Surveys       Kind = "surveys"       // one row an answer
	Campaigns     Kind = "campaigns"     // one row a customer and campaign
)

// Kinds lists all kinds in the order in which a person is offered them.
var Kinds = []Kind{Orders, Customers, Subscriptions, Surveys, Campaigns}

// Needs lists the roles without which a file of the kind cannot be read.
// An Amount is also given by Quantity and Price together.
func (k Kind) Needs() []Role {
	if k == Orders || k == "" {
		return []Role{Customer, Date, Amount}
	}
	return []Role{Customer}
}

// roleWord names a role in a message: "ingest.role-customer". A test holds that
// every role has its word.
func roleWord(r Role) analysis.Arg {
	if r == Ignore {
		return analysis.Word("role", "ingest.role-ignore")
	}
	return analysis.Word("role", "ingest.role-"+string(r))
}
