import { Construct } from 'constructs';
import { Manifest } from '../../engine/border';
import { concat } from '../../engine/expr';
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
    const { rules } = part.values.metrics;
    new Manifest(this, 'Resource', {
      apiVersion: 'monitoring.coreos.com/v1',
      kind: 'PrometheusRule',
      metadata: metadata(part, part.names.rules, identityLabels(part), rules),
      spec: { groups: concat(part.version.mixin.ruleGroups(settings(part)), rules.extraGroups) },
    });
  }
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
