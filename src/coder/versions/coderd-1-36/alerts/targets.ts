import { type Expr, and, isSet, interpolate } from '../../../../engine/expr';
import { INSTALLATION, POD, alert } from '../../../../observability/mixin';
import { absent, below, equalTo, max, sum } from '../../../../observability/promql';
import { gauge, series } from '../promql';
import { DESCRIBE_PODS, LAST_CHANGE, LIST_PODS, READ_LOGS, READ_PREVIOUS_LOGS, ROLL_BACK } from './commands';

const SECOND_POD = { pod: 'coderd-b' };

const down = alert({
  name: 'CoderdDown',
  group: 'scrape',
  thresholds: {},
  rules: () => [{ severity: 'critical', for: '5m', query: equalTo(max(gauge('up'), INSTALLATION), 0) }],
  summary: ({ label }) => `No pod of coderd in ${label('namespace')} answers Prometheus.`,
  description: ({ label, lasting }) =>
    interpolate`Prometheus knows pods of coderd (job ${label('job')}), but for ${lasting} none has answered on the metrics port. Most likely nobody can use Coder.`,
  runbook: {
    meaning: 'All pods of coderd are there, and none answers a scrape of its metrics port 2112.',
    impact:
      'Coder is down, unless only the metrics port cannot be reached: no dashboard, no new connections to workspaces. Workspaces themselves go on.',
    diagnosis: [
      LIST_PODS,
      'Does Coder answer users? `kubectl -n coder port-forward deployment/coderd 8080`, then `curl -i http://localhost:8080/cem-healthz`. If it does, only the scrape is broken.',
      DESCRIBE_PODS,
      READ_LOGS,
      READ_PREVIOUS_LOGS,
      'If pods hang in `Init`, read the log of the migrations: `kubectl -n coder logs POD -c migrations`.',
    ],
    mitigation: [
      'If the database cannot be reached, repair that first: coderd does not start without it.',
      ROLL_BACK,
      'If only Prometheus is shut out, allow it in the NetworkPolicy of the namespace.',
    ],
  },
  scenarios: [
    {
      title: 'when all pods stop answering',
      series: [series('up', '1x10 0x10'), series('up', '1x10 0x10', SECOND_POD)],
      minute: 17,
      fires: [{ namespace: 'coder', job: 'coder/master-monitor', severity: 'critical' }],
    },
    {
      title: 'while one pod still answers',
      series: [series('up', '1x10 0x10'), series('up', '1x30', SECOND_POD)],
      minute: 17,
      fires: [],
    },
    {
      title: 'while all pods start anew within 4 minutes',
      series: [series('up', '1x10 0x3 1x10'), series('up', '1x10 0x3 1x10', SECOND_POD)],
      minute: 14,
      fires: [],
    },
  ],
});

const scrapeDown = alert({
  name: 'CoderdScrapeDown',
  group: 'scrape',
  thresholds: {},
  // A pod that ends may take 300 seconds, in which its port is closed already: no reason to wake anybody.
  rules: () => [{ severity: 'warning', for: '10m', query: equalTo(max(gauge('up'), POD), 0) }],
  summary: ({ label }) => `Prometheus gets no metrics from ${label('pod')}.`,
  description: ({ label, lasting }) =>
    interpolate`The pod ${label('namespace')}/${label('pod')} is there, but for ${lasting} its metrics port has not answered. It may be down for users too, and no other alert watches it.`,
  runbook: {
    meaning: 'Prometheus finds the pod, but each scrape of its metrics port 2112 fails.',
    impact: 'Nobody watches this pod. If coderd itself is down in it, the other pods carry its load.',
    diagnosis: [
      { text: 'Which pods do not answer?', query: equalTo(gauge('up'), 0) },
      'Read the error of the scrape on the page "Targets" of Prometheus: a refused connection is a process that does not run, a time-out is often a NetworkPolicy.',
      'Try it by hand: `kubectl -n coder port-forward POD 2112`, then `curl -s http://localhost:2112/metrics | head`.',
      DESCRIBE_PODS,
    ],
    mitigation: [
      'Delete the pod if it hangs: `kubectl -n coder delete pod POD`. The Deployment makes a new one.',
      'Allow Prometheus in the NetworkPolicy of the namespace.',
    ],
  },
  scenarios: [
    {
      title: 'when a pod stops answering',
      series: [series('up', '1x10 0x20'), series('up', '1x40', SECOND_POD)],
      minute: 25,
      fires: [{ pod: 'coderd-a', severity: 'warning' }],
    },
    {
      title: 'while a pod of a rolling update takes 6 minutes to end',
      series: [series('up', '1x10 0x6 _x20'), series('up', '_x8 1x30', SECOND_POD)],
      minute: 17,
      fires: [],
    },
  ],
});

const targetsAbsent = alert({
  name: 'CoderdTargetsAbsent',
  group: 'scrape',
  thresholds: {},
  rules: () => [{ severity: 'critical', for: '5m', query: absent('up') }],
  summary: ({ label }) => `Prometheus finds no pod of coderd (job ${label('job')}).`,
  description: ({ label, lasting }) =>
    interpolate`For ${lasting} Prometheus has had no target of the job ${label('job')}. Either coderd has no pods, or the monitor does not select them. All other alerts of coderd are blind meanwhile.`,
  runbook: {
    meaning:
      'The job of coderd has no target at all: there are no pods, or selector, port or job of the monitor do not fit.',
    impact: 'Nothing of coderd is watched. If there are no pods, Coder is down.',
    diagnosis: [
      LIST_PODS,
      'Does the PodMonitor select them? Compare `kubectl -n coder get podmonitors -o yaml` with `kubectl -n coder get pods --show-labels`. The port must be the name of a port of the container: `prom-coderd`.',
      "Does Prometheus select the PodMonitor? `kubectl get prometheus -A -o jsonpath='{.items[*].spec.podMonitorSelector}'` and `.spec.podMonitorNamespaceSelector`. kube-prometheus-stack asks for the label `release`.",
      'Does Prometheus call the job differently? Ask it for `count by (job) (up{namespace="coder"})`, and set `metrics.rules.job` if so.',
      LAST_CHANGE,
    ],
    mitigation: [
      'Without pods: `kubectl -n coder scale deployment/coderd --replicas=1`, or repair what keeps them from being made.',
      'Set the labels that Prometheus asks for in `metrics.monitor.labels`.',
    ],
  },
  scenarios: [
    {
      title: 'when the job has no target',
      series: [series('up', '1x20', { job: 'coder/other' })],
      minute: 10,
      fires: [{ job: 'coder/master-monitor', severity: 'critical' }],
    },
    {
      title: 'when the pods vanish from Prometheus',
      series: [series('up', '1x10 _x30')],
      minute: 25,
      fires: [{ job: 'coder/master-monitor', severity: 'critical' }],
    },
    {
      title: 'while a target is there, even if it does not answer',
      series: [series('up', '0x20')],
      minute: 10,
      fires: [],
    },
    { title: 'while the targets have been gone for 4 minutes', series: [], minute: 4, fires: [] },
  ],
});

const replicasBelowDesired = alert({
  name: 'CoderdReplicasBelowDesired',
  group: 'scrape',
  thresholds: {},
  when: ({ isModelled, replicas }) => and(isModelled, isSet(replicas)),
  // The sum, not the number of those that are up: nothing counts no pods.
  rules: ({ installation: { replicas } }) => [
    { severity: 'warning', for: '15m', query: below(sum(gauge('up'), INSTALLATION), replicas as Expr<number>) },
  ],
  summary: ({ label }) => `Fewer pods of coderd run in ${label('namespace')} than there should be.`,
  description: ({ value, lasting }, { installation: { replicas } }) =>
    interpolate`For ${lasting} only ${value('whole')} of ${replicas} pods of coderd have answered Prometheus. The others carry the load; one more failure hurts users.`,
  runbook: {
    meaning: 'Fewer pods answer on the metrics port than the values ask for (`coderd.replicas`).',
    impact: 'None yet, if the rest can carry the load. There is less room for the next failure.',
    diagnosis: [
      { text: 'How many answer?', query: sum(gauge('up'), INSTALLATION) },
      LIST_PODS,
      'Ask the Deployment: `kubectl -n coder rollout status deployment/coderd --timeout=5s`.',
      DESCRIBE_PODS,
      'Is there room? `kubectl describe nodes | grep -A6 "Allocated resources"` and `kubectl -n coder describe resourcequota`.',
    ],
    mitigation: [
      'Pods that are `Pending`: add nodes, or lower `coderd.resources.requests`.',
      'Pods that crash: see the runbook of CoderdCrashLooping.',
      'If somebody scaled the Deployment on purpose, say so in the values (`coderd.replicas`).',
    ],
  },
  scenarios: [
    {
      title: 'when one of two pods is missing',
      series: [series('up', '1x60'), series('up', '1x10 _x50', SECOND_POD)],
      minute: 32,
      fires: [{ namespace: 'coder', severity: 'warning' }],
    },
    {
      title: 'when no pod answers',
      series: [series('up', '1x10 0x50'), series('up', '1x10 0x50', SECOND_POD)],
      minute: 32,
      fires: [{ namespace: 'coder', severity: 'warning' }],
    },
    {
      title: 'while a rolling update replaces two pods within 12 minutes',
      series: [
        series('up', '1x10 0x5 _x30'),
        series('up', '1x16 0x5 _x30', SECOND_POD),
        series('up', '_x12 0x4 1x30', { pod: 'coderd-c' }),
        series('up', '_x18 0x4 1x30', { pod: 'coderd-d' }),
      ],
      minute: 22,
      fires: [],
    },
    {
      title: 'while both pods answer',
      series: [series('up', '1x60'), series('up', '1x60', SECOND_POD)],
      minute: 40,
      fires: [],
    },
  ],
});

/** Whether the pods of coderd are there and answer. */
export const TARGET_ALERTS = [down, scrapeDown, targetsAbsent, replicasBelowDesired];
