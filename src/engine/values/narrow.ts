import { interpolate, literalOf, pathsIn, requireItems, requireKind } from '../expr';
import { type Problem, ValuesError, checkValues } from './check';
import type { Children, Leaf, Section, ValueRule } from './declare';
import { type Handles, type ValuesFile, givenAt, handlesFor, symbolicHandles } from './handles';
import { type DeclaredValue, leavesOf } from './leaves';
import { at, put } from './maps';
import { rulesOf, withRules } from './rules';

/** A declaration some of whose values are fixed. */
export interface Narrowed<C extends Children> {
  /** The values that are left. */
  readonly values: Section;
  /** The handles of all values, out of those of the values that are left. */
  readonly handles: (open: object) => Handles<Section<C>>;
}

/**
 * Fixes some values of a declaration: those that are given, and those that are not open. Rules between values still hold for what is left.
 *
 * @param fixed as in a values file
 * @param open paths of values, or of sections, that stay; all that is not fixed where none are named
 * @throws ValuesError when a fixed value is refused, alone or with others that are fixed, or `open` names no value, or one that is fixed.
 */
export function narrow<C extends Children>(
  section: Section<C>,
  fixed: ValuesFile,
  open?: readonly string[],
): Narrowed<C> {
  requireKind('a map', 'fixed', fixed);
  if (open !== undefined) requireOpen(section, fixed, open);
  const isOpen = ({ path }: Pick<DeclaredValue, 'path'>): boolean =>
    givenAt(fixed, path) === undefined && (open ?? ['']).some((start) => isBelow(path, start));
  const left = leavesOf(section).filter(isOpen);
  const all = (given: object): ValuesFile => left.reduce((made, { path }) => put(made, path, at(given, path)), fixed);
  checkValues(section, all(symbolicHandles(section)));
  const handles = (given: object): Handles<Section<C>> => handlesFor(section, all(given));
  const values = withoutLeaves(section, (path) => isOpen({ path })) ?? { ...section, children: {} };
  // Known values decide a rule, so what can be set of it shows only while they are not known.
  const changes = rulesOf(section, handles(symbolicHandles(section))).map((rule) => changeOf(values, rule));
  const rules = (given: object): readonly ValueRule[] =>
    rulesOf(section, handles(given)).flatMap((rule, i) => changes[i]?.(rule) ?? []);
  return { values: withRules(values, rules), handles };
}

function requireOpen(section: Section, fixed: ValuesFile, open: readonly string[]): void {
  requireItems('a text', 'open', open);
  const paths = leavesOf(section).map(({ path }) => path);
  const problems = open.flatMap((start, i): readonly Problem[] => {
    const problem = { path: `open[${String(i)}]`, got: JSON.stringify(start) };
    if (!paths.some((path) => isBelow(path, start)))
      return [{ ...problem, expected: `the path of a value, such as ${paths[0]?.join('.') ?? ''}` }];
    const isFixed = givenAt(fixed, start.split('.')) !== undefined;
    return isFixed ? [{ ...problem, expected: 'a value that is not fixed' }] : [];
  });
  if (problems.length > 0) throw new ValuesError(problems);
}

function isBelow(path: readonly string[], start: string): boolean {
  return start === '' || `${path.join('.')}.`.startsWith(`${start}.`);
}

/** A section without the values that are not open, and without sections that have none left. */
function withoutLeaves(
  section: Section,
  isOpen: (path: readonly string[]) => boolean,
  path: readonly string[] = [],
): Section | undefined {
  const left = Object.entries(section.children).flatMap(([key, child]): [string, Leaf | Section][] => {
    const at = [...path, key];
    const kept = child.kind === 'section' ? withoutLeaves(child, isOpen, at) : isOpen(at) ? sinceNow(child) : undefined;
    return kept === undefined ? [] : [[key, kept]];
  });
  if (left.length === 0) return undefined;
  const { rules, sharedAs: _, ...rest } = section;
  const children = Object.fromEntries(left);
  const isWhole = Object.entries(section.children).every(([key, child]) => children[key] === child);
  return isWhole && rules === undefined ? section : { ...rest, children };
}

/** The versions of a chart are its own. */
function sinceNow(leaf: Leaf): Leaf {
  const { since, ...rest } = leaf;
  return since === undefined ? leaf : rest;
}

/** What a rule becomes: nothing where fixed values keep it, and one about a fixed value names a value that can still be set. */
function changeOf(values: Section, { path, broken }: ValueRule): (rule: ValueRule) => readonly ValueRule[] {
  if (literalOf(broken) === false) return () => [];
  const isLeft = (keys: readonly string[]): boolean => {
    const inTree = keys.flatMap((key) => ['children', key]);
    return at(values, inTree) !== undefined;
  };
  if (isLeft(path.split('.'))) return (rule) => [rule];
  const open = pathsIn(broken).find(isLeft) ?? [];
  return (rule) => {
    const expected = interpolate`a value with which ${path}, which this chart fixes, is ${rule.expected}`;
    return [{ ...rule, path: open.join('.'), expected }];
  };
}
