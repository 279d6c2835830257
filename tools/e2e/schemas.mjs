import fs from 'node:fs';
import path from 'node:path';
import process from 'node:process';
import { runChild } from '../components/index.mjs';
import { provide } from '../components/cache.mjs';
import { SetUpError } from '../setup/failure.mjs';

const swagger = 'swagger.json';

/**
 * The types that a version of Kubernetes publishes, out of its Go module; kept in the cache.
 * @param {{ version: string, sum: string }} release sum: of the module, as in a go.sum
 * @returns {Promise<Record<string, object>>} schemas by name
 */
export async function typesOf({ version, sum }) {
  const folder = await provide(`kubernetes-types-${version}`, (draft) => copyTypes(draft, { version, sum }));
  return JSON.parse(fs.readFileSync(path.join(folder, swagger), 'utf8')).definitions;
}

/** The module, 100 MB, is not kept. */
async function copyTypes(draft, { version, sum }) {
  const modules = path.join(draft, 'modules');
  const own = { GOMODCACHE: modules, GOFLAGS: '-modcacherw', GOTOOLCHAIN: 'local', GOWORK: 'off' };
  const name = `k8s.io/kubernetes@v${version}`;
  // Outside of any module, so that no go.sum is asked.
  const options = { cwd: draft, env: { ...process.env, ...own } };
  const { status, error, stdout, stderr } = await runChild('go', ['mod', 'download', '-json', name], options);
  if (status !== 0)
    throw new SetUpError(`cannot get the Go module ${name}: ${error?.message ?? stderr.split('\n', 1)[0]}`);
  const { Dir, Sum } = JSON.parse(stdout);
  if (Sum !== sum) throw new SetUpError(`the Go module ${name} has the sum ${Sum}: expected ${sum}`);
  fs.copyFileSync(path.join(Dir, 'api', 'openapi-spec', swagger), path.join(draft, swagger));
  fs.rmSync(modules, { recursive: true });
}

/**
 * What a strict API server of these types would refuse in an object: an unknown kind or field, a missing field, another
 * type, a word that is none of an enumeration. One line each.
 */
export function problemsOf(types, object) {
  const type = Object.values(types).find((schema) => isOf(schema, object));
  if (type === undefined) return [`${object.apiVersion} ${object.kind}: unknown kind`];
  return problems(types, type, { value: object, at: `${object.kind}/${object.metadata?.name}` });
}

function isOf(schema, { apiVersion, kind }) {
  const all = schema['x-kubernetes-group-version-kind'] ?? [];
  return all.some((one) => one.kind === kind && [one.group, one.version].filter(Boolean).join('/') === apiVersion);
}

function problems(types, schema, { value, at }) {
  if (schema.$ref !== undefined) return problems(types, targetOf(types, schema.$ref), { value, at });
  const wanted = kindsOf(schema);
  if (wanted !== undefined && !wanted.includes(kindOf(value)))
    return [`${at}: expected ${wanted.join(' or ')}, got ${kindOf(value)}`];
  if (schema.enum !== undefined && !schema.enum.includes(value)) return [`${at}: ${value} is not in the enumeration`];
  if (Array.isArray(value))
    return value.flatMap((item, index) => problems(types, schema.items, { value: item, at: `${at}[${index}]` }));
  return kindOf(value) === 'object' ? problemsOfFields(types, schema, { value, at }) : [];
}

function targetOf(types, reference) {
  const name = reference.replace('#/definitions/', '');
  // Written as texts in the specification; a server takes numbers too.
  return name.endsWith('.api.resource.Quantity') ? { quantity: true } : types[name];
}

function problemsOfFields(types, schema, { value, at }) {
  const { properties, additionalProperties, required = [] } = schema;
  const missing = required.filter((name) => !(name in value)).map((name) => `${at}.${name}: missing`);
  if (properties === undefined && additionalProperties === undefined) return missing;
  const found = Object.entries(value).flatMap(([name, inner]) => {
    const own = properties?.[name] ?? additionalProperties;
    if (own === undefined) return [`${at}.${name}: unknown field`];
    return problems(types, own, { value: inner, at: `${at}.${name}` });
  });
  return [...missing, ...found];
}

function kindsOf({ type, format, quantity }) {
  if (quantity || format === 'int-or-string') return ['string', 'integer', ...(quantity ? ['number'] : [])];
  return type === 'number' ? ['number', 'integer'] : type && [type];
}

function kindOf(value) {
  if (value === null) return 'null';
  if (Array.isArray(value)) return 'array';
  return Number.isInteger(value) ? 'integer' : typeof value;
}
