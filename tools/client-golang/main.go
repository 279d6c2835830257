// Command client-golang prints one real scrape of the metrics that client_golang itself serves about its process:
// go_*, process_* and promhttp_*. It reads the names to keep, one a line, from the file that is its argument, or from
// standard input, and prints the text format 0.0.4. It fails when it cannot serve one of the names.
package main

import (
	"bytes"
	"fmt"
	"io"
	"net/http"
	"net/http/httptest"
	"os"
	"sort"
	"strings"

	"github.com/prometheus/client_golang/prometheus"
	"github.com/prometheus/client_golang/prometheus/collectors"
	"github.com/prometheus/client_golang/prometheus/promhttp"
	dto "github.com/prometheus/client_model/go"
)

// Older Go releases, of the time of client_golang 1.12.1, did not report this histogram as cumulative: there it had no "_total".
var formerNames = map[string]string{
	"go_sched_latencies_seconds_total": "go_sched_latencies_seconds",
}

const textFormat = "text/plain; version=0.0.4"

func main() {
	if err := run(); err != nil {
		fmt.Fprintln(os.Stderr, "client-golang:", err)
		os.Exit(1)
	}
}

func run() error {
	names, err := readNames(os.Args[1:])
	if err != nil {
		return err
	}
	server := httptest.NewServer(newHandler(names))
	defer server.Close()
	// The first scrape counts in promhttp_* only after it was answered.
	if _, err := scrape(server.URL); err != nil {
		return err
	}
	text, err := scrape(server.URL)
	if err != nil {
		return err
	}
	if _, err := os.Stdout.Write(text); err != nil {
		return err
	}
	return requireAll(names, text)
}

func readNames(args []string) (map[string]bool, error) {
	text, err := readInput(args)
	if err != nil {
		return nil, err
	}
	names := map[string]bool{}
	for _, name := range strings.Fields(string(text)) {
		names[name] = true
	}
	if len(names) == 0 {
		return nil, fmt.Errorf("no metric names given: name a file with one a line, or pipe them in")
	}
	return names, nil
}

func readInput(args []string) ([]byte, error) {
	if len(args) > 0 {
		return os.ReadFile(args[0])
	}
	return io.ReadAll(os.Stdin)
}

func newHandler(names map[string]bool) http.Handler {
	registry := prometheus.NewRegistry()
	registry.MustRegister(
		collectors.NewGoCollector(),
		collectors.NewProcessCollector(collectors.ProcessCollectorOpts{}),
	)
	kept := promhttp.HandlerFor(filter{registry, names}, promhttp.HandlerOpts{})
	return promhttp.InstrumentMetricHandler(registry, kept)
}

// filter gathers the named families only, under their former names.
type filter struct {
	all   prometheus.Gatherer
	names map[string]bool
}

func (f filter) Gather() ([]*dto.MetricFamily, error) {
	families, err := f.all.Gather()
	kept := []*dto.MetricFamily{}
	for _, family := range families {
		if former, found := formerNames[family.GetName()]; found {
			family.Name = &former
		}
		if f.names[family.GetName()] {
			kept = append(kept, family)
		}
	}
	return kept, err
}

func scrape(url string) ([]byte, error) {
	response, err := http.Get(url)
	if err != nil {
		return nil, err
	}
	defer response.Body.Close()
	body, err := io.ReadAll(response.Body)
	if err != nil {
		return nil, err
	}
	format := response.Header.Get("Content-Type")
	if response.StatusCode != http.StatusOK || !strings.HasPrefix(format, textFormat) {
		return nil, fmt.Errorf("the scrape answered %s, %s; expected 200, %s", response.Status, format, textFormat)
	}
	return body, nil
}

func requireAll(names map[string]bool, text []byte) error {
	missing := []string{}
	for name := range names {
		if !bytes.Contains(text, []byte("# TYPE "+name+" ")) {
			missing = append(missing, name)
		}
	}
	if len(missing) == 0 {
		return nil
	}
	sort.Strings(missing)
	return fmt.Errorf("client_golang does not serve %s", strings.Join(missing, ", "))
}
