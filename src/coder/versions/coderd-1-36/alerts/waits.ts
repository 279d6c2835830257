import { type Expr, interpolate } from '../../../../engine/expr';
import { number } from '../../../../engine/values';
import {
  INSTALLATION,
  type InputHistogram,
  type InstallationLabel,
  type Samples,
  alert,
} from '../../../../observability/mixin';
import {
  type Duration,
  type Query,
  above,
  and,
  or,
  over,
  recorded,
  sum,
  times,
} from '../../../../observability/promql';
import type { Histogram } from '../metrics';
import { gauge, histogramSeries, observations, observed, quantile, rate } from '../promql';
import { SQL_LATENCY_P99 } from '../recordings';
import { BUSY_QUERIES, CONNECTIONS, MORE_RESOURCES, READ_LOGS } from './commands';

interface Slowness {
  readonly metric: Histogram;
  readonly quantile: number;
  readonly bound: Expr<number>;
  readonly window: Duration;
}

/**
 * The quantile, or else the mean, where it is above a bound. The bounds of the buckets of these histograms are not published: if the
 * last one is below the bound, so is any quantile, whatever happens.
 */
function slow({ metric, quantile: of, bound, window }: Slowness): Query<InstallationLabel> {
  const options = { by: INSTALLATION, window };
  const mean = over(observed(metric, options), observations(metric, options));
  return or(above(quantile(of, metric, options), bound), above(mean, bound));
}

function least(what: string, standard: number): ReturnType<typeof number> {
  return number({
    description: `Minimum number of ${what}.`,
    default: standard,
    min: 0,
  });
}

/** Observations of 100 minutes: how many a minute, in per cent up to a bound, the others up to twice of it, and their mean. */
function steady(
  metric: Histogram,
  {
    bound,
    quick,
    mean,
    perMinute = 100,
  }: Readonly<Record<'bound' | 'quick' | 'mean', number>> & { perMinute?: number },
): InputHistogram {
  const rising = (step: number): Samples => `0+${String(Number(step.toFixed(6)))}x100`;
  const all = rising(perMinute);
  const buckets = { [`${bound}`]: rising((perMinute * quick) / 100), [`${2 * bound}`]: all };
  return histogramSeries(metric, { buckets, all, sum: rising(perMinute * mean) });
}

const WAITS = 'coderd_backgroundjob_enqueue_time_seconds';
const BUILDS = 'coderd_background_workspace_build_duration_s';
const SQL = 'coderd_db_sql_query_latencies_ms';

/** Jobs wait long in the queue. */
export const jobEnqueueSlow = alert({
  name: 'CoderdJobEnqueueSlow',
  group: 'jobs',
  saidBy: ['CoderdDatabaseStalled', 'CoderdRequestsStuck', 'CoderdJobsNotStarting'],
  thresholds: {
    seconds: number({ description: 'Maximum queue wait time of 95 % of the jobs, in seconds.', default: 60, min: 0 }),
    jobs: least('jobs within 15 minutes', 5),
  },
  rules: ({ seconds, jobs }) => [
    {
      severity: 'warning',
      for: '15m',
      query: and(
        slow({ metric: WAITS, quantile: 0.95, bound: seconds, window: '15m' }),
        above(times(observations(WAITS, { by: INSTALLATION, window: '15m' }), 900), jobs),
      ),
    },
  ],
  summary: ({ label }) => `Background jobs are slow to start in ${label('namespace')}.`,
  description: ({ value, bound, lasting }, { seconds }) =>
    interpolate`The slowest 5 % of the jobs wait ${value('duration')} or more to start; for ${lasting} it has been more than ${bound(seconds, 'duration')}. Users wait that long before a workspace build begins.`,
  runbook: {
    meaning: 'Jobs are queued too long before a worker starts them (95th percentile, or the mean).',
    impact: 'Workspace builds and starts begin late.',
    diagnosis: [
      { text: 'How long do jobs wait?', query: quantile(0.95, WAITS, { by: INSTALLATION, window: '15m' }) },
      { text: 'How long is the queue?', query: sum(gauge('coderd_backgroundjob_current_enqueued_jobs'), INSTALLATION) },
      {
        text: 'Do the jobs ahead of them take long?',
        query: quantile(0.95, 'coderd_backgroundjob_execution_time_seconds', { by: INSTALLATION, window: '15m' }),
      },
      BUSY_QUERIES,
      READ_LOGS,
    ],
    mitigation: ['A morning burst drains by itself; keep watching.', MORE_RESOURCES],
  },
  scenarios: [
    {
      title: 'when 7 % of 6 jobs within 15 minutes wait more than a minute',
      series: [steady(WAITS, { bound: 60, quick: 93, mean: 30, perMinute: 0.4 })],
      minute: 40,
      fires: [{ namespace: 'coder', severity: 'warning' }],
    },
    {
      title: 'by the mean when the last bucket ends before the bound',
      series: [steady(WAITS, { bound: 5, quick: 20, mean: 70 })],
      minute: 40,
      fires: [{ namespace: 'coder', severity: 'warning' }],
    },
    {
      title: 'while 4 % of the jobs wait more than a minute',
      series: [steady(WAITS, { bound: 60, quick: 96, mean: 50 })],
      minute: 40,
      fires: [],
    },
    {
      title: 'while jobs have waited for 10 minutes',
      series: [steady(WAITS, { bound: 60, quick: 90, mean: 30 })],
      minute: 12,
      fires: [],
    },
    {
      title: 'at night, when 4 jobs within 15 minutes wait more than a minute',
      series: [steady(WAITS, { bound: 60, quick: 0, mean: 90, perMinute: 0.28 })],
      minute: 40,
      fires: [],
    },
  ],
});

/** Workspace builds take long. */
export const workspaceBuildSlow = alert({
  name: 'CoderdWorkspaceBuildSlow',
  group: 'jobs',
  thresholds: {
    seconds: number({ description: 'Maximum duration of 90 % of the builds, in seconds.', default: 900, min: 0 }),
    builds: least('builds within 30 minutes', 3),
  },
  rules: ({ seconds, builds }) => [
    {
      severity: 'warning',
      for: '30m',
      query: and(
        slow({ metric: BUILDS, quantile: 0.9, bound: seconds, window: '30m' }),
        above(times(observations(BUILDS, { by: INSTALLATION, window: '30m' }), 1800), builds),
      ),
    },
  ],
  summary: ({ label }) => `Workspace builds are slow in ${label('namespace')}.`,
  description: ({ value, bound, lasting }, { seconds }) =>
    interpolate`The slowest 10 % of the workspace builds take ${value('duration')} or more; for ${lasting} it has been more than ${bound(seconds, 'duration')}. Developers wait that long before they can work.`,
  runbook: {
    meaning: 'Workspace builds take too long (90th percentile, or the mean).',
    impact: 'Developers wait for their workspaces.',
    diagnosis: [
      { text: 'How long do builds take?', query: quantile(0.9, BUILDS, { by: INSTALLATION, window: '30m' }) },
      'Do workspace pods start? `kubectl get pods -A -l com.coder.resource=true --field-selector=status.phase=Pending`, and read their events for image pulls, volumes and scheduling.',
      'Is there capacity? `kubectl describe nodes | grep -A6 "Allocated resources"`.',
      'Read the log of a slow build in the Coder dashboard: which step takes the time?',
    ],
    mitigation: [
      'Large images: make them smaller, or pre-pull them onto the nodes.',
      'New nodes for each build: keep spare capacity.',
      'Slow volumes: use another storage class.',
    ],
  },
  scenarios: [
    {
      title: 'when 12 % of 4 builds within half an hour take more than 15 minutes',
      series: [steady(BUILDS, { bound: 900, quick: 88, mean: 300, perMinute: 0.135 })],
      minute: 90,
      fires: [{ namespace: 'coder', severity: 'warning' }],
    },
    {
      title: 'by the mean when the last bucket ends before the bound',
      series: [steady(BUILDS, { bound: 60, quick: 20, mean: 1000 })],
      minute: 70,
      fires: [{ namespace: 'coder', severity: 'warning' }],
    },
    {
      title: 'while 9 % of the builds take more than 15 minutes',
      series: [steady(BUILDS, { bound: 900, quick: 91, mean: 700 })],
      minute: 70,
      fires: [],
    },
    {
      title: 'while builds have been slow for 25 minutes',
      series: [steady(BUILDS, { bound: 900, quick: 80, mean: 300 })],
      minute: 27,
      fires: [],
    },
    {
      title: 'when 2 builds within half an hour take more than 15 minutes',
      series: [steady(BUILDS, { bound: 900, quick: 0, mean: 1200, perMinute: 0.08 })],
      minute: 90,
      fires: [],
    },
  ],
});

/** SQL queries take long. */
export const databaseSlow = alert({
  name: 'CoderdDatabaseSlow',
  group: 'database',
  saidBy: ['CoderdDatabaseStalled', 'CoderdRequestsStuck'],
  thresholds: {
    milliseconds: number({
      description: 'Maximum latency of 95 % of the queries, in milliseconds.',
      default: 500,
      min: 0,
    }),
  },
  rules: ({ milliseconds }) => [
    {
      severity: 'warning',
      for: '15m',
      query: slow({ metric: SQL, quantile: 0.95, bound: milliseconds, window: '5m' }),
    },
  ],
  summary: ({ label }) => `The Coder database in ${label('namespace')} is slow.`,
  description: ({ value, lasting }, { milliseconds }) =>
    interpolate`The slowest 5 % of the SQL queries take ${value('whole')} ms or more; for ${lasting} it has been more than ${milliseconds} ms. Everything in Coder waits for the database.`,
  runbook: {
    meaning: 'SQL queries take too long (95th percentile, or the mean).',
    impact: 'The dashboard is slow, builds take longer, and requests may time out.',
    diagnosis: [
      { text: 'How slow is the slowest 1 %?', query: recorded(SQL_LATENCY_P99) },
      {
        text: 'Are there more queries than usual?',
        query: sum(rate('coderd_db_sql_queries_executed_total'), INSTALLATION),
      },
      {
        text: 'One pod or all? If it is one pod, check its network and CPU.',
        query: quantile(0.95, SQL, { by: ['pod'] }),
      },
      BUSY_QUERIES,
      CONNECTIONS,
      'Check CPU, disk and replication of the PostgreSQL server.',
    ],
    mitigation: [
      'If a query blocks the others, terminate it: `SELECT pg_terminate_backend(PID);`.',
      'Refresh the statistics after an upgrade or a restore: `VACUUM (ANALYZE);`.',
      'Give PostgreSQL more memory, faster disks or more CPU.',
    ],
  },
  scenarios: [
    {
      title: 'when 7 % of the queries take more than half a second',
      series: [steady(SQL, { bound: 500, quick: 93, mean: 90 })],
      minute: 30,
      fires: [{ namespace: 'coder', job: 'coder/master-monitor', severity: 'warning' }],
      says: {
        summary: 'The Coder database in coder is slow.',
        description:
          'The slowest 5 % of the SQL queries take 643 ms or more; for 15m it has been more than 500 ms. Everything in Coder waits for the database.',
      },
    },
    {
      title: 'by the mean when the last bucket ends before the bound',
      series: [steady(SQL, { bound: 100, quick: 50, mean: 600 })],
      minute: 30,
      fires: [{ namespace: 'coder', severity: 'warning' }],
    },
    {
      title: 'while 4 % of the queries take more than half a second',
      series: [steady(SQL, { bound: 500, quick: 96, mean: 400 })],
      minute: 30,
      fires: [],
    },
    {
      title: 'while queries have been slow for 10 minutes, such as during a backup',
      series: [steady(SQL, { bound: 500, quick: 80, mean: 90 })],
      minute: 12,
      fires: [],
    },
    {
      title: 'without queries',
      series: [histogramSeries(SQL, { buckets: { 500: '5x40', 1000: '9x40' }, all: '9x40', sum: '9000x40' })],
      minute: 30,
      fires: [],
    },
  ],
});

/** Whether jobs, builds and queries take too long. */
export const WAIT_ALERTS = [jobEnqueueSlow, workspaceBuildSlow, databaseSlow];
