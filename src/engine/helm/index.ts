/** Prints a model whose values only Helm knows as a Helm chart. */
export { type ChartFiles, type ChartMetadata, type HelmChartProps, renderHelmChart, symbolicObjects } from './chart';
export { GO_SYNTAX, type GoSyntax } from './syntax';
export { printValuesYaml, printYaml } from './values-yaml';
