import type { Json } from '../expr';
import { ANCHORS, besideOf } from './beside';
import { sizeExpected } from './beyond';
import type { Children, Leaf, Section } from './declare';
import { type NamedSchema, definitionsOf, inPlace, namedIn, referenceTo, without } from './definitions';
import { DEFINITIONS, type JsonSchema } from './schema';
import { leavesOf } from './leaves';

/**
 * The schema of a whole values file: closed but for what `BESIDE` names, nothing required. Kinds of values
 * are definitions with names of their own, so one more value changes no other one.
 *
 * @throws when two kinds of values that differ have one name.
 * @see https://helm.sh/docs/topics/charts/#schema-files
 */
export function valuesSchema(section: Section): JsonSchema {
  const { properties, ...rest } = spelledOutSection(section);
  return {
    $schema: 'http://json-schema.org/draft-07/schema#',
    ...rest,
    properties: {
      ...properties,
      ...Object.fromEntries(Object.entries(besideOf(section)).map(([key, schema]) => [key, inPlace(schema)])),
    },
    patternProperties: { [ANCHORS]: {} },
    $defs: definitionsOf([
      ...Object.values(DEFINITIONS).flatMap(namedIn),
      ...leavesOf(section).flatMap(({ leaf }) => namedIn(leaf.schema)),
      ...sharedSections(section),
    ]),
  };
}

function sectionSchema(section: Section): JsonSchema {
  const { description, sharedAs } = section;
  if (sharedAs === undefined) return spelledOutSection(section);
  const own = ownDefaults(section);
  return { $ref: referenceTo(sharedAs), description, ...(Object.keys(own).length === 0 ? {} : { default: own }) };
}

function spelledOutSection({ description, children }: Section): JsonSchema {
  const properties = Object.entries(children).map(([key, child]) => [
    key,
    child.kind === 'leaf' ? inPlace(child.schema) : sectionSchema(child),
  ]);
  return {
    type: 'object',
    description,
    additionalProperties: false,
    properties: Object.fromEntries(properties) as Readonly<Record<string, JsonSchema>>,
  };
}

/** Sections that are the same in several places but for their description and their defaults. */
function sharedSections(section: Section): readonly NamedSchema[] {
  const nested = Object.values(section.children).flatMap((child) =>
    child.kind === 'section' ? sharedSections(child) : [],
  );
  return section.sharedAs === undefined ? nested : [...nested, [section.sharedAs, withoutDefaults(section)]];
}

function withoutDefaults(section: Section): JsonSchema {
  const { properties = {}, ...rest } = spelledOutSection(neutral(section));
  const children = Object.entries(properties).map(([key, schema]) => [key, without(schema, 'default')] as const);
  return { ...without(rest, 'description'), properties: Object.fromEntries(children) };
}

/** A section whose switches are of no kind, since that says which default they have. */
function neutral(section: Section): Section {
  const children = Object.entries(section.children).map(([key, child]) => [
    key,
    child.kind === 'leaf' && child.type === 'boolean' && child.schema.sharedAs === undefined
      ? { ...child, schema: without(child.schema, 'definition') }
      : child,
  ]);
  return { ...section, children: Object.fromEntries(children) as Children };
}

/** The defaults that the kinds of the values do not say. */
function ownDefaults(section: Section): Readonly<Record<string, Json>> {
  const { properties = {} } = spelledOutSection(neutral(section));
  const own = Object.entries(properties).flatMap(([key, schema]) =>
    schema.default === undefined ? [] : [[key, schema.default] as const],
  );
  return Object.fromEntries(own);
}

/** A row of a reference of values. */
export interface ReferenceRow {
  /** Path of the value, such as `image.tag`. */
  readonly key: string;
  /** What is allowed, in words. */
  readonly allowed: string;
  /** The value that counts when none is given. */
  readonly default: Json;
  /** What the value is for. */
  readonly description: string;
  /** Page that defines the field. */
  readonly see?: string;
}

/** The reference of all values, in declared order. Those in a list of sections are called as in `hosts[].name`, in a map as in `tenants.*.cpu`. */
export function referenceRows(section: Section): readonly ReferenceRow[] {
  return leavesOf(section).flatMap(({ path, leaf }) => rowsOf(path.join('.'), leaf));
}

function rowsOf(key: string, leaf: Leaf): readonly ReferenceRow[] {
  const { description, item, schema } = leaf;
  const size = schema.size === undefined ? '' : `, ${sizeExpected(schema.size, leaf.type === 'list')}`;
  const own = { key, allowed: `${schema.title ?? ''}${size}`, default: leaf.default, description, ...seeOf(leaf) };
  const rows = item === undefined ? [] : referenceRows(item);
  const start = `${key}${leaf.type === 'list' ? '[]' : '.*'}`;
  return [own, ...rows.map((row) => ({ ...row, key: `${start}.${row.key}` }))];
}

function seeOf(leaf: Leaf): { readonly see?: string } {
  return leaf.see === undefined ? {} : { see: leaf.see };
}
