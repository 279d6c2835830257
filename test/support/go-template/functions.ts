import { createHash } from 'node:crypto';
import { RE2JS } from 're2js';
import { parse } from 'yaml';
import { GO_YAML } from '../../../src/engine/values-file/go-yaml';
import {
  type GoFunction,
  type GoMap,
  type GoValue,
  isEmpty,
  isList,
  isMap,
  json,
  kindOf,
  rawJson,
  show,
} from './values';

/** Functions of texts and of integers; Sprig makes an integer of what is none. */
const SPRIG: Readonly<Record<string, GoFunction>> = {
  lt: (a, b) => float(a) < float(b),
  add: (a, b) => toInt(a) + toInt(b),
  sub: (a, b) => toInt(a) - toInt(b),
  mul: (a, b) => toInt(a) * toInt(b),
  div: (a, b) => toInt(a) / toInt(b),
  mod: (a, b) => toInt(a) % toInt(b),
  min: (a, b) => (toInt(a) < toInt(b) ? toInt(a) : toInt(b)),
  max: (a, b) => (toInt(a) > toInt(b) ? toInt(a) : toInt(b)),
  minf: (a, b) => Math.min(float(a), float(b)),
  maxf: (a, b) => Math.max(float(a), float(b)),
  b64enc: (value) => Buffer.from(text(value)).toString('base64'),
  sha256sum: (value) => createHash('sha256').update(text(value)).digest('hex'),
  lower: (value) => text(value).toLowerCase(),
  upper: (value) => text(value).toUpperCase(),
  hasPrefix: (prefix, value) => text(value).startsWith(text(prefix)),
  splitList: (separator, value) => text(value).split(text(separator)),
  join: (separator, values) => list(values).map(show).join(text(separator)),
  merge: (target, ...others) => others.reduce<GoMap>((merged, other) => ({ ...map(other), ...merged }), map(target)),
  toRawJson: rawJson,
};

/** Functions of Go and of Sprig, each as strict about the types of its arguments as there. */
export const FUNCTIONS: Readonly<Record<string, GoFunction>> = {
  ...SPRIG,
  not: (value) => isEmpty(value),
  eq: (a, b) => isEqual(a, b),
  ne: (a, b) => !isEqual(a, b),
  le: (a, b) => (typeof a === 'number' ? a <= float(b) : int(a) <= int(b)),
  len: (value) => BigInt((isMap(value) ? Object.keys(value) : isList(value) ? value : text(value)).length),
  index: (from, key) => {
    if (isList(from) && typeof key === 'bigint') return from[Number(key)] ?? null;
    return map(from)[text(key)] ?? null;
  },
  print: (...args) => args.map(show).join(''),
  printf: (format, ...args) => printf(text(format), args),
  default: (other = null, given = null) => (isEmpty(given) ? other : given),
  empty: (value) => isEmpty(value),
  ternary: (then = null, otherwise = null, condition = null) => {
    if (typeof condition !== 'boolean') throw wrong('bool', condition);
    return condition ? then : otherwise;
  },
  kindOf,
  kindIs: (kind, value) => text(kind) === kindOf(value),
  toString: show,
  toJson: json,
  int: (value) => toInt(value),
  int64: (value) => toInt(value),
  float64: (value) => float(value),
  addf: (a, b) => decimal(float(a) + float(b)),
  mulf: (a, b) => product(float(a), float(b)),
  quote: (value = null) => (value === null ? '' : quoted(show(value))),
  indent: (spaces, value) => indented(int(spaces), text(value)),
  nindent: (spaces, value) => `\n${indented(int(spaces), text(value))}`,
  trim: (value) => text(value).trim(),
  trimPrefix: (prefix, value) => cutStart(text(prefix), text(value)),
  trimSuffix: (suffix, value) => cutEnd(text(suffix), text(value)),
  contains: (part, value) => text(value).includes(text(part)),
  repeat: (times, value) => text(value).repeat(Number(int(times))),
  hasSuffix: (suffix, value) => text(value).endsWith(text(suffix)),
  trunc: (length, value) => text(value).slice(0, Number(int(length))),
  replace: (old, other, value) => text(value).replaceAll(text(old), () => text(other)),
  regexMatch: (pattern, value) => isMatch(text(pattern), text(value)),
  regexReplaceAll: (pattern, value, other) => text(value).replace(new RegExp(text(pattern), 'g'), text(other)),
  regexFind: (pattern, value) => new RegExp(text(pattern)).exec(text(value))?.[0] ?? '',
  regexFindAll: (pattern, value, most) => {
    const [, flags = '', rest = ''] = /^(?:\(\?(s)\))?([^]*)$/.exec(text(pattern)) ?? [];
    const found = [...text(value).matchAll(new RegExp(rest, `gu${flags}`))].map(([whole]) => whole);
    return int(most) < 0n ? found : found.slice(0, Number(int(most)));
  },
  list: (...items) => items,
  first: (items) => list(items)[0] ?? null,
  rest: (items) => list(items).slice(1),
  append: (items, item = null) => [...list(items), item],
  concat: (...lists) => lists.flatMap(list),
  has: (item, items) => list(items).some((one) => json(one) === json(item)),
  dict: (...args) =>
    Object.fromEntries(args.flatMap((key, i) => (i % 2 === 0 ? [[text(key), args[i + 1] ?? '']] : []))),
  unset: (target, key) => {
    Reflect.deleteProperty(map(target), text(key));
    return map(target);
  },
  set: (target, key, value = null) =>
    Object.defineProperty(map(target), text(key), { value, configurable: true, enumerable: true, writable: true }),
  get: (from, key) => (Object.hasOwn(map(from), text(key)) ? (map(from)[text(key)] ?? null) : ''),
  hasKey: (from, key) => Object.hasOwn(map(from), text(key)),
  pick: (from, ...keys) => Object.fromEntries(Object.entries(map(from)).filter(([key]) => keys.includes(key))),
  omit: (from, ...keys) => Object.fromEntries(Object.entries(map(from)).filter(([key]) => !keys.includes(key))),
  fromJson: (value) => mapOfJson(text(value)),
  fromJsonArray: (value) => list(JSON.parse(text(value)) as GoValue),
  fromYaml: (value) => map((parse(text(value), GO_YAML) as GoValue) ?? {}),
  fromYamlArray: (value) => list((parse(text(value), GO_YAML) as GoValue) ?? []),
  semverCompare: (range, version) => isBefore(text(version), text(range)),
  fail: (message) => {
    throw new Error(text(message));
  },
};

function wrong(expected: string, got: GoValue | undefined): Error {
  return new Error(`expected a ${expected}, got ${kindOf(got)} ${json(got ?? null)}`);
}

function text(value: GoValue | undefined): string {
  if (typeof value !== 'string') throw wrong('string', value);
  return value;
}

function int(value: GoValue | undefined): bigint {
  if (typeof value !== 'bigint') throw wrong('int64', value);
  return value;
}

function float(value: GoValue | undefined): number {
  const number = Number(value);
  return Number.isFinite(number) ? number : 0;
}

/** Sprig computes with decimals. */
function decimal(number: number): number {
  return Number(number.toPrecision(15));
}

function product(a: number, b: number): number {
  return Number.isInteger(a) && Number.isInteger(b) ? Number(BigInt(a) * BigInt(b)) : decimal(a * b);
}

function map(value: GoValue | undefined): GoMap {
  if (!isMap(value)) throw wrong('map', value);
  return value;
}

/** What is no map in JSON is a map with the error, and null an empty one. */
function mapOfJson(value: string): GoMap {
  try {
    return map((JSON.parse(value) as GoValue) ?? {});
  } catch (error) {
    return { Error: String(error) };
  }
}

/** A pattern that Go cannot read matches nothing. */
function isMatch(pattern: string, value: string): boolean {
  try {
    return RE2JS.compile(pattern).matcher(value).find();
  } catch {
    return false;
  }
}

/** Of the ranges of SemVer only `<1.2.3-0`, which no version from 1.2.3 on is in, and of the versions only those without a suffix. */
function isBefore(version: string, range: string): boolean {
  const [, ...bounds] = /^<(\d+)\.(\d+)\.(\d+)-0$/.exec(range) ?? [];
  const [, ...parts] = /^(\d+)\.(\d+)\.(\d+)$/.exec(version) ?? [];
  if (bounds.length === 0 || parts.length === 0) throw new Error(`not known here: ${version} in ${range}`);
  const differs = parts.findIndex((part, i) => part !== bounds[i]);
  return differs >= 0 && Number(parts[differs]) < Number(bounds[differs]);
}

function list(value: GoValue | undefined): readonly GoValue[] {
  if (!isList(value)) throw wrong('slice', value);
  return value;
}

function isEqual(a: GoValue | undefined, b: GoValue | undefined): boolean {
  if (kindOf(a) !== kindOf(b) || isList(a) || isMap(a)) throw new Error('incompatible types for comparison');
  return a === b;
}

/** What is no number is zero. */
function toInt(value: GoValue | undefined): bigint {
  if (typeof value === 'bigint') return value;
  if (typeof value === 'string') return /^(-?\d+|0x[\da-fA-F]+)$/.test(value) ? BigInt(value) : 0n;
  return typeof value === 'number' ? BigInt(Math.trunc(value)) : 0n;
}

function quoted(value: string): string {
  return JSON.stringify(value);
}

function indented(spaces: bigint, value: string): string {
  const pad = ' '.repeat(Number(spaces));
  return pad + value.replaceAll('\n', `\n${pad}`);
}

function cutStart(prefix: string, value: string): string {
  return value.startsWith(prefix) ? value.slice(prefix.length) : value;
}

function cutEnd(suffix: string, value: string): string {
  return value.endsWith(suffix) ? value.slice(0, value.length - suffix.length) : value;
}

/** Kinds that a verb takes; of others Go prints a complaint. */
const VERBS: Readonly<Record<string, readonly string[]>> = {
  ...{ s: ['string'], q: ['string'], d: ['int64'], b: ['int64'], t: ['bool'] },
};

function printf(format: string, args: readonly GoValue[]): string {
  const left = [...args];
  const printed = format.replace(/%(?:0(\d+))?(.)/g, (_, width: string | undefined, verb: string) =>
    verb === '%' ? '%' : formatted(verb, left).padStart(Number(width ?? 0), '0'),
  );
  if (left.length > 0) throw new Error(`printf: arguments that ${format} does not print`);
  return printed;
}

function formatted(verb: string, left: GoValue[]): string {
  const value = left.shift();
  if (value === undefined) throw new Error('printf: an argument is missing');
  if (verb !== 'v' && VERBS[verb]?.includes(kindOf(value)) !== true)
    throw new Error(`printf: %${verb} of a ${kindOf(value)}`);
  if (typeof value === 'bigint' && verb === 'b') return value.toString(2);
  return verb === 'q' ? quoted(show(value)) : show(value);
}
