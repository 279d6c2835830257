import { requireGiven } from '../expr';
import { checkedDefault } from './check';
import { type Children, type Leaf, type LeafOptions, type Section, leaf, ofFormat } from './declare';
import type { FormatName } from './formats';
import type { Filled, Given, SectionList, SectionMap } from './items-types';
import { shapeOf } from './items';
import { at } from './maps';
import { requireOptions } from './options';
import { type JsonSchema, type Size, orNull } from './schema';

/** Keys of the values in a section that are texts. */
export type TextKey<C extends Children> = {
  readonly [K in keyof C]: C[K] extends Leaf<string> ? K & string : never;
}[keyof C];

/** What a list of sections says of itself. */
export interface SectionListOptions<C extends Children> extends LeafOptions<readonly Given<Section<C>>[]>, Size {
  /**
   * Keys of texts that no two items have in common, such as names of objects; with more than one key, not all of them.
   *
   * @default - none
   */
  readonly uniqueBy?: readonly NoInfer<TextKey<C>>[];
}

/** What a map of sections says of itself. */
export interface SectionMapOptions<C extends Children>
  extends LeafOptions<Readonly<Record<string, Given<Section<C>>>>>, Size {
  /** Grammar of the keys. */
  readonly names: FormatName;
}

/**
 * Declares a list of sections, such as hosts with a name and a port each. Of an item, what is missing or null has its own default. `each` and
 * `forEach` go through it; a list in a values file replaces the default.
 *
 * @param item the values of an item, with their defaults
 * @example values.sectionList(HOST, { description: 'Hosts.', default: [{ name: 'web' }], uniqueBy: ['name'] })
 * @throws Error when `item` has rules of its own, or the default is not allowed.
 */
export function sectionList<C extends Children>(item: Section<C>, options: SectionListOptions<C>): SectionList<C> {
  requireItem('sectionList', item, options);
  const { uniqueBy = [] } = options;
  for (const [i, key] of uniqueBy.entries())
    requireGiven(isText(item, key), `sectionList: options.uniqueBy[${String(i)}]`, 'the key of a text in an item', key);
  const schema: JsonSchema = {
    type: 'array',
    title: 'a list',
    items: closed(item),
    shape: `list of ${shapeOf(item)}`,
    ...sizeOf(options),
    ...(uniqueBy.length === 0 ? {} : { unique: { fields: uniqueBy, taken: [] } }),
  };
  const made = leaf<readonly Filled<Section<C>>[]>('list', '', schema, options);
  return checkedDefault('sectionList', { ...made, type: 'list', item });
}

/**
 * Declares a map of sections by their names, such as tenants with a quota each, which values files merge entry by entry; null takes an entry out.
 * Of an entry, what is missing or null has its own default. `eachEntry` and `forEachEntry` go through it.
 *
 * @param item the values of an entry, with their defaults
 * @example values.sectionMap(TENANT, { description: 'Tenants.', default: {}, names: 'dnsLabel' })
 * @throws Error when `item` has rules of its own, or the default is not allowed.
 */
export function sectionMap<C extends Children>(item: Section<C>, options: SectionMapOptions<C>): SectionMap<C> {
  requireItem('sectionMap', item, options);
  requireGiven(at(options, ['names']) !== undefined, 'sectionMap: options.names', 'the name of a format', undefined);
  const schema: JsonSchema = {
    type: 'object',
    title: 'a map of maps',
    propertyNames: ofFormat(options.names),
    additionalProperties: orNull(closed(item)),
    shape: `map of ${shapeOf(item)}`,
    ...sizeOf(options),
  };
  const made = leaf<Readonly<Record<string, Filled<Section<C>>>>>('map', '', schema, options);
  return checkedDefault('sectionMap', { ...made, type: 'map', item });
}

function requireItem(kind: string, item: Section, options: unknown): void {
  requireGiven(at(item, ['kind']) === 'section', `${kind}: item`, 'a section', item);
  requireOptions(kind, options);
  requireGiven(!hasRules(item), `${kind}: item`, 'a section without rules; make rules of the whole', item);
}

function hasRules({ rules, children }: Section): boolean {
  return rules !== undefined || Object.values(children).some((child) => child.kind === 'section' && hasRules(child));
}

function isText({ children }: Section, key: string): boolean {
  const child = Object.hasOwn(children, key) ? children[key] : undefined;
  return child?.kind === 'leaf' && child.type === 'string';
}

function sizeOf({ min, max }: Size): { readonly size?: Size } {
  if (min === undefined && max === undefined) return {};
  return { size: { ...(min === undefined ? {} : { min }), ...(max === undefined ? {} : { max }) } };
}

/** The schema of an item: null is the default of a value, and of all that is in a section. */
function closed({ description, children, sharedAs }: Section): JsonSchema {
  const fields = Object.entries(children).map(([key, child]): [string, JsonSchema] => [
    key,
    orNull(child.kind === 'leaf' ? ownSchema(child) : closed(child)),
  ]);
  return {
    ...(sharedAs === undefined ? {} : { definition: `${sharedAs}-item` }),
    shape: 'section',
    type: 'object',
    title: 'a map',
    description,
    properties: Object.fromEntries(fields),
    additionalProperties: false,
  };
}

/** What is said once of a value in many sections does not say that null is allowed. */
function ownSchema({ schema }: Leaf): JsonSchema {
  const { sharedAs: _, usual: __, ...own } = schema;
  return own;
}
