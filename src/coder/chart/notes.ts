import { type CoderValues, coderWarnings } from '../values';
import type { CoderdFacts } from '../versions';
import type { Handles } from '../../engine/values';
import {
  type Expr,
  and,
  builtin,
  equals,
  ifElse,
  interpolate,
  isSet,
  join,
  literal,
  nonEmpty,
} from '../../engine/expr';

/** What `helm install` prints at the end: what to do next. */
export function notes(values: Handles<CoderValues>, version: CoderdFacts): Expr<string> {
  const { ports } = version;
  const namespace = builtin('namespace');
  const workload = interpolate`
coderd runs when it finds its database: see database.host, or coderd.env.
See the pods:
  kubectl --namespace ${namespace} get pods --selector app.kubernetes.io/instance=${builtin('releaseName')}
`;
  const monitor = interpolate`
The Prometheus Operator is told to scrape coderd by a ${values.metrics.monitor.kind}:
  kubectl --namespace ${namespace} get ${values.metrics.monitor.kind}
Its alerts are in a PrometheusRule, unless metrics.rules.enabled is false; dashboards for Grafana: metrics.dashboards.kind is ${values.metrics.dashboards.kind}.
Runbooks of the alerts, with the names of this release, to publish where metrics.rules.runbookUrl says:
  npx cdk8s-coder runbooks --release ${builtin('releaseName')} --namespace ${namespace}
No target in Prometheus? Its selector of ${values.metrics.monitor.kind}s may ask for a label: kube-prometheus-stack wants "release: <its release name>" in metrics.monitor.labels.
`;
  const rules = interpolate`Whether its rules see the pods, also after a post-renderer:
  helm get manifest ${builtin('releaseName')} --namespace ${namespace} | npx cdk8s-coder check -
`;
  const isMonitored = ifElse(
    isNone(values),
    interpolate`
No PodMonitor is made (metrics.monitor.kind is None): the metrics are on port ${ports.metrics.containerPort} of each pod.
The rules, unless metrics.rules.enabled is false, select metrics whose label "job" is that of metrics.rules.job.
`,
    interpolate`${monitor}${ifElse(values.metrics.rules.enabled, rules, '')}`,
  );
  return interpolate`Coder (coderd) in namespace ${namespace}.
${access(values)}${ifElse(values.coderd.enabled, workload, '')}${isMonitored}${scrapers(values, version)}${warned(values, version)}`;
}

/** Where people find Coder. */
function access({ coderd, hosts, ingress, gateway, service }: Handles<CoderValues>): Expr<string> {
  const scheme = ifElse(isSet(ingress.tls.secretName), 'https', 'http');
  const byIngress = interpolate`Open ${scheme}://${hosts.access} when the Ingress has its address.\n`;
  const byGateway = interpolate`Open ${hosts.access} as the listeners of the Gateway say, when it has taken the HTTPRoute.\n`;
  const byService = interpolate`Open the address of the Service:
  kubectl --namespace ${builtin('namespace')} get services --selector app.kubernetes.io/instance=${builtin('releaseName')}
`;
  const line = ifElse(
    and(isSet(hosts.access), ingress.enabled),
    byIngress,
    ifElse(and(isSet(hosts.access), gateway.enabled), byGateway, ifElse(service.enabled, byService, '')),
  );
  return ifElse(coderd.enabled, line, '');
}

/** Who may scrape, where a NetworkPolicy says it. */
function scrapers(
  { coderd, networkPolicies: { coderd: policy } }: Handles<CoderValues>,
  { ports }: CoderdFacts,
): Expr<string> {
  const { enabled, monitoringNamespaces } = policy;
  const line = interpolate`
Pods in these namespaces may scrape port ${ports.metrics.containerPort}: ${join(monitoringNamespaces, ', ')} (networkPolicies.coderd.monitoringNamespaces).
`;
  return ifElse(and(coderd.enabled, enabled, nonEmpty(monitoringNamespaces)), line, '');
}

/** Last, where people look. */
function warned(values: Handles<CoderValues>, version: CoderdFacts): Expr<string> {
  const lines = coderWarnings(values, version).map(({ when, text }) => ifElse(when, `\nWARNING: ${text}\n`, ''));
  return lines.reduce<Expr<string>>((all, line) => interpolate`${all}${line}`, literal<string>(''));
}

function isNone(values: Handles<CoderValues>): Expr<boolean> {
  return equals(values.metrics.monitor.kind, 'None');
}
