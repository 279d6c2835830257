import type { MapOf, Value } from '../../engine/expr';
import type { AlertThresholds, Leaves, Severity, ValueIn } from '../../observability/mixin';
import type { CoderValuesMetricsAlertsProps } from './coder-values-props';

/** Settings of an alert of your own: those that every alert has, and its thresholds. */
export type OwnAlertProps<T extends Leaves> = {
  /** Whether the alert is there; by default it is. */
  readonly enabled?: Value<boolean> | undefined;
  /** Its label "severity"; by default what the alert says. Only for an alert with one rule. */
  readonly severity?: Value<Severity> | undefined;
  /** How long its condition must hold, such as `5m`; by default what the alert says. Only for an alert with one rule. */
  readonly for?: Value<string> | undefined;
  /** Additional labels, for example to route it; by default none. */
  readonly labels?: Value<MapOf<string>> | undefined;
  /** Annotations; a summary, a description or a runbook_url replaces that of the alert; by default none. */
  readonly annotations?: Value<MapOf<string>> | undefined;
} & { readonly [K in keyof T]?: Value<ValueIn<T[K]>> | undefined };

/** Settings of the alerts of a version, and of those that were added to it. */
export type CoderAlertsProps<Own extends AlertThresholds> = CoderValuesMetricsAlertsProps & {
  readonly [K in keyof Own]?: OwnAlertProps<Own[K]> | undefined;
};
