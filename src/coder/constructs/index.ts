/** cdk8s constructs of Coder's control plane. */
export { Coder, type CoderMetricsProps, type CoderProps } from './coder';
export type * from './coder-values-props';
export type { CoderdMonitoring } from './monitoring';
export type { ObjectNames } from './object-names';
export { CoderObservability, type CoderObservabilityProps } from './observability';
export type { CoderAlertsProps, OwnAlertProps } from './own-alerts';
export type * as environment from './environment';
export type * as k8s from './kubernetes-types';
export type { PlusPods, PlusServiceAccount } from './plus';
export type * as gatewayApi from './gateway-api';
export type * as operator from './prometheus-operator';
export type { CoderReleaseProps } from './release';
export type { RuleFileOptions } from './rules';
