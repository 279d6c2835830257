/** Prints a model whose values only Helm knows as a Helm chart. */
export { type HelmChartProps, renderHelmChart, symbolicObjects } from './chart';
export { type HelmChartOfProps, type PropDeclaration, type PropValue, type PropValues, helmChartOf } from './chart-of';
export { type DerivedChartProps, deriveChart } from './derive';
export type { ChartDependency, ChartMaintainer, ChartMetadata } from './metadata';
export type { GoSyntax } from './context';
export { GO_SYNTAX } from './syntax';
