package ingest

import (
	"strings"
	"sync"
)

// headerName writes a column's name as the synonyms are written: simplified
// characters for the traditional and Japanese ones that stand in headers, no
// accents. So 客戶編號 needs no synonym of its own.
func headerName(name string) string {
	if isASCII([]byte(name)) {
		return name
	}
	return plainForms().Replace(name)
}

// variants lists characters in pairs: as they may stand, and as they are read.
const variants = "戶户編编號号訂订單单単单額额數数価价價价總总実实實实際际會会員员買买賣卖時时間间產产類类區区國国業业務务經经級级註注冊册開开結结狀状態态費费電电話话郵邮帳账聯联來来門门滿满見见評评應应銷销貨货頻频淨净薦荐錢钱潤润營营動动發发簽签約约終终離离續续購购錄录項项題题備备處处師师負负責责團团隊队顧顾問问調调計计較较資资訊讯專专廣广層层獲获歸归屬属網网點点線线優优積积餘余幣币種种碼码稱称聲声質质體体驗验訪访週周階阶機机從从過过進进達达別别換换條条證证縣县組组織织識识讓让議议讀读舊旧後后憑凭訖讫帶带円元氣气極极標标樣样歐欧決决減减測测災灾為为爾尔獎奖現现異异畫画當当疊叠" +
	"áaàaâaäaãaåaçcéeèeêeëeíiìiîiïiñnóoòoôoöoõoúuùuûuüuÁAÀAÂAÄAÃAÅAÇCÉEÈEÊEËEÍIÎIÏIÑNÓOÒOÔOÖOÕOÚUÙUÛUÜU"

var plainForms = sync.OnceValue(func() *strings.Replacer {
	var pairs []string
	for _, r := range variants {
		pairs = append(pairs, string(r))
	}
	return strings.NewReplacer(pairs...)
})
