/** Reads values files as Helm does, YAML 1.1 included. */
export { parseDocuments, parseStrictYaml } from './parse';
export { ValuesFileError, readValuesFiles } from './values-files';
