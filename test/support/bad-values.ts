import * as fc from 'fast-check';
import { CODER_VALUES } from './coder-values';
import { type Json } from '../../src/engine/expr';
import { type JsonSchema, isMap, leavesOf } from '../../src/engine/values';
import { fromSchema } from './arbitraries';
import { type Path, type Spot, inGroups, isClosed, itemFor, put, spotsOf } from './bad-spots';
import { SEED as START, count, seedAt } from './share';

/** A value that is wrong where it is, and what is wrong with it. */
export interface Bad {
  /** Where it is put. */
  readonly path: Path;
  readonly value: Json;
  /** Where a message has to say that it is: the map, for a key that should not be there. */
  readonly refusedAt: Path;
  /** The key that should not be there. */
  readonly key?: string;
  readonly why: 'unknown key' | 'key' | 'missing key' | 'type' | 'value';
}

/** Every place in the values of Coder. */
export const SPOTS: readonly Spot[] = spotsOf(CODER_VALUES);

const UNKNOWN = 'notDeclared';
const SEED = seedAt(12);

/** Near misses at one place, but for the first few; the next place of the same kind gets others. */
const MISSES = count({ few: 2, many: 24 });

/** An unknown key in every closed map. */
export function unknownKeys(spots: readonly Spot[] = SPOTS): readonly Bad[] {
  return spots.filter(isClosed).map(({ path }) => ({
    path: [...path, UNKNOWN],
    value: 1,
    refusedAt: path,
    key: UNKNOWN,
    why: 'unknown key',
  }));
}

/** One value of each type of JSON. */
export const SAMPLES = {
  string: 'text',
  integer: 7,
  number: 1.5,
  boolean: true,
  array: ['item'],
  object: { given: 'x' },
  null: null,
} as const satisfies Readonly<Record<string, Json>>;

/** Every other type than the allowed ones, at a place. */
export function wrongTypes(spot: Spot): readonly Bad[] {
  const allowed = typeof spot.schema.type === 'string' ? [spot.schema.type] : (spot.schema.type ?? []);
  const isWrong = (type: string): boolean =>
    !(allowed as readonly string[]).includes(type) &&
    !(type === 'integer' && allowed.includes('number')) &&
    // Elsewhere null is the default.
    (type !== 'null' || spot.isInner);
  // The values as a whole are a map, or Helm does not read them.
  const types = spot.path.length === 0 ? [] : Object.entries(SAMPLES).filter(([type]) => isWrong(type));
  return types.map(([, value]) => ({ path: spot.path, value, refusedAt: spot.path, why: 'type' }));
}

/** Values of an allowed type that are just outside of what is allowed. */
export function nearMisses(spot: Spot, turn: number): readonly Bad[] {
  const { path, schema } = spot;
  const values = [...numberMisses(schema), ...duplicates(schema), ...some(textMissesOf(schema), turn)];
  const keys = some(badKeys(schema), turn);
  const { required = [] } = schema;
  const entry = keys.length > 0 ? sampleEntry(schema) : '';
  const item = required.length > 0 ? sample(schema) : {};
  const refused = { path, refusedAt: path };
  return [
    ...values.map((value): Bad => ({ ...refused, value, why: 'value' })),
    ...keys.map((key): Bad => ({ path: [...path, key], value: entry, refusedAt: path, key, why: 'key' })),
    ...required.map((key): Bad => ({ ...refused, value: without(item, key), key, why: 'missing key' })),
  ];
}

/** The first ones, which are about the length, and some of the others, evenly spread, not the same at each turn. */
function some<T>(all: readonly T[], turn: number): readonly T[] {
  const step = Math.ceil(all.length / MISSES);
  return all.filter((_, i) => i < count({ few: 2, many: 4 }) || (i + turn + START) % step === 0);
}

function numberMisses({ type = [], minimum, maximum }: JsonSchema): readonly number[] {
  return [
    ...(minimum === undefined ? [] : [minimum - 1]),
    ...(maximum === undefined ? [] : [maximum + 1]),
    ...(type.includes('integer') ? [(minimum ?? 0) + 0.5] : []),
  ];
}

function textMissesOf(schema: JsonSchema): readonly string[] {
  return schema.type?.includes('string') === true ? textMisses(schema) : [];
}

/** Odd characters, first those that end the ranges of the pattern of free text. */
const CHARACTERS = [
  ...['\0', '\b', '\v', '\f', '\x0e', '\x1f', '\x7f', '\x85', '\x9f', '\ufeff', '\ufffe', '\uffff'],
  ...[
    '\n',
    ' ',
    '\t',
    '/',
    '-',
    '.',
    '_',
    ':',
    '%',
    'A',
    'a',
    '0',
    '\u00e9',
    '\u2028',
    '\u{1f600}',
    '!',
    '"',
    '{{ . }}',
  ],
];

/** Texts that differ from allowed ones by one character, one length or one case, and are not allowed. */
function textMisses({ enum: of, pattern, minLength, maxLength }: JsonSchema): readonly string[] {
  const key = JSON.stringify([of, pattern, minLength, maxLength]);
  const schema = JSON.parse(JSON.stringify({ type: 'string', enum: of, pattern, minLength, maxLength })) as JsonSchema;
  const known = MISSES_OF.get(key) ?? findTextMisses(schema);
  MISSES_OF.set(key, known);
  return known;
}

const MISSES_OF = new Map<string, readonly string[]>();

function findTextMisses(schema: JsonSchema): readonly string[] {
  const good = goodTexts(schema);
  const lengths = ['', ...(schema.maxLength === undefined ? [] : tooLong(good, schema.maxLength))];
  const near = good.flatMap((text) => [
    ...CHARACTERS.flatMap((char) => [text + char, char + text]),
    ...[text.toUpperCase(), text.toLowerCase(), text.slice(0, -1), text.slice(1)],
  ]);
  return [...new Set([...lengths, ...near])].filter((text) => !isGood(schema, text));
}

/** Texts of one character too many, some of which no pattern refuses. */
function tooLong(good: readonly string[], maxLength: number): readonly string[] {
  const longer = good.map((text) => text + (text.at(-1) ?? 'a').repeat(maxLength + 1 - text.length));
  return [...(maxLength > 2 ? [`${'a'.repeat(maxLength - 1)}/a`] : []), ...longer];
}

function goodTexts(schema: JsonSchema): readonly string[] {
  return fc.sample(fromSchema(schema), { seed: SEED, numRuns: 2 }).map(String);
}

function isGood(schema: JsonSchema, text: string): boolean {
  const { length } = Array.from(text);
  if (schema.enum !== undefined) return schema.enum.includes(text);
  if (length < (schema.minLength ?? 0) || length > (schema.maxLength ?? Infinity)) return false;
  return new RegExp(schema.pattern ?? '').test(text);
}

function duplicates(schema: JsonSchema): readonly Json[] {
  const [item] = schema.items?.enum ?? [];
  return schema.uniqueItems === true && item !== undefined ? [[item, item]] : [];
}

/** Keys that an open map does not take. */
function badKeys(schema: JsonSchema): readonly string[] {
  return schema.propertyNames === undefined ? [] : textMisses(schema.propertyNames);
}

function sampleEntry(schema: JsonSchema): Json {
  const entry = schema.additionalProperties;
  return entry === undefined || entry === false ? 'a' : sample(entry);
}

function sample(schema: JsonSchema): Json {
  return fc.sample(fromSchema(schema), { seed: SEED, numRuns: 1 })[0] ?? 'a';
}

function without(map: Json, key: string): Json {
  return isMap(map) ? Object.fromEntries(Object.entries(map).filter(([name]) => name !== key)) : map;
}

/** A values file, and what is wrong in it. */
export interface BadValues {
  readonly values: Json;
  readonly bad: readonly Bad[];
}

/** Few values files that hold all the given wrong values. */
export function inFiles(all: readonly Bad[]): readonly BadValues[] {
  return inGroups(all).map((bad) => ({
    bad,
    values: bad.reduce<Json>((values, { path, value }) => put(values, path, value), companions(bad)),
  }));
}

/** What the fields of items are beside, where one of them says which others there must be. */
export function companions(bad: readonly { readonly path: Path }[]): Json {
  const varied = leavesOf(CODER_VALUES).filter(({ leaf }) => leaf.schema.items?.variants !== undefined);
  const isInside = (path: Path, list: Path): boolean =>
    path.length > list.length + 1 && list.every((key, i) => key === path[i]);
  return varied
    .filter((list) => bad.some(({ path }) => isInside(path, list.path)))
    .reduce<Json>((values, { path, leaf }) => put(values, path, [itemFor(leaf.schema)]), {});
}

/**
 * Helm 3 checks values that went through YAML once more. These characters do not come back: it refuses them without a path, and
 * of these U+0085 in free text comes back as a space, so that its schema lets it pass.
 */
export function isReadBack({ path, value }: Pick<Bad, 'path' | 'value'>): boolean {
  return !/[\u007f-\u009f\ufffe\uffff]/.test(JSON.stringify([path, value]));
}
