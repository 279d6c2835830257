import fs from 'node:fs';
import path from 'node:path';
import { type KubernetesRelease, publishedTypes } from '../../components';
import { type Reader, anything, fields, listOf, mapOf, optional, parseJson, text } from '../../read';
import { type Manifest, idOf } from './manifests';

/** What a release of Kubernetes publishes: its types by name. */
export type PublishedTypes = Readonly<Record<string, Schema>>;

/** A type, as far as the specification uses JSON Schema. */
interface Schema {
  readonly $ref?: string | undefined;
  readonly type?: string | undefined;
  readonly format?: string | undefined;
  readonly enum?: readonly unknown[] | undefined;
  readonly items?: Schema | undefined;
  readonly properties?: Readonly<Record<string, Schema>> | undefined;
  readonly additionalProperties?: Schema | undefined;
  readonly required?: readonly string[] | undefined;
  /** Which kinds are of this type. */
  readonly 'x-kubernetes-group-version-kind'?: readonly Kind[] | undefined;
}

interface Kind {
  readonly group: string;
  readonly version: string;
  readonly kind: string;
}

const schema: Reader<Schema> = (value, at) => readSchema(value, at);
const readSchema: Reader<Schema> = fields({
  $ref: optional(text),
  type: optional(text),
  format: optional(text),
  enum: optional(listOf(anything)),
  items: optional(schema),
  properties: optional(mapOf(schema)),
  additionalProperties: optional(schema),
  required: optional(listOf(text)),
  'x-kubernetes-group-version-kind': optional(listOf(fields({ group: text, version: text, kind: text }))),
});

/** The types that a release publishes. */
export async function typesOf(release: KubernetesRelease): Promise<PublishedTypes> {
  const file = await publishedTypes(release);
  const read = fields({ definitions: mapOf(schema) });
  return parseJson(fs.readFileSync(file, 'utf8'), read, path.basename(file)).definitions;
}

/** A value, and where it stands in its object. */
interface Spot {
  readonly value: unknown;
  readonly at: string;
}

/**
 * What a strict API server of these types would refuse in an object: an unknown kind or field, a missing field, another
 * type, a word that is none of an enumeration. One line each.
 */
export function problemsOf(types: PublishedTypes, manifest: Manifest): readonly string[] {
  const type = Object.values(types).find((one) => isOf(one, manifest));
  if (type === undefined) return [`${manifest.apiVersion} ${manifest.kind}: unknown kind`];
  return problems(types, type, { value: manifest.object, at: idOf(manifest) });
}

function isOf(type: Schema, { apiVersion, kind }: Manifest): boolean {
  const all = type['x-kubernetes-group-version-kind'] ?? [];
  return all.some((one) => one.kind === kind && [one.group, one.version].filter(Boolean).join('/') === apiVersion);
}

function problems(types: PublishedTypes, type: Schema, spot: Spot): readonly string[] {
  const { value, at } = spot;
  if (type.$ref !== undefined) return problemsOfReference(types, type.$ref, spot);
  const wrong = wrongKind(wantedKinds(type), spot);
  if (wrong.length > 0) return wrong;
  if (type.enum?.includes(value) === false) return [`${at}: ${JSON.stringify(value)} is not in the enumeration`];
  if (Array.isArray(value)) return problemsOfItems(types, type.items, { value, at });
  return kindOf(value) === 'object' ? problemsOfFields(types, type, spot) : [];
}

function problemsOfReference(types: PublishedTypes, reference: string, spot: Spot): readonly string[] {
  const name = reference.replace('#/definitions/', '');
  // Written as texts in the specification; a server takes numbers too.
  if (name.endsWith('.api.resource.Quantity')) return wrongKind(['string', 'integer', 'number'], spot);
  const target = types[name];
  if (target === undefined) throw new Error(`${spot.at}: the specification has no ${name}`);
  return problems(types, target, spot);
}

function wrongKind(wanted: readonly string[] | undefined, { value, at }: Spot): readonly string[] {
  if (wanted?.includes(kindOf(value)) !== false) return [];
  return [`${at}: expected ${wanted.join(' or ')}, got ${kindOf(value)}`];
}

function problemsOfItems(
  types: PublishedTypes,
  type: Schema | undefined,
  { value, at }: { readonly value: readonly unknown[]; readonly at: string },
): readonly string[] {
  if (type === undefined) return [];
  return value.flatMap((item, index) => problems(types, type, { value: item, at: `${at}[${index}]` }));
}

function problemsOfFields(types: PublishedTypes, type: Schema, { value, at }: Spot): readonly string[] {
  const { properties, additionalProperties, required = [] } = type;
  const found = mapOf(anything)(value, at);
  const missing = required.filter((name) => !(name in found)).map((name) => `${at}.${name}: missing`);
  if (properties === undefined && additionalProperties === undefined) return missing;
  const wrong = Object.entries(found).flatMap(([name, inner]) => {
    const own = properties?.[name] ?? additionalProperties;
    if (own === undefined) return [`${at}.${name}: unknown field`];
    return problems(types, own, { value: inner, at: `${at}.${name}` });
  });
  return [...missing, ...wrong];
}

/** The kinds of JSON that a type takes; undefined if any. */
function wantedKinds({ type, format }: Schema): readonly string[] | undefined {
  if (format === 'int-or-string') return ['string', 'integer'];
  if (type === undefined) return undefined;
  return type === 'number' ? ['number', 'integer'] : [type];
}

function kindOf(value: unknown): string {
  if (value === null) return 'null';
  if (Array.isArray(value)) return 'array';
  return Number.isInteger(value) ? 'integer' : typeof value;
}
