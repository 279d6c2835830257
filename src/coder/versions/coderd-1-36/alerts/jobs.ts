import { interpolate } from '../../../../engine/expr';
import { int, number } from '../../../../engine/values';
import { INSTALLATION, alert } from '../../../../observability/mixin';
import { above, and, below, equalTo, sum, times } from '../../../../observability/promql';
import { gauge, increase, rate, series } from '../promql';
import { BUSY_QUERIES, LIST_PODS, MORE_RESOURCES, READ_LOGS, RESTART } from './commands';

const QUEUE = sum(gauge('coderd_backgroundjob_current_enqueued_jobs'), INSTALLATION);

const jobsNotStarting = alert({
  name: 'CoderdJobsNotStarting',
  group: 'jobs',
  saidBy: ['CoderdDatabaseStalled', 'CoderdRequestsStuck'],
  thresholds: {},
  // "and" rather than "unless": a metric that is dropped proves nothing. Without labels, the counter is there from the start.
  rules: () => [
    {
      severity: 'critical',
      for: '10m',
      query: and(
        above(QUEUE, 0),
        equalTo(sum(rate('coderd_backgroundjob_started_total', { window: '10m' }), INSTALLATION), 0),
      ),
    },
  ],
  summary: ({ label }) => `Background jobs are not starting in ${label('namespace')}.`,
  description: ({ value, lasting }) =>
    interpolate`${value('whole')} jobs are queued, and for ${lasting} no job has started. Users are waiting for their workspace builds.`,
  runbook: {
    meaning: 'Jobs are queued, but none has started for at least 10 minutes: the workers are dead or blocked.',
    impact: 'Nobody can build, start or stop a workspace. Running workspaces keep running.',
    diagnosis: [
      { text: 'How long is the queue?', query: QUEUE },
      { text: 'Do jobs still complete?', query: sum(rate('coderd_backgroundjob_completed_total'), ['pod']) },
      { text: 'Does the database respond?', query: sum(rate('coderd_db_sql_queries_executed_total'), ['pod']) },
      READ_LOGS,
      BUSY_QUERIES,
    ],
    mitigation: [
      RESTART,
      'If a query blocks the others in PostgreSQL, terminate it: `SELECT pg_terminate_backend(PID);`.',
    ],
  },
  scenarios: [
    {
      title: 'when jobs are queued and the workers are dead',
      series: [
        series('coderd_backgroundjob_current_enqueued_jobs', '0x10 3x40'),
        series('coderd_backgroundjob_started_total', '0+1x10 10x40'),
      ],
      minute: 40,
      fires: [{ namespace: 'coder', severity: 'critical' }],
    },
    {
      title: 'while the workers have been dead for less than 20 minutes (the rate covers 10 of them)',
      series: [
        series('coderd_backgroundjob_current_enqueued_jobs', '0x10 3x40'),
        series('coderd_backgroundjob_started_total', '0+1x10 10x40'),
      ],
      minute: 28,
      fires: [],
    },
    {
      title: 'when no job was ever started',
      series: [
        series('coderd_backgroundjob_current_enqueued_jobs', '2x40'),
        series('coderd_backgroundjob_started_total', '0x40'),
      ],
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

/** More jobs are enqueued than started. */
export const jobQueueGrowing = alert({
  name: 'CoderdJobQueueGrowing',
  group: 'jobs',
  saidBy: ['CoderdDatabaseStalled', 'CoderdRequestsStuck', 'CoderdJobsNotStarting', 'CoderdJobsNotCompleting'],
  thresholds: {
    factor: number({ description: 'Ratio of enqueued to started jobs.', default: 1.2, min: 1 }),
    queue: int({ description: 'Minimum number of queued jobs.', default: 20, min: 0 }),
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
  summary: ({ label }) => `The background job queue is growing in ${label('namespace')}.`,
  description: ({ value, lasting }, { factor, queue }) =>
    interpolate`${value('whole')} jobs are queued (threshold: ${queue}), and for ${lasting} more than ${factor} times as many jobs were enqueued as started. Users wait longer and longer.`,
  runbook: {
    meaning: 'For half an hour, more jobs have been enqueued than started: the queue does not drain.',
    impact: 'Workspace builds are slow to start.',
    diagnosis: [
      { text: 'How long is the queue?', query: QUEUE },
      {
        text: 'How many jobs are enqueued per second?',
        query: sum(rate('coderd_backgroundjob_enqueued_total'), INSTALLATION),
      },
      { text: 'How many start?', query: sum(rate('coderd_backgroundjob_started_total'), INSTALLATION) },
      { text: 'How many complete?', query: sum(rate('coderd_backgroundjob_completed_total'), INSTALLATION) },
      LIST_PODS,
      BUSY_QUERIES,
    ],
    mitigation: [
      'A morning burst drains by itself; keep watching.',
      MORE_RESOURCES,
      'If a single user or script keeps starting builds, stop it.',
    ],
  },
  scenarios: [
    {
      title: 'when 1.5 times as many jobs are enqueued as started',
      series: [
        series('coderd_backgroundjob_current_enqueued_jobs', '25x90'),
        series('coderd_backgroundjob_enqueued_total', '0+1.5x90'),
        series('coderd_backgroundjob_started_total', '0+1x90'),
      ],
      minute: 60,
      fires: [{ namespace: 'coder', severity: 'warning' }],
    },
    {
      title: 'while 20 jobs are queued',
      series: [
        series('coderd_backgroundjob_current_enqueued_jobs', '20x90'),
        series('coderd_backgroundjob_enqueued_total', '0+2x90'),
        series('coderd_backgroundjob_started_total', '0+1x90'),
      ],
      minute: 60,
      fires: [],
    },
    {
      title: 'while jobs start almost as fast as they are enqueued',
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
    started: int({
      description: 'Minimum number of jobs started within an hour.',
      default: 5,
      min: 0,
    }),
    ratio: number({ description: 'Minimum ratio of completed to started jobs.', default: 0.5, min: 0.01, max: 0.99 }),
  },
  rules: ({ started, ratio }) => {
    const begun = sum(increase('coderd_backgroundjob_started_total', { window: '1h' }), INSTALLATION);
    const done = sum(increase('coderd_backgroundjob_completed_total', { window: '1h' }), INSTALLATION);
    const query = and(above(begun, started), below(done, times(ratio, begun)));
    return [{ severity: 'warning', for: '15m', query }];
  },
  summary: ({ label }) => `Background jobs start but do not complete in ${label('namespace')}.`,
  description: ({ value, bound }, { ratio }) =>
    interpolate`${value('whole')} jobs started in the last hour, and less than ${bound(ratio, 'percent')} of that number completed. Builds hang, and users are waiting for workspaces.`,
  runbook: {
    meaning: 'Too few of the jobs started within an hour completed: they hang, or their workers died.',
    impact: 'Workspace builds hang. Users retry them, which makes it worse.',
    diagnosis: [
      {
        text: 'How many started?',
        query: sum(increase('coderd_backgroundjob_started_total', { window: '1h' }), INSTALLATION),
      },
      {
        text: 'How many completed?',
        query: sum(increase('coderd_backgroundjob_completed_total', { window: '1h' }), INSTALLATION),
      },
      'Do workspace pods start? `kubectl get pods -A -l com.coder.resource=true --field-selector=status.phase=Pending`.',
      'Is there capacity? `kubectl describe nodes | grep -A6 "Allocated resources"`.',
      READ_LOGS,
    ],
    mitigation: ['Pending workspace pods: add nodes, or fix the storage class or quota named in the events.', RESTART],
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
      series: [
        series('coderd_backgroundjob_started_total', '0+0.3x120'),
        series('coderd_backgroundjob_completed_total', '0x120'),
      ],
      minute: 100,
      fires: [{ namespace: 'coder', severity: 'warning' }],
    },
    {
      title: 'while the first jobs of the day have been running for 25 minutes',
      series: [
        series('coderd_backgroundjob_started_total', '0+0.3x120'),
        series('coderd_backgroundjob_completed_total', '0x120'),
      ],
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
