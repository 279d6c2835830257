import {
  type Alias,
  type Document,
  type Node,
  type Scalar,
  isAlias,
  isMap,
  isNode,
  isPair,
  isScalar,
  parseAllDocuments,
  visit,
} from 'yaml';
import { GO_YAML } from './go-yaml';
import { YamlError } from './yaml-error';

/**
 * Reads the documents of YAML as Go does.
 *
 * @throws Error at the first that is no YAML.
 */
export function parseDocuments(text: string): readonly unknown[] {
  const documents = parseAllDocuments(text, GO_YAML);
  return (Array.isArray(documents) ? documents : []).map((document) => {
    const [error] = document.errors;
    if (error !== undefined) throw error;
    return document.toJS() as unknown;
  });
}

/**
 * Reads one YAML document as Go does. What Go's parser and others read differently, or Go's not at all, is refused.
 *
 * @throws YamlError
 */
export function parseStrictYaml(text: string): unknown {
  checkCharacters(text);
  try {
    return parse(text);
  } catch (error) {
    if (error instanceof YamlError) throw error;
    // The parser's own refusals: too many aliases, too deep a nesting.
    throw invalid((error as Error).message);
  }
}

function parse(text: string): unknown {
  const documents = parseAllDocuments(text, GO_YAML);
  const [document, ...more] = Array.isArray(documents) ? documents : [];
  if (document === undefined) return undefined;
  if (more.length > 0)
    throw new YamlError('one YAML document', `${String(more.length + 1)} of them`, 'give each a file of its own');
  checkDocument(document, text);
  return document.toJS({ maxAliasCount: 1000 });
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
      `the character ${code} ${atLine(text, found.index)}`,
      `write "${code}", in double quotes`,
    );
  }
  const directive = /^%.*/m.exec(text);
  if (directive !== null)
    throw new YamlError('YAML 1.1 without directives', JSON.stringify(directive[0]), 'remove the line');
}

function atLine(text: string, offset: number): string {
  return `at line ${String(text.slice(0, offset).split('\n').length)}`;
}

function lineOf(text: string, node: Node): string {
  return atLine(text, node.range?.[0] ?? 0);
}

const MAX_DEPTH = 200;

function checkDocument(document: Document.Parsed, text: string): void {
  const [error] = [...document.errors, ...document.warnings];
  if (error !== undefined) throw invalid(error.message);
  visit(document, (_, node, ancestors) => {
    if (ancestors.length > MAX_DEPTH) throw invalid('too deep a nesting');
    const place = { document, ancestors, text };
    if (isPair(node)) checkKey(node.key as Node, place);
    else if (isAlias(node)) checkAlias(node, place);
    else if (isNode(node)) checkPlain(node, place);
  });
}

/** Where a node is. */
interface Place {
  readonly document: Document.Parsed;
  readonly ancestors: readonly unknown[];
  readonly text: string;
}

function checkAlias(alias: Alias, { document, ancestors, text }: Place): void {
  const source = alias.resolve(document);
  if (source === undefined || ancestors.includes(source))
    throw new YamlError(
      'an alias of an earlier value',
      `*${alias.source} ${lineOf(text, alias)}`,
      'write the value out',
    );
}

/** Text with a tag of its own is text; what other tags mean depends on the parser. */
const TEXT_TAG = 'tag:yaml.org,2002:str';

function checkPlain(node: Node, { text }: Place): void {
  const { tag = TEXT_TAG, anchor = 'ok' } = node as { readonly tag?: string; readonly anchor?: string };
  const where = lineOf(text, node);
  if (tag !== TEXT_TAG)
    throw new YamlError(
      'a value without a tag',
      `${tag.replace('tag:yaml.org,2002:', '!!')} ${where}`,
      'remove the tag',
    );
  if (!/^[-\w]+$/.test(anchor))
    throw new YamlError('an anchor of letters, digits, - and _', `&${anchor} ${where}`, 'rename it');
  if (isScalar(node) && isAmbiguous(node))
    throw new YamlError('text or a finite number', `${String(node.source)} ${where}`, 'put text in quotes');
}

/** Go has no infinity, and takes `?` for the start of a key even where no blank follows. */
function isAmbiguous({ value, type, source = '' }: Scalar): boolean {
  return (typeof value === 'number' && !Number.isFinite(value)) || (type === 'PLAIN' && source.startsWith('?'));
}

function checkKey(key: Node, place: Place): void {
  if (isMergeKey(key)) checkMergeKey(key, place);
  else if (!isText(key) || /^:[\]},]/.test(place.text.slice(key.range?.[1])))
    throw new YamlError('a text as key', `something else ${lineOf(place.text, key)}`, 'put the key in quotes');
}

function isMergeKey(key: Node): boolean {
  return isScalar(key) && typeof key.value === 'symbol';
}

/** Go lets a later << replace what stands before it; others do not. */
function checkMergeKey(key: Node, { ancestors, text }: Place): void {
  const parent = ancestors.at(-1);
  if (isMap(parent) && parent.items[0]?.key !== key)
    throw new YamlError(
      '<< once, as the first key',
      `it ${lineOf(text, key)}`,
      'move it up; a list merges several maps',
    );
}

/** Go writes a key that is a fraction or a large number otherwise than JavaScript does. */
function isText(key: Node): boolean {
  if (!isScalar(key)) return false;
  return typeof key.value === 'number' ? /^(0|[1-9][0-9]{0,14})$/.test(String(key.source)) : key.value !== null;
}
