/**
 * Coder's control plane on Kubernetes: constructs for cdk8s, and the tools that turn any cdk8s model into a parameterised Helm chart.
 */
export * from './engine/border';
export * from './coder/values';
export * from './coder/versions';
export * from './coder/constructs';
export * from './engine/expr';
export * from './engine/helm';
export * as metrics from './observability/metrics';
export * as mixin from './observability/mixin';
export * as promql from './observability/promql';
export * from './engine/synth';
export * as values from './engine/values';
export { ValuesError } from './engine/values';
