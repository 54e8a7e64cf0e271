package i18n

// tourCatalogue holds the words of the tour.
var tourCatalogue = Catalogue{
	"tour.start":           {"Take the tour", "快速导览"},
	"tour.start.about":     {"New here? Six steps, about a minute, on a sample.", "第一次使用？用示例数据走六步，约一分钟。"},
	"tour.count":           {"{step} of {steps}", "第 {step} 步，共 {steps} 步"},
	"tour.next":            {"Next", "下一步"},
	"tour.back":            {"Back", "上一步"},
	"tour.done":            {"Done", "完成"},
	"tour.skip":            {"Leave the tour", "退出导览"},
	"tour.data":            {"Your export goes here", "把导出的文件放到这里"},
	"tour.data.text":       {"Drop one or several files: orders, contracts, lists of customers. What is detected is shown and can be changed, and every row is accounted for. For the tour, a **sample shop** has been loaded.", "可以拖入一个或多个文件：订单、合同、客户名单。识别结果都会显示并可修改，每一行都有去向。本导览已载入一个**示例商店**。"},
	"tour.lock":            {"Nothing leaves this tab", "数据不会离开这个标签页"},
	"tour.lock.text":       {"The browser itself now refuses every connection of this page. **Press the badge** and watch the page try every way out.", "浏览器本身现在会拒绝本页面的任何网络连接。**点击这个标志**，看看页面尝试每一种外传方式的结果。"},
	"tour.definition":      {"What counts as lost", "怎样才算流失"},
	"tour.definition.text": {"After how many silent days is a customer lost? The proposal comes from the data; **drag the ruler** and every screen follows.", "沉默多少天算流失？系统根据数据给出建议；**拖动标尺**，所有页面随之更新。"},
	"tour.retention":       {"Who stays, and for how long", "谁留下来，留多久"},
	"tour.retention.text":  {"Each row is a cohort, each cell the share still buying. **Press a cell** to see its customers, a row to pick out its curve. The other tabs have survival curves, what matters, and projections.", "每行是一个同期群，每格是仍在购买的客户占比。**点击单元格**查看其中的客户，点击行首突出该群的曲线。其他标签页有生存曲线、影响因素和预测。"},
	"tour.segments":        {"Who they are", "他们是谁"},
	"tour.segments.text":   {"RFM segments, tiers, clusters, stages of life: **press any group** and the table of customers opens with exactly these.", "RFM 分群、层级、聚类、生命周期：**点击任意一组**，即可打开只含这些客户的列表。"},
	"tour.explain":         {"Why you can trust a number", "为什么可以相信这些数字"},
	"tour.explain.text":    {"Beside the figures stands how each is computed, what went in and what was left out. **Ctrl K** finds every screen and command. Now take your own file.", "图表旁边说明了每个数字的算法、计入与排除的数据。按 **Ctrl K** 可以找到所有页面和命令。现在换上自己的文件试试吧。"},
}
