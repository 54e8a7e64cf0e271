package ingest

// furtherSynonyms give the names of the roles beyond an order's own, as the
// field uses them. Weights below 90 are names that count only where they stand
// alone.
var furtherSynonyms = []synonymList{
	{Product, 100, "product,product name,product title,item name,item title,sku name,goods,goods name,article,商品,商品名称,产品,产品名称,商品标题,宝贝标题,宝贝名称,货品名称,品名,物料名称,项目名称"},
	{Product, 90, "item,items purchased,sku,product id,product code,item id,stock code,stockcode,asin,商品编号,商品编码,商品id,产品编号,产品编码,货号,料号"},
	{Product, 70, "description,product description,title,标题"},

	{Category, 100, "category,product category,item category,product type,product line,department,商品类目,商品分类,商品类别,产品类别,产品分类,产品线,品类,类目,类别,所属分类"},
	{Category, 80, "subcategory,sub category,family,genre,collection,brand,vendor,分类,大类,品牌,子类,小类"},

	{Channel, 100, "channel,sales channel,order channel,order source,purchase channel,sale channel,渠道,销售渠道,订单来源,下单渠道,购买渠道,成交渠道,交易渠道,订单渠道"},
	{Channel, 90, "store,store name,shop,shop name,branch,outlet,platform,point of sale,pos,店铺,店铺名称,门店,门店名称,网点,平台,下单平台,下单终端,终端类型,渠道类型"},
	{Channel, 70, "location,device,medium"},

	{Cost, 100, "cost,unit cost,total cost,cogs,cost of goods,cost of goods sold,cost price,product cost,成本,成本价,总成本,商品成本,产品成本,销售成本,采购成本,进货价"},

	{Margin, 100, "margin,gross margin,profit,gross profit,contribution,contribution margin,net profit,毛利,毛利额,毛利润,利润,利润额,边际贡献,贡献毛利,净利润"},

	{Campaign, 100, "campaign,campaign name,campaign id,promotion,promo,promo code,coupon code,voucher code,discount code,campaign flag,treatment,treated,营销活动,活动名称,活动,促销活动,活动编号,参与活动,是否参与活动,优惠券代码,实验组,是否触达"},
	{Campaign, 80, "contacted,coupon,offer,utm campaign,test group,control group,组别,分组"},

	{Region, 100, "region,sales region,area,territory,地区,区域,大区,所在地区,所属区域,客户地区,片区,销售区域,所属地区"},
	{Region, 92, "province,state,county,省份,省,省市,收货省份,所在省份,归属地,billing province,shipping province,billing state"},
	{Region, 90, "country,city,billing country,shipping country,billing city,shipping city,customer city,customer country,国家,国家地区,城市,所在城市,收货城市,所在地,市,place,location city"},

	{Acquired, 100, "acquisition source,acquisition channel,lead source,customer source,source of customer,how did you hear about us,referral source,original source,traffic source,signup source,first touch,客户来源,来源渠道,获客渠道,获客来源,线索来源,会员来源,用户来源,注册来源,注册渠道,引流渠道,推广渠道,首次来源,得知渠道"},
	{Acquired, 90, "source,referrer,referred by,utm source,来源,推荐人,介绍人"},

	{Manager, 100, "account manager,account owner,customer owner,sales rep,sales representative,salesperson,sales person,relationship manager,rm,csm,customer success manager,opportunity owner,deal owner,contact owner,account executive,consultant,客户经理,客户负责人,负责人,销售负责人,归属销售,业务员,销售员,销售人员,跟进人,专属顾问,销售代表,理财经理,服务顾问,导购,导购员,客户所有人,商机负责人"},
	{Manager, 90, "owner,rep,agent,seller,staff,staff name,employee,cashier,assignee,所有人,归属人,店员,收银员,经办人,员工"},

	{Tier, 100, "tier,customer tier,customer level,membership level,member level,membership tier,loyalty tier,loyalty level,customer class,customer grade,vip level,rating class,客户等级,会员等级,客户级别,会员级别,客户分级,vip等级,等级,级别,会员类型,客户层级,会员卡等级"},
	{Tier, 90, "level,grade,loyalty,vip,segment,customer segment,customer type,account type,客户分类,客户类型,客户类别"},

	{SignUp, 100, "sign up date,signup date,sign up,signup,signed up,signed up at,registration date,registered at,registered on,register date,registration time,date joined,joined,joined at,join date,joining date,enrollment date,enrolment date,customer since,member since,account created,注册时间,注册日期,注册日,入会时间,入会日期,加入时间,加入日期,开户日期,开户时间,建档时间,建档日期,成为客户时间,开卡日期,开卡时间,入网时间,入网日期,开通日期,开通时间"},
	{SignUp, 90, "start date,started,started at,start,subscription start,subscription start date,contract start,contract start date,activation date,activated at,effective date,begin date,tenure start,签约日期,签约时间,合同开始日期,合同开始时间,开始日期,开始时间,起始日期,生效日期,生效时间,订阅开始日期,订阅开始时间"},

	{Wallet, 100, "wallet,wallet size,share of wallet,total wallet,category spend,total category spend,total spend in category,钱包份额,钱包总额,品类总支出,品类总消费,总预算,总采购额,年采购总额"},

	{End, 100, "end date,ended at,ended,end,subscription end,subscription end date,contract end,contract end date,cancel date,cancellation date,cancelled at,canceled at,cancelled on,cancelled date,canceled date,churn date,churned at,termination date,terminated at,expiry date,expiration date,expires at,expired at,closed on,date left,exit date,lapse date,结束日期,结束时间,终止日期,终止时间,到期日期,到期时间,到期日,合同结束日期,合同到期日,流失日期,流失时间,退订时间,退订日期,取消日期,取消时间,销户日期,销户时间,离网时间,离网日期,失效日期,失效时间,订阅结束日期"},

	{Status, 100, "subscription status,contract status,customer status,account status,member status,membership status,churn status,churn,churned,is churned,churn flag,churn label,exited,is active,active,attrition flag,lifecycle stage,lifecycle status,客户状态,会员状态,合同状态,合约状态,订阅状态,账户状态,用户状态,是否流失,流失标志,流失状态,是否有效,是否活跃,在网状态,生命周期阶段,客户生命周期"},
	{Status, 80, "status,state of contract,状态"},

	{OrderStatus, 100, "order status,order state,financial status,payment status,payment state,transaction status,sale status,invoice status,订单状态,交易状态,支付状态,付款状态,订单交易状态,销售状态,訂單狀態,交易狀態,支付狀態,付款狀態,注文状態,注文ステータス,bestellstatus,zahlungsstatus"},
	{OrderStatus, 80, "status,state,状态,狀態"},

	{Status, 60, "event,observed,event observed,outcome"},

	{Tenure, 100, "tenure,customer tenure,account tenure,tenure months,tenure in months,tenure days,tenure years,months as customer,months active,months on book,months subscribed,months stayed,days active,days as customer,days subscribed,weeks as customer,years as customer,years with us,years with bank,account length,membership length,membership months,subscription length,subscription duration,subscription months,length of stay,length of service,survival time,survival months,time to churn,time to event,在网时长,在网月数,在网天数,在网年限,入网时长,入网月数,网龄,使用时长,使用月数,使用天数,使用年限,客户年限,合作年限,合作时长,开户年限,留存时长,留存月数,留存天数,存续时长,存续月数,存续天数,会龄,会员时长,注册时长,注册天数,订阅时长,订阅月数,服务时长,服务月数,司龄"},
	{Tenure, 70, "duration,lifetime,lifespan,years,months,时长,年限,月数,天数"},
	{Tenure, 60, "time"},

	{Entry, 100, "entry tenure,tenure at entry,entry age,observed from,watched from,left truncation,truncation time,delayed entry,起始时长,进入时长,观察起点"},
	{Entry, 70, "entry"},

	{Plan, 100, "plan,plan name,subscription plan,subscription,subscription type,subscription name,plan type,price plan,pricing plan,rate plan,package,product plan,contract type,membership,membership type,套餐,套餐名称,套餐类型,订阅套餐,订阅类型,订阅方案,方案,合约类型,合同类型,版本,订购套餐,资费套餐"},
	{Plan, 80, "contract,edition,bundle,合同,合约"},

	{Recurring, 100, "mrr,arr,monthly recurring revenue,annual recurring revenue,recurring revenue,monthly fee,monthly charge,monthly charges,monthly price,monthly amount,subscription amount,subscription fee,subscription price,annual fee,plan amount,acv,annual contract value,月费,月租,月租费,月收入,年费,订阅金额,订阅费,订阅费用,套餐费,套餐金额,周期金额,续费金额,年度合同金额,月度经常性收入,月均收入"},

	{LeaveReason, 100, "churn reason,cancellation reason,cancel reason,reason for leaving,reason for churn,leave reason,leaving reason,lost reason,loss reason,closed lost reason,reason lost,termination reason,exit reason,unsubscribe reason,reason for cancelling,reason for cancellation,流失原因,离开原因,退订原因,取消原因,终止原因,输单原因,丢单原因,离网原因,销户原因,不续费原因,未续费原因,退会原因"},
	{LeaveReason, 80, "reason,原因"},

	{Comment, 100, "comment,comments,feedback,customer comment,customer feedback,review,review text,remarks by customer,verbatim,open feedback,suggestion,suggestions,complaint,complaint text,satisfaction comment,意见,建议,意见建议,意见与建议,反馈,客户反馈,用户反馈,评论,评论内容,评价内容,客户意见,客户评价,投诉内容,开放意见,留言"},
	{Comment, 80, "note,notes,remark,remarks,备注,说明"},

	{NPS, 100, "nps,nps score,nps rating,net promoter score,recommendation score,likelihood to recommend,ltr,净推荐值,推荐意愿,推荐意愿评分,推荐分,推荐可能性,nps评分,nps得分,nps分数"},

	{CSAT, 100, "csat,csat score,satisfaction,satisfaction score,satisfaction rating,customer satisfaction,overall satisfaction,customer satisfaction score,满意度,满意度评分,满意度得分,满意度分数,总体满意度,整体满意度,客户满意度,服务满意度,综合满意度"},
	{CSAT, 80, "rating,score,stars,star rating,评分,打分,得分,星级,评价星级"},

	{Survey, 90, "ces,customer effort score,effort score,费力度"},
}

// detached are words whose things have a status, an end or a type of their own.
var detached = []string{
	"order", "payment", "financial", "fulfillment", "fulfilment", "shipping", "delivery", "refund", "ticket", "address", "marital", "dispute",
	"email", "card", "trial", "period", "订单", "付款", "支付", "物流", "发货", "退款", "退货", "交易", "婚姻", "收货", "发票", "工单", "审批", "跟进", "商品", "试用",
}
