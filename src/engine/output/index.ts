/** Writes generated directories and files, all or nothing. */
export { FILE_LIST } from './list';
export { type FinishedObject, manifestFiles } from './manifests';
export { printYaml } from './yaml';
export { type Files, OutputError, type WriteReport, writeDirectory, writeFile } from './write';
