/** Coder's control plane on Kubernetes: constructs for cdk8s. */
export type * from './coder/constructs';
export { Coder } from './coder/constructs';
export { CODER_VALUES, type CoderValues } from './coder/values';
export { CODERD_1_36, type CoderdVersion } from './coder/versions';
export type { ListOf, MapOf, Value } from './engine/expr';
export { type Problem, ValuesError } from './engine/values';
export * as metrics from './observability/metrics';
export * as mixin from './observability/mixin';
export * as promql from './observability/promql';
