import {
  type Document,
  type Node,
  type Pair,
  isAlias,
  isMap,
  isNode,
  isPair,
  isScalar,
  parseAllDocuments,
  visit,
} from 'yaml';
import { GO_YAML } from './go-yaml';

/** YAML that is not read, and why: `expected ..., got ...; what to do`. */
export class YamlError extends Error {
  override readonly name = 'YamlError';

  constructor(expected: string, got: string, advice: string) {
    super(`expected ${expected}, got ${got}; ${advice}`);
  }
}

/**
 * Reads one YAML document as Go does. What Go's parser and others read differently, or Go's not at all, is refused.
 *
 * @throws YamlError
 */
export function parseStrictYaml(text: string): unknown {
  checkCharacters(text);
  const documents = attempt(() => parseAllDocuments(text, GO_YAML));
  const [document, ...more] = Array.isArray(documents) ? documents : [];
  if (document === undefined) return undefined;
  if (more.length > 0)
    throw new YamlError(
      'one YAML document',
      `${String(more.length + 1)}, separated by ---`,
      'give each a file of its own',
    );
  checkDocument(document, text);
  return attempt((): unknown => document.toJS({ maxAliasCount: 1000 }));
}

/** The parser's own refusals, too many aliases or too deep a nesting, as one line. */
function attempt<T>(read: () => T): T {
  try {
    return read();
  } catch (error) {
    throw invalid((error as Error).message);
  }
}

function invalid(message: string): YamlError {
  const [line = ''] = message.split('\n');
  return new YamlError('YAML', `an error: ${line.replace(/[.:]$/, '')}`, 'correct the file');
}

/** Go's parser takes no other control characters, and takes U+0085, U+2028 and U+2029 for line ends. */
const UNREADABLE = /[^\t\n\r\x20-\x7e\xa0-\u2027\u202a-\ud7ff\ue000-\ufefe\uff00-\ufffd\u{10000}-\u{10ffff}]|\r(?!\n)/u;

function checkCharacters(text: string): void {
  const found = UNREADABLE.exec(text);
  if (found !== null) {
    const code = `\\u${text.charCodeAt(found.index).toString(16).padStart(4, '0')}`;
    throw new YamlError(
      'printable text',
      `the character ${code} ${lineOf(text, found.index)}`,
      `write "${code}", in double quotes`,
    );
  }
  const directive = /^%.*/m.exec(text);
  if (directive !== null)
    throw new YamlError('YAML 1.1 without directives', JSON.stringify(directive[0]), 'remove the line');
}

function lineOf(text: string, offset: number): string {
  return `at line ${String(text.slice(0, offset).split('\n').length)}`;
}

function checkDocument(document: Document.Parsed, text: string): void {
  const [error] = [...document.errors, ...document.warnings];
  if (error !== undefined) throw invalid(error.message);
  visit(document, (_, node, path) => {
    if (isPair(node)) checkPair(node as Pair<Node>, path.at(-1), text);
    else if (isNode(node)) checkNode(node, path, document, text);
  });
}

type Ancestors = Parameters<Exclude<Parameters<typeof visit>[1], object>>[2];

function checkNode(node: Node, path: Ancestors, document: Document.Parsed, text: string): void {
  const where = lineOf(text, node.range?.[0] ?? 0);
  if (isAlias(node)) {
    const source = node.resolve(document);
    if (source === undefined || path.includes(source))
      throw new YamlError('an alias of an earlier value', `*${node.source} ${where}`, 'write the value out');
  } else if (node.tag !== undefined && node.tag !== 'tag:yaml.org,2002:str') {
    throw new YamlError(
      'a plain value',
      `the tag ${node.tag.replace('tag:yaml.org,2002:', '!!')} ${where}`,
      'remove the tag',
    );
  } else if (isScalar(node) && typeof node.value === 'number' && !Number.isFinite(node.value)) {
    throw new YamlError('a finite number', `${String(node.source)} ${where}`, 'put text in quotes');
  }
}

function checkPair({ key }: Pair<Node>, parent: Ancestors[number] | undefined, text: string): void {
  const offset = key.range?.[0] ?? 0;
  const where = lineOf(text, offset);
  if (isScalar(key) && typeof key.value === 'symbol') {
    const [first] = isMap(parent) ? parent.items : [];
    if (first?.key !== key)
      throw new YamlError(
        '<< once, as the first key of its map',
        `it later ${where}`,
        'move it up; several maps go in a list',
      );
  } else if (!isKey(key) || /^:[\]},]/.test(text.slice(key.range?.[1]))) {
    throw new YamlError('text as a key', `something else ${where}`, 'put the key in quotes');
  }
}

/** Go and JavaScript write fractions and large numbers differently. */
function isKey(key: Node): boolean {
  if (!isScalar(key)) return isAlias(key);
  return key.value !== null && (typeof key.value !== 'number' || /^(0|[1-9][0-9]{0,14})$/.test(String(key.source)));
}
