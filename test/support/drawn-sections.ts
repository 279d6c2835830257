import type { Chart } from 'cdk8s';
import type { Construct } from 'constructs';
import * as fc from 'fast-check';
import { Manifest, forEach, forEachEntry, when } from '../../src/engine/border';
import {
  type Expr,
  type ItemsExpr,
  type Tree,
  type TreeMap,
  type Value,
  add,
  each,
  eachEntry,
  equals,
  interpolate,
  lessThan,
  nonEmpty,
  not,
  optional,
  sha256,
  toJson,
  unlessEmpty,
} from '../../src/engine/expr';
import {
  type Leaf,
  type Section,
  ValuesError,
  annotations,
  bool,
  checkValues,
  choice,
  choiceList,
  int,
  intOrPercent,
  labels,
  manifest,
  manifestList,
  manifestMap,
  number,
  optionalInt,
  section,
  sectionList,
  sectionMap,
  text,
  textList,
} from '../../src/engine/values';
import { valueOf } from './arbitraries';

const description = 'D.';

/** A declaration of a value with a default. */
type Declare = (usual: never) => Leaf;

/** Declarations of every kind, and a default with which they are drawn. */
const KINDS: readonly (readonly [usual: unknown, declare: Declare])[] = [
  ['', (usual) => text({ description, default: usual })],
  ['a', (usual) => text({ description, default: usual, format: 'dnsLabel' })],
  ['10.0.0.0/8', (usual) => text({ description, default: usual, format: 'cidr' })],
  ['b', (usual) => choice(['a', 'b', 'on', 'null'], { description, default: usual })],
  [true, (usual) => bool({ description, default: usual })],
  [8080, (usual) => int({ description, default: usual, min: 1, max: 65535 })],
  [0, (usual) => int({ description, default: usual, min: -(2 ** 53 - 1), max: 2 ** 53 - 1 })],
  ['', (usual) => optionalInt({ description, default: usual })],
  [0.5, (usual) => number({ description, default: usual })],
  ['25%', (usual) => intOrPercent({ description, default: usual })],
  [{}, (usual) => labels({ description, default: usual })],
  [{}, (usual) => annotations({ description, default: usual })],
  [[], (usual) => textList({ description, default: usual })],
  [[], (usual) => choiceList(['a', 'on'], { description, default: usual })],
  [{}, (usual) => manifest('k8s.Affinity', { description, default: usual })],
  [[], (usual) => manifestList('k8s.EnvVar', { description, default: usual, required: ['name'] })],
  [{}, (usual) => manifestMap('k8s.EnvVar', { description, default: usual, names: 'variableName' })],
];

/** A declaration with a default that it takes; nulls have no place in one. */
function withDefault(usual: unknown, declare: Declare): fc.Arbitrary<Leaf> {
  return valueOf(declare(usual as never))
    .filter((drawn) => !JSON.stringify(drawn).includes('null') && isTaken(drawn, declare))
    .map((drawn) => declare(drawn as never));
}

/** Whether a declaration takes a default: with the defaults of its items, two of them may be alike. */
function isTaken(drawn: unknown, declare: Declare): boolean {
  try {
    declare(drawn as never);
    return true;
  } catch {
    return false;
  }
}

const plain: fc.Arbitrary<Leaf> = fc.constantFrom(...KINDS).chain(([usual, declare]) => withDefault(usual, declare));

const KEYS = ['name', 'port', 'tls', 'odd-key', 'items', 'values', 'path', 'a1'];

/** Sections that have sections, lists and maps of sections in them. */
function sectionOf(depth: number): fc.Arbitrary<Section> {
  const child = depth === 0 ? plain : fc.oneof({ weight: 3, arbitrary: plain }, { weight: 2, arbitrary: deep(depth) });
  return fc
    .uniqueArray(fc.constantFrom(...KEYS), { minLength: 1, maxLength: 4 })
    .chain((keys) => fc.record(Object.fromEntries(keys.map((key) => [key, child]))))
    .map((children) => section('S.', children));
}

function deep(depth: number): fc.Arbitrary<Leaf | Section> {
  const inner = fc.constantFrom(depth - 1).chain(sectionOf);
  return fc.oneof(
    inner,
    inner.chain((item) => withDefault([], (usual) => sectionList(item, { description, default: usual, max: 4 }))),
    inner.chain((item) => withDefault({}, (usual) => sectionMap(item, { description, default: usual, names: 'word' }))),
  );
}

/** The items of a list that are told apart by a text, which may be the default. */
const named = sectionOf(2).map(({ children }) =>
  section('S.', { ...children, id: text({ description, default: 'usual', format: 'dnsLabel' }) }),
);

/** A list whose items have names of their own, a map, and what else a section has. */
export const declaration: fc.Arbitrary<Section> = fc
  .tuple(
    named.chain((item) =>
      withDefault([{}], (usual) => sectionList(item, { description, default: usual, uniqueBy: ['id'], min: 1 })),
    ),
    sectionOf(2).chain((item) =>
      withDefault({ a: {} }, (usual) =>
        sectionMap(item, { description, default: usual, names: 'dnsLabel', min: 1, max: 4 }),
      ),
    ),
    sectionOf(1),
  )
  .map(([hosts, tenants, more]) => section('Values.', { hosts, tenants, more }))
  .filter((values) => isAllowed(values, {}) && isAllowed(values, { more: null }));

/** Whether values are allowed. */
export function isAllowed(values: Section, given: unknown): boolean {
  try {
    checkValues(values, given);
    return true;
  } catch (error) {
    if (error instanceof ValuesError) return false;
    throw error;
  }
}

/** Handles of a section of which nothing is known here. */
interface AnyHandles {
  readonly [key: string]: Expr | AnyHandles;
}

type Many = ItemsExpr<readonly unknown[], AnyHandles> & ItemsExpr<Readonly<Record<string, unknown>>, AnyHandles>;

/** An object with all values, one for each item of the list, and of those in it, and one for each entry of the map. */
export function buildAll(values: Section): (chart: Chart, handles: object) => void {
  const [host, tenant] = ['hosts', 'tenants'].map((key) => (values.children[key] as Leaf).item ?? values);
  return (chart, handles) => {
    const { hosts, tenants } = handles as { readonly hosts: Many; readonly tenants: Many };
    object(chart, ['all', 'all'], dump(values, handles as AnyHandles));
    forEach(chart, 'Hosts', hosts, (inner, one) => {
      const id = one['id'] as Expr<string>;
      object(inner, ['host', id], dump(host ?? values, one));
      when(inner, 'Not', not(equals(id, 'usual')), (scope) => {
        forEachEntry(scope, 'Tenants', tenants, (both, name, other) => {
          const spec = { host: dump(host ?? values, one), tenant: dump(tenant ?? values, other) };
          object(both, ['both', interpolate`${id}.${name}`], spec);
        });
      });
    });
    forEachEntry(chart, 'Tenants', tenants, (inner, name, one) => {
      object(inner, ['tenant', name], dump(tenant ?? values, one));
    });
  };
}

function object(scope: Construct, [kind, name]: readonly [string, Value<string>], spec: TreeMap): void {
  new Manifest(scope, `${kind}Object`, { apiVersion: 'example.com/v1', kind, metadata: { name }, spec });
}

/** All values of a section, as they are and computed with. */
function dump({ children }: Section, handles: AnyHandles): TreeMap {
  const entries = Object.entries(children).map(([key, child]) => {
    const handle = handles[key];
    return [key, child.kind === 'section' ? dump(child, handle as AnyHandles) : used(child, handle as Expr)];
  });
  return { section: true, ...(Object.fromEntries(entries) as TreeMap) };
}

/** By what is declared, since what is known may be of a narrower type. */
function used({ type, item }: Leaf, handle: Expr): TreeMap {
  const whole = { is: handle as Tree, json: toJson(handle) };
  if (item !== undefined) return { ...whole, ...itemsOf(item, handle as Many) };
  if (type === 'string') return { ...whole, ...textOf(handle as Expr<string>) };
  if (type === 'boolean') return { ...whole, when: optional(handle as Expr<boolean>, 'yes', 'no') };
  return type === 'integer' ? { ...whole, ...integerOf(handle as Expr<number>) } : whole;
}

function textOf(value: Expr<string>): TreeMap {
  return { text: interpolate`<${value}>`, equal: equals(value, 'a'), hash: sha256(value) };
}

function integerOf(value: Expr<number>): TreeMap {
  return { sum: add(value, 1), less: lessThan(value, 100), text: interpolate`<${value}>` };
}

function itemsOf(item: Section, handle: Many): TreeMap {
  const made =
    handle.type === 'list'
      ? each(handle, (one) => dump(item, one))
      : eachEntry(handle, (name, one) => ({ name, ...dump(item, one) }));
  return { any: optional(nonEmpty(handle), 'yes'), items: unlessEmpty(made) };
}
