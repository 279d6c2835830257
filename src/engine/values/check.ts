import { nearTo } from './near';
import {
  DataError,
  type Expr,
  ItemsExpr,
  PLAIN,
  type Value,
  below,
  isExpr,
  isPlainMap,
  literalOf,
  readOnce,
  requireGiven,
  shown,
  toExpr,
} from '../expr';
import { besideOf, isBeside } from './beside';
import type { Leaf, Section } from './declare';
import { type JsonSchema, resolveRef } from './schema';
import { hasType, isAllowed, isAllowedText } from './allowed';
import { expected, notAllowed, ofOtherType } from './words';
import {
  type Mistake,
  keyExpected,
  mistakesInText,
  mistakesOfExclusive,
  mistakesOfSize,
  mistakesOfVariant,
  repeatedIn,
  repeatedInFiles,
} from './beyond';
import { valueOf } from './filled';
import { handlesFor } from './handles';
import { isMap } from './maps';
import { rulesOf } from './rules';
import { NULL_SHOWN, unsetOf } from './unset';

/** Something that is wrong with given values. */
export interface Problem {
  /** Where, for example `values.coderd.replicas`. */
  readonly path: string;
  /** What is allowed there. */
  readonly expected: string;
  /** What was given. */
  readonly got: string;
}

/** Values that are refused. The message has one line for each problem: its path, what is allowed there and what was given. */
export class ValuesError extends Error {
  override readonly name = 'ValuesError';
  /** All that is wrong, in the order in which the values are given. */
  readonly problems: readonly Problem[];

  constructor(problems: readonly Problem[]) {
    super(problems.map(({ path, expected, got }) => `${path}: expected ${expected}, got ${got}`).join('\n'));
    this.problems = problems;
  }
}

/**
 * Checks given values against their declaration. Values that only Helm knows are Helm's to check, with the schema of the chart.
 *
 * @throws ValuesError that names each problem's path, what is allowed there and what was given.
 */
export function checkValues(section: Section, input: unknown): void {
  checkedValues(section, input);
}

/** The same for a copy of the values, of which nothing changes any more. */
export function checkedValues<T>(section: Section, values: T): T {
  requireSection('the declaration of the values', section);
  const input = plainValues(values);
  checkRead(section, input);
  return input;
}

function plainValues<T>(values: T): T {
  try {
    return readOnce('values', values);
  } catch (error) {
    if (!(error instanceof DataError)) throw error;
    throw new ValuesError([{ path: error.path, expected: PLAIN, got: error.got }]);
  }
}

function checkRead(section: Section, input: unknown): void {
  const own = isMap(input) ? Object.entries(input).filter(([key]) => !isBeside(key, section)) : undefined;
  const given = own === undefined ? (input ?? {}) : Object.fromEntries(own);
  const problems = [...checkNode(section, given, 'values'), ...checkBeside(section, input)];
  const all = problems.length > 0 ? problems : checkRules(section, given);
  if (all.length > 0) throw new ValuesError(all);
}

/** Values that only Helm knows are Helm's to check here too. */
function checkRules(section: Section, given: object): readonly Problem[] {
  return rulesOf(section, handlesFor(section, given)).flatMap(({ path, broken, expected: allowed, got }) =>
    literalOf(broken) === true ? [{ path: `values.${path}`, expected: textOf(allowed), got: textOf(got) }] : [],
  );
}

function textOf(value: Value<string>): string {
  const text = literalOf(toExpr(value));
  return typeof text === 'string' ? text : 'a value that only Helm knows';
}

/** Refuses what is no section. */
export function requireSection(path: string, given: unknown): void {
  requireGiven(isMap(given) && given['kind'] === 'section', path, 'a section', given);
}

function checkBeside(section: Section, input: unknown): readonly Problem[] {
  return Object.entries(besideOf(section)).flatMap(([key, schema]) => {
    const value = isMap(input) ? input[key] : undefined;
    return value === undefined ? [] : check(schema, value, `values.${key}`);
  });
}

function checkNode(node: Section | Leaf, value: unknown, path: string): readonly Problem[] {
  if (value === undefined) return [];
  if (value === null) return checkNull(node, path);
  if (node.kind === 'leaf') return checkLeaf(node, value, path);
  if (isExpr(value)) return [];
  if (!isPlainMap(value)) return [{ path, ...ofOtherType({ type: 'object', title: 'a map' }, value) }];
  return Object.entries(value).flatMap(([key, child]) => {
    const declared = Object.hasOwn(node.children, key) ? node.children[key] : undefined;
    return declared === undefined
      ? [unknownKey(path, key, Object.keys(node.children))]
      : checkNode(declared, child, below(path, key));
  });
}

/** Items of sections are checked with their defaults in them, since these count too: a name may be one that another item has. */
function checkLeaf(leaf: Leaf, value: unknown, path: string): readonly Problem[] {
  if (leaf.item === undefined) return check(leaf.schema, value, path);
  return [...checkTakenOut(leaf, value, path), ...check(leaf.schema, valueOf(leaf, value), path)];
}

/** Entries that null takes out are not filled in; the schema of the chart reads their names all the same. */
function checkTakenOut(node: Leaf | Section, value: unknown, path: string): readonly Problem[] {
  if (Array.isArray(value))
    return value.flatMap((one: unknown, i) => checkTakenOut(childOf(node, ''), one, `${path}[${String(i)}]`));
  if (!isPlainMap(value)) return [];
  return Object.entries(value).flatMap(([key, one]) =>
    node.kind === 'leaf' && one === null
      ? checkEntry(node.schema, path, key, null)
      : checkTakenOut(childOf(node, key), one, below(path, key)),
  );
}

const NOTHING_BELOW: Section = { kind: 'section', description: 'No values.', children: {} };

/** What is declared of an item or a key; of a leaf without items, and of an unknown key, nothing. */
function childOf(node: Leaf | Section, key: string): Leaf | Section {
  if (node.kind === 'leaf') return node.item ?? NOTHING_BELOW;
  return (Object.hasOwn(node.children, key) ? node.children[key] : undefined) ?? NOTHING_BELOW;
}
/**
 * A declaration whose default is allowed.
 *
 * @throws Error of one line: where, what is allowed, what was given.
 */
export function checkedDefault<L extends Leaf>(kind: string, leaf: L): L {
  const [problem] = checkLeaf(leaf, leaf.default, `${kind}: options.default`);
  if (problem !== undefined) throw new Error(`${problem.path}: expected ${problem.expected}, got ${problem.got}`);
  return leaf;
}

/** The first value that cannot be null, in the order in which Helm comes to them. */
function checkNull(node: Section | Leaf, path: string): readonly Problem[] {
  if (node.kind === 'leaf') {
    const allowed = nullRefused(node);
    if (allowed !== undefined) return [{ path, expected: allowed, got: NULL_SHOWN }];
    return node.item === undefined ? [] : checkLeaf(node, null, path);
  }
  const children = Object.entries(node.children).sort(([one], [other]) => (one < other ? -1 : 1));
  return children.flatMap(([key, child]) => checkNull(child, below(path, key))).slice(0, 1);
}

/** What is allowed in place of null, in words; `undefined` where null means "not set". */
export function nullRefused(leaf: Leaf): string | undefined {
  return unsetOf(leaf) === undefined ? expected(leaf.schema) : undefined;
}

/** Whether a schema takes a value, with all that JSON Schema cannot say. */
export function isAllowedBy(schema: JsonSchema, value: unknown): boolean {
  return check(schema, value, '').length === 0;
}

function check(reference: JsonSchema, value: unknown, path: string): readonly Problem[] {
  const schema = resolveRef(reference);
  if (isExpr(value)) return checkShape(schema, value, path);
  if (!hasType(schema, value)) return [{ path, ...ofOtherType(schema, value) }];
  if (!isAllowed(schema, value)) return [{ path, ...notAllowed(schema, value) }];
  if (typeof value === 'string') return mistakesInText(schema, value).map((mistake) => problemAt(path, mistake));
  if (Array.isArray(value)) return checkItems(schema, value, path);
  return isMap(value) ? checkMap(schema, value, path) : [];
}

/** Of other lists and maps that only Helm knows, nobody fills in the defaults of the items. */
function checkShape(schema: JsonSchema, value: Expr, path: string): readonly Problem[] {
  const { shape } = schema;
  if (shape === undefined || (value instanceof ItemsExpr && value.kind.shape === shape)) return [];
  return [{ path, expected: `${expected(schema)} that is known, or a value of the same sections`, got: shown(value) }];
}

function checkMap(schema: JsonSchema, map: Readonly<Record<string, unknown>>, path: string): readonly Problem[] {
  return [
    ...checkEntries(schema, map, path),
    ...[mistakesOfSize, repeatedInFiles, mistakesOfExclusive, mistakesOfVariant]
      .flatMap((mistakesOf) => mistakesOf(schema, map))
      .map((mistake) => problemAt(path, mistake)),
  ];
}

function checkItems(schema: JsonSchema, items: readonly unknown[], path: string): readonly Problem[] {
  const { items: each } = schema;
  const inner = each === undefined ? [] : items.flatMap((item, i) => check(each, item, `${path}[${String(i)}]`));
  const mistakes = [...mistakesOfSize(schema, items), ...repeatedIn(schema, items)];
  return [...inner, ...mistakes.map((mistake) => problemAt(path, mistake))];
}

function problemAt(path: string, { below: rest, expected: allowed, got }: Mistake): Problem {
  return { path: path + rest, expected: allowed, got };
}

function checkEntries(schema: JsonSchema, map: Readonly<Record<string, unknown>>, path: string): readonly Problem[] {
  const missing = (schema.required ?? []).filter((key) => !Object.hasOwn(map, key));
  return [
    ...missing.map((key) => ({ path: below(path, key), expected: 'a value', got: 'nothing' })),
    ...Object.entries(map).flatMap(([key, value]) => checkEntry(schema, path, key, value)),
  ];
}

function checkEntry(schema: JsonSchema, path: string, key: string, value: unknown): readonly Problem[] {
  const known = schema.properties;
  const declared = known !== undefined && Object.hasOwn(known, key) ? known[key] : schema.additionalProperties;
  if (declared === false) return [unknownKey(path, key, Object.keys(known ?? {}))];
  const refused = keyRefused(schema.propertyNames, key, value);
  if (refused !== undefined) return [{ path, expected: refused, got: `the key ${shown(key)}` }];
  return declared === undefined ? [] : check(declared, value, below(path, key));
}

/** What is allowed in place of a key; `undefined` if it is allowed. Of one that null takes out, the templates know nothing. */
function keyRefused(names: JsonSchema | undefined, key: string, value: unknown): string | undefined {
  if (names === undefined) return undefined;
  if (!isAllowedText(names, key)) return expected(names);
  const [mistake] = value === null ? [] : mistakesInText(names, key);
  if (mistake !== undefined) return mistake.expected;
  const { taken = [], reserved = [] } = names;
  const others = [...taken, ...reserved];
  return others.includes(key) ? keyExpected(others) : undefined;
}

function unknownKey(path: string, key: string, known: readonly string[]): Problem {
  const near = nearTo(key, known);
  const hint = near.length > 0 ? `; did you mean ${near.join(' or ')}?` : '';
  return { path: below(path, key), expected: `one of the keys ${known.join(', ')}`, got: `an unknown key${hint}` };
}
