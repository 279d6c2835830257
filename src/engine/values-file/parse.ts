import type * as Strict from './strict-yaml';

/**
 * Reads one YAML document as Go does. What Go's parser and others read differently, or Go's not at all, is refused. The library is loaded with
 * the first document, since many installations have no values file.
 *
 * @throws YamlError
 */
export function parseStrictYaml(text: string): unknown {
  // eslint-disable-next-line @typescript-eslint/no-require-imports -- An `import` loads at once.
  return (require('./strict-yaml') as typeof Strict).parseStrictYaml(text);
}
