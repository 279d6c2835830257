import { Construct } from 'constructs';
import { Manifest } from '../../engine/border';
import type { Expr, Tree, TreeMap } from '../../engine/expr';
import type { RuleSettings } from '../../observability/mixin';
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
