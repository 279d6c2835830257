/** What the commands make of the model. */
export { coderChartFiles, coderManifestFiles, compiledCoder } from './coder-files';
export { valuesTable } from './chart-readme';
export { report } from './report';
export { run, runAny } from './run';
