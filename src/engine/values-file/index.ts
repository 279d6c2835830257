/** Reads values files as Helm does, YAML 1.1 included. */
export { GO_YAML } from './go-yaml';
export { parseStrictYaml } from './parse';
export { ValuesFileError, readValuesFiles } from './values-files';
