/** Facts of the releases of coderd. */
export type { CoderdRelease, ContainerPort, EnvironmentVariable, PolicyRule, ProbeTiming } from './release';
export { CODERD_1_36 } from './release-1-36';
