import type * as Strict from './strict-yaml';

/**
 * Reads one YAML document as Go does. What Go's parser and others read differently, or Go's not at all, is refused.
 *
 * @throws YamlError
 */
export function parseStrictYaml(text: string): unknown {
  return strict().parseStrictYaml(text);
}

/**
 * Reads the documents of YAML as Go does.
 *
 * @throws Error at the first that is no YAML.
 */
export function parseDocuments(text: string): readonly unknown[] {
  return strict().parseDocuments(text);
}

/** The library is loaded with the first document, since many installations have no values file. */
function strict(): typeof Strict {
  // eslint-disable-next-line @typescript-eslint/no-require-imports -- An `import` loads at once.
  return require('./strict-yaml') as typeof Strict;
}
