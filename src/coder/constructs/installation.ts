import {
  type Expr,
  and,
  contains,
  equals,
  hasItem,
  ifElse,
  interpolate,
  isSet,
  join,
  namedTemplate,
  nonEmpty,
  not,
  or,
  replaceEnding,
} from '../../engine/expr';
import type { Installation } from '../../observability/mixin';
import { workloadEntries } from './metadata';
import type { PartProps } from './part';

/** Units of a quantity as factors of PromQL; see https://kubernetes.io/docs/reference/kubernetes-api/common-definitions/quantity/. */
const UNITS = {
  Ki: ' * 1024',
  Mi: ' * 1024^2',
  Gi: ' * 1024^3',
  Ti: ' * 1024^4',
  Pi: ' * 1024^5',
  Ei: ' * 1024^6',
  n: ' / 1e9',
  u: ' / 1e6',
  m: ' / 1e3',
  k: ' * 1e3',
  M: ' * 1e6',
  G: ' * 1e9',
  T: ' * 1e12',
  P: ' * 1e15',
  E: ' * 1e18',
};

/** What rules know of the installation. */
export function installationOf(part: PartProps): Installation {
  const { autoscaling, coderd } = part.values;
  return {
    selector: selector(part),
    namespace: namespaceOf(part),
    replicas: ifElse<number | ''>(not(autoscaling.enabled), coderd.replicas, autoscaling.minReplicas),
    memoryLimit: namedTemplate('memoryLimit', replaceEnding(coderd.resources.limits.memory, UNITS)),
    isModelled: coderd.enabled,
  };
}

/** The label "job" of the metrics of this installation: that of `metrics.rules.job`, or what the monitor makes it. */
export function jobOf(part: PartProps): Expr<string> {
  const { job } = part.values.metrics.rules;
  return ifElse(isSet(job), job, namedTemplate('monitorJob', jobOfMonitor(part)));
}

/** The label that `jobLabel` names wins over the usual job. The rules of values let through only those that the chart sets itself. */
function jobOfMonitor(part: PartProps): Expr<string> {
  const { names, values } = part;
  const { kind, jobLabel } = values.metrics.monitor;
  const byKind = (ofService: Expr<string>, ofPods: Expr<string>): Expr<string> =>
    ifElse(equals(kind, 'ServiceMonitor'), ofService, ofPods);
  const component = byKind(names.metricsService, names.workload);
  const usual = byKind(names.metricsService, interpolate`${names.namespace}/${names.monitor}`);
  return Object.entries({ ...workloadEntries(part), 'app.kubernetes.io/component': component }).reduceRight(
    (others, [label, value]) => ifElse(equals(jobLabel, label), value, others),
    usual,
  );
}

/**
 * Matchers of the metrics of this installation. The job of a PodMonitor is its namespace and name, that of a ServiceMonitor the name of
 * the Service; see https://prometheus-operator.dev/docs/api-reference/api/#monitoring.coreos.com/v1.PodMonitorSpec. A job without a
 * namespace in it may be that of an installation elsewhere, too.
 */
function selector(part: PartProps): Expr<string> {
  const { names, values } = part;
  const { monitor, rules } = values.metrics;
  const ofPods = interpolate`job="${names.namespace}/${names.monitor}"`;
  const job = interpolate`job="${jobOf(part)}"`;
  const local = ifElse(isLocal(part), interpolate`, namespace="${names.namespace}"`, '');
  const hasOwnName = and(
    not(isSet(rules.job)),
    not(isSet(monitor.jobLabel)),
    not(equals(monitor.kind, 'ServiceMonitor')),
  );
  return namedTemplate('metricsSelector', ifElse(hasOwnName, ofPods, interpolate`${job}${local}`));
}

/** Where the pods are. Of several namespaces any may have them: then that of the rules stands for them, which has the receivers of whoever made them. */
export function namespaceOf({ names, values }: PartProps): Expr<string> {
  const { any, matchNames } = values.metrics.monitor.namespaceSelector;
  const only = join(matchNames, ' ');
  const isOne = and(not(any), isSet(only), not(contains(only, ' ')));
  return namedTemplate('watchedNamespace', ifElse(and(not(values.coderd.enabled), isOne), only, names.namespace));
}

/** Whether the label "namespace" of the metrics is the namespace of the release. */
function isLocal({ values: { coderd, metrics } }: PartProps): Expr<boolean> {
  const { kind, namespaceSelector, relabelings, metricRelabelings } = metrics.monitor;
  const looksElsewhere = or(namespaceSelector.any, nonEmpty(namespaceSelector.matchNames));
  const isRewritten = or(...[relabelings, metricRelabelings].map((list) => hasItem(list, 'targetLabel', 'namespace')));
  return and(not(equals(kind, 'None')), or(coderd.enabled, not(looksElsewhere)), not(isRewritten));
}
