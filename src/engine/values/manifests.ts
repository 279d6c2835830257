import { type Json, requireKind } from '../expr';
import { type Leaf, type LeafOptions, leaf } from './declare';
import { requireOptions } from './options';
import { MAP_VALUE, NON_EMPTY, type JsonSchema, OPEN_MAP, type Unique, type Variants } from './schema';

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
   * What an item must and must not have because of the text of one of its fields.
   *
   * @default - nothing
   */
  readonly variants?: Variants;
  /**
   * Field whose text no two items have in common.
   *
   * @default - none
   */
  readonly unique?: Unique;
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
  const { fields, required = [], unique, variants } = options;
  const open: JsonSchema = required.includes('name') ? { ...OPEN_MAP, properties: { name: NON_EMPTY } } : OPEN_MAP;
  const item: JsonSchema =
    fields === undefined ? open : { type: 'object', title: 'a map', properties: fields, additionalProperties: false };
  const items: JsonSchema = {
    ...item,
    ...(required.length === 0 ? {} : { required }),
    ...(variants === undefined ? {} : { variants }),
  };
  const definition = fields === undefined ? ['maps', ...required].join('-') : `${api.replace(/^\w+\./, '')}-list`;
  const schema: JsonSchema = { definition, type: 'array', title: 'a list', items };
  return leaf('list', `ListOf<${api}>`, unique === undefined ? schema : { ...schema, unique }, options);
}
