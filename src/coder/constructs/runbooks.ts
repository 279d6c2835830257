import { type Expr, equals, ifElse, interpolate, isConcrete, literal, literalOf, simplify } from '../../engine/expr';
import { type RunbookNames, readRules, runbookPages } from '../../observability/mixin';
import { installationOf, namespaceOf } from './installation';
import { SELECTOR } from './metadata';
import type { PartProps } from './part';
import { ruleGroups } from './rules';

/**
 * The pages for whoever is called by an alert of an installation, with its names, rules and settings.
 *
 * @throws Error when only Helm knows some of it.
 */
export function runbooksOf(part: PartProps): ReadonlyMap<string, string> {
  const { values, names, version } = part;
  if (!isConcrete(literal([values, names.release, names.namespace])))
    throw new Error('runbooks: expected an installation of which all is known, got values that only Helm knows');
  return runbookPages(version.mixin, {
    installation: installationOf(part),
    names: simplify(namesOf(part)) as RunbookNames,
    rules: readRules(ruleGroups(part)),
    installed: `for a release \`${textOf(names.release)}\` in the namespace \`${textOf(names.namespace)}\``,
    settings: 'metrics',
  });
}

/** Names for the commands: of what this chart deploys, or of what its monitor looks for. */
function namesOf(part: PartProps): Readonly<Record<string, Expr<string>>> {
  const { names, values, version } = part;
  const { monitor } = values.metrics;
  const { enabled } = values.coderd;
  const kind = ifElse(equals(monitor.kind, 'ServiceMonitor'), 'servicemonitor', 'podmonitor');
  return {
    release: names.release,
    monitor: interpolate`${kind}/${names.monitor}`,
    namespace: namespaceOf(part),
    workload: ifElse(enabled, names.workload, version.names.workload),
    pods: ifElse(enabled, interpolate`${SELECTOR}=${names.workload}`, foreignPods(part)),
  };
}

function foreignPods({ values, version }: PartProps): string {
  const { matchLabels } = values.metrics.monitor.target;
  const given = Object.entries(literalOf(matchLabels) as Readonly<Record<string, string>>);
  const labels = given.length > 0 ? given : [['app.kubernetes.io/component', version.names.workload]];
  return labels.map((label) => label.join('=')).join(',');
}

function textOf(name: Expr<string>): string {
  return literalOf(name) as string;
}
