/** cdk8s constructs of Coder's control plane. */
export { CoderdAccess } from './access';
export { Coder, CoderModel, type CoderModelProps, type CoderProps } from './coder';
export type { CoderValuesProps } from './coder-values-props';
export { CoderdDeployment } from './deployment';
export type { CoderHandles } from './handles';
export type { PartProps } from './part';
export type * as k8s from './kubernetes-types';
export { CoderdPodMonitor, CoderdServiceMonitor } from './monitors';
export { type CoderNames, coderNames } from './names';
export { CoderdMetricsService, CoderdService } from './services';
export type { PlusPods, PlusServiceAccount } from './plus';
export type * as operator from './prometheus-operator';
