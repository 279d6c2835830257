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
    title: 'Queued jobs',
    how: 'If the queue keeps growing, the workers are too slow or dead. The line is the threshold of CoderdJobQueueGrowing.',
    lines: [line(sum(gauge('coderd_backgroundjob_current_enqueued_jobs')), 'waiting')],
    thresholds: badFrom({ warning: valueOf({ alert: jobQueueGrowing, name: 'queue' }) }),
  }),
  timeSeries({
    title: 'Jobs enqueued, started, completed',
    how: 'Jobs per second. When all is well, the three lines coincide; the one that drops shows what is stuck.',
    lines: [
      line(sum(rate('coderd_backgroundjob_enqueued_total')), 'enqueued'),
      line(sum(rate('coderd_backgroundjob_started_total')), 'started'),
      line(sum(rate('coderd_backgroundjob_completed_total')), 'completed'),
    ],
    interval: '5m',
  }),
  timeSeries({
    title: 'Running jobs',
    how: 'Average number of jobs that run at the same time: seconds of completed work per second.',
    lines: [line(observed('coderd_backgroundjob_execution_time_seconds'), 'running')],
    unit: 'short',
    interval: '5m',
  }),
  timeSeries({
    title: 'Queue wait time',
    how: 'Above the line, CoderdJobEnqueueSlow fires.',
    width: 12,
    lines: quantiles('coderd_backgroundjob_enqueue_time_seconds', [0.5, 0.95]),
    unit: 'dthms',
    thresholds: badFrom({ warning: valueOf({ alert: jobEnqueueSlow, name: 'seconds' }) }),
    interval: '10m',
  }),
  timeSeries({
    title: 'Job duration',
    how: 'From start to completion, for completed jobs.',
    width: 12,
    lines: quantiles('coderd_backgroundjob_execution_time_seconds', [0.5, 0.95]),
    unit: 'dthms',
    interval: '10m',
  }),
]);

const builds = row('Workspace builds', [
  timeSeries({
    title: 'Build duration',
    how: 'How long developers wait for a workspace. Above the line, CoderdWorkspaceBuildSlow fires.',
    lines: quantiles(BUILDS, [0.5, 0.9]),
    // Minutes in parts of ten are hard to read.
    unit: 'dthms',
    thresholds: badFrom({ warning: valueOf({ alert: workspaceBuildSlow, name: 'seconds' }) }),
    interval: '10m',
  }),
  heatmap({
    title: 'Build duration distribution',
    how: 'Completed builds per second, by duration.',
    width: 8,
    of: buckets(BUILDS),
    interval: '10m',
  }),
  timeSeries({
    title: 'Completed builds',
    how: 'Builds per minute. No builds during working hours is as bad as slow builds.',
    lines: [line(times(observations(BUILDS), 60), 'builds')],
    unit: 'opm',
    interval: '10m',
  }),
]);

const database = row('Database', [
  timeSeries({
    title: 'Query latency',
    how: 'Median, 95th and 99th percentile. Above the line, CoderdDatabaseSlow fires.',
    width: 12,
    lines: [
      ...quantiles(SQL_LATENCIES, [0.5, 0.95, 0.99]),
      line(over(observed(SQL_LATENCIES), observations(SQL_LATENCIES)), 'mean'),
    ],
    thresholds: badFrom({ warning: valueOf({ alert: databaseSlow, name: 'milliseconds' }) }),
  }),
  heatmap({
    title: 'Query latency distribution',
    how: 'Queries per second by latency. A second band far above the first is often a lock or a missing index.',
    of: buckets(SQL_LATENCIES),
  }),
  timeSeries({
    title: 'Queries',
    how: 'Queries per second by pod. No queries while requests arrive: the pod has lost the database.',
    width: 12,
    lines: [line(sum(rate(SQL_QUERIES), ['pod']), (label) => label('pod'))],
    isStacked: true,
  }),
  timeSeries({
    title: 'Queries per API request',
    how: 'Constant for constant usage. If it rises together with the latency, Coder runs more queries; if only the latency rises, the database is slow.',
    width: 12,
    lines: [line(over(sum(rate(SQL_QUERIES)), REQUESTS), 'queries')],
    unit: 'short',
  }),
]);

/** What Coder does in the background, and its database. */
export const JOBS: Dashboard = {
  uid: 'coder-jobs',
  title: 'Coder / Jobs, builds, database',
  description: 'Does the queue drain, how long do builds take, is the database fast enough?',
  rows: [jobs, builds, database],
};
