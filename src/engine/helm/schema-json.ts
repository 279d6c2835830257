import type { JsonSchema } from '../values';
import { withoutSingles } from './definitions';

/**
 * The schema of values as JSON in which each value and each definition is one line: a change of one is a diff of one line, and the file
 * stays small, since Helm reads it at every command. In ASCII: a byte order mark or a non-character inside a file would not survive
 * every editor.
 */
export function printSchema(schema: JsonSchema): string {
  const { $defs = {}, ...root } = withoutSingles(schema);
  const types = Object.entries($defs).map(([name, of]) => `${JSON.stringify(name)}:${JSON.stringify(of)}`);
  const text = `${printSection(root).slice(0, -1)},\n"definitions":{\n${types.join(',\n')}\n}}\n`;
  // Helm's validator takes in at once what is under this keyword of draft-07, and starts anew for each definition elsewhere.
  return inAscii(text.replaceAll('"$ref":"#/$defs/', '"$ref":"#/definitions/'));
}

function inAscii(text: string): string {
  return text.replace(/[\u007f-\uffff]/g, (char) => `\\u${char.charCodeAt(0).toString(16).padStart(4, '0')}`);
}

function printSection({ properties = {}, ...section }: JsonSchema, path: readonly string[] = []): string {
  const children = Object.entries(properties).map(([key, schema]) => {
    const place = [...path, key];
    return `${JSON.stringify(key)}:${print(terse(schema, place), place)}`;
  });
  return `${JSON.stringify(section).slice(0, -1)},"properties":{\n${children.join(',\n')}\n}}`;
}

/** Neither a description that only says the path again nor "" for "not set" is worth its bytes: Helm reads them at every command. */
function terse(schema: JsonSchema, path: readonly string[]): JsonSchema {
  const { description = '', ...undescribed } = schema;
  const { default: usual, ...others } = schema;
  if (usual === '') return terse(others, path);
  return isPrefixed(description, path.at(-1)) || isSaid(description, path) ? undescribed : schema;
}

/** Whether a description is the key with a prefix, such as the name of an alert. */
function isPrefixed(description: string, key = ''): boolean {
  const isName = /^\S+$/.test(description) && description.length > key.length + 1;
  return isName && description.toLowerCase().endsWith(`${key.toLowerCase()}.`);
}

/** Whether a description has no word that the path has not. */
function isSaid(description: string, path: readonly string[]): boolean {
  const said = wordsOf(path.join(' '));
  return wordsOf(description).every((word) => GLUE.has(word) || said.includes(word));
}

/** Words that say nothing alone, in the singular. */
const GLUE = new Set(['a', 'an', 'for', 'it', 'of', 'object', 'the', 'to']);

/** The words of a text or of names in camel case, in the singular. */
function wordsOf(text: string): readonly string[] {
  const words = text.match(/\p{Lu}+(?!\p{Ll})|\p{Lu}?[\p{Ll}\p{Lo}\p{Lm}]+|[^\s\p{L}\p{P}]+/gu) ?? [];
  return words.map((word) => word.toLowerCase().replace(/s$/, ''));
}

function print(schema: JsonSchema, path: readonly string[]): string {
  return schema.properties === undefined ? JSON.stringify(schema) : printSection(schema, path);
}
