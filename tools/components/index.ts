/** Builds or gets the programs that the suites run, and keeps them in a cache. */
export { type ClientName, clientPaths, installClients } from './clients';
export { cacheFolder, cacheKey, provide } from './cache';
export { type Checkov, checkov } from './checkov';
export { type Chromium, chromium } from './chromium';
export { debianPrometheus, debianPrometheusVersion } from './debian';
export { type DefinedKind, definedKinds, definitionOf } from './definitions';
export { type GoModule, goComponent, goComponents, goModule } from './go';
export { type GoProgramName, type GoRecipe, goProgramNames, goRecipe, isGoProgram } from './go-modules';
export { type KubernetesRelease, kubernetesReleases, publishedTypes } from './kubernetes-releases';
export {
  type AnswerJson,
  type Prometheus,
  type PrometheusClient,
  type PrometheusOptions,
  type RangeJson,
  type SampleJson,
  type SeriesJson,
  type TimeRange,
  clientOf,
  startPrometheus,
} from './prometheus';
