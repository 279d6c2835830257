import type { Units } from './amounts';

/**
 * What a value is once it is known; decides how a printer quotes it. An `optionalInteger` may be the empty string, for "not set"; a
 * `scalar` is a text or a number, such as `25%` or 1.
 */
export type ValueType = 'string' | 'integer' | 'optionalInteger' | 'number' | 'scalar' | 'boolean' | 'map' | 'list';

/** Known now (`T`), or known when Helm runs (`Expr<T>`). */
export type Value<T> = T | Expr<T>;

/** Where a model goes: the release that it is installed as, and the namespace of that release. */
export interface Placement<out S extends Value<string> = Value<string>> {
  /** Name of the release, as in `helm install NAME`. */
  readonly releaseName: S;
  /** Namespace of every object that names none itself. */
  readonly namespace: S;
}

/** A fact of the installation that is no value. */
export type BuiltinName = keyof Placement | 'alias';

/** A list whose items are known now or later. */
export type ListOf<T> = readonly Value<T>[];

/** A map whose entries are known now or later. */
export type MapOf<T> = Readonly<Record<string, Value<T>>>;

/** A scalar that JSON and YAML can hold. */
export type Scalar = string | number | boolean | null;

/** A Kubernetes manifest, or a part of one, whose leaves may still be symbolic. */
export type Tree = Scalar | Expr | readonly Tree[] | TreeMap;

/** A map of a manifest. */
export interface TreeMap {
  /** A field; one that is `undefined` is not there. */
  readonly [key: string]: Tree | undefined;
}

/** Plain data: what is left of a tree when every value is known. */
export type Json = Scalar | readonly Json[] | { readonly [key: string]: Json };

/** Every operation of the algebra. Both meanings, interpreter and printer, are total over it. */
export type Op =
  | { readonly op: 'literal'; readonly tree: Tree | undefined }
  | RefOp
  | { readonly op: 'builtin'; readonly name: BuiltinName }
  | { readonly op: 'variable'; readonly name: string; readonly path: readonly string[] }
  | { readonly op: 'interpolate'; readonly parts: readonly (string | Expr)[] }
  | { readonly op: 'firstNonEmpty'; readonly options: readonly Expr<string>[] }
  | { readonly op: 'ifElse'; readonly condition: Expr<boolean>; readonly then: Expr; readonly otherwise: Expr }
  | { readonly op: 'equals'; readonly left: Expr<string>; readonly right: Expr<string> }
  | { readonly op: 'atMost'; readonly left: Expr<string>; readonly right: Expr<string>; readonly units: Units }
  | { readonly op: 'hasItem'; readonly list: Expr; readonly field: string; readonly text: Expr<string> }
  | { readonly op: 'textsAt'; readonly list: Expr; readonly path: readonly string[] }
  | { readonly op: 'firstText'; readonly of: Expr; readonly others: Expr; readonly isShared: boolean }
  | { readonly op: 'not'; readonly of: Expr<boolean> }
  | Junction<'and'>
  | Junction<'or'>
  | Question<'isSet'>
  | Question<'nonEmpty'>
  | { readonly op: 'shortenName'; readonly of: Expr<string>; readonly max: number }
  | { readonly op: 'replaceEnding'; readonly of: Expr<string>; readonly endings: Endings }
  | FileOp
  | { readonly op: 'namedTemplate'; readonly name: string; readonly of: Expr }
  | {
      readonly op: 'optional';
      readonly condition: Expr<boolean>;
      readonly then: Tree;
      readonly otherwise: Tree | undefined;
    }
  | MergeOp
  | Joining<'concat'>
  | Joining<'mergeByName'>
  | { readonly op: 'namedItems'; readonly map: Expr }
  | EachOp
  | { readonly op: 'call'; readonly name: FunctionName; readonly operands: readonly Expr[] };

/** Something that is there once for each item of a list, or each entry of a map. */
export interface Loop {
  /** A list, or a map whose entries are gone through in the order of their keys. */
  readonly list: Expr;
  /** What stands for its items. */
  readonly variable: string;
  /** What stands for the key of an entry. */
  readonly key?: string;
}

/** What each ending of a text becomes. None may be the ending of another, and no replacement may end in one of them. */
export type Endings = Readonly<Record<string, string>>;

interface FileOp {
  readonly op: 'fileText';
  /** Path below the root of a chart. */
  readonly path: string;
  readonly text: string;
  /** What stands for each marker of the text. */
  readonly holes: Readonly<Record<string, Expr>>;
}

interface Junction<K extends 'and' | 'or'> {
  readonly op: K;
  readonly of: readonly Expr<boolean>[];
}

interface Question<K extends 'isSet' | 'nonEmpty'> {
  readonly op: K;
  readonly of: Expr;
}

interface MergeOp {
  readonly op: 'merge';
  readonly fixed: TreeMap;
  /** The first of the fixed entries under a name of their own, where several maps have them in common. */
  readonly shared?: OpOf<'namedTemplate'>;
  readonly maps: readonly Expr[];
}

interface Joining<K extends 'concat' | 'mergeByName'> {
  readonly op: K;
  readonly parts: readonly (readonly Tree[] | Expr)[];
}

interface RefOp {
  readonly op: 'ref';
  readonly path: readonly string[];
  /** True where it may be an integer of more than 32 bits. */
  readonly isWide?: true;
}

interface EachOp extends Loop {
  readonly op: 'each';
  readonly body: Tree;
}

/** Name of a function of values. */
export type FunctionName =
  | 'base64'
  | 'sha256'
  | 'lower'
  | 'upper'
  | 'trim'
  | 'truncate'
  | 'replace'
  | 'split'
  | 'join'
  | 'contains'
  | 'startsWith'
  | 'endsWith'
  | 'hasKey'
  | 'textAt'
  | 'add'
  | 'subtract'
  | 'multiply'
  | 'divide'
  | 'modulo'
  | 'min'
  | 'max'
  | 'lessThan'
  | 'quantityIn'
  | 'toJson'
  | 'toYaml';

/** The part of `Op` whose `op` is `K`. */
export type OpOf<K extends Op['op']> = Extract<Op, { readonly op: K }>;

const TRAP = 'a value that only Helm knows must not be read while the model is built';

/** An object spread reads own enumerable properties, so one of them refuses to be read: one getter for all, which gives all one shape. */
const SPREAD: PropertyDescriptor = { enumerable: true, get: () => refuse('spread {...value}', 'merge') };

/**
 * A value of type `T` as an expression: a literal, a reference to `.Values`, or a function of others.
 *
 * Reading it the JavaScript way (`` `${expr}` ``, `{...expr}`, `[...expr]`, `JSON.stringify(expr)`) throws, since the answer
 * would be decided when the chart is generated instead of when Helm runs. Use the functions of the algebra, such as `interpolate`, `ifElse` and
 * `merge`. They and the handles of declared values are where expressions come from.
 */
export class Expr<out T = unknown> {
  /** Type only: keeps `Expr<string>` and `Expr<number>` apart. */
  declare readonly valueType: T;

  /**
   * The operation that it is.
   *
   * @internal
   */
  declare readonly node: Op;

  /** What the value is once it is known. */
  declare readonly type: ValueType;

  /** @internal */
  constructor(node: Op, type: ValueType) {
    // First, so that a spread reads it before the others; to define those too would cost three times as much, in each of many expressions.
    Object.defineProperty(this, 'spread', SPREAD);
    this.node = node;
    this.type = type;
  }

  /** Refuses to become a text or a number. */
  [Symbol.toPrimitive](): never {
    return refuse('coercion to text or number', 'interpolate`...`');
  }

  /** Refuses to be spread or looped over. */
  [Symbol.iterator](): never {
    return refuse('iteration [...value]', 'concat or each');
  }

  /** Refuses `JSON.stringify`. */
  toJSON(): never {
    return refuse('JSON.stringify', 'evaluate');
  }
}

function refuse(use: string, instead: string): never {
  throw new Error(`${TRAP}: ${use}; use ${instead} of the value algebra instead`);
}

/** Tells an expression from data that is known. */
export function isExpr(value: unknown): value is Expr {
  return value instanceof Expr;
}

/** Tells a mapping from scalars, lists and expressions. */
export function isTreeMap(tree: Tree | undefined): tree is TreeMap {
  return typeof tree === 'object' && tree !== null && !Array.isArray(tree) && !isExpr(tree);
}

/** Tells a list from scalars, mappings and expressions. */
export function isTreeList(tree: Tree | undefined): tree is readonly Tree[] {
  return Array.isArray(tree);
}

/** The type of a tree, known or not. */
export function typeOf(value: Tree | undefined): ValueType {
  if (isExpr(value)) return value.type;
  if (isTreeList(value)) return 'list';
  if (typeof value === 'boolean') return 'boolean';
  if (typeof value === 'number') return Number.isInteger(value) ? 'integer' : 'number';
  return typeof value === 'string' ? 'string' : 'map';
}
