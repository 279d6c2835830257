/** What is claimed of the chart and the manifests, suite by suite. */
export { runSuites } from './run';
