import { type Json, type MapOf, requireGiven, requireKind } from '../expr';
import { type Leaf, type LeafOptions, leaf, ofFormat } from './declare';
import type { FormatName } from './formats';
import { at } from './maps';
import { requireOptions } from './options';
import {
  type Exclusive,
  MAP_VALUE,
  NON_EMPTY,
  type JsonSchema,
  OPEN_MAP,
  type Unique,
  type Variants,
  orNull,
} from './schema';

/** Fields of a Kubernetes object as plain data. */
export type ManifestFields = Readonly<Record<string, Json>>;

/** What a list of Kubernetes objects says of itself. */
export interface ManifestListOptions extends LeafOptions<readonly ManifestFields[]> {
  /**
   * Schemas of the fields of an item; others are refused.
   *
   * @default - any field
   */
  readonly fields?: Readonly<Record<string, JsonSchema>>;
  /**
   * Fields that an item must have. One called `name` must be a text, since lists are merged by it.
   *
   * @default - none
   */
  readonly required?: readonly string[];
  /**
   * What an item must and must not have because of the texts of some of its fields.
   *
   * @default - nothing
   */
  readonly variants?: readonly Variants[];
  /**
   * Fields of which an item has no two.
   *
   * @default - none
   */
  readonly exclusive?: Exclusive;
  /**
   * Fields whose texts no two items have in common.
   *
   * @default - none
   */
  readonly unique?: Unique;
}

/** What a map of Kubernetes objects by their names says of itself. */
export interface ManifestMapOptions extends LeafOptions<Readonly<Record<string, ManifestFields>>> {
  /** Grammar of the names. */
  readonly names: FormatName;
  /**
   * Schemas of the fields of an entry, each of which null takes out; others are refused.
   *
   * @default - any field
   */
  readonly fields?: Readonly<Record<string, JsonSchema>>;
  /**
   * What an entry must and must not have because of the texts of some of its fields.
   *
   * @default - nothing
   */
  readonly variants?: readonly Variants[];
  /**
   * Fields of which an entry has no two.
   *
   * @default - none
   */
  readonly exclusive?: Exclusive;
  /**
   * Names that are not allowed, since others have them.
   *
   * @default - none
   */
  readonly taken?: readonly string[];
}

/**
 * Declares a part of a Kubernetes object that is passed on as it is.
 *
 * @param api its type in TypeScript, such as `k8s.Affinity`, for generated props
 */
export function manifest<T = ManifestFields>(api: string, options: LeafOptions<ManifestFields>): Leaf<T> {
  requireKind('a text', 'manifest: api', api);
  requireOptions('manifest', options);
  return leaf('map', api, MAP_VALUE, options);
}

/**
 * Declares a list of parts of Kubernetes objects that are passed on as they are, such as containers.
 *
 * @param api type of an item in TypeScript, such as `k8s.Container`, for generated props
 */
export function manifestList<T = ManifestFields>(api: string, options: ManifestListOptions): Leaf<readonly T[]> {
  requireKind('a text', 'manifestList: api', api);
  requireOptions('manifestList', options);
  const { fields, required = [], unique, variants, exclusive } = options;
  const open: JsonSchema = required.includes('name') ? { ...OPEN_MAP, properties: { name: NON_EMPTY } } : OPEN_MAP;
  const item = fields === undefined ? open : closed(fields);
  const items: JsonSchema = {
    ...item,
    ...(required.length === 0 ? {} : { required }),
    ...(variants === undefined ? {} : { variants }),
    ...(exclusive === undefined ? {} : { exclusive }),
  };
  const definition = fields === undefined ? ['maps', ...required].join('-') : `${shortName(api)}-list`;
  const schema: JsonSchema = { definition, type: 'array', title: 'a list', items };
  return leaf('list', `ListOf<${api}>`, unique === undefined ? schema : { ...schema, unique }, options);
}

/**
 * Declares a map of parts of Kubernetes objects by their names, which values files merge entry by entry, such as environment variables; see
 * `namedItems`.
 *
 * @param api type of an entry in TypeScript, for generated props
 */
export function manifestMap<T = ManifestFields>(api: string, options: ManifestMapOptions): Leaf<MapOf<T>> {
  requireKind('a text', 'manifestMap: api', api);
  requireOptions('manifestMap', options);
  const { names, fields, variants, exclusive, taken } = options;
  requireGiven(at(options, ['names']) !== undefined, 'manifestMap: options.names', 'the name of a format', names);
  const entry: JsonSchema = {
    ...(fields === undefined ? MAP_VALUE : closed(nullable(fields))),
    ...(variants === undefined ? {} : { variants }),
    ...(exclusive === undefined ? {} : { exclusive }),
  };
  const schema: JsonSchema = {
    definition: fields === undefined ? `${names}-fields` : `${shortName(api)}-map`,
    type: 'object',
    title: 'a map of maps',
    propertyNames: { ...ofFormat(names), ...(taken === undefined ? {} : { taken }) },
    additionalProperties: orNull(entry),
  };
  return leaf('map', `MapOf<${api}>`, schema, options);
}

function nullable(fields: Readonly<Record<string, JsonSchema>>): Readonly<Record<string, JsonSchema>> {
  return Object.fromEntries(Object.entries(fields).map(([key, schema]) => [key, orNull(schema)]));
}

function closed(properties: Readonly<Record<string, JsonSchema>>): JsonSchema {
  return { type: 'object', title: 'a map', properties, additionalProperties: false };
}

function shortName(api: string): string {
  return api.replace(/^\w+\./, '');
}
