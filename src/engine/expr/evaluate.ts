import { worthOf } from './amounts';
import {
  type Endings,
  type Expr,
  type Json,
  type Loop,
  type Op,
  type OpOf,
  type Placement,
  type Tree,
  isExpr,
  isTreeList,
  isTreeMap,
} from './expr';
import { FUNCTIONS, type OperandKind } from './functions';
import { requireFields } from './given';
import { sha256Of } from './hash';
import { byKey } from './order';
import { requireFinite } from './plain';

/** What an expression may refer to. */
export interface Environment {
  /** The items of the loops that it is in. */
  readonly variables?: Readonly<Record<string, Json>>;
  /** All values, with the defaults filled in. */
  readonly values: Json;
  /** Facts of the installation. */
  readonly builtins: Placement<string> & {
    /**
     * Alias under which a parent chart has the chart.
     *
     * @default - none
     */
    readonly alias?: string;
  };
}

interface Scope extends Environment {
  readonly variables: Readonly<Record<string, Json>>;
}

type Result = Json | undefined;
type JsonMap = Readonly<Record<string, Json>>;

/**
 * The meaning of a tree: what it is once every value is known. `undefined` is an absent field, item or object.
 * The Go templates printed from the same tree must render to the same data; the equivalence tests hold the two together.
 */
export function evaluate(tree: Tree | undefined, environment: Environment): Json | undefined {
  requireFinite('evaluate: tree', tree);
  requireFields('evaluate: environment', environment, { builtins: 'a map' });
  return evaluateTree(tree, { ...environment, variables: environment.variables ?? {} });
}

/** What expressions in loops may refer to: once for each item. */
export function roundsIn([loop, ...inner]: readonly Loop[], environment: Environment): readonly Environment[] {
  if (loop === undefined) return [environment];
  const { variables = {} } = environment;
  return variablesOf(loop, { ...environment, variables }).flatMap((round) =>
    roundsIn(inner, { ...environment, variables: round }),
  );
}

/** The variables of a loop and of those around it, once for each item. */
function variablesOf({ list: of, variable, key }: Loop, scope: Scope): readonly Scope['variables'][] {
  const items = evaluateTree(of, scope);
  const entries = Array.isArray(items)
    ? [...(items as readonly Json[]).entries()]
    : Object.entries(map(items)).sort(byKey);
  return entries.map(([name, item]) => ({
    ...scope.variables,
    ...(key === undefined ? {} : { [key]: name }),
    [variable]: item,
  }));
}

function evaluateTree(tree: Tree | undefined, scope: Scope): Result {
  if (isExpr(tree)) return evaluateOp(tree.node, scope);
  if (isTreeList(tree)) return tree.map((item) => evaluateTree(item, scope)).filter(isPresent);
  if (isTreeMap(tree)) {
    const entries = Object.entries(tree).map(([key, value]) => [key, evaluateTree(value, scope)] as const);
    return Object.fromEntries(entries.filter((entry): entry is [string, Json] => isPresent(entry[1])));
  }
  return tree;
}

/** What each operation means. */
const MEANINGS: { readonly [K in Op['op']]: (node: OpOf<K>, scope: Scope) => Result } = {
  literal: ({ tree }, scope) => evaluateTree(tree, scope),
  ref: ({ path }, scope) => at(scope.values, path),
  builtin: ({ name }, scope) => scope.builtins[name] ?? '',
  variable: ({ name, path }, scope) => at(scope.variables[name], path),
  interpolate: ({ parts }, scope) => parts.map((part) => (isExpr(part) ? string(part, scope) : part)).join(''),
  firstNonEmpty: ({ options }, scope) => options.map((of) => string(of, scope)).find((of) => of !== '') ?? '',
  ifElse: ({ condition, then, otherwise }, scope) => evaluateTree(boolean(condition, scope) ? then : otherwise, scope),
  equals: ({ left, right }, scope) => string(left, scope) === string(right, scope),
  atMost: ({ left, right, units }, scope) =>
    worthOf(string(left, scope), units) <= worthOf(string(right, scope), units),
  hasItem: ({ list: of, field, text }, scope) => {
    const wanted = string(text, scope);
    return list(of, scope).some((item) => (field === '' ? item : isMap(item) && item[field]) === wanted);
  },
  textsAt: ({ list: of, path }, scope) => textsIn(evaluateTree(of, scope), path),
  firstText: ({ of, others, isShared }, scope) => {
    const known = new Set(list(others, scope));
    return list(of, scope).find((text) => known.has(text) === isShared) ?? '';
  },
  not: ({ of }, scope) => !boolean(of, scope),
  and: ({ of }, scope) => of.every((condition) => boolean(condition, scope)),
  or: ({ of }, scope) => of.some((condition) => boolean(condition, scope)),
  isSet: ({ of }, scope) => evaluateTree(of, scope) !== '',
  nonEmpty: ({ of }, scope) => size(evaluateTree(of, scope)) > 0,
  shortenName: ({ of, max }, scope) => bound(string(of, scope), max),
  replaceEnding: ({ of, endings }, scope) => replaceEnd(string(of, scope), endings),
  fileText: ({ text, holes }, scope) =>
    Object.entries(holes).reduce((rest, [marker, hole]) => rest.replaceAll(marker, () => string(hole, scope)), text),
  namedTemplate: ({ of }, scope) => evaluateTree(of, scope),
  optional: ({ condition, then, otherwise }, scope) =>
    evaluateTree(boolean(condition, scope) ? then : otherwise, scope),
  merge: mergeMaps,
  concat: ({ parts }, scope) => parts.flatMap((part) => list(part, scope)),
  mergeByName: ({ parts }, scope) => uniqueByName(parts.flatMap((part) => list(part, scope))),
  namedItems: ({ map }, scope) => itemsOf(evaluateTree(map, scope)),
  each: eachItem,
  call: ({ name, operands }, scope) => {
    const { takes, meaning } = FUNCTIONS[name];
    return (meaning as (...of: readonly Json[]) => Json)(
      ...operands.map((of, i) => OPERANDS[takes[i] ?? 'plain data'](of, scope)),
    );
  },
};

/** What each kind of operand is; where Helm skips the schema, another kind may be there. */
const OPERANDS: Readonly<Record<OperandKind, (of: Expr, scope: Scope) => Json>> = {
  'a text': string,
  'an integer': number,
  'a number': number,
  'a map': (of, scope) => map(evaluateTree(of, scope)),
  'a list': list,
  'plain data': (of, scope) => evaluateTree(of, scope) ?? null,
};

function evaluateOp(node: Op, scope: Scope): Result {
  const meaning = MEANINGS[node.op] as (node: Op, scope: Scope) => Result;
  return meaning(node, scope);
}

function at(from: Result, path: readonly string[]): Result {
  return path.reduce<Result>((value, key) => (isMap(value) ? value[key] : undefined), from);
}

function boolean(condition: Expr<boolean>, scope: Scope): boolean {
  return evaluateTree(condition, scope) === true;
}

function string(text: Expr, scope: Scope): string {
  const value = evaluateTree(text, scope) ?? '';
  return typeof value === 'string' ? value : JSON.stringify(value);
}

function number(of: Expr, scope: Scope): number {
  return Number(evaluateTree(of, scope));
}

function map(value: Result): JsonMap {
  return isMap(value) ? value : {};
}

function list(part: Tree, scope: Scope): readonly Json[] {
  const items = evaluateTree(part, scope);
  return Array.isArray(items) ? (items as readonly Json[]) : [];
}

/** Lists on the way are looked through, and what is no text is left out. */
function textsIn(value: Result, [key, ...rest]: readonly string[]): readonly string[] {
  if (Array.isArray(value))
    return (value as readonly Json[]).flatMap((item) => textsIn(item, key === undefined ? [] : [key, ...rest]));
  if (key === undefined) return typeof value === 'string' ? [value] : [];
  return isMap(value) && Object.hasOwn(value, key) ? textsIn(value[key], rest) : [];
}

function eachItem(node: OpOf<'each'>, scope: Scope): Json {
  const rounds = variablesOf(node, scope);
  return rounds.map((variables) => evaluateTree(node.body, { ...scope, variables })).filter(isPresent);
}

/** Fixed entries win; of the maps, the right-most. Keys of the maps come sorted, so that the text does not depend on their order. */
function mergeMaps(node: OpOf<'merge'>, scope: Scope): Json {
  const fixed = evaluateTree(node.fixed, scope) as JsonMap;
  const reserved = new Set(Object.keys(node.fixed));
  const maps = node.maps.map((map) => evaluateTree(map, scope)).filter(isMap);
  const free = maps.flatMap((map) => Object.entries(map)).filter(([key]) => !reserved.has(key));
  return { ...fixed, ...Object.fromEntries([...new Map(free)].sort(byKey)) };
}

function itemsOf(of: Result): Json {
  return Object.entries(map(of))
    .sort(byKey)
    .flatMap(([name, item]) => (isMap(item) ? [named(name, item)] : []));
}

/** A map with a name of its own, which is first. */
export function named<T>(name: string, map: Readonly<Record<string, T>>): Readonly<Record<string, T | string>> {
  const { name: _, ...rest } = map;
  return { name, ...rest };
}

/** Of items with the same `name` the last one counts, at the place of the first. */
function uniqueByName(items: readonly Json[]): Json {
  const byName = new Map<Json | undefined, Json>();
  for (const item of items) byName.set(isMap(item) ? item['name'] : undefined, item);
  return [...byName.values()];
}

/** Shortens a name that is too long, and keeps it unique by a hash of the whole. */
function bound(text: string, max: number): string {
  if (text.length <= max) return text;
  return `${text.slice(0, max - 9).replace(/[^a-zA-Z0-9]+$/, '')}-${sha256Of(text).slice(0, 8)}`;
}

function replaceEnd(text: string, endings: Endings): string {
  const found = Object.entries(endings).find(([ending]) => text.endsWith(ending));
  return found === undefined ? text : text.slice(0, text.length - found[0].length) + found[1];
}

function size(value: Result): number {
  if (Array.isArray(value)) return value.length;
  return isMap(value) ? Object.keys(value).length : 0;
}

function isMap(value: Result): value is JsonMap {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function isPresent(value: Result): value is Json {
  return value !== undefined;
}
