import {
  type Exclusive,
  type JsonSchema,
  type Section,
  type Unique,
  exclusiveExpected,
  keyExpected,
  leavesOf,
  sizeExpected,
  uniqueExpected,
} from '../values';
import { ref } from '../expr';
import type { PrintContext } from './context';
import { printOperand } from './expression';
import { JSON_TYPES, type Place, listOf, quoted, refuseWhen, when } from './refusal';
import { ruleLines } from './rules';
import { HOST_BITS, repeatedLines, textLines } from './text-checks';
import { variantBody, variantLine } from './variants';

/** A named template: its name in the chart, and what it says. */
export type NamedBody = readonly [name: string, body: string];

/**
 * The templates that refuse what the schema cannot: items of one name, fields that do not go together, keys that others have, and texts
 * that are no regular expression or not the JSON that they must be. Says the same as the checks of the values. None where nothing is
 * to check; the first is called `checks`.
 */
export function checkTemplates(chart: string, section: Section, context: PrintContext): readonly NamedBody[] {
  const own = leavesOf(section).flatMap(({ path, leaf }) => {
    const value = printOperand(ref(path, leaf.type), context);
    return linesFor(chart, leaf.schema, { value, where: path.join('.'), args: '', depth: 0 });
  });
  const checks = [...own, ...ruleLines(section, context)].join('\n');
  const helpers: readonly NamedBody[] = [
    ['hostBits', HOST_BITS],
    ['variant', variantBody()],
  ];
  return [
    ...(checks === '' ? [] : [['checks', checks] as const]),
    ...helpers.filter(([name]) => checks.includes(`include "${chart}.${name}"`)),
  ];
}

/** Where Helm skips the schema, what is of another type is left to the templates. */
function linesFor(chart: string, schema: JsonSchema, place: Place): readonly string[] {
  const is = (kind: string): string => `kindIs "${kind}" ${place.value}`;
  return [
    ...when(is('string'), textLines(chart, schema, place)),
    ...when(is('map'), mapLines(chart, schema, place)),
    ...when(is('slice'), listLines(chart, schema, place)),
  ];
}

function mapLines(chart: string, schema: JsonSchema, place: Place): readonly string[] {
  const { properties = {}, exclusive, variants = [] } = schema;
  const fields = Object.entries(properties).flatMap(([key, field]) => {
    const value = `(get ${place.value} ${quoted(key)})`;
    return when(
      `hasKey ${place.value} ${quoted(key)}`,
      linesFor(chart, field, { ...place, value, where: `${place.where}.${key}` }),
    );
  });
  return [
    ...fields,
    ...(hasItems(schema.type) ? [] : sizeLines(schema, place)),
    ...entryLines(chart, schema, place),
    ...(exclusive === undefined ? [] : exclusiveLines(exclusive, place)),
    ...variants.map((one) => variantLine(chart, one, place)),
  ];
}

function entryLines(
  chart: string,
  { propertyNames, additionalProperties: entry }: JsonSchema,
  place: Place,
): readonly string[] {
  if (entry === undefined || entry === false) return [];
  const [key, value] = variablesIn(place, 'key', 'entry');
  const inner = below(place, { value, where: '.%s', args: key });
  const loopOver = (lines: readonly string[]): readonly string[] => loop(place, `${key}, ${value}`, lines);
  const keyLines = linesForKey(chart, propertyNames, { ...place, value: key });
  return [
    ...loopOver([...keyLines, ...kindLines(entry, inner), ...linesFor(chart, entry, inner)]),
    ...(entry.json === undefined ? [] : ['{{- $taken := dict }}', ...loopOver(repeatedLines(entry.json, inner))]),
  ];
}

/** What the schema cannot say of a key: that it is one of others, or not in the grammar. */
function linesForKey(chart: string, names: JsonSchema = {}, place: Place): readonly string[] {
  const { taken = [] } = names;
  const { value: key } = place;
  return [
    ...textLines(chart, names, place, 'the key %q'),
    ...(taken.length === 0
      ? []
      : refuseWhen(`has ${key} ${listOf(taken)}`, place, keyExpected(taken), ['the key %q', key])),
  ];
}

/** What is no map would be left out silently, and what is no text would make an object that the API server refuses. */
function kindLines({ exclusive, json }: JsonSchema, place: Place): readonly string[] {
  const [kind, expected] = exclusive !== undefined ? ['map', 'object (a map)'] : ['string', 'string (a map in JSON)'];
  if (exclusive === undefined && json === undefined) return [];
  const got = `(get (${JSON_TYPES}) (kindOf ${place.value}))`;
  return refuseWhen(`not (kindIs "${kind}" ${place.value})`, place, expected, ['%s', got]);
}

function listLines(chart: string, schema: JsonSchema, place: Place): readonly string[] {
  const { items, unique, type } = schema;
  const [index, item] = variablesIn(place, 'i', 'item');
  const inner = below(place, { value: item, where: '[%d]', args: index });
  const loopOver = (lines: readonly string[]): readonly string[] => loop(place, `${index}, ${item}`, lines);
  return [
    ...(hasItems(type) ? sizeLines(schema, place) : []),
    ...(items === undefined ? [] : loopOver(linesFor(chart, items, inner))),
    ...(unique === undefined ? [] : ['{{- $taken := dict }}', ...loopOver(uniqueLines(unique, inner))]),
  ];
}

/** Whether it is a list. */
function hasItems(type: JsonSchema['type'] = []): boolean {
  return type.includes('array');
}

function sizeLines({ size, type }: JsonSchema, place: Place): readonly string[] {
  if (size === undefined) return [];
  const isList = hasItems(type);
  const length = `(len ${place.value})`;
  const { min = 0, max } = size;
  const few = min === 0 ? [] : [`lt ${length} ${String(min)}`];
  const many = max === undefined ? [] : [`gt ${length} ${String(max)}`];
  return [...few, ...many].flatMap((isWrong) => refuseWhen(isWrong, place, sizeExpected(size, isList), ['%d', length]));
}

function uniqueLines(unique: Unique, { value, where, args }: Pick<Place, 'value' | 'where' | 'args'>) {
  const { fields, taken } = unique;
  const [first = ''] = fields;
  const found = fields.map((field) => `(get ${value} ${quoted(field)})`);
  const isText = fields.flatMap((field, i) => [
    `(hasKey ${value} ${quoted(field)})`,
    `(kindIs "string" ${found[i] ?? ''})`,
  ]);
  const isRepeated = 'hasKey $taken $texts';
  const isTaken = taken.length === 0 ? isRepeated : `or (${isRepeated}) (has ${found[0] ?? ''} ${listOf(taken)})`;
  const got = fields.map(() => '%q').join(' and ');
  const lines = [
    `{{- $texts := list ${found.join(' ')} | toJson }}`,
    ...refuseWhen(isTaken, { where: `${where}.${first}`, args }, uniqueExpected(unique), [got, ...found]),
    '{{- $_ := set $taken $texts true }}',
  ];
  return when(`kindIs "map" ${value}`, when(`and ${isText.join(' ')}`, lines));
}

function exclusiveLines(exclusive: Exclusive, place: Place): readonly string[] {
  const given = `(len (pick ${place.value} ${exclusive.of.map(quoted).join(' ')}))`;
  const isWrong = `${exclusive.isNeeded ? 'ne' : 'gt'} ${given} 1`;
  return refuseWhen(isWrong, place, exclusiveExpected(exclusive), ['%d', given]);
}

/** The variables of a loop, which those of one in it must not hide. */
function variablesIn({ depth }: Place, ...names: readonly [string, string]): readonly [string, string] {
  const [one, other] = names.map((name) => `$${name}${depth === 0 ? '' : String(depth + 1)}`);
  return [one ?? '', other ?? ''];
}

function below(place: Place, { value, where, args }: Omit<Place, 'depth'>): Place {
  return { value, where: place.where + where, args: `${place.args} ${args}`.trim(), depth: place.depth + 1 };
}

function loop({ value }: Place, variables: string, lines: readonly string[]): readonly string[] {
  return lines.length === 0 ? [] : [`{{- range ${variables} := ${value} }}`, ...lines, '{{- end }}'];
}
