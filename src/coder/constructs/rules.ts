import { Construct } from 'constructs';
import { Manifest } from '../../engine/border';
import {
  type Expr,
  type Tree,
  type TreeMap,
  isConcrete,
  literal,
  literalOf,
  requireGiven,
  requireMap,
} from '../../engine/expr';
import { CLUSTER_LABEL, type RuleFile, type RuleSettings, isClusterLabel, readRules } from '../../observability/mixin';
import { installationOf } from './installation';
import type { PartProps } from './part';
import { identityLabels, metadata } from './metadata';

/**
 * Recording rules and alerts for coderd.
 *
 * @see https://prometheus-operator.dev/docs/api-reference/api/#monitoring.coreos.com/v1.PrometheusRule
 */
export class CoderdRules extends Construct {
  constructor(scope: Construct, id: string, part: PartProps) {
    super(scope, id);
    prometheusRule(this, part, part.names.rules, ruleGroups(part));
  }
}

/**
 * Rules of the user, whose PromQL and templates nobody has checked yet. The Operator refuses an object as a whole, so they are in one of
 * their own.
 */
export class ExtraRules extends Construct {
  constructor(scope: Construct, id: string, part: PartProps) {
    super(scope, id);
    prometheusRule(this, part, part.names.extraRules, part.values.metrics.rules.extraGroups);
  }
}

function prometheusRule(scope: Construct, part: PartProps, name: Expr<string>, groups: Tree): void {
  new Manifest(scope, 'Resource', {
    apiVersion: 'monitoring.coreos.com/v1',
    kind: 'PrometheusRule',
    metadata: metadata(part, name, identityLabels(part), part.values.metrics.rules),
    spec: { groups },
  });
}

/** The groups of rules that an installation gets beside those of its values. */
export function ruleGroups(part: PartProps): readonly TreeMap[] {
  return part.version.mixin.ruleGroups(settings(part));
}

/** How the rules of an installation are read outside of its cluster. */
export interface RuleFileOptions {
  /**
   * Label that tells clusters apart, where one Prometheus, such as the ruler of Mimir or Thanos, reads the metrics of several: rules then judge
   * each on its own. By default they are not told apart.
   */
  readonly clusterLabel?: string;
}

/**
 * The rules of an installation, those of its values too, as Prometheus reads them.
 *
 * @throws Error when only Helm knows some of it, or the label is none.
 */
export function ruleFileOf(part: PartProps, options: RuleFileOptions): RuleFile {
  requireMap('ruleFile: options', options);
  const { clusterLabel = '' } = options;
  const { values, names, version } = part;
  if (!isConcrete(literal([values, names.release, names.namespace])))
    throw new Error('ruleFile: expected an installation of which all is known, got values that only Helm knows');
  requireGiven(
    clusterLabel === '' || isClusterLabel(clusterLabel),
    'ruleFile: clusterLabel',
    CLUSTER_LABEL,
    clusterLabel,
  );
  const own = version.mixin.ruleGroups({ ...settings(part), clusterLabel: literal(clusterLabel) });
  const extra = literalOf(values.metrics.rules.extraGroups) as readonly TreeMap[];
  const { groups } = readRules([...own, ...extra]);
  return { groups: groups.filter(({ rules = [] }) => rules.length > 0) };
}

function settings(part: PartProps): RuleSettings {
  const { preset, rules, alerts } = part.values.metrics;
  return {
    preset,
    installation: installationOf(part),
    alerts,
    labels: rules.alertLabels,
    runbookUrl: rules.runbookUrl,
    slo: part.values.metrics.slo,
  };
}
