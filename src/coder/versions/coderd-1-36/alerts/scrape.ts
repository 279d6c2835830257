import { interpolate } from '../../../../engine/expr';
import { number } from '../../../../engine/values';
import { POD, alert } from '../../../../observability/mixin';
import { above, equalTo, max, sum, unless } from '../../../../observability/promql';
import { gauge, increase, series } from '../promql';
import { DESCRIBE_PODS, READ_LOGS } from './commands';

const metricsIncomplete = alert({
  name: 'CoderdMetricsIncomplete',
  group: 'scrape',
  thresholds: {},
  // This gauge has no labels: coderd shows it from its first moment on, whatever it does.
  rules: () => [
    {
      severity: 'warning',
      for: '15m',
      query: unless(equalTo(max(gauge('up'), POD), 1), max(gauge('coderd_api_concurrent_requests'), POD)),
    },
  ],
  summary: ({ label }) => `${label('namespace')}/${label('pod')} does not expose coderd metrics.`,
  description: ({ label, lasting }) =>
    interpolate`For ${lasting}, scrapes of ${label('namespace')}/${label('pod')} have succeeded without coderd_api_concurrent_requests, which every coderd exposes. No coderd alert can fire for this pod.`,
  runbook: {
    meaning: 'Scrapes succeed, but the response is not from coderd, or something drops its metrics.',
    impact: 'None for users. Problems in this pod go unnoticed.',
    diagnosis: [
      'Check what responds: `kubectl -n @{namespace} port-forward POD 2112`, then `curl -s http://localhost:2112/metrics | grep -c ^coderd_`.',
      'If coderd exposes them, something drops them: in `kubectl -n @{namespace} get @{monitor} -o yaml`, look for `metricRelabelings` and `sampleLimit`. A rule `drop` without `regex` drops everything.',
      { text: 'How many samples are scraped?', query: max(gauge('scrape_samples_scraped'), POD) },
    ],
    mitigation: [
      'If another application uses the port, fix the port or the selector of the monitor.',
      'Fix the relabelings (`metrics.monitor.metricRelabelings`).',
    ],
  },
  scenarios: [
    {
      title: 'when a pod exposes the metrics of another program',
      series: [series('up', '1x40'), series('go_goroutines', '50x40')],
      minute: 20,
      fires: [{ pod: 'coderd-a', severity: 'warning' }],
    },
    {
      title: 'while coderd is idle',
      series: [series('up', '1x40'), series('coderd_api_concurrent_requests', '0x40')],
      minute: 20,
      fires: [],
    },
    {
      title: 'while a new pod has exposed no coderd metrics for 10 minutes',
      series: [series('up', '1x40'), series('coderd_api_concurrent_requests', '_x12 0x30')],
      minute: 10,
      fires: [],
    },
    { title: 'while the pod does not answer at all', series: [series('up', '0x40')], minute: 20, fires: [] },
  ],
});

const scrapeErrors = alert({
  name: 'CoderdScrapeErrors',
  group: 'scrape',
  thresholds: {
    errors: number({
      description: 'Maximum number of scrapes that fail in coderd within 15 minutes.',
      default: 2,
      min: 0,
    }),
  },
  rules: ({ errors }) => [
    {
      severity: 'warning',
      for: '15m',
      query: above(
        sum(
          increase('promhttp_metric_handler_requests_total', { where: { code: { isNot: '200' } }, window: '15m' }),
          POD,
        ),
        errors,
      ),
    },
  ],
  summary: ({ label }) => `Scrapes of ${label('namespace')}/${label('pod')} return errors.`,
  description: ({ label, value }, { errors }) =>
    interpolate`coderd in ${label('namespace')}/${label('pod')} answered ${value('whole')} scrapes in the last 15 minutes with an error (threshold: ${errors}). Graphs and alerts of this pod have gaps.`,
  runbook: {
    meaning: 'coderd answered scrapes with status 500 or 503 instead of its metrics.',
    impact: 'None for users. Alerts for this pod fire late or not at all.',
    diagnosis: [
      {
        text: 'Which status? 500 is an error while collecting metrics, 503 means too many scrapes at once.',
        query: sum(increase('promhttp_metric_handler_requests_total', { window: '15m' }), ['pod', 'code']),
      },
      'Read the error message: `kubectl -n @{namespace} port-forward POD 2112`, then `curl -i http://localhost:2112/metrics | head -20`.',
      READ_LOGS,
    ],
    mitigation: [
      'Several Prometheus servers or a short interval: scrape less often (`metrics.monitor.interval`).',
      'Otherwise delete the pod (`kubectl -n @{namespace} delete pod POD`); if the alert returns, contact Coder support with the error message.',
    ],
  },
  scenarios: [
    {
      title: 'when a scrape fails every 6 minutes',
      series: [
        series('promhttp_metric_handler_requests_total', '0+1x60', { code: '200' }),
        series('promhttp_metric_handler_requests_total', '0+0.17x60', { code: '500' }),
      ],
      minute: 40,
      fires: [{ pod: 'coderd-a', severity: 'warning' }],
    },
    {
      title: 'while a scrape fails every 9 minutes',
      series: [
        series('promhttp_metric_handler_requests_total', '0+1x60', { code: '200' }),
        series('promhttp_metric_handler_requests_total', '0+0.11x60', { code: '500' }),
      ],
      minute: 40,
      fires: [],
    },
    {
      title: 'after 3 failed scrapes in a row',
      series: [series('promhttp_metric_handler_requests_total', '0x20 1+1x2 3x40', { code: '500' })],
      minute: 34,
      fires: [],
    },
  ],
});

/** The scrape takes nearly as long as Prometheus waits. */
export const scrapeSlow = alert({
  name: 'CoderdScrapeSlow',
  group: 'scrape',
  thresholds: {
    seconds: number({
      description: 'Maximum duration of a scrape in seconds. The scrape timeout of Prometheus is 10 by default.',
      default: 8,
      min: 0,
    }),
  },
  rules: ({ seconds }) => [
    { severity: 'warning', for: '15m', query: above(max(gauge('scrape_duration_seconds'), POD), seconds) },
  ],
  summary: ({ label }) => `Scrapes of ${label('namespace')}/${label('pod')} are slow.`,
  description: ({ label, value, bound, lasting }, { seconds }) =>
    interpolate`A scrape of ${label('namespace')}/${label('pod')} takes ${value('duration')}; for ${lasting} it has taken more than ${bound(seconds, 'duration')}. If a scrape exceeds the timeout of Prometheus, the pod counts as down.`,
  runbook: {
    meaning: 'coderd takes long to answer a scrape: it has too many series or too little CPU.',
    impact: 'None for users, unless the API is short of CPU too.',
    diagnosis: [
      {
        text: 'How many samples are scraped? The request latency has 14 per route.',
        query: max(gauge('scrape_samples_scraped'), POD),
      },
      'Is the CPU at its limit? `kubectl -n @{namespace} top pods -l @{pods}` against `coderd.resources.limits.cpu`.',
      DESCRIBE_PODS,
    ],
    mitigation: [
      'Raise `coderd.resources.limits.cpu`.',
      'Raise the timeout: `metrics.monitor.scrapeTimeout`, at most the interval.',
    ],
  },
  scenarios: [
    {
      title: 'when scrapes take 9 seconds',
      series: [series('scrape_duration_seconds', '0.1x5 9x30')],
      minute: 25,
      fires: [
        {
          namespace: 'coder',
          job: 'coder/master-monitor',
          pod: 'coderd-a',
          severity: 'warning',
        },
      ],
      says: {
        summary: 'Scrapes of coder/coderd-a are slow.',
        description:
          'A scrape of coder/coderd-a takes 9s; for 15m it has taken more than 8s. If a scrape exceeds the timeout of Prometheus, the pod counts as down.',
      },
    },
    {
      title: 'while scrapes take 7.9 seconds',
      series: [series('scrape_duration_seconds', '7.9x40')],
      minute: 30,
      fires: [],
    },
    {
      title: 'while scrapes have been slow for 10 minutes',
      series: [series('scrape_duration_seconds', '0.1x20 9x20')],
      minute: 31,
      fires: [],
    },
  ],
});

/** Whether a scrape brings what it should. */
export const SCRAPE_ALERTS = [metricsIncomplete, scrapeErrors, scrapeSlow];
