/** What the commands make of the model. */
export { coderChartFiles, coderManifestFiles } from './coder-files';
export { GO_YAML } from './go-yaml';
export { run, runAny } from './run';
