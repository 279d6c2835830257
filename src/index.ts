/** Coder's control plane on Kubernetes: constructs for cdk8s. */
export type * from './coder/constructs';
export { coderChart } from './coder/chart';
export { Coder, CoderObservability } from './coder/constructs';
export { type CoderValues, coderValues } from './coder/values';
export {
  CODERD_1_36,
  type ChartFacts,
  type Coderd136Metrics,
  type CoderdFacts,
  type CoderdVersion,
  type ContainerPort,
  type EnvironmentVariable,
  type PolicyRule,
  type ProbeTiming,
  type SettingName,
} from './coder/versions';
export type { ListOf, MapOf, Value } from './engine/expr';
export { type Problem, ValuesError } from './engine/values';
