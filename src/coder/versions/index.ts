/** Versions of coderd: facts, metrics, rules, dashboards and questions of each, as data. */
export type {
  ChartFacts,
  CoderdFacts,
  CoderdVersion,
  ContainerPort,
  EnvironmentVariable,
  PolicyRule,
  ProbeTiming,
  SettingName,
} from './version';
import { CODERD_1_36, type Coderd136Metrics } from './coderd-1-36';

export { CODERD_1_36, type Coderd136Metrics };

/** The version that is deployed and watched unless another one is asked for. */
export const DEFAULT_VERSION = CODERD_1_36;

export { watchedBy } from './watched';
