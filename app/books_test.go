package app

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"churnbench/analysis"
	"churnbench/analysis/engine"
	"churnbench/analysis/ingest"
	"churnbench/app/data"
	"churnbench/app/i18n"
	"churnbench/app/screen"
)

// pausing is a list of tenures whose unit and one of whose statuses nobody can
// tell without asking.
const pausing = "member,tenure,status,region\na,12,active,north\nb,30,paused,south\nc,3,cancelled,north\nd,7,active,south\n"

// TestTenuresAreAsked holds that what a list of tenures leaves open holds reading,
// and that the answers let it through.
func TestTenuresAreAsked(t *testing.T) {
	eachLang(t, func(t *testing.T, lang i18n.Lang) {
		s, d := newStage(lang, pausing), &data.State{}
		show := func(name string) string { return look(t, name, data.View(&s.Host, d)) }
		s.choose(d, engine.SourceRef{File: 1})
		html := show("asked")
		for _, id := range []string{"question-unit", "status-1", "format-unit"} {
			if !strings.Contains(html, `id="`+id+`"`) {
				t.Errorf("there is no %s", id)
			}
		}
		if hold, _ := d.Hold(); hold != data.Unanswered || !disabled(html, "read") {
			t.Errorf("hold %d, want an open question", hold)
		}
		data.Answer(&s.Host, d, d.Items[0], ingest.UnitProperty, string(analysis.Months))
		s.settle(d)
		if got := d.Unclear(d.Items[0]); len(got) != 1 || got[0] != "paused" {
			t.Errorf("unclear %v", got)
		}
		d.Decide("paused", ingest.Stays)
		if hold, _ := d.Hold(); hold != data.NoHold || disabled(show("answered"), "read") {
			t.Errorf("hold %d after all answers", hold)
		}
		req := d.Confirmed(time.Now())
		if req.Files[0].Format.Unit != analysis.Months || len(req.Rules.Stays) != 1 {
			t.Errorf("asked for %+v by %+v", req.Files[0].Format, req.Rules)
		}
	})
}

// TestListsAloneSayWhatTheyLack holds that a list which keeps no book is told
// what it lacks, and that it goes through beside orders.
func TestListsAloneSayWhatTheyLack(t *testing.T) {
	s, d := newStage(i18n.English, "customer id,region,tier\na,north,gold\nb,south,silver\n", broken), &data.State{}
	s.choose(d, engine.SourceRef{File: 1})
	if hold, _ := d.Hold(); hold != data.NoOrders || !strings.Contains(look(t, "alone", data.View(&s.Host, d)), s.T("data.lacks.title")) {
		t.Errorf("hold %d", hold)
	}
	s.add(d, engine.SourceRef{File: 2})
	if hold, _ := d.Hold(); hold == data.NoOrders {
		t.Error("orders are there, and asked for")
	}
}

// TestBooksLoaded draws what contracts and tenures hold, and the screens that
// need orders.
func TestBooksLoaded(t *testing.T) {
	eachLang(t, func(t *testing.T, lang i18n.Lang) {
		s := newStage(lang, "member,tenure months,churned,monthly fee,plan\na,12,yes,10,x\nb,30,no,20,y\nc,x,no,5,x\n")
		for name, ref := range map[string]engine.SourceRef{"tenures": {File: 1}, "contracts": sampleRef("membership", lang)} {
			d := s.load(t, ref)
			html := look(t, name, data.View(&s.Host, d))
			for _, x := range d.Load.Answer.Ledger.Excluded {
				if !strings.Contains(html, s.T(i18n.Key("reason."+string(x.Reason)))) {
					t.Errorf("%s: the ledger does not say %s", name, x.Reason)
				}
			}
			if strings.Contains(html, s.T("data.ledger.share.hint")) || strings.Contains(html, "NaN") {
				t.Errorf("%s: the ledger speaks of shares of revenue, or of NaN", name)
			}
			for _, route := range []string{"segments", "value", "customers", "retention"} {
				look(t, name+" "+route, screen.Needs(&s.Host, route))
			}
		}
	})
}

// TestSharedFilesAreTaken takes the shared files as they are proposed.
func TestSharedFilesAreTaken(t *testing.T) {
	for path, basis := range map[string]engine.Basis{"telco/Telco-Customer-Churn.csv": engine.OnTenures, "fixtures/subscriptions.csv": engine.OnContracts} {
		text, err := os.ReadFile(filepath.Join("../../shared/data", path))
		if err != nil {
			t.Skip("the shared data are not here: ", path)
		}
		s := newStage(i18n.Chinese, string(text))
		if d := s.load(t, engine.SourceRef{File: 1}).Load.Answer; !d.Has(basis) || len(d.Bases) != 1 {
			t.Errorf("%s: bases %v", path, d.Bases)
		}
	}
}
