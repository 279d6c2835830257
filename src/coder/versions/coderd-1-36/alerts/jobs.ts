import { interpolate } from '../../../../engine/expr';
import { int, number } from '../../../../engine/values';
import { INSTALLATION, alert } from '../../../../observability/mixin';
import { above, and, atLeast, sum, times, unless } from '../../../../observability/promql';
import { gauge, increase, rate, series } from '../promql';
import { BUSY_QUERIES, LIST_PODS, MORE_RESOURCES, READ_LOGS, RESTART } from './commands';

const QUEUE = sum(gauge('coderd_backgroundjob_current_enqueued_jobs'), INSTALLATION);

const jobsNotStarting = alert({
  name: 'CoderdJobsNotStarting',
  group: 'jobs',
  thresholds: {},
  // "unless" rather than "== 0": a counter of jobs may be absent until the first one.
  rules: () => [
    {
      severity: 'critical',
      for: '10m',
      query: unless(
        above(QUEUE, 0),
        above(sum(rate('coderd_backgroundjob_started_total', { window: '10m' }), INSTALLATION), 0),
      ),
    },
  ],
  summary: ({ label }) => `Background jobs do not start in ${label('namespace')}.`,
  description: ({ value, lasting }) =>
    interpolate`${value('whole')} jobs wait, and for ${lasting} no job has started. Users wait for builds of their workspaces.`,
  runbook: {
    meaning:
      'There are jobs in the queue, and none was started for 10 minutes and more: the workers are dead or blocked.',
    impact: 'Nobody can build, start or stop a workspace. Workspaces that run go on.',
    diagnosis: [
      { text: 'How long is the queue?', query: QUEUE },
      { text: 'Do jobs still end?', query: sum(rate('coderd_backgroundjob_completed_total'), ['pod']) },
      { text: 'Does the database answer?', query: sum(rate('coderd_db_sql_queries_executed_total'), ['pod']) },
      READ_LOGS,
      BUSY_QUERIES,
    ],
    mitigation: [RESTART, 'If a query blocks the others in PostgreSQL, end it: `SELECT pg_terminate_backend(PID);`.'],
  },
  scenarios: [
    {
      title: 'when jobs wait and the workers are dead',
      series: [
        series('coderd_backgroundjob_current_enqueued_jobs', '0x10 3x40'),
        series('coderd_backgroundjob_started_total', '0+1x10 10x40'),
      ],
      minute: 40,
      fires: [{ namespace: 'coder', severity: 'critical' }],
    },
    {
      title: 'while the workers have been dead for less than 20 minutes, 10 of which the rate looks back',
      series: [
        series('coderd_backgroundjob_current_enqueued_jobs', '0x10 3x40'),
        series('coderd_backgroundjob_started_total', '0+1x10 10x40'),
      ],
      minute: 28,
      fires: [],
    },
    {
      title: 'when no job was ever started',
      series: [series('coderd_backgroundjob_current_enqueued_jobs', '2x40')],
      minute: 15,
      fires: [{ namespace: 'coder', severity: 'critical' }],
    },
    {
      title: 'while jobs start',
      series: [
        series('coderd_backgroundjob_current_enqueued_jobs', '3x40'),
        series('coderd_backgroundjob_started_total', '0+0.2x40'),
      ],
      minute: 40,
      fires: [],
    },
    {
      title: 'on an idle installation',
      series: [
        series('coderd_backgroundjob_current_enqueued_jobs', '0x40'),
        series('coderd_backgroundjob_started_total', '5x40'),
      ],
      minute: 40,
      fires: [],
    },
  ],
});

export const jobQueueGrowing = alert({
  name: 'CoderdJobQueueGrowing',
  group: 'jobs',
  thresholds: {
    factor: number({ description: 'Jobs that come for each one that starts.', default: 1.2, min: 1 }),
    queue: int({ description: 'Waiting jobs below which the alert is silent.', default: 20, min: 0 }),
  },
  rules: ({ factor, queue }) => [
    {
      severity: 'warning',
      for: '30m',
      query: and(
        above(QUEUE, queue),
        above(
          sum(rate('coderd_backgroundjob_enqueued_total', { window: '15m' }), INSTALLATION),
          times(factor, sum(rate('coderd_backgroundjob_started_total', { window: '15m' }), INSTALLATION)),
        ),
      ),
    },
  ],
  summary: ({ label }) => `The queue of background jobs grows in ${label('namespace')}.`,
  description: ({ value, lasting }, { factor, queue }) =>
    interpolate`${value('whole')} jobs wait (limit: ${queue}), and for ${lasting} more than ${factor} times as many have come as were started. Users wait longer and longer.`,
  runbook: {
    meaning: 'More jobs come than workers start, for half an hour: the queue does not drain.',
    impact: 'Builds of workspaces wait before they start.',
    diagnosis: [
      { text: 'How long is the queue?', query: QUEUE },
      {
        text: 'How many jobs come each second?',
        query: sum(rate('coderd_backgroundjob_enqueued_total'), INSTALLATION),
      },
      { text: 'How many start?', query: sum(rate('coderd_backgroundjob_started_total'), INSTALLATION) },
      { text: 'How many end?', query: sum(rate('coderd_backgroundjob_completed_total'), INSTALLATION) },
      LIST_PODS,
      BUSY_QUERIES,
    ],
    mitigation: [
      'A burst in the morning drains by itself; watch it.',
      MORE_RESOURCES,
      'If one user or script builds over and over, stop it.',
    ],
  },
  scenarios: [
    {
      title: 'when half as many jobs again come as start',
      series: [
        series('coderd_backgroundjob_current_enqueued_jobs', '25x90'),
        series('coderd_backgroundjob_enqueued_total', '0+1.5x90'),
        series('coderd_backgroundjob_started_total', '0+1x90'),
      ],
      minute: 60,
      fires: [{ namespace: 'coder', severity: 'warning' }],
    },
    {
      title: 'while 20 jobs wait',
      series: [
        series('coderd_backgroundjob_current_enqueued_jobs', '20x90'),
        series('coderd_backgroundjob_enqueued_total', '0+2x90'),
        series('coderd_backgroundjob_started_total', '0+1x90'),
      ],
      minute: 60,
      fires: [],
    },
    {
      title: 'while jobs start almost as fast as they come',
      series: [
        series('coderd_backgroundjob_current_enqueued_jobs', '50x90'),
        series('coderd_backgroundjob_enqueued_total', '0+1.1x90'),
        series('coderd_backgroundjob_started_total', '0+1x90'),
      ],
      minute: 60,
      fires: [],
    },
    {
      title: 'during a burst of 25 minutes',
      series: [
        series('coderd_backgroundjob_current_enqueued_jobs', '0x10 50x25 0x55'),
        series('coderd_backgroundjob_enqueued_total', '0x10 0+2x24 50x55'),
        series('coderd_backgroundjob_started_total', '0x10 0+1x50 50x30'),
      ],
      minute: 36,
      fires: [],
    },
  ],
});

const jobsNotCompleting = alert({
  name: 'CoderdJobsNotCompleting',
  group: 'jobs',
  thresholds: {
    started: int({ description: 'Jobs started within an hour below which the alert is silent.', default: 5, min: 0 }),
    ratio: number({ description: 'Part of the started jobs that must complete.', default: 0.5, min: 0, max: 1 }),
  },
  rules: ({ started, ratio }) => {
    const begun = sum(increase('coderd_backgroundjob_started_total', { window: '1h' }), INSTALLATION);
    const done = sum(increase('coderd_backgroundjob_completed_total', { window: '1h' }), INSTALLATION);
    const query = unless(above(begun, started), atLeast(done, times(ratio, begun)));
    return [{ severity: 'warning', for: '15m', query }];
  },
  summary: ({ label }) => `Background jobs start but do not complete in ${label('namespace')}.`,
  description: ({ value, bound }, { ratio }) =>
    interpolate`${value('whole')} jobs started within the last hour, and less than ${bound(ratio, 'percent')} as many completed. Builds hang: users wait for workspaces that do not come.`,
  runbook: {
    meaning: 'Of the jobs that were started within an hour, too few completed: they hang, or their workers died.',
    impact: 'Builds of workspaces hang. Users start them again, which makes it worse.',
    diagnosis: [
      {
        text: 'How many started?',
        query: sum(increase('coderd_backgroundjob_started_total', { window: '1h' }), INSTALLATION),
      },
      {
        text: 'How many completed?',
        query: sum(increase('coderd_backgroundjob_completed_total', { window: '1h' }), INSTALLATION),
      },
      'Do pods of workspaces start? `kubectl get pods -A -l com.coder.resource=true --field-selector=status.phase=Pending`.',
      'Is there room? `kubectl describe nodes | grep -A6 "Allocated resources"`.',
      READ_LOGS,
    ],
    mitigation: [
      'Pending pods of workspaces: add nodes, or repair the storage class or the quota that the events name.',
      RESTART,
    ],
  },
  scenarios: [
    {
      title: 'when 4 of 10 jobs complete, and 6 start within an hour',
      series: [
        series('coderd_backgroundjob_started_total', '0+0.1x120'),
        series('coderd_backgroundjob_completed_total', '0+0.04x120'),
      ],
      minute: 100,
      fires: [{ namespace: 'coder', severity: 'warning' }],
    },
    {
      title: 'when no job ever completed',
      series: [series('coderd_backgroundjob_started_total', '0+0.3x120')],
      minute: 100,
      fires: [{ namespace: 'coder', severity: 'warning' }],
    },
    {
      title: 'while the first jobs of the day have run for 25 minutes',
      series: [series('coderd_backgroundjob_started_total', '0+0.3x120')],
      minute: 28,
      fires: [],
    },
    {
      title: 'while more than half of the jobs complete',
      series: [
        series('coderd_backgroundjob_started_total', '0+0.3x120'),
        series('coderd_backgroundjob_completed_total', '0+0.16x120'),
      ],
      minute: 100,
      fires: [],
    },
    {
      title: 'while few jobs start',
      series: [
        series('coderd_backgroundjob_started_total', '0+0.07x120'),
        series('coderd_backgroundjob_completed_total', '0x120'),
      ],
      minute: 100,
      fires: [],
    },
  ],
});

/** Whether background jobs get done. */
export const JOB_ALERTS = [jobsNotStarting, jobQueueGrowing, jobsNotCompleting];
