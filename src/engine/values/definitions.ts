import type { Json } from '../expr';
import { keyExpected } from './beyond';
import type { JsonSchema, JsonType } from './schema';

/** What the names of kinds end with that allow the empty text for "not set". */
export const OPTIONAL = '?';

/** What their titles end with. */
export const OR_EMPTY = ', or ""';

/**
 * What stands in the place of a schema: a reference if it has a name, itself otherwise. Validators of draft-07 read the reference alone;
 * editors show the description and the default beside it too.
 *
 * @see https://json-schema.org/draft-07/draft-handrews-json-schema-01#rfc.section.8.3
 */
export function inPlace({ sharedAs, usual, ...schema }: JsonSchema): JsonSchema {
  const { definition, description, default: own } = schema;
  const value = isDefaultOfKind(schema) ? {} : optional('default', own);
  if (sharedAs !== undefined) return { $ref: referenceTo(sharedAs), ...(isSame(own, usual) ? {} : value) };
  if (definition === undefined) return spelledOut(schema);
  return { $ref: referenceTo(definition), ...optional('description', description), ...value };
}

/** A definition. */
export type NamedSchema = readonly [name: string, schema: JsonSchema];

/**
 * Definitions by name, sorted: each depends on its own content alone.
 *
 * @throws when two of one name differ.
 */
export function definitionsOf(schemas: readonly NamedSchema[]): Readonly<Record<string, JsonSchema>> {
  const found = new Map<string, JsonSchema>();
  for (const [name, schema] of schemas) {
    const before = found.get(name);
    if (before !== undefined && !isSame(before, schema))
      throw new Error(`two schemas that differ are both called "${name}": give one of them another definition`);
    found.set(name, schema);
  }
  return Object.fromEntries([...found].sort(([a], [b]) => (a < b ? -1 : 1)));
}

/** The definitions that a schema refers to. */
export function namedIn({ sharedAs, usual, ...schema }: JsonSchema): readonly NamedSchema[] {
  const { definition, items, properties = {}, propertyNames, additionalProperties: entries } = schema;
  const inner = [items, ...Object.values(properties), propertyNames, entries === false ? undefined : entries];
  return [
    ...(sharedAs === undefined
      ? []
      : [[sharedAs, { ...inPlace(without(schema, 'default')), ...optional('default', usual) }] as const]),
    ...(definition === undefined ? [] : [[definition, kindOf(schema)] as const]),
    ...inner.flatMap((one) => (one === undefined ? [] : namedIn(one))),
  ];
}

/** What all values of a kind have in common: no description, and no default but the one of the kind. */
function kindOf(schema: JsonSchema): JsonSchema {
  return { ...spelledOut(without(schema, 'description', 'default')), ...optional('default', defaultOfKind(schema)) };
}

/** A schema without some of its keywords. */
export function without(schema: JsonSchema, ...keywords: readonly (keyof JsonSchema)[]): JsonSchema {
  return Object.fromEntries(Object.entries(schema).filter(([key]) => !keywords.some((keyword) => keyword === key)));
}

/** The default that most values of a kind have: nothing. A switch has none of its own, so its name says which one it is. */
function defaultOfKind({ definition = '', type, default: own }: JsonSchema): Json | undefined {
  if (type === 'boolean') return own;
  if (type === 'array') return [];
  if (type === 'object') return {};
  return definition.endsWith(OPTIONAL) ? '' : undefined;
}

function isDefaultOfKind(schema: JsonSchema): boolean {
  return isSame(schema.default, defaultOfKind(schema));
}

function isSame(one: unknown, other: unknown): boolean {
  return JSON.stringify(one) === JSON.stringify(other);
}

/** How a definition is referred to. */
export function referenceTo(name: string): string {
  return `#/$defs/${name}`;
}

/** A schema with what is inside in its place. */
function spelledOut({ title, ...schema }: JsonSchema): JsonSchema {
  const { propertyNames, additionalProperties, items, properties, maxLength, ...others } = schema;
  // Of a length Helm says no more than the number.
  const rest = maxLength === 0 ? { ...others, pattern: '^$' } : { ...others, ...optional('maxLength', maxLength) };
  return {
    // A pattern says it too, and editors show that of a text which it does not match.
    ...(isShownByEditors(schema) || rest.pattern !== undefined ? {} : optional('title', title)),
    // Helm is asked for the others by a template.
    ...without(
      rest,
      'definition',
      'unique',
      'size',
      'shape',
      'json',
      'variants',
      'exact',
      'exclusive',
      're2',
      'network',
      'reserved',
      'taken',
      ...(rest.enum === undefined ? [] : ['type' as const]),
    ),
    ...(rest.pattern === undefined ? {} : { pattern: inWords(title, rest.pattern) }),
    ...(items === undefined ? {} : { items: inPlace(items) }),
    ...(properties === undefined ? {} : { properties: mapValues(properties, inPlace) }),
    ...keysByPattern(propertyNames, additionalProperties),
  };
}

/**
 * A pattern that begins with what is allowed, in words: they match nothing, and Helm and editors say the pattern of a text that they refuse.
 * Go and JavaScript, also with its flag `u`, read it alike.
 */
function inWords(title: string | undefined, pattern: string): string {
  return title === undefined ? pattern : `(${withoutSyntax(title)}){0}${pattern}`;
}

/** Brackets that come in pairs are left alone, since they read better. */
function withoutSyntax(title: string): string {
  const words = title.replace(/[\\^$*+?{}[\]|]/g, '\\$&');
  const isPaired = words.replace(/[^()]/g, '').replace(/^(\(\))*$/, '') === '';
  return isPaired ? words : words.replace(/[()]/g, '\\$&');
}

/** Of switches, lists, maps and enums the title says what editors show anyway. */
function isShownByEditors({ type = [], enum: of }: JsonSchema): boolean {
  return of !== undefined || ['boolean', 'array', 'object'].some((shown) => type.includes(shown as JsonType));
}

/**
 * The keys of open maps as `patternProperties` too: of a key that breaks `propertyNames` Helm says what is allowed, but Helm 4 not where; of an
 * unknown one it says where.
 */
function keysByPattern(names: JsonSchema | undefined, entries: JsonSchema['additionalProperties']): JsonSchema {
  if (entries === undefined) return {};
  if (names?.pattern === undefined || entries === false) return { additionalProperties: entries };
  const { reserved, maxLength } = names;
  return {
    // That of any map of Kubernetes would be said too often.
    ...(maxLength === undefined ? {} : { propertyNames: inPlace(names) }),
    patternProperties: {
      ...(reserved === undefined ? {} : refusedKeys(reserved)),
      [names.pattern]: inPlace(entries),
    },
    additionalProperties: false,
  };
}

/** Matches no text. */
const NOTHING = '[^\\s\\S]';

function refusedKeys(keys: readonly string[]): Readonly<Record<string, JsonSchema>> {
  return { [`^(${keys.join('|')})$`]: { type: 'string', pattern: inWords(keyExpected(keys), NOTHING) } };
}

function optional<K extends string, T>(key: K, value: T | undefined): { readonly [P in K]?: T } {
  return (value === undefined ? {} : { [key]: value }) as { readonly [P in K]?: T };
}

function mapValues<T>(map: Readonly<Record<string, T>>, to: (value: T) => T): Readonly<Record<string, T>> {
  return Object.fromEntries(Object.entries(map).map(([key, value]) => [key, to(value)]));
}
