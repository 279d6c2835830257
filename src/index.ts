/**
 * Coder's control plane on Kubernetes: constructs for cdk8s, and the tools that turn any cdk8s model into a parameterised Helm chart.
 */
export * from './border';
export * from './coder-values';
export * from './coderd';
export * from './constructs';
export * from './expr';
export * from './helm';
export * as metrics from './metrics';
export * as mixin from './mixin';
export * as promql from './promql';
export * from './synth';
export * as values from './values';
export { ValuesError } from './values';
