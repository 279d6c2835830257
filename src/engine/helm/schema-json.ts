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

function printSection({ properties = {}, ...section }: JsonSchema): string {
  const children = Object.entries(properties).map(
    ([key, schema]) => `${JSON.stringify(key)}:${print(withoutEcho(key, schema))}`,
  );
  return `${JSON.stringify(section).slice(0, -1)},"properties":{\n${children.join(',\n')}\n}}`;
}

/** A description that is the key with a prefix, such as the name of an alert, is not worth its bytes: Helm reads them at every command. */
function withoutEcho(key: string, schema: JsonSchema): JsonSchema {
  const { description = '', ...others } = schema;
  const isName = /^\S+$/.test(description) && description.length > key.length + 1;
  const isEcho = isName && description.toLowerCase().endsWith(`${key.toLowerCase()}.`);
  return isEcho ? others : schema;
}

function print(schema: JsonSchema): string {
  return schema.properties === undefined ? JSON.stringify(schema) : printSection(schema);
}
