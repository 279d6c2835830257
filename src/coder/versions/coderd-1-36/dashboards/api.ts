import {
  type Dashboard,
  type PanelTarget,
  badBelow,
  badFrom,
  heatmap,
  line,
  row,
  table,
  timeSeries,
  valueOf,
} from '../../../../observability/mixin';
import { above, max, over, sum, topk } from '../../../../observability/promql';
import { SLO_VALUES } from '../slo';
import { buckets, gauge, partAtMost, quantile, rate } from '../promql';
import { ERROR_COLORS, STATUS_COLORS } from './colors';
import { errorBurn, latencyBurn, partWithStatus, quantiles } from './queries';

const REQUESTS = 'coderd_api_requests_processed_total';
const LATENCIES = 'coderd_api_request_latencies_ms';
const WEBSOCKETS = 'coderd_api_websocket_durations_ms';

const BURN_WINDOWS = ['5m', '1h', '6h', '3d'] as const;
const burnLines = (burn: typeof errorBurn): readonly PanelTarget[] =>
  BURN_WINDOWS.map((window) => line(max(burn(window)), window));

const objectives = row('Objectives', [
  timeSeries({
    title: 'Error budget burn rate',
    how: 'How fast errors consume the error budget, over several windows. At 1, the budget lasts 30 days; at 14.4 (the line), 2 % of it is used in an hour. Needs the recording rules.',
    lines: burnLines(errorBurn),
    unit: 'none',
    thresholds: badFrom({ critical: 14.4 }),
  }),
  timeSeries({
    title: 'Latency budget burn rate',
    how: 'The same for requests that are slower than the latency objective. Needs the recording rules.',
    lines: burnLines(latencyBurn),
    unit: 'none',
    thresholds: badFrom({ critical: 14.4 }),
  }),
  timeSeries({
    title: 'Requests within the latency objective',
    how: 'Ratio of requests answered within the time of the latency objective. The line is the objective; below it, users wait.',
    lines: [line(partAtMost(valueOf({ objectives: SLO_VALUES, name: 'latencyMilliseconds' }), LATENCIES), 'in time')],
    thresholds: badBelow({ critical: valueOf({ objectives: SLO_VALUES, name: 'latency' }) }),
    max: 1,
    isFromZero: false,
  }),
]);

const traffic = row('Traffic', [
  timeSeries({
    title: 'Requests by status',
    how: 'Requests per second. 5xx are errors of Coder, 4xx are mostly client errors. A websocket counts when it closes.',
    lines: [line(sum(rate(REQUESTS), ['code']), (label) => label('code'))],
    isStacked: true,
    colors: STATUS_COLORS,
  }),
  timeSeries({
    title: 'Error rate',
    how: 'Ratio of requests answered with 5xx or 4xx.',
    lines: [line(partWithStatus('5..'), '5xx'), line(partWithStatus('4..'), '4xx')],
    colors: ERROR_COLORS,
  }),
  table({
    title: 'Top routes by errors',
    how: 'The routes that most requests answered with 5xx came to in the last minutes. Since when: see the error rate.',
    width: 8,
    height: 8,
    interval: '5m',
    labels: { method: 'Method', path: 'Route' },
    widths: { Method: 90 },
    columns: [
      {
        query: topk(5, above(sum(rate(REQUESTS, { where: { code: { matches: '5..' } } }), ['method', 'path']), 0)),
        title: 'Failed',
      },
    ],
    sortedBy: 'Failed',
    empty: 'No failed requests.',
  }),
  timeSeries({
    title: 'Requests by method',
    how: 'GET reads; the other methods change something.',
    lines: [line(sum(rate(REQUESTS), ['method']), (label) => label('method'))],
    isStacked: true,
  }),
  timeSeries({
    title: 'Requests by pod',
    how: 'A pod with far fewer requests than the others is new, or the load balancer avoids it.',
    lines: [line(sum(rate(REQUESTS), ['pod']), (label) => label('pod'))],
    isStacked: true,
  }),
  timeSeries({
    title: 'In-flight requests',
    how: 'Rises when responses take longer than usual: check the database.',
    lines: [line(sum(gauge('coderd_api_concurrent_requests'), ['pod']), (label) => label('pod'))],
    isStacked: true,
  }),
]);

const latency = row('Latency', [
  timeSeries({
    title: 'Request latency',
    how: 'Median, 95th and 99th percentile. The line is the latency objective.',
    lines: quantiles(LATENCIES, [0.5, 0.95, 0.99]),
    thresholds: badFrom({ critical: valueOf({ objectives: SLO_VALUES, name: 'latencyMilliseconds' }) }),
  }),
  timeSeries({
    title: 'Request latency by pod, p95',
    how: 'A single slow pod points to its node; if all are slow, check the database.',
    lines: [line(quantile(0.95, LATENCIES, { by: ['pod'] }), (label) => label('pod'))],
  }),
  heatmap({
    title: 'Request latency distribution',
    how: 'Requests per second by latency. Two bands are two kinds of requests; a rising band is a slowdown.',
    width: 8,
    of: buckets(LATENCIES),
  }),
]);

const routes = row('Routes', [
  table({
    title: 'Routes',
    how: 'Each route in the last minutes, slowest first. Click a column heading to sort. Websockets have no latency.',
    width: 12,
    height: 12,
    interval: '5m',
    labels: { method: 'Method', path: 'Route' },
    widths: { Method: 90 },
    columns: [
      { query: quantile(0.95, LATENCIES, { by: ['method', 'path'] }), title: 'p95' },
      { query: sum(rate(REQUESTS), ['method', 'path']), title: 'Requests' },
      {
        query: over(
          sum(rate(REQUESTS, { where: { code: { matches: '5..' } } }), ['method', 'path']),
          sum(rate(REQUESTS), ['method', 'path']),
        ),
        title: 'Failed',
        thresholds: badFrom({ critical: 0.01 }),
      },
    ],
    sortedBy: 'p95',
  }),
  timeSeries({
    title: 'Slowest routes, p95',
    how: 'The five slowest routes at each point in time.',
    width: 12,
    height: 12,
    interval: '5m',
    lines: [
      line(
        topk(5, quantile(0.95, LATENCIES, { by: ['method', 'path'] })),
        (label) => `${label('method')} ${label('path')}`,
      ),
    ],
    legend: 'table',
  }),
]);

const websockets = row('Websockets', [
  timeSeries({
    title: 'Open websockets',
    how: 'Terminals, editors, agents. A sudden drop means that they were disconnected.',
    lines: [line(sum(gauge('coderd_api_concurrent_websockets'), ['pod']), (label) => label('pod'))],
    isStacked: true,
  }),
  timeSeries({
    title: 'Websocket duration',
    how: 'How long closed websockets were open. Short durations mean that something in between closes them.',
    lines: quantiles(WEBSOCKETS, [0.5, 0.9], 0.001),
    unit: 'dthms',
    interval: '10m',
  }),
  heatmap({
    title: 'Websocket duration distribution',
    how: 'Closed websockets per second, by duration.',
    width: 8,
    of: buckets(WEBSOCKETS),
    interval: '10m',
  }),
]);

/** Which requests are slow or fail. */
export const API: Dashboard = {
  uid: 'coder-api',
  title: 'Coder / API',
  description: 'Which requests are slow or fail, and are the objectives met?',
  rows: [objectives, traffic, latency, routes, websockets],
};
