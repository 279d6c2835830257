import type { Construct } from 'constructs';
import type { ValuesFile } from '../../engine/values';
import type { AlertThresholds, NoAlerts } from '../../observability/mixin';
import type { CoderValuesMetricsProps, CoderValuesProps } from './coder-values-props';
import { CoderdMonitoring } from './monitoring';
import type { CoderAlertsProps } from './own-alerts';
import { type CoderReleaseProps, partOf, requireScope } from './release';
import { refuseTwin, rememberPart } from './twins';

type Others = Omit<CoderObservabilityProps<AlertThresholds>, keyof CoderReleaseProps>;

/**
 * Props of `CoderObservability`: the values below `metrics` of the Helm chart, those that every object takes, and where the release goes.
 * `monitor.target` says which pods or Services have the metrics and `rules.job` what their label "job" is.
 */
export interface CoderObservabilityProps<Own extends AlertThresholds = NoAlerts>
  extends
    CoderReleaseProps<Own>,
    Pick<CoderValuesProps, 'nameOverride' | 'fullnameOverride' | 'commonLabels' | 'commonAnnotations'>,
    Omit<CoderValuesMetricsProps, 'service' | 'alerts'> {
  /** Settings of each alert. */
  readonly alerts?: CoderAlertsProps<NoInfer<Own>> | undefined;
}

/**
 * The monitor, the rules and the dashboards alone, for a coderd that something else deploys, such as Coder's own chart. It is what the
 * Helm chart makes with `coderd.enabled: false`. Works in any cdk8s `App`.
 *
 * @throws ValuesError when a value is refused; the message names its path in the values of the chart, what is allowed and what was given.
 * @throws Error when the chart has a `Coder` or a `CoderObservability` whose objects have the same names.
 */
export class CoderObservability<Own extends AlertThresholds = NoAlerts> extends CoderdMonitoring {
  constructor(scope: Construct, id: string, props: CoderObservabilityProps<Own> = {}) {
    requireScope('CoderObservability', scope, id);
    const part = partOf(scope, props, valuesOf);
    refuseTwin(scope, id, part);
    super(scope, id, part);
    rememberPart(this, part);
  }
}

function valuesOf({ nameOverride, fullnameOverride, commonLabels, commonAnnotations, ...metrics }: Others): ValuesFile {
  return { nameOverride, fullnameOverride, commonLabels, commonAnnotations, coderd: { enabled: false }, metrics };
}
