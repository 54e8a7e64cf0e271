package app

import (
	"reflect"
	"strings"
	"testing"
	"time"

	goapp "github.com/maxence-charriere/go-app/v10/pkg/app"

	"churnbench/analysis/engine"
	doc "churnbench/analysis/report"
	"churnbench/app/data"
	"churnbench/app/i18n"
	"churnbench/app/project"
	"churnbench/app/screen"
	"churnbench/app/segments"
	"churnbench/app/ui"
)

// keeper keeps what is saved.
type keeper struct {
	ui.Saver
	files []engine.File
}

func (k *keeper) SaveBytes(name, mime string, data []byte) {
	k.files = append(k.files, engine.File{Name: name, MIME: mime, Bytes: data})
}

// on stands a workbench on a stage.
func on(s *stage) (*Workbench, *keeper) {
	k := &keeper{}
	w := &Workbench{host: s.Host}
	w.host.Saver, w.host.Asked, w.host.Define, w.host.Opened, w.host.Loaded, w.host.Replacing = k, w.asked, w.define, w.opened, w.loaded, w.replacing
	w.value.Options.Horizon, w.value.Options.Margin = 12, 1
	return w, k
}

// drop drops texts on the page and lets everything happen that follows of itself.
func (s *stage) drop(w *Workbench, names []string, texts ...string) {
	var files []screen.Attached
	for i, text := range texts {
		s.files, s.names = append(s.files, text), append(s.names, names[i])
		files = append(files, screen.Attached{Ref: engine.SourceRef{File: uint32(len(s.files))}, Name: names[i], Size: int64(len(text))})
	}
	data.Drop(&w.host, &w.data, files)
	s.rest(w)
}

// rest lets the engine answer until nothing is under way.
func (s *stage) rest(w *Workbench) {
	s.pumpWhile(func() bool {
		busy := w.data.Load.Busy || w.proj.Saving.Busy || w.proj.Replay.Busy || w.proj.Back.Busy || w.value.Moves.Busy
		for _, it := range w.data.Items {
			busy = busy || it.Opening.Busy || it.Look.Busy
		}
		return busy || w.definition.Busy || w.overview.Busy || w.retention.Busy() || w.segments.Busy || w.segments.Spread.Busy || w.value.Busy
	})
}

func (w *Workbench) read(s *stage) {
	data.Read(&w.host, &w.data)
	s.rest(w)
}

const (
	march = "customer,date,amount\na,2024-01-01,30\na,2024-02-01,30\na,2024-03-01,20\nb,2024-01-02,20\nb,2024-03-04,25\nc,2024-02-02,10\n"
	april = march + "c,2024-04-02,10\nd,2024-04-03,50\n"
)

// A project that is opened with the same file gives the same digits; with next month's
// file it shows what has changed, and with one that lacks a column what does not fit.
func TestProjectIsOpenedAgain(t *testing.T) {
	s := newStage(i18n.English)
	w, k := on(s)
	s.drop(w, []string{"march.csv"}, march)
	w.read(s)
	w.segments.Top, w.proj.Name, w.proj.Notes = .4, "Acme", "ask about May"
	w.report.Add(doc.Block{Kind: doc.Heading, Text: "Who leaves"})
	w.host.Definition.Window = 40
	w.define(w.host.Definition)
	segments.AskSpread(&w.host, &w.segments)
	s.rest(w)
	if !w.unsaved() {
		t.Error("changes are not unsaved")
	}
	saved := time.Now()
	w.host.Clock = func() time.Time { return saved }
	w.save()
	s.rest(w)
	if len(k.files) != 1 || k.files[0].Name != "Acme.churn" || w.unsaved() {
		t.Fatalf("saved %d files; unsaved %v; %v", len(k.files), w.unsaved(), w.proj.Saving.Err)
	}
	file, asked := string(k.files[0].Bytes), w.questions()
	if w.proj.Known("march.csv", int64(len(march))) == "" {
		t.Error("the saved file has not been read back")
	}
	html := look(t, "saved", w.projectView())
	if !strings.Contains(html, `id="project-receipts-list"`) || !strings.Contains(html, "ask about May") {
		t.Error("the screen does not show what was saved")
	}
	w.save()
	s.rest(w)
	if len(k.files) != 2 || !reflect.DeepEqual(k.files[0].Bytes, k.files[1].Bytes) {
		t.Error("saving twice gives two files")
	}

	s = newStage(i18n.Chinese)
	w, _ = on(s)
	s.drop(w, []string{"acme.churn"}, file)
	if w.data.Project == nil || !w.proj.Waits || w.data.Phase() != data.Empty {
		t.Fatal("the project does not wait for its data")
	}
	if html := look(t, "waiting", data.View(&w.host, &w.data)); !strings.Contains(html, "march.csv") {
		t.Error("the Data screen does not say which file is expected")
	}
	look(t, "waiting, project", w.projectView())
	s.drop(w, []string{"march.csv"}, march)
	w.read(s)
	if got := w.questions(); !reflect.DeepEqual(got, asked) {
		t.Errorf("opened again, other questions are asked: %v", changes(&asked, &got))
	}
	if w.proj.Now == nil || !project.Compare(w.proj.Then, w.proj.Now).Identical() {
		t.Errorf("the digits differ: %+v", w.proj)
	}
	if w.unsaved() || w.past.canUndo() || len(w.report.Report.Blocks) != 1 {
		t.Error("opening a project is a change, or has lost the report")
	}
	w.report.Report.Blocks[0].Text = "Who stays"
	if !w.unsaved() {
		t.Error("another report is no change")
	}
	w.report.Report.Blocks[0].Text = "Who leaves"
	if w.projectNotice() == nil {
		t.Error("nothing leads to the comparison")
	}
	look(t, "the same", w.projectView())

	s.drop(w, []string{"april.csv"}, april)
	w.read(s)
	if got := w.questions(); got.Definition.Definition.Window != 40 || got.Concentration.Top != .4 || w.proj.Name != "Acme" {
		t.Error("the open project does not hold for the next file")
	}

	s = newStage(i18n.English)
	w, _ = on(s)
	s.drop(w, []string{"acme.churn", "april.csv"}, file, april)
	w.read(s)
	c := project.Compare(w.proj.Then, w.proj.Now)
	if c.SameData || c.Identical() || c.Broken() || len(c.Rows) < 3 || c.Rows[0].Now != 4 || c.Rows[0].Then != 3 {
		t.Errorf("next month's file is compared as %+v", c)
	}
	look(t, "next month", w.projectView())
}

// What a project holds is read at once, and a sample is made anew in its language.
func TestProjectBringsItsData(t *testing.T) {
	s := newStage(i18n.English)
	w, k := on(s)
	s.drop(w, []string{"march.csv"}, march)
	w.read(s)
	w.proj.Data = true
	w.save()
	s.rest(w)
	if len(k.files) != 1 {
		t.Fatal(w.proj.Saving.Err)
	}
	s = newStage(i18n.English)
	w, _ = on(s)
	s.drop(w, []string{"held.churn"}, string(k.files[0].Bytes))
	if w.host.Dataset == nil || w.host.Dataset.Customers != 3 || w.data.Phase() != data.Loaded {
		t.Fatal("the data that a project holds are not read")
	}
	if !project.Compare(w.proj.Then, w.proj.Now).Identical() {
		t.Error("held data give other digits")
	}

	s = newStage(i18n.Chinese)
	w, k = on(s)
	data.Sample(&w.host, &w.data, "shop")
	s.rest(w)
	w.save()
	s.rest(w)
	s = newStage(i18n.English)
	w, _ = on(s)
	s.drop(w, []string{"shop.churn"}, string(k.files[0].Bytes))
	if w.proj.Then == nil || !project.Compare(w.proj.Then, w.proj.Now).Identical() {
		t.Error("the sample of another language gives other digits")
	}
	data.Sample(&w.host, &w.data, "subscription")
	s.rest(w)
	if w.proj.Opened != nil {
		t.Error("another sample leaves the project open")
	}
}

func TestProjectScreen(t *testing.T) {
	eachLang(t, func(t *testing.T, lang i18n.Lang) {
		w := &Workbench{host: newStage(lang).Host}
		draw := func() goapp.UI { return w.projectView() }
		look(t, "no data", draw())
		w.host.Dataset = &engine.Dataset{Name: "a.csv", Files: []engine.FileReport{{Name: "a.csv", Size: 1000}}}
		w.proj.Data = true
		look(t, "data included", draw())
		w.proj.Saving.Begin(engine.ProjectRequest{})
		w.proj.Replay.Begin(engine.ProjectRequest{})
		look(t, "under way", draw())
		w.proj.Replay.Forget()
		receipt := func(digest string) []engine.Receipt {
			return []engine.Receipt{{Question: "Value", Digest: digest, Headlines: []engine.Headline{{Key: "headline.equity", Unit: engine.MoneyUnit, Value: 3}}}}
		}
		then := &engine.Project{Program: "1", Sample: "shop", Saved: "2026-03-05T00:00:00Z", Receipts: receipt("aa")}
		w.proj.Replayed(then, &engine.Project{Program: "2", Sample: "shop", Receipts: receipt("bb")})
		if html := look(t, "broken", draw()); !strings.Contains(html, "notice serious") {
			t.Error("other digits of the same data are no warning")
		}
	})
}
