/** cdk8s constructs of Coder's control plane. */
export { Coder, CoderModel, type CoderModelProps, type CoderProps } from './coder';
export type * from './coder-values-props';
export type { CoderHandles } from './handles';
export type * as k8s from './kubernetes-types';
export type { PlusPods, PlusServiceAccount } from './plus';
export type * as operator from './prometheus-operator';
