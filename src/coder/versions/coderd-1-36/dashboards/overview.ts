import {
  type Dashboard,
  type FieldOverride,
  badBelow,
  badFrom,
  barGauge,
  line,
  row,
  stat,
  table,
  timeSeries,
  valueOf,
} from '../../../../observability/mixin';
import {
  above,
  alertsThatAre,
  count,
  equalTo,
  max,
  min,
  minus,
  over,
  recorded,
  sum,
  time,
  times,
} from '../../../../observability/promql';
import { jobQueueGrowing } from '../alerts/jobs';
import { expiresNow, expiresSoon } from '../alerts/license';
import { fdExhaustion } from '../alerts/limits';
import { seatsAlmostUsed } from '../alerts/seats';
import { databaseSlow, workspaceBuildSlow } from '../alerts/waits';
import { SLO_VALUES } from '../slo';
import { gauge, quantile, rate } from '../promql';
import { apiErrorRatio } from '../recordings';
import { ERROR_COLORS, STATUS_COLORS } from './colors';
import { errorBurn, firing, orZero, partWithStatus, quantiles } from './queries';

const ANY_CODER_ALERT = { alertname: { matches: 'Coderd.+' } };

const now = row('Now', [
  stat({
    title: 'Firing alerts',
    how: 'Alerts that are firing now. Critical: act at once. Warning: act during the day. The list is below.',
    values: [line(firing('critical'), 'critical'), line(firing('warning'), 'warning')],
    unit: 'none',
    thresholds: badFrom({ critical: 1 }),
    colors: [thresholdsOf('warning', 'orange')],
  }),
  stat({
    title: 'Pods',
    how: 'Pods whose metrics Prometheus can scrape (up), and pods that it finds but cannot scrape (down).',
    values: [line(orZero(count(equalTo(gauge('up'), 1))), 'up'), line(orZero(count(equalTo(gauge('up'), 0))), 'down')],
    unit: 'none',
    thresholds: badBelow({ critical: 1 }),
    colors: [thresholdsOf('down', 'red')],
    more: 'coder-runtime',
  }),
  stat({
    title: 'Availability, 3 days',
    how: 'Ratio of API requests in the last 3 days that did not fail with a 5xx status. Green when the objective is met. Needs the recording rules.',
    values: [line(minus(1, max(recorded(apiErrorRatio('3d')))), 'availability')],
    decimals: 3,
    thresholds: badBelow({ critical: valueOf({ objectives: SLO_VALUES, name: 'availability' }) }),
    more: 'coder-api',
  }),
  stat({
    title: 'Error budget, 3 days',
    how: 'Share of the failures allowed by the objective that is still unused over the last 3 days. Below 0, the objective was missed. Needs the recording rules.',
    values: [line(minus(1, max(errorBurn('3d'))), 'left')],
    unit: 'percentunit',
    decimals: 0,
    thresholds: badBelow({ critical: 0, warning: 0.25 }),
    more: 'coder-api',
  }),
  stat({
    title: 'Request latency',
    how: '95th and 99th percentile of the API request latency. Red above the latency objective.',
    values: [
      line(quantile(0.95, 'coderd_api_request_latencies_ms'), 'p95'),
      line(quantile(0.99, 'coderd_api_request_latencies_ms'), 'p99'),
    ],
    decimals: 0,
    thresholds: badFrom({ critical: valueOf({ objectives: SLO_VALUES, name: 'latencyMilliseconds' }) }),
    more: 'coder-api',
  }),
  stat({
    title: 'Newest pod uptime',
    how: 'Time since the most recent start of a pod. Orange: a restart or rollout in the last 15 minutes.',
    values: [line(minus(time(), max(gauge('process_start_time_seconds'))), 'age')],
    thresholds: badBelow({ warning: 900 }),
    more: 'coder-runtime',
  }),
]);

function thresholdsOf(legend: string, color: 'orange' | 'red'): FieldOverride {
  const steps = [
    { value: null, color: 'green' },
    { value: 1, color },
  ];
  return {
    matcher: { id: 'byName', options: legend },
    properties: [{ id: 'thresholds', value: { mode: 'absolute', steps } }],
  };
}

const alerts = row('Alerts', [
  table({
    title: 'Firing alerts by name',
    how: 'Alerts that are firing now. The annotation runbook_url of each alert links to its runbook.',
    width: 12,
    height: 7,
    labels: { severity: 'Severity', alertname: 'Alert', namespace: 'Namespace', pod: 'Pod' },
    widths: { Severity: 90, Namespace: 110, Pod: 160 },
    columns: [
      {
        query: max(alertsThatAre('firing', ANY_CODER_ALERT), ['severity', 'alertname', 'namespace', 'pod']),
        title: 'Firing',
        isHidden: true,
      },
    ],
    empty: 'No firing alerts.',
  }),
  timeSeries({
    title: 'Alert history',
    how: 'Number of firing alerts over time, by name.',
    width: 12,
    height: 7,
    lines: [line(count(alertsThatAre('firing', ANY_CODER_ALERT), ['alertname']), (label) => label('alertname'))],
    unit: 'none',
    decimals: 0,
    draw: 'steps',
    isStacked: true,
    empty: 'No alerts fired.',
  }),
]);

const users = row('User experience', [
  timeSeries({
    title: 'API requests by status',
    how: 'Requests per second. 5xx are errors of Coder, 4xx are mostly client errors. A websocket counts when it closes.',
    lines: [line(sum(rate('coderd_api_requests_processed_total'), ['code']), (label) => label('code'))],
    isStacked: true,
    colors: STATUS_COLORS,
    more: 'coder-api',
  }),
  timeSeries({
    title: 'API error rate',
    how: 'Ratio of requests answered with 5xx or 4xx.',
    lines: [line(partWithStatus('5..'), '5xx'), line(partWithStatus('4..'), '4xx')],
    colors: ERROR_COLORS,
    more: 'coder-api',
  }),
  timeSeries({
    title: 'API request latency',
    how: 'Median, 95th and 99th percentile. The line is the latency objective.',
    lines: quantiles('coderd_api_request_latencies_ms', [0.5, 0.95, 0.99]),
    thresholds: badFrom({ critical: valueOf({ objectives: SLO_VALUES, name: 'latencyMilliseconds' }) }),
    more: 'coder-api',
  }),
  timeSeries({
    title: 'Workspace build duration',
    how: 'How long developers wait for a workspace. Above the line, CoderdWorkspaceBuildSlow fires.',
    lines: quantiles('coderd_background_workspace_build_duration_s', [0.5, 0.9]),
    thresholds: badFrom({ warning: valueOf({ alert: workspaceBuildSlow, name: 'seconds' }) }),
    unit: 'dthms',
    interval: '10m',
    more: 'coder-jobs',
  }),
  timeSeries({
    title: 'Connections',
    how: 'A sudden drop means that agents or users lost their connections.',
    lines: [
      line(sum(gauge('coderd_rtc_agent_listeners_concurrent')), 'agents'),
      line(sum(gauge('coderd_api_concurrent_websockets')), 'websockets'),
      line(sum(gauge('coderd_rtc_workspace_connections_current')), 'workspaces'),
    ],
    more: 'coder-networking',
  }),
  timeSeries({
    title: 'Queued background jobs',
    how: 'Jobs that are enqueued but not started. If the queue keeps growing, the workers are too slow or dead.',
    lines: [line(sum(gauge('coderd_backgroundjob_current_enqueued_jobs')), 'waiting')],
    thresholds: badFrom({ warning: valueOf({ alert: jobQueueGrowing, name: 'queue' }) }),
    more: 'coder-jobs',
  }),
]);

const capacity = row('Database and pods', [
  timeSeries({
    title: 'Database latency',
    how: 'Median and 95th percentile of the SQL query latency. Above the line, CoderdDatabaseSlow fires.',
    width: 6,
    lines: quantiles('coderd_db_sql_query_latencies_ms', [0.5, 0.95]),
    thresholds: badFrom({ warning: valueOf({ alert: databaseSlow, name: 'milliseconds' }) }),
    more: 'coder-jobs',
  }),
  timeSeries({
    title: 'CPU',
    how: '100 % is one core.',
    width: 6,
    lines: [line(sum(rate('process_cpu_seconds_total'), ['pod']), (label) => label('pod'))],
    more: 'coder-runtime',
  }),
  timeSeries({
    title: 'Resident memory',
    how: 'The kernel kills a container that reaches its memory limit.',
    width: 6,
    lines: [line(sum(gauge('process_resident_memory_bytes'), ['pod']), (label) => label('pod'))],
    more: 'coder-runtime',
  }),
  timeSeries({
    title: 'File descriptors in use',
    how: 'Ratio of the file descriptors a pod can open. Each websocket needs one.',
    width: 6,
    lines: [
      line(over(sum(gauge('process_open_fds'), ['pod']), sum(gauge('process_max_fds'), ['pod'])), (label) =>
        label('pod'),
      ),
    ],
    thresholds: badFrom({ critical: valueOf({ alert: fdExhaustion, name: 'ratio' }) }),
    max: 1,
    more: 'coder-runtime',
  }),
]);

const license = row('License', [
  stat({
    title: 'License: days remaining',
    how: 'Orange and red below the thresholds of CoderdLicenseExpiresSoon and CoderdLicenseExpiresNow.',
    width: 4,
    height: 6,
    values: [line(min(gauge('coderd_license_time_until_expires_days')), 'days')],
    // The unit for days shows weeks and years.
    unit: 'none',
    decimals: 0,
    thresholds: badBelow({
      warning: valueOf({ alert: expiresSoon, name: 'days' }),
      critical: valueOf({ alert: expiresNow, name: 'days' }),
    }),
  }),
  stat({
    title: 'License: dates',
    how: 'When the license was issued, and when it expires.',
    width: 7,
    height: 6,
    values: [
      line(times(max(gauge('coderd_license_issued_at_unix')), 1000), 'issued'),
      line(times(min(gauge('coderd_license_expires_at_unix')), 1000), 'expires'),
    ],
    // A time of the day beside the date makes the letters tiny.
    unit: 'time:YYYY-MM-DD',
  }),
  barGauge({
    title: 'Seats used',
    how: 'Active users and the limit of the license. A limit of 0 means unlimited.',
    width: 5,
    height: 6,
    values: [
      line(max(gauge('coderd_license_user_count')), 'used'),
      line(max(gauge('coderd_license_user_limit')), 'allowed'),
    ],
    unit: 'none',
  }),
  stat({
    title: 'Seat utilization',
    how: 'At 100 %, new users are refused. Orange above the threshold of CoderdLicenseSeatsAlmostUsed. Empty without a limit.',
    width: 4,
    height: 6,
    values: [
      line(over(max(gauge('coderd_license_user_count')), above(max(gauge('coderd_license_user_limit')), 0)), 'used'),
    ],
    thresholds: badFrom({ warning: valueOf({ alert: seatsAlmostUsed, name: 'ratio' }), critical: 1 }),
    empty: 'no limit',
  }),
  stat({
    title: 'Seats available',
    how: 'How many more users can become active.',
    width: 4,
    height: 6,
    values: [
      line(minus(above(max(gauge('coderd_license_user_limit')), 0), max(gauge('coderd_license_user_count'))), 'left'),
    ],
    unit: 'none',
    thresholds: badBelow({ critical: 1 }),
    empty: 'no limit',
  }),
]);

/** Is Coder fine now? */
export const OVERVIEW: Dashboard = {
  uid: 'coder-overview',
  title: 'Coder / Overview',
  description: 'Is Coder healthy? Where to look first.',
  rows: [now, alerts, users, capacity, license],
};
