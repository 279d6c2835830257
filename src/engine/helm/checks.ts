import {
  type DeclaredValue,
  type JsonSchema,
  type Section,
  type Unique,
  keyExpected,
  leavesOf,
  textExpected,
  uniqueExpected,
} from '../values';

/**
 * The body of the template that refuses what the schema cannot: items of one name, keys that others have, and texts that are not the JSON
 * that they must be. Says the same as the checks of the values.
 */
export function checksBody(section: Section): string {
  return leavesOf(section).flatMap(checksOf).join('\n');
}

function checksOf({ path, leaf: { schema } }: DeclaredValue): readonly string[] {
  const { unique, additionalProperties: entry } = schema;
  const value = path.join('.');
  return [
    ...(unique === undefined ? [] : uniqueLines(value, unique)),
    ...(entry === undefined || entry === false ? [] : each(value, '$key, $text', entryLines(value, schema, entry))),
  ];
}

function each(value: string, variables: string, lines: readonly string[]): readonly string[] {
  return lines.length === 0 ? [] : [`{{- range ${variables} := .Values.${value} }}`, ...lines, '{{- end }}'];
}

/** Items of another type are left to the templates, when Helm skips the schema. */
function uniqueLines(value: string, unique: Unique): readonly string[] {
  const found = `(get $item ${quoted(unique.field)})`;
  const lines = [
    '{{- if kindIs "map" $item }}',
    `{{- if has ${found} $taken }}`,
    fail(`${value}[%d].${unique.field}`, uniqueExpected(unique), '%q', `$i (toString ${found})`),
    '{{- end }}',
    `{{- $taken = append $taken ${found} }}`,
    '{{- end }}',
  ];
  return [`{{- $taken := ${listOf(unique.taken)} }}`, ...each(value, '$i, $item', lines)];
}

function entryLines(value: string, { propertyNames }: JsonSchema, { json }: JsonSchema): readonly string[] {
  const { taken = [] } = propertyNames ?? {};
  return [
    ...(taken.length === 0 ? [] : keyLines(value, taken)),
    ...(json === undefined ? [] : jsonLines(value)),
    ...Object.entries(json ?? {}).flatMap(([key, others]) => textLines(value, key, others)),
  ];
}

function keyLines(value: string, taken: readonly string[]): readonly string[] {
  return [`{{- if has $key ${listOf(taken)} }}`, fail(value, keyExpected(taken), 'the key %q', '$key'), '{{- end }}'];
}

function jsonLines(value: string): readonly string[] {
  return [
    '{{- $json := fromJson (toString $text) }}',
    '{{- if hasKey $json "Error" }}',
    fail(`${value}.%s`, 'a map in JSON', 'a text that is none', '$key'),
    '{{- end }}',
  ];
}

function textLines(value: string, key: string, taken: readonly string[]): readonly string[] {
  const found = `(get $json ${quoted(key)})`;
  return [
    `{{- if or (not (kindIs "string" ${found})) (has ${found} ${listOf(['', ...taken])}) }}`,
    `{{- $shown := ternary (toJson ${found}) "nothing" (hasKey $json ${quoted(key)}) }}`,
    fail(`${value}.%s`, textExpected(key, taken), '%s', '$key $shown'),
    '{{- end }}',
  ];
}

function listOf(texts: readonly string[]): string {
  return `(${['list', ...texts.map(quoted)].join(' ')})`;
}

/** As Go reads it. */
function quoted(text: string): string {
  return JSON.stringify(text);
}

function fail(where: string, expected: string, got: string, args: string): string {
  return `{{- fail (printf ${quoted(`values.${where}: expected ${expected}, got ${got}`)} ${args}) }}`;
}
