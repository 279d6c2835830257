import { and, isSet, interpolate } from '../../../../engine/expr';
import { number } from '../../../../engine/values';
import { POD, alert } from '../../../../observability/mixin';
import { above, max, over, quantity, times } from '../../../../observability/promql';
import { gauge, series } from '../promql';
import { DESCRIBE_PODS, PROFILE_GOROUTINES, READ_LOGS } from './commands';

/** Close to the limit of open files, at which coderd refuses connections. */
export const fdExhaustion = alert({
  name: 'CoderdFdExhaustion',
  group: 'runtime',
  thresholds: { ratio: number({ description: 'Ratio of used file descriptors.', default: 0.8, min: 0.01, max: 0.99 }) },
  rules: ({ ratio }) => [
    {
      severity: 'critical',
      for: '10m',
      query: above(over(max(gauge('process_open_fds'), POD), max(gauge('process_max_fds'), POD)), ratio),
    },
  ],
  summary: ({ label }) => `${label('namespace')}/${label('pod')} is running out of file descriptors.`,
  description: ({ label, value, bound, lasting }, { ratio }) =>
    interpolate`coderd in ${label('namespace')}/${label('pod')} uses ${value('percent')} of its file descriptors; for ${lasting} it has used more than ${bound(ratio, 'percent')}. When none are left, connections from users and to the database fail.`,
  runbook: {
    meaning: 'The process has almost as many open files and connections as its limit allows. Each websocket needs one.',
    impact: 'None yet. At the limit, coderd accepts no connections and opens none to the database.',
    diagnosis: [
      { text: 'How many are open?', query: max(gauge('process_open_fds'), POD) },
      { text: 'How many are allowed?', query: max(gauge('process_max_fds'), POD) },
      { text: 'Are they websockets?', query: max(gauge('coderd_api_concurrent_websockets'), POD) },
      { text: 'Are they agents?', query: max(gauge('coderd_rtc_agent_listeners_concurrent'), POD) },
      READ_LOGS,
    ],
    mitigation: [
      'If connections explain it, add a replica (`coderd.replicas`), or raise the open file limit in the container runtime of the nodes.',
      'If they do not, it is a leak: delete the pod (`kubectl -n @{namespace} delete pod POD`), and contact Coder support.',
    ],
  },
  scenarios: [
    {
      title: 'when 81 % of the file descriptors are open',
      series: [series('process_open_fds', '850x30'), series('process_max_fds', '1048x30')],
      minute: 15,
      fires: [{ pod: 'coderd-a', severity: 'critical' }],
    },
    {
      title: 'while 81 % have been open for 8 minutes',
      series: [series('process_open_fds', '850x30'), series('process_max_fds', '1048x30')],
      minute: 8,
      fires: [],
    },
    {
      title: 'while 80 % are open',
      series: [series('process_open_fds', '800x30'), series('process_max_fds', '1000x30')],
      minute: 15,
      fires: [],
    },
    {
      title: 'without a limit',
      series: [series('process_open_fds', '90000x30'), series('process_max_fds', '1.8446744073709552e+19x30')],
      minute: 15,
      fires: [],
    },
  ],
});

const memoryNearLimit = alert({
  name: 'CoderdMemoryNearLimit',
  group: 'runtime',
  thresholds: {
    ratio: number({ description: 'Ratio of the memory limit in use.', default: 0.9, min: 0.01, max: 0.99 }),
  },
  when: ({ isModelled, memoryLimit }) => and(isModelled, isSet(memoryLimit)),
  rules: ({ ratio, installation: { memoryLimit } }) => [
    {
      severity: 'warning',
      for: '15m',
      query: above(max(gauge('process_resident_memory_bytes'), POD), times(ratio, quantity(memoryLimit))),
    },
  ],
  summary: ({ label }) => `${label('namespace')}/${label('pod')} is close to its memory limit.`,
  description: ({ label, value, bound, lasting }, { ratio }) =>
    interpolate`coderd in ${label('namespace')}/${label('pod')} uses ${value('bytes')} of memory; for ${lasting} it has used more than ${bound(ratio, 'percent')} of its limit. At the limit it is killed, and connections to workspaces are interrupted.`,
  runbook: {
    meaning:
      'The resident memory of coderd is close to the memory limit of its container (`coderd.resources.limits.memory`).',
    impact: 'None yet. At the limit, the container is killed (`OOMKilled`) and restarts.',
    diagnosis: [
      { text: 'How much memory is used?', query: max(gauge('process_resident_memory_bytes'), POD) },
      { text: 'How much of it is the heap?', query: max(gauge('go_memstats_heap_inuse_bytes'), POD) },
      { text: 'Does it grow with goroutines?', query: max(gauge('go_goroutines'), POD) },
      { text: 'Does it grow with connections?', query: max(gauge('coderd_api_concurrent_websockets'), POD) },
      DESCRIBE_PODS,
      PROFILE_GOROUTINES,
    ],
    mitigation: [
      'Raise `coderd.resources.limits.memory`.',
      'If it grows without more load, delete the pod at a quiet hour (`kubectl -n @{namespace} delete pod POD`), and contact Coder support.',
    ],
  },
  scenarios: [
    {
      title: 'when 950 of 1024 MiB are used',
      series: [series('process_resident_memory_bytes', '996147200x30')],
      minute: 20,
      fires: [{ namespace: 'coder', job: 'coder/master-monitor', pod: 'coderd-a', severity: 'warning' }],
      says: {
        summary: 'coder/coderd-a is close to its memory limit.',
        description:
          'coderd in coder/coderd-a uses 950MiB of memory; for 15m it has used more than 90% of its limit. At the limit it is killed, and connections to workspaces are interrupted.',
      },
    },
    {
      title: 'while 920 of 1024 MiB are used',
      series: [series('process_resident_memory_bytes', '964689920x30')],
      minute: 20,
      fires: [],
    },
    {
      title: 'while a build of 10 minutes takes memory',
      series: [series('process_resident_memory_bytes', '5e8x10 1e9x10 5e8x10')],
      minute: 19,
      fires: [],
    },
  ],
});

/** Whether a pod comes close to a limit. */
export const LIMIT_ALERTS = [fdExhaustion, memoryNearLimit];
