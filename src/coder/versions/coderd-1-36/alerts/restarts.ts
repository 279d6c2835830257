import { interpolate } from '../../../../engine/expr';
import { int } from '../../../../engine/values';
import { INSTALLATION, POD, alert } from '../../../../observability/mixin';
import { above, and, atLeast, max, min, minus, time } from '../../../../observability/promql';
import { changes, gauge, series } from '../promql';
import { LAST_CHANGE, READ_PREVIOUS_LOGS, ROLL_BACK } from './commands';

const START = 'process_start_time_seconds';
const SECOND_POD = { pod: 'coderd-b' };

/** Restarts of each pod within 2 hours: those of a slow leak are 20 or 30 minutes apart. */
const RESTARTS = changes(START, { window: '2h' });
/** In the last hour too: it is not over. */
const RECENT = changes(START, { window: '1h' });

const threshold = int({ description: 'Restarts of a pod within 2 hours.', default: 3, min: 1 });

const diagnosis = [
  "Why did it exit? `kubectl -n @{namespace} get pod POD -o jsonpath='{.status.containerStatuses[*].lastState.terminated}'`. `OOMKilled` means memory, exit code 1 or 2 an error in coderd, 137 with failed probes the liveness probe.",
  READ_PREVIOUS_LOGS,
  { text: 'How long has each process been running?', query: minus(time(), max(gauge(START), POD)) },
  { text: 'How much memory does it use?', query: max(gauge('process_resident_memory_bytes'), POD) },
  LAST_CHANGE,
];

const mitigation = [
  'Memory: raise `coderd.resources.limits.memory`.',
  'Failing liveness probes under load: raise `coderd.resources.limits.cpu`.',
  'Database or configuration errors: see the last lines of the log.',
  ROLL_BACK,
];

/** All pods restart again and again: there is none that keeps its connections. */
export const crashLooping = alert({
  name: 'CoderdCrashLooping',
  group: 'scrape',
  thresholds: { restarts: threshold },
  rules: ({ restarts }) => [
    {
      severity: 'critical',
      for: '0m',
      query: and(atLeast(min(RESTARTS, INSTALLATION), restarts), above(min(RECENT, INSTALLATION), 0)),
    },
  ],
  summary: ({ label }) => `All coderd pods in ${label('namespace')} are crash-looping.`,
  description: ({ label, value }, { restarts }) =>
    interpolate`Every coderd pod in ${label('namespace')} has restarted ${value('whole')} times or more in 2 hours (threshold: ${restarts}). Each restart breaks connections of users to their workspaces.`,
  runbook: {
    meaning: 'The start time of the process changed several times in each pod: their containers restart.',
    impact:
      'Terminals, port forwards and builds keep getting interrupted. With a single replica, Coder is down in between.',
    diagnosis,
    mitigation,
  },
  scenarios: [
    {
      title: 'when the only pod restarts every 5 minutes',
      series: [series(START, '100x5 500x4 900x4 1300x10')],
      minute: 20,
      fires: [{ namespace: 'coder', severity: 'critical' }],
    },
    {
      title: 'when it restarts every half an hour',
      series: [series(START, '100x29 1800x29 3600x29 5400x29')],
      minute: 100,
      fires: [{ namespace: 'coder', severity: 'critical' }],
    },
    { title: 'after two restarts', series: [series(START, '100x5 500x5 900x15')], minute: 20, fires: [] },
    {
      title: 'when the last restart was an hour ago',
      series: [series(START, '100x5 500x5 900x5 1400x90')],
      minute: 85,
      fires: [],
    },
    {
      title: 'while another pod lives',
      series: [series(START, '100x5 500x4 900x4 1300x10'), series(START, '100x30', SECOND_POD)],
      minute: 20,
      fires: [],
    },
    {
      title: 'during a rolling update, which creates new pods',
      series: [
        series(START, '100x5 _x20'),
        series(START, '_x5 400x20', SECOND_POD),
        series(START, '_x8 600x20', { pod: 'coderd-c' }),
        series(START, '_x11 800x20', { pod: 'coderd-d' }),
      ],
      minute: 18,
      fires: [],
    },
  ],
});

/** A pod restarts again and again, whatever the others do. */
const podCrashLooping = alert({
  name: 'CoderdPodCrashLooping',
  group: 'scrape',
  saidBy: ['CoderdCrashLooping'],
  thresholds: { restarts: threshold },
  rules: ({ restarts }) => [
    {
      severity: 'warning',
      for: '0m',
      query: and(atLeast(max(RESTARTS, POD), restarts), above(max(RECENT, POD), 0)),
    },
  ],
  summary: ({ label }) => `coderd in ${label('namespace')}/${label('pod')} is crash-looping.`,
  description: ({ label, value }, { restarts }) =>
    interpolate`coderd in ${label('namespace')}/${label('pod')} has restarted ${value('whole')} times in 2 hours (threshold: ${restarts}). Each restart breaks connections of users to their workspaces.`,
  runbook: {
    meaning: 'The start time of the process changed several times in the same pod: its container restarts.',
    impact: 'Terminals, port forwards and builds through this pod are interrupted. The other pods carry its load.',
    diagnosis,
    mitigation,
  },
  scenarios: [
    {
      title: 'when one of two pods restarts every 5 minutes',
      series: [series(START, '100x5 500x4 900x4 1300x10'), series(START, '100x30', SECOND_POD)],
      minute: 20,
      fires: [{ pod: 'coderd-a', severity: 'warning' }],
    },
    { title: 'after two restarts', series: [series(START, '100x5 500x5 900x15')], minute: 20, fires: [] },
    {
      title: 'when the last restart was an hour ago',
      series: [series(START, '100x5 500x5 900x5 1400x90')],
      minute: 85,
      fires: [],
    },
  ],
});

/** Whether processes live. */
export const RESTART_ALERTS = [crashLooping, podCrashLooping];
