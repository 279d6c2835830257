import { type Dashboard, badFrom, heatmap, line, row, timeSeries, valueOf } from '../../../../observability/mixin';
import { over, sum, times } from '../../../../observability/promql';
import { jobQueueGrowing } from '../alerts/jobs';
import { databaseSlow, jobEnqueueSlow, workspaceBuildSlow } from '../alerts/waits';
import { buckets, gauge, observations, observed, rate } from '../promql';
import { REQUESTS, quantiles } from './queries';

const BUILDS = 'coderd_background_workspace_build_duration_s';
const SQL_QUERIES = 'coderd_db_sql_queries_executed_total';
const SQL_LATENCIES = 'coderd_db_sql_query_latencies_ms';

const jobs = row('Background jobs', [
  timeSeries({
    title: 'Jobs that wait',
    how: 'A queue that only grows means that the workers are too slow or dead. The line is the bound of CoderdJobQueueGrowing.',
    lines: [line(sum(gauge('coderd_backgroundjob_current_enqueued_jobs')), 'waiting')],
    thresholds: badFrom({ warning: valueOf({ alert: jobQueueGrowing, name: 'queue' }) }),
  }),
  timeSeries({
    title: 'Jobs enqueued, started, completed',
    how: 'Jobs per second. The three lines lie on one another while all is well; the one that falls shows what hangs.',
    lines: [
      line(sum(rate('coderd_backgroundjob_enqueued_total')), 'enqueued'),
      line(sum(rate('coderd_backgroundjob_started_total')), 'started'),
      line(sum(rate('coderd_backgroundjob_completed_total')), 'completed'),
    ],
    interval: '5m',
  }),
  timeSeries({
    title: 'Jobs at work',
    how: 'Seconds of work that jobs completed per second: how many worked at the same time on average.',
    lines: [line(observed('coderd_backgroundjob_execution_time_seconds'), 'at work')],
    unit: 'short',
    interval: '5m',
  }),
  timeSeries({
    title: 'Wait until a job starts',
    how: 'From the line on, CoderdJobEnqueueSlow fires.',
    width: 12,
    lines: quantiles('coderd_backgroundjob_enqueue_time_seconds', [0.5, 0.95]),
    thresholds: badFrom({ warning: valueOf({ alert: jobEnqueueSlow, name: 'seconds' }) }),
    interval: '10m',
  }),
  timeSeries({
    title: 'Run time of jobs',
    how: 'From start to completion, of jobs that completed.',
    width: 12,
    lines: quantiles('coderd_backgroundjob_execution_time_seconds', [0.5, 0.95]),
    interval: '10m',
  }),
]);

const builds = row('Workspace builds', [
  timeSeries({
    title: 'Build duration',
    how: 'How long developers wait for a workspace. From the line on, CoderdWorkspaceBuildSlow fires.',
    lines: quantiles(BUILDS, [0.5, 0.9]),
    thresholds: badFrom({ warning: valueOf({ alert: workspaceBuildSlow, name: 'seconds' }) }),
    interval: '10m',
  }),
  heatmap({
    title: 'Build duration, spread',
    how: 'Builds that ended per second, by duration.',
    width: 8,
    of: buckets(BUILDS),
    interval: '10m',
  }),
  timeSeries({
    title: 'Builds ended',
    how: 'Builds per minute. None during the working day is as bad as slow ones.',
    lines: [line(times(observations(BUILDS), 60), 'builds')],
    unit: 'opm',
    interval: '10m',
  }),
]);

const database = row('Database', [
  timeSeries({
    title: 'Query latency',
    how: 'Time within which half, 95 % and 99 % of the queries are answered. From the line on, CoderdDatabaseSlow fires.',
    width: 12,
    lines: [
      ...quantiles(SQL_LATENCIES, [0.5, 0.95, 0.99]),
      line(over(observed(SQL_LATENCIES), observations(SQL_LATENCIES)), 'mean'),
    ],
    thresholds: badFrom({ warning: valueOf({ alert: databaseSlow, name: 'milliseconds' }) }),
  }),
  heatmap({
    title: 'Query latency, spread',
    how: 'Queries per second by latency. A second band far above the first one is often a lock or a missing index.',
    of: buckets(SQL_LATENCIES),
  }),
  timeSeries({
    title: 'Queries',
    how: 'Queries per second by pod. None while requests flow: the pod lost the database.',
    width: 12,
    lines: [line(sum(rate(SQL_QUERIES), ['pod']), (label) => label('pod'))],
    isStacked: true,
  }),
  timeSeries({
    title: 'Queries for each API request',
    how: 'Steady while the use of Coder is the same. If it rises with the latency, Coder asks more; if only the latency rises, the database is slow.',
    width: 12,
    lines: [line(over(sum(rate(SQL_QUERIES)), REQUESTS), 'queries')],
    unit: 'short',
  }),
]);

/** What Coder does in the background, and its database. */
export const JOBS: Dashboard = {
  uid: 'coder-jobs',
  title: 'Coder / Jobs, builds, database',
  description: 'Is the queue drained, how long do builds take, is the database fast enough?',
  rows: [jobs, builds, database],
};
