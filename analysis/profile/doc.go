// Package profile sets groups of customers side by side: how many there are, what
// they bring, how often they buy, and how many of them are lost.
//
// A Division says who is in which group: by one value a customer (Single), or by
// several (Several), as when every product that she has bought counts. Fold keeps the
// largest groups and puts the rest together; Cross makes the groups of two divisions
// at once. Compare then adds up each group's Row beside that of everybody.
//
// A churn rate comes with Wilson's interval, and its difference from that of all other
// customers with Newcombe's. Of twenty groups that do not differ at all, one is
// expected outside its own 95 % interval; Row.Apart therefore asks for an interval that
// is right for all comparisons at once (Bonferroni). A difference is an association:
// groups are not drawn by lot. Where customers are in several groups, as many as they
// buy different things, the others of every group are those who buy seldom, who are lost
// more often: there a difference says nothing of the group.
package profile
