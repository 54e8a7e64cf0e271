package ingest

import (
	"context"
	"fmt"
	"os"
	"testing"
)

const shared = "../../../shared/data/"

func openShared(t testing.TB, name string) Source {
	t.Helper()
	b, err := os.ReadFile(shared + name)
	if err != nil {
		t.Skipf("%s is not here: run the tests beside the shared folder to check it", name)
	}
	return Bytes(name, b)
}

func TestTry(t *testing.T) {
	for _, n := range []string{"cdnow/CDNOW_master.txt", "cdnow/CDNOW_sample.txt", "telco/Telco-Customer-Churn.csv", "fixtures/subscriptions.csv", "fixtures/winback_campaign.csv"} {
		s := openShared(t, n)
		p, err := Sniff(s, Format{})
		p.Rows = nil
		fmt.Printf("%s %v\n%+v\n", n, err, p)
		tb, err := Read(context.Background(), s, p.Format, p.Mapping, p.Rules, nil)
		if err != nil {
			fmt.Println(err)
			continue
		}
		fmt.Printf("%+v %d\n", tb.Ledger(), tb.Log().Customers())
	}
}
