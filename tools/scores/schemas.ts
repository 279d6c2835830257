import fs from 'node:fs';
import path from 'node:path';
import { parse } from 'yaml';
import { type KubernetesRelease, definedKinds, definitionOf, publishedTypes } from '../components';
import { type Reader, anything, fields, listOf, mapOf, optional, parseJson, text } from '../read';

/** A part of a specification of OpenAPI. */
type Schema = Readonly<Record<string, unknown>>;

const schema: Reader<Schema> = mapOf(anything);
const specification = fields({ definitions: mapOf(schema) });
const kinds = optional(listOf(fields({ group: text, version: text, kind: text })));
const definition = fields({
  spec: fields({
    group: text,
    names: fields({ kind: text }),
    versions: listOf(fields({ name: text, schema: fields({ openAPIV3Schema: schema }) })),
  }),
});

const KINDS = 'x-kubernetes-group-version-kind';
const REFERENCE = '#/definitions/';

/** Where kubeconform finds what `writeSchemas` writes into a folder. */
export function schemaLocation(folder: string): string {
  return path.join(folder, '{{ .ResourceKind }}{{ .KindSuffix }}.json');
}

/**
 * Writes for each kind of a release of Kubernetes, and of the projects whose kinds the chart makes, a JSON Schema that also refuses
 * fields that nobody knows.
 */
export async function writeSchemas(release: KubernetesRelease, folder: string): Promise<void> {
  const source = fs.readFileSync(await publishedTypes(release), 'utf8');
  const definitions = Object.fromEntries(
    Object.entries(parseJson(source, specification, 'swagger.json').definitions).map(([name, one]) => [
      name,
      isIntOrString(one) ? INT_OR_STRING : (strict(one) as Schema),
    ]),
  );
  for (const [name, one] of Object.entries(definitions)) {
    const written = (kinds(one[KINDS], name) ?? []).map((kind) => fileOf(kind));
    const whole = written.length === 0 ? '' : JSON.stringify({ ...one, definitions: reached(definitions, one) });
    for (const file of written) fs.writeFileSync(path.join(folder, file), whole);
  }
  for (const kind of definedKinds) await writeDefined(await definitionOf(kind), folder);
}

async function writeDefined(file: string, folder: string): Promise<void> {
  const { spec } = definition(parse(await fs.promises.readFile(file, 'utf8')), file);
  for (const { name, schema: one } of spec.versions) {
    const own = fileOf({ group: spec.group, version: name, kind: spec.names.kind });
    fs.writeFileSync(path.join(folder, own), JSON.stringify(strict(one.openAPIV3Schema)));
  }
}

/** As kubeconform looks for it. */
function fileOf({ group, version, kind }: { readonly group: string; readonly version: string; readonly kind: string }) {
  const [short = ''] = group.split('.');
  return `${[kind.toLowerCase(), short, version].filter(Boolean).join('-')}.json`;
}

const INT_OR_STRING: Schema = { type: ['integer', 'string'] };

function isIntOrString(one: Schema): boolean {
  return one['format'] === 'int-or-string';
}

/** A schema whose objects have no other fields than it names, but where it takes any. */
function strict(node: unknown): unknown {
  if (Array.isArray(node)) return node.map(strict);
  if (typeof node !== 'object' || node === null) return node;
  const entries = Object.entries(node).map(([key, value]) => [key, strict(value)] as const);
  const isOpen = 'additionalProperties' in node || 'x-kubernetes-preserve-unknown-fields' in node;
  const isClosed = isMap((node as Schema)['properties']) && !isOpen && !('x-kubernetes-embedded-resource' in node);
  return { ...Object.fromEntries(entries), ...(isClosed ? { additionalProperties: false } : {}) };
}

/** A field may itself be called `properties`; then it is a schema, and has a type. */
function isMap(properties: unknown): boolean {
  if (typeof properties !== 'object' || properties === null) return false;
  return Object.values(properties).every((one) => typeof one === 'object' && one !== null);
}

/** What a schema refers to, at any depth. */
function reached(definitions: Readonly<Record<string, Schema>>, from: Schema): Readonly<Record<string, Schema>> {
  const found: Record<string, Schema> = {};
  const open = [from];
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    for (const name of referencesIn(next).filter((one) => !(one in found))) {
      const target = definitions[name];
      if (target === undefined) throw new Error(`the specification has no ${name}`);
      found[name] = target;
      open.push(target);
    }
  }
  return found;
}

function referencesIn(node: unknown): readonly string[] {
  if (Array.isArray(node)) return node.flatMap(referencesIn);
  if (typeof node !== 'object' || node === null) return [];
  return Object.entries(node).flatMap(([key, value]) =>
    key === '$ref' && typeof value === 'string' ? [value.replace(REFERENCE, '')] : referencesIn(value),
  );
}
