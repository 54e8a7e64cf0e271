package chart

type projectionWords struct {
	Survival, Retention                       measureWords
	Constant, Band, Axis, Define, Floor, Need phrase
}

// measureWords say what one of the two figures measures.
type measureWords struct{ Title, Heading, Describe phrase }

var projectionEnglish = projectionWords{
	Survival: measureWords{"Survival, seen and projected", "Share of customers still there",
		"After {period}, {model} expects {share} to be still there, one constant rate {constant}."},
	Retention: measureWords{"Retention rate by tenure", "Share of those still there who stay",
		"In {period}, {model} expects {share} of those still there to stay; one constant rate says {constant} for all."},
	Constant: "Constant rate", Band: "95 % interval of {model}", Axis: "{units} as customer",
	Define: "{customers} customers; the models know the first {calibration} of {seen} periods. Intervals by the delta method.",
	Floor:  "The axis does not start at 0.",
	Need:   "Too few periods were seen to project anything.",
}

var projectionChinese = projectionWords{
	Survival: measureWords{"留存曲线：实际与预测", "仍在的客户比例",
		"到{period}，{model}预计仍有{share}的客户，恒定留存率则为{constant}。"},
	Retention: measureWords{"各在网时长的留存率", "仍在客户中留下的比例",
		"{period}时，{model}预计仍在客户中有{share}会留下；恒定留存率对所有时长都是{constant}。"},
	Constant: "恒定留存率", Band: "{model}的95%区间", Axis: "成为客户后的{units}",
	Define: "共{customers}位客户；模型只用前{calibration}期（共{seen}期）。区间采用delta方法。",
	Floor:  "纵轴不从0开始。",
	Need:   "观察到的期数太少，无法预测。",
}
