import { interpolate } from '../../../../engine/expr';
import { type InputHistogram, SPELLINGS, type Samples, type Spelling, alert } from '../../../../observability/mixin';
import { recorded, sum, topk } from '../../../../observability/promql';
import { gauge, histogramSeries, quantile, rate } from '../promql';
import { API_RATE_BY_ROUTE, SQL_LATENCY_P95, apiSlowRatio, apiSlowRequests } from '../recordings';
import { SLO_VALUES } from '../slo';
import { BAD_REQUESTS, type BurnQueries, burnRules, burnText } from './burn-rate';
import { LAST_CHANGE, MORE_RESOURCES, ROLL_BACK } from './commands';

const LATENCIES = 'coderd_api_request_latencies_ms';

const QUERIES: BurnQueries = {
  ratio: (window) => recorded(apiSlowRatio(window)),
  broken: (window) => recorded(apiSlowRequests(window)),
};

function latencies(quick: Samples, all: Samples, spelling?: Spelling): InputHistogram {
  const labels = { method: 'GET', path: '/api/v0/users' };
  return histogramSeries(
    LATENCIES,
    { buckets: { 100: quick, 500: quick, 1000: all }, all },
    spelling === undefined ? { labels } : { labels, spelling },
  );
}

const apiLatencyBudgetBurn = alert({
  name: 'CoderdApiLatencyBudgetBurn',
  group: 'slo',
  thresholds: {
    badRequests: BAD_REQUESTS,
  },
  objectives: { latency: SLO_VALUES.latency, latencyMilliseconds: SLO_VALUES.latencyMilliseconds },
  rules: ({ slo, badRequests }) => burnRules(QUERIES, { objective: slo.latency, least: badRequests }),
  summary: ({ label }) => `Too many slow API requests in ${label('namespace')}.`,
  description: (firing, { slo: { latency, latencyMilliseconds } }) =>
    interpolate`${firing.value('percent')} of the API requests in the last ${firing.own('long')} took longer than ${latencyMilliseconds} ms, and requests are still slow. Users are waiting. ${burnText(firing, latency)}`,
  runbook: {
    meaning:
      'API requests that take longer than the objective allows (`metrics.slo.latencyMilliseconds`) consume the 30-day budget too fast, over a long window and still over a short one.',
    impact: 'The dashboard and the command line are slow for users. Websockets, such as terminals, are not counted.',
    diagnosis: [
      { text: 'Which routes are slow?', query: quantile(0.95, LATENCIES, { by: ['method', 'path'] }) },
      { text: 'Which routes are busiest?', query: topk(10, recorded(API_RATE_BY_ROUTE)) },
      { text: 'One pod or all?', query: quantile(0.95, LATENCIES, { by: ['pod'] }) },
      { text: 'Is the database slow too?', query: recorded(SQL_LATENCY_P95) },
      { text: 'Is the CPU at its limit? Cores in use:', query: sum(rate('process_cpu_seconds_total'), ['pod']) },
      { text: 'Is the load higher than usual?', query: sum(gauge('coderd_api_concurrent_requests'), ['pod']) },
      LAST_CHANGE,
    ],
    mitigation: ['If the database is slow, see the runbook of CoderdDatabaseSlow.', MORE_RESOURCES, ROLL_BACK],
  },
  scenarios: [
    ...SPELLINGS.map((spelling) => ({
      title: `when 20 % of the requests are slow (bucket bounds as ${spelling} writes them)`,
      series: [latencies('0+80x60', '0+100x60', spelling)],
      minute: 40,
      fires: [
        { severity: 'critical', long: '1h' },
        { severity: 'critical', long: '6h' },
      ],
    })),
    {
      title: 'by the slow window when 5 % of the requests of a new installation are slow for more than an hour',
      series: [latencies('0+95x90', '0+100x90')],
      minute: 80,
      fires: [{ severity: 'warning', long: '1d' }],
    },
    {
      title: 'by the slowest window when 2 % of the requests are slow for 4 hours',
      series: [latencies('0+98x250', '0+100x250')],
      minute: 240,
      fires: [
        {
          namespace: 'coder',
          job: 'coder/master-monitor',
          severity: 'warning',
          long: '3d',
          short: '6h',
        },
      ],
      says: {
        summary: 'Too many slow API requests in coder.',
        description:
          '2% of the API requests in the last 3d took longer than 500 ms, and requests are still slow. Users are waiting. The objective is 99%. At this burn rate (1 or more), the 30-day error budget is used up within 30 days.',
      },
    },
    {
      title: 'while 0.9 % of the requests are slow, which the objective allows',
      series: [latencies('0+991x250', '0+1000x250')],
      minute: 240,
      fires: [],
    },
    ...SPELLINGS.map((spelling) => ({
      title: `while 5 % of the requests have been slow for less than an hour (bucket bounds as ${spelling} writes them)`,
      series: [latencies('0+95x60', '0+100x60', spelling)],
      minute: 55,
      fires: [],
    })),
    {
      title: 'at night, when 9 of 60 requests are slow',
      series: [latencies('0+0.85x60', '0+1x60')],
      minute: 60,
      fires: [],
    },
    { title: 'without requests', series: [latencies('5x60', '9x60')], minute: 60, fires: [] },
  ],
});

/** Whether requests are answered in time. */
export const LATENCY_ALERTS = [apiLatencyBudgetBurn];
