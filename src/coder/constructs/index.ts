/** cdk8s constructs of Coder's control plane. */
export { Coder, type CoderProps } from './coder';
export type * from './coder-values-props';
export type { ObjectNames } from './object-names';
export type * as k8s from './kubernetes-types';
export type { PlusPods, PlusServiceAccount } from './plus';
export type * as operator from './prometheus-operator';
