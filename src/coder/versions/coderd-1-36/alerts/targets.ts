import { type Expr, and, equals, isSet, interpolate, not } from '../../../../engine/expr';
import { INSTALLATION, type InstallationLabel, POD, type PodLabel, alert } from '../../../../observability/mixin';
import { type Query, absent, and as both, below, equalTo, max, or, sum } from '../../../../observability/promql';
import { avgOverTime, gauge, series } from '../promql';
import { DESCRIBE_PODS, LAST_CHANGE, LIST_PODS, READ_LOGS, READ_PREVIOUS_LOGS, ROLL_BACK } from './commands';

const SECOND_POD = { pod: 'coderd-b' };

const UP_OF_ALL = max(gauge('up'), INSTALLATION);
const UP_OF_POD = max(gauge('up'), POD);
const MEAN = avgOverTime('up', { window: '10m' });

/** No scrape is answered, or less than half of them: one that is answered now and then must not end the alert. */
const DOWN: Query<InstallationLabel> = or(equalTo(UP_OF_ALL, 0), both(below(max(MEAN, INSTALLATION), 0.5), UP_OF_ALL));
const POD_DOWN: Query<PodLabel> = or(equalTo(UP_OF_POD, 0), both(below(max(MEAN, POD), 0.5), UP_OF_POD));

const down = alert({
  name: 'CoderdDown',
  group: 'scrape',
  thresholds: {},
  rules: () => [{ severity: 'critical', for: '5m', query: DOWN }],
  summary: ({ label }) => `All coderd targets in ${label('namespace')} are down.`,
  description: ({ label, lasting }) =>
    interpolate`Prometheus has found pods of coderd (job ${label('job')}), but for ${lasting} it could scrape none of them, or only now and then. Most likely nobody can use Coder.`,
  runbook: {
    meaning: 'The pods of coderd exist, but scraping their metrics port 2112 fails for all of them.',
    impact:
      'Coder is down, unless only the metrics port is unreachable: no dashboard, no new connections to workspaces. Running workspaces keep running.',
    diagnosis: [
      LIST_PODS,
      'Does Coder respond to users? `kubectl -n @{namespace} port-forward deployment/@{workload} 8080`, then `curl -i http://localhost:8080/cem-healthz`. If so, only the scrape is broken.',
      DESCRIBE_PODS,
      READ_LOGS,
      READ_PREVIOUS_LOGS,
      'If pods are stuck in `Init`, read the log of the migrations: `kubectl -n @{namespace} logs POD -c migrations`.',
    ],
    mitigation: [
      'If the database is unreachable, fix that first: coderd does not start without it.',
      ROLL_BACK,
      'If only Prometheus is blocked, allow its namespace in `networkPolicies.coderd.monitoringNamespaces`, or in other NetworkPolicies of the namespace.',
    ],
  },
  scenarios: [
    {
      title: 'when scrapes of all pods fail',
      series: [series('up', '1x10 0x10'), series('up', '1x10 0x10', SECOND_POD)],
      minute: 17,
      fires: [{ namespace: 'coder', job: 'coder/master-monitor', severity: 'critical' }],
    },
    {
      title: 'when one scrape of five is answered',
      series: [series('up', '1x10 0x3 1 0x3 1 0x3 1 0x3 1 0x3 1')],
      minute: 26,
      fires: [{ namespace: 'coder', severity: 'critical' }],
    },
    {
      title: 'while one scrape of three fails',
      series: [series('up', '1x10 0 1 1 0 1 1 0 1 1 0 1 1 0 1 1 0 1 1')],
      minute: 26,
      fires: [],
    },
    {
      title: 'while one pod is still up',
      series: [series('up', '1x10 0x10'), series('up', '1x30', SECOND_POD)],
      minute: 17,
      fires: [],
    },
    {
      title: 'while all pods restart within 4 minutes',
      series: [series('up', '1x10 0x3 1x10'), series('up', '1x10 0x3 1x10', SECOND_POD)],
      minute: 14,
      fires: [],
    },
  ],
});

const scrapeDown = alert({
  name: 'CoderdScrapeDown',
  group: 'scrape',
  saidBy: ['CoderdDown', 'CoderdCrashLooping', 'CoderdPodCrashLooping'],
  thresholds: {},
  // A pod may take 300 seconds to terminate, with its port already closed: no reason to wake anybody.
  rules: () => [{ severity: 'warning', for: '10m', query: POD_DOWN }],
  summary: ({ label }) => `Prometheus cannot scrape ${label('namespace')}/${label('pod')}.`,
  description: ({ label, lasting }) =>
    interpolate`The pod ${label('namespace')}/${label('pod')} exists, but for ${lasting} all or most scrapes of its metrics port have failed. It may be down for users too, and no other alert covers it.`,
  runbook: {
    meaning: 'Prometheus finds the pod, but every scrape of its metrics port 2112 fails.',
    impact: 'This pod is not monitored. If coderd itself is down in it, the other pods carry its load.',
    diagnosis: [
      { text: 'Which pods are down?', query: equalTo(gauge('up'), 0) },
      'Read the scrape error on the "Targets" page of Prometheus: a refused connection means that the process is not running, a timeout is often a NetworkPolicy.',
      'Try it by hand: `kubectl -n @{namespace} port-forward POD 2112`, then `curl -s http://localhost:2112/metrics | head`.',
      DESCRIBE_PODS,
    ],
    mitigation: [
      'If the pod hangs, delete it: `kubectl -n @{namespace} delete pod POD`. The Deployment creates a new one.',
      'Allow the namespace of Prometheus in `networkPolicies.coderd.monitoringNamespaces`, or in other NetworkPolicies of the namespace.',
    ],
  },
  scenarios: [
    {
      title: 'when scrapes of a pod fail',
      series: [series('up', '1x10 0x20'), series('up', '1x40', SECOND_POD)],
      minute: 25,
      fires: [{ pod: 'coderd-a', severity: 'warning' }],
    },
    {
      title: 'when one scrape of five is answered',
      series: [series('up', '1x10 0x3 1 0x3 1 0x3 1 0x3 1 0x3 1'), series('up', '1x40', SECOND_POD)],
      minute: 29,
      fires: [{ pod: 'coderd-a', severity: 'warning' }],
    },
    {
      title: 'while a pod takes 6 minutes to terminate in a rolling update',
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
  // Nobody misses pods where none should be.
  when: ({ replicas }) => not(equals(interpolate`${replicas}`, '0')),
  rules: () => [{ severity: 'critical', for: '5m', query: absent('up') }],
  summary: ({ label }, { installation: { namespace = 'any namespace' } }) =>
    interpolate`No coderd targets found in ${namespace} (job ${label('job')}).`,
  description: ({ label, lasting }) =>
    interpolate`For ${lasting}, Prometheus has had no targets for the job ${label('job')}. Either coderd has no pods, or the monitor does not select them. Until this is fixed, no other coderd alert can fire.`,
  runbook: {
    meaning:
      'The job of coderd has no targets at all: there are no pods, or the selector, port or job of the monitor is wrong.',
    impact: 'coderd is not monitored. If there are no pods, Coder is down.',
    diagnosis: [
      LIST_PODS,
      'Does the PodMonitor select them? Compare `kubectl -n @{namespace} get @{monitor} -o yaml` with `kubectl -n @{namespace} get pods --show-labels`. The port must be the name of a port of the container: `prom-coderd`.',
      "Does Prometheus select the PodMonitor? `kubectl get prometheus -A -o jsonpath='{.items[*].spec.podMonitorSelector}'` and `.spec.podMonitorNamespaceSelector`. kube-prometheus-stack asks for the label `release`.",
      'Does the job have another name in Prometheus? Query `count by (job) (up{namespace="@{namespace}"})`, and set `metrics.rules.job` if so. Kustomize and Flux rename it too, where they move the objects: `kubectl -n @{namespace} get deployments,services,podmonitors,servicemonitors,prometheusrules -o yaml | npx cdk8s-coder check -` says what to do.',
      LAST_CHANGE,
    ],
    mitigation: [
      'Without pods: `kubectl -n @{namespace} scale deployment/@{workload} --replicas=1`, or fix what prevents them from being created.',
      'Set the labels that Prometheus selects by in `metrics.monitor.labels`.',
    ],
  },
  scenarios: [
    {
      title: 'when the job has no targets',
      series: [series('up', '1x20', { job: 'coder/other' })],
      minute: 10,
      fires: [{ job: 'coder/master-monitor', severity: 'critical' }],
    },
    {
      title: 'when the targets disappear',
      series: [series('up', '1x10 _x30')],
      minute: 25,
      fires: [{ job: 'coder/master-monitor', severity: 'critical' }],
    },
    {
      title: 'while there is a target, even if it is down',
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
  saidBy: ['CoderdTargetsAbsent', 'CoderdDown', 'CoderdCrashLooping'],
  thresholds: {},
  when: ({ isModelled, replicas }) => and(isModelled, isSet(replicas)),
  // The sum, not the count of pods that are up: a count of none has no series.
  rules: ({ installation: { replicas } }) => [
    { severity: 'warning', for: '15m', query: below(sum(gauge('up'), INSTALLATION), replicas as Expr<number>) },
  ],
  summary: ({ label }) => `Fewer coderd replicas than desired in ${label('namespace')}.`,
  description: ({ value, lasting }, { installation: { replicas } }) =>
    interpolate`For ${lasting}, only ${value('whole')}/${replicas} coderd replicas have been up. The remaining ones carry the load; another failure affects users.`,
  runbook: {
    meaning: 'Fewer pods are up than the values ask for (`coderd.replicas`, or `autoscaling.minReplicas`).',
    impact: 'None yet, if the remaining pods can carry the load. There is less headroom for the next failure.',
    diagnosis: [
      { text: 'How many are up?', query: sum(gauge('up'), INSTALLATION) },
      LIST_PODS,
      'Check the Deployment: `kubectl -n @{namespace} rollout status deployment/@{workload} --timeout=5s`.',
      DESCRIBE_PODS,
      'Is there capacity? `kubectl describe nodes | grep -A6 "Allocated resources"` and `kubectl -n @{namespace} describe resourcequota`.',
    ],
    mitigation: [
      'Pods that are `Pending`: add nodes, or lower `coderd.resources.requests`.',
      'Pods that crash: see the runbook of CoderdCrashLooping.',
      'If somebody scaled the Deployment on purpose, set that number in the values (`coderd.replicas`).',
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
      title: 'when no pod is up',
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
      title: 'while both pods are up',
      series: [series('up', '1x60'), series('up', '1x60', SECOND_POD)],
      minute: 40,
      fires: [],
    },
  ],
});

/** Whether the pods of coderd exist and are up. */
export const TARGET_ALERTS = [down, scrapeDown, targetsAbsent, replicasBelowDesired];
