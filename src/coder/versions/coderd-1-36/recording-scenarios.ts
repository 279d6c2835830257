import { type RecordingScenario, SPELLINGS } from '../../../observability/mixin';
import { requests } from './alerts/burn-rate';
import { histogramSeries } from './promql';
import { API_LATENCY_P95, SQL_LATENCY_P99, apiErrorRatio, apiSlowRatio } from './recordings';

const INSTALLATION = { namespace: 'coder', job: 'coder/master-monitor' };

/** What the recording rules yield, by example. */
export const RECORDING_SCENARIOS: readonly RecordingScenario[] = [
  {
    record: apiErrorRatio('5m').record,
    title: 'yields 0 when nothing ever failed',
    series: [requests('200', '0+100x20')],
    minute: 15,
    yields: [{ labels: INSTALLATION, value: 0 }],
  },
  {
    record: apiErrorRatio('1h').record,
    title: 'yields the part of the requests that failed',
    series: [requests('200', '0+95x80'), requests('500', '0+5x80')],
    minute: 70,
    yields: [{ labels: INSTALLATION, value: 0.05 }],
  },
  ...SPELLINGS.map((spelling) => ({
    record: apiSlowRatio('5m').record,
    title: `yields the part of the requests that took more than 500 ms (bounds as ${spelling} writes them)`,
    series: [
      histogramSeries(
        'coderd_api_request_latencies_ms',
        { buckets: { 100: '0+60x20', 500: '0+75x20', 1000: '0+100x20' }, all: '0+100x20' },
        { labels: { method: 'GET', path: '/' }, spelling },
      ),
    ],
    minute: 15,
    yields: [{ labels: INSTALLATION, value: 0.25 }],
  })),
  {
    record: API_LATENCY_P95.record,
    title: 'yields the 95th percentile over all routes',
    series: ['/a', '/b'].map((path) =>
      histogramSeries(
        'coderd_api_request_latencies_ms',
        { buckets: { 100: '0+90x20', 500: '0+100x20' }, all: '0+100x20' },
        { labels: { method: 'GET', path } },
      ),
    ),
    minute: 15,
    yields: [{ labels: INSTALLATION, value: 300 }],
  },
  {
    record: SQL_LATENCY_P99.record,
    title: 'yields the 99th percentile',
    series: [
      histogramSeries('coderd_db_sql_query_latencies_ms', {
        buckets: { 10: '0+98x20', 20: '0+100x20' },
        all: '0+100x20',
      }),
    ],
    minute: 15,
    yields: [{ labels: INSTALLATION, value: 15 }],
  },
];
