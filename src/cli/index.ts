/** What the commands make of the model. */
export { alertmanagerFiles } from './alertmanager';
export { coderChartFiles, coderManifestFiles, compiledCoder } from './coder-files';
export { valuesTable } from '../coder/chart';
export { report } from './report';
export { run, runAny } from './run';
