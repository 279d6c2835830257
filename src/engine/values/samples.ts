import type { Json } from '../expr';
import { isAllowedBy } from './check';
import type { Leaf } from './declare';
import { isMap } from './maps';
import { type JsonSchema, resolveRef } from './schema';
import { samplesOfSections } from './section-samples';

/** Texts of every sort: of those a free text takes the first, and each format takes some. */
const TEXTS: readonly string[] = [
  'a',
  '',
  `Long.${'n'.repeat(250)}-x9/y:z`,
  ' two words, and "quotes" \'of\' both \\ kinds=1 ',
  'first line → ünïcode\nsecond {{ .line }}: #2\n',
  '12',
  'true',
  `long-${'n'.repeat(55)}-x9`,
  'x-9',
  'a.b',
  'Word',
  'registry.example.com:5000',
  'name/path',
  'example.com/name',
  '1.50',
  'null',
  '250m',
  '2Gi',
  '1h30m',
  '45s',
  '30%',
  '10.0.0.0/8',
  '192.0.2.7',
  'https://example.com/base',
  '*.dev.example.com',
  '*-a.example.com',
  `sha256:${'0f'.repeat(32)}`,
  '*/5 * * * *',
  '*.example.com',
];

/** As long as a DNS name may be. */
const LONG_NAME = Array.from({ length: 4 }, (_, i) => 'n'.repeat(i === 3 ? 61 : 63)).join('.');

const NUMBERS: readonly number[] = [0, 1, 2, 3, 7, 60, 443, 1000, 8080, 30001, 1234567, 0.25, 12.5];

/** Most samples of one value. */
const MOST = 8;

/** Some allowed values of a declaration, as a values file gives them, its default first: as odd, long and different as it takes them. */
export function samplesOf(leaf: Leaf): readonly Json[] {
  const found = new Map([[JSON.stringify(leaf.default), leaf.default]]);
  const all =
    leaf.item === undefined ? candidates(leaf.schema) : samplesOfSections(leaf, leaf.item, samplesOf, namesFor(leaf));
  for (const sample of all.map((one) => given(leaf, one)))
    if (found.size < MOST) found.set(JSON.stringify(sample), sample);
  return [...found.values()];
}

/** Keys that a map takes. */
function namesFor({ schema: { propertyNames = {} } }: Leaf): readonly string[] {
  return [...new Set(candidates(propertyNames).map(String))];
}

/** Entries are merged into those of the default: only null takes these out. */
function given(leaf: Leaf, sample: Json): Json {
  const isEmptied = leaf.type === 'map' && JSON.stringify(sample) === '{}' && JSON.stringify(leaf.default) !== '{}';
  return isEmptied ? null : sample;
}

/** How deep maps and lists go whose content is not declared. */
const DEEP = 3;

function candidates(reference: JsonSchema, depth = DEEP): readonly Json[] {
  const schema = resolveRef(reference);
  if (schema.enum !== undefined) return schema.enum;
  const types = typeof schema.type === 'string' ? [schema.type] : (schema.type ?? []);
  const all = types.flatMap((type) => CANDIDATES[type]?.(schema, depth - 1) ?? []);
  return all.filter((sample) => isAllowedBy(schema, sample));
}

type Candidates = (schema: JsonSchema, depth: number) => readonly Json[];

const CANDIDATES: Readonly<Record<string, Candidates>> = {
  boolean: () => [true, false],
  integer: bounded,
  number: bounded,
  string: ({ re2, maxLength }) => [...longest(maxLength), ...(re2 === true ? ['a.*'] : []), ...TEXTS],
  array: listsOf,
  object: mapsOf,
};

/** Constructs cut what gets too long with a text of their own beside it. */
function longest(length: number | undefined): readonly string[] {
  return length === undefined ? [] : ['n'.repeat(length), LONG_NAME.slice(0, length)];
}

function bounded({ minimum, maximum, type }: JsonSchema): readonly Json[] {
  const bounds = [minimum, maximum].filter((bound) => bound !== undefined);
  return [...bounds, ...NUMBERS].filter((number) => type === 'number' || Number.isInteger(number));
}

/** No item, one, and three. */
function listsOf({ items = {}, unique }: JsonSchema, depth: number): readonly Json[] {
  const some = depth < 0 ? [] : candidates(items, depth).map((item, i) => named(item, unique, i));
  const [first] = some;
  return first === undefined ? [[]] : [[], [first], some.slice(1, 4), some.slice(-3)];
}

function named(item: Json, unique: JsonSchema['unique'], i: number): Json {
  const field = unique?.fields[0];
  return field === undefined || !isMap(item) ? item : { ...item, [field]: `item-${String(i)}` };
}

/** With no more than it must have, and with entries. */
function mapsOf(
  { properties = {}, required = [], additionalProperties = {} }: JsonSchema,
  depth: number,
): readonly Json[] {
  if (depth < 0) return [{}];
  const needed = Object.fromEntries(required.map((key) => [key, candidates(properties[key] ?? {}, depth)[0] ?? 'a']));
  const own = Object.entries(properties).flatMap(([key, schema]) =>
    candidates(schema, depth)
      .slice(0, 2)
      .map((value) => ({ [key]: value })),
  );
  const free = additionalProperties === false ? [] : entriesOf(candidates(additionalProperties, depth));
  return [needed, ...[...free, ...own].map((entries) => ({ ...needed, ...entries }))];
}

const KEYS: readonly string[] = ['key', 'app', 'example.com/odd_Key.1'];

function entriesOf(values: readonly Json[]): readonly Readonly<Record<string, Json>>[] {
  const some = values.length === 0 ? ['a'] : values;
  return [0, 1, 2].map((turn) =>
    Object.fromEntries(KEYS.slice(0, 1 + turn).map((key, i) => [key, some[(i + 2 * turn) % some.length] ?? 'a'])),
  );
}
