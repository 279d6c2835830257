import {
  type DeclaredValue,
  type Exclusive,
  type JsonSchema,
  type Section,
  type Unique,
  type Variants,
  NULLS_OF_YAML,
  RE2_EXPECTED,
  countExpected,
  exclusiveExpected,
  keyExpected,
  leavesOf,
  textExpected,
  uniqueExpected,
  variantReason,
} from '../values';
import type { PrintContext } from './expression';
import { ruleLines } from './rules';

/**
 * The templates that refuse what the schema cannot: items of one name, fields that do not go together, keys that others have, and texts
 * that are no regular expression or not the JSON that they must be. Says the same as the checks of the values. None where nothing is
 * to check; the first is called `checks`.
 */
export function checkTemplates(chart: string, section: Section, context: PrintContext): readonly NamedBody[] {
  const lines = [...leavesOf(section).flatMap((value) => checksOf(chart, value)), ...ruleLines(section, context)];
  const hasVariants = leavesOf(section).some(({ leaf }) => leaf.schema.items?.variants !== undefined);
  return [
    ...(lines.length === 0 ? [] : [['checks', lines.join('\n')] as const]),
    ...(hasVariants ? [['variant', variantBody()] as const] : []),
  ];
}

/** A named template: its name in the chart, and what it says. */
export type NamedBody = readonly [name: string, body: string];

function checksOf(chart: string, { path, leaf: { schema } }: DeclaredValue): readonly string[] {
  const { unique, items, additionalProperties: entry } = schema;
  const value = path.join('.');
  return [
    ...exactLines(schema, `.Values.${value}`, value, ''),
    ...(unique === undefined ? [] : uniqueLines(value, unique)),
    ...(items === undefined ? [] : itemLines(chart, value, items)),
    ...(entry === undefined || entry === false ? [] : each(value, '$key, $text', entryLines(value, schema, entry))),
  ];
}

function each(value: string, variables: string, lines: readonly string[]): readonly string[] {
  return lines.length === 0 ? [] : [`{{- range ${variables} := .Values.${value} }}`, ...lines, '{{- end }}'];
}

/** Items of another type are left to the templates, when Helm skips the schema. */
function uniqueLines(value: string, unique: Unique): readonly string[] {
  const field = quoted(unique.field);
  const found = `(get $item ${field})`;
  const lines = [
    '{{- if kindIs "map" $item }}',
    `{{- if and (hasKey $item ${field}) (kindIs "string" ${found}) }}`,
    `{{- if has ${found} $taken }}`,
    fail(`${value}[%d].${unique.field}`, uniqueExpected(unique), '%q', `$i ${found}`),
    '{{- end }}',
    `{{- $taken = append $taken ${found} }}`,
    '{{- end }}',
    '{{- end }}',
  ];
  return [`{{- $taken := ${listOf(unique.taken)} }}`, ...each(value, '$i, $item', lines)];
}

function itemLines(chart: string, value: string, items: JsonSchema): readonly string[] {
  const { properties = {}, variants = [], exclusive } = items;
  const regexes = Object.keys(properties).filter((field) => properties[field]?.re2 === true);
  const lines = [
    ...regexes.flatMap((field) => regexLines(value, field)),
    ...Object.entries(properties).flatMap(([field, schema]) => fieldLines(value, field, schema)),
    ...(exclusive === undefined ? [] : exclusiveLines(value, exclusive)),
    ...variants.map((one) => variantLine(chart, value, one)),
  ];
  const mapLines = lines.length === 0 ? [] : ['{{- if kindIs "map" $item }}', ...lines, '{{- end }}'];
  return each(value, '$i, $item', [...mapLines, ...exactLines(items, '$item', `${value}[%d]`, '$i ')]);
}

/** A text that is exactly of its kind. */
function exactLines({ exact }: JsonSchema, text: string, where: string, args: string): readonly string[] {
  if (exact === undefined) return [];
  const { pattern = '', maxLength } = exact;
  // A number stands for itself, where one is allowed.
  const isWrong = `and (kindIs "string" ${text}) (not (regexMatch ${quoted(pattern)} ${text}))`;
  const isLong = `gt (len (toString ${text})) ${String(maxLength)}`;
  return [
    `{{- if ${maxLength === undefined ? isWrong : `or (${isWrong}) (${isLong})`} }}`,
    fail(where, exact.title ?? '', '%q', `${args}(toString ${text})`),
    '{{- end }}',
  ];
}

function fieldLines(value: string, field: string, schema: JsonSchema): readonly string[] {
  const lines = exactLines(schema, `(get $item ${quoted(field)})`, `${value}[%d].${field}`, '$i ');
  return lines.length === 0 ? [] : [`{{- if hasKey $item ${quoted(field)} }}`, ...lines, '{{- end }}'];
}

function exclusiveLines(value: string, exclusive: Exclusive): readonly string[] {
  return [
    `{{- $given := len (pick $item ${exclusive.of.map(quoted).join(' ')}) }}`,
    `{{- if ${exclusive.isNeeded ? 'ne' : 'gt'} $given 1 }}`,
    fail(`${value}[%d]`, exclusiveExpected(exclusive), '%d', '$i $given'),
    '{{- end }}',
  ];
}

function variantLine(chart: string, value: string, variants: Variants): string {
  const path = `(printf ${quoted(`values.${value}[%d]`)} $i)`;
  return `{{- include "${chart}.variant" (list $item ${path} (fromJson ${quoted(JSON.stringify(variants))})) }}`;
}

/** Refuses a map that lacks what the text of one of its fields asks for, or has what that does not allow. */
function variantBody(): string {
  return `{{- $item := index . 0 }}
{{- $path := index . 1 }}
{{- $variants := index . 2 }}
{{- $text := get $item $variants.field | default $variants.default | toString | lower }}
{{- $reason := printf ${quoted(variantReason({ field: '%s' }, '%s'))} $variants.field ($text | default "not given") }}
{{- range $kind := $variants.kinds }}
{{- if has $text $kind.of }}
{{- range $field := $kind.required }}
{{- if not (hasKey $item $field) }}
{{- fail (printf "%s.%s: expected a value %s, got nothing" $path $field $reason) }}
{{- end }}
{{- end }}
{{- range $field := $kind.refused }}
{{- if hasKey $item $field }}
{{- fail (printf "%s.%s: expected nothing %s, got a value" $path $field $reason) }}
{{- end }}
{{- end }}
{{- range $field, $format := $kind.formats }}
{{- $found := get $item $field | toString }}
{{- if and (hasKey $item $field) (not (regexMatch $format.pattern $found)) }}
{{- fail (printf "%s.%s: expected %s %s, got %q" $path $field $format.title $reason $found) }}
{{- end }}
{{- end }}
{{- end }}
{{- end }}`;
}

/** An expression that matches nothing, or what is to be checked, matches the empty text unless Go cannot read it. */
function regexLines(value: string, field: string): readonly string[] {
  const found = `(get $item ${quoted(field)} | toString)`;
  return [
    `{{- if or (has ${found} ${listOf(NULLS_OF_YAML)}) (not (regexMatch (print "|" ${found}) "")) (not (regexMatch (print "|^(?:" ${found} ")$") "")) }}`,
    fail(`${value}[%d].${field}`, RE2_EXPECTED, '%q', `$i ${found}`),
    '{{- end }}',
  ];
}

function entryLines(value: string, { propertyNames }: JsonSchema, entry: JsonSchema): readonly string[] {
  const { json } = entry;
  const { taken = [] } = propertyNames ?? {};
  return [
    ...(taken.length === 0 ? [] : keyLines(value, taken)),
    ...(entry.exactlyOne !== true ? [] : countLines(value, entry)),
    ...(json === undefined ? [] : jsonLines(value)),
    ...Object.entries(json ?? {}).flatMap(([key, others]) => textLines(value, key, others)),
  ];
}

/** What is not a map would be left out silently. */
function countLines(value: string, entry: JsonSchema): readonly string[] {
  return [
    '{{- if not (kindIs "map" $text) }}',
    fail(`${value}.%s`, 'a map', 'a %s', '$key (kindOf $text)'),
    '{{- end }}',
    '{{- if ne (len $text) 1 }}',
    fail(`${value}.%s`, countExpected(entry), '%d entries', '$key (len $text)'),
    '{{- end }}',
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
  return `{{- fail (printf ${quoted(`values.${where}: expected ${expected.replaceAll('%', '%%')}, got ${got}`)} ${args}) }}`;
}
