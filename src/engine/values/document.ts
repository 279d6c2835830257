import type { Json } from '../expr';
import type { Leaf, Section } from './declare';
import { DEFINITIONS, type JsonSchema } from './schema';
import { leavesOf } from './handles';

/**
 * The schema of a whole values file: closed, nothing required, and open for `global`, which Helm adds to every subchart.
 *
 * @see https://helm.sh/docs/topics/charts/#schema-files
 */
export function valuesSchema(section: Section): JsonSchema {
  const shared = repeatedLeaves(section);
  const { properties, ...rest } = sectionSchema(section, shared);
  return {
    $schema: 'http://json-schema.org/draft-07/schema#',
    ...rest,
    properties: {
      ...properties,
      global: { type: 'object', description: 'Values that a parent chart shares with its subcharts; not used here.' },
    },
    definitions: {
      ...mapValues(DEFINITIONS, keysByPattern),
      ...Object.fromEntries([...shared].map(([text, name]) => [name, JSON.parse(text) as JsonSchema])),
    },
  };
}

/** Values that say the same at least this often are said once: Helm reads the schema at every command. */
const OFTEN = 4;

/** Names of the schemas that many values have, by their text. */
function repeatedLeaves(section: Section): ReadonlyMap<string, string> {
  const texts = new Map<string, string[]>();
  for (const { path, leaf } of leavesOf(section)) {
    const text = JSON.stringify(keysByPattern(leaf.schema));
    texts.set(text, [...(texts.get(text) ?? []), path.at(-1) ?? '']);
  }
  const often = [...texts].filter(([, keys]) => keys.length >= OFTEN);
  const named = often.map(([text, [key = '']]) => ({ text, key }));
  return new Map(
    named.map(({ text, key }, i) => {
      const before = named.slice(0, i).filter((other) => other.key === key).length;
      return [text, before === 0 ? key : `${key}-${String(before + 1)}`];
    }),
  );
}

function leafSchema(leaf: Leaf, shared: ReadonlyMap<string, string>): JsonSchema {
  const schema = keysByPattern(leaf.schema);
  const name = shared.get(JSON.stringify(schema));
  return name === undefined ? schema : { $ref: `#/definitions/${name}` };
}

function sectionSchema(section: Section, shared: ReadonlyMap<string, string>): JsonSchema {
  const properties = Object.entries(section.children).map(([key, child]) => [
    key,
    child.kind === 'leaf' ? leafSchema(child, shared) : sectionSchema(child, shared),
  ]);
  return {
    type: 'object',
    description: section.description,
    additionalProperties: false,
    properties: Object.fromEntries(properties) as Readonly<Record<string, JsonSchema>>,
  };
}

/**
 * The same schema with the keys of open maps as `patternProperties`: of a key that breaks `propertyNames` Helm 4 says the key alone, of
 * an unknown one it says the map too.
 */
function keysByPattern(schema: JsonSchema): JsonSchema {
  const { propertyNames, additionalProperties, items, properties, ...rest } = schema;
  const inner: JsonSchema = {
    ...rest,
    ...(items === undefined ? {} : { items: keysByPattern(items) }),
    ...(properties === undefined ? {} : { properties: mapValues(properties, keysByPattern) }),
  };
  if (propertyNames?.pattern === undefined || additionalProperties === undefined || additionalProperties === false)
    return { ...inner, ...(additionalProperties === undefined ? {} : { additionalProperties }) };
  const { pattern, maxLength } = propertyNames;
  return {
    ...inner,
    ...(maxLength === undefined ? {} : { propertyNames: { maxLength } }),
    patternProperties: { [pattern]: keysByPattern(additionalProperties) },
    additionalProperties: false,
  };
}

function mapValues<T>(map: Readonly<Record<string, T>>, to: (value: T) => T): Readonly<Record<string, T>> {
  return Object.fromEntries(Object.entries(map).map(([key, value]) => [key, to(value)]));
}

/** A row of a reference of values. */
export interface ReferenceRow {
  readonly key: string;
  readonly allowed: string;
  readonly default: Json;
  readonly description: string;
  readonly see?: string;
}

/** The reference of all values, in declared order. */
export function referenceRows(section: Section): readonly ReferenceRow[] {
  return leavesOf(section).map(({ path, leaf }) => ({
    key: path.join('.'),
    allowed: leaf.schema.title ?? '',
    default: leaf.default,
    description: leaf.description,
    ...seeOf(leaf),
  }));
}

function seeOf(leaf: Leaf): { readonly see?: string } {
  return leaf.see === undefined ? {} : { see: leaf.see };
}
