import { type Expr, interpolate, requireFunction, requireGiven, requireItems } from '../expr';
import type { Children, Section, ValueRule } from './declare';
import { type Handles, symbolicHandles } from './handles';
import { at, isMap } from './maps';

/**
 * A section with rules between its values. Each is one expression, so that `checkValues` and the templates of a chart refuse the same values
 * in the same words. The section may be in a larger one, but its children alone have no rules.
 *
 * @param rules the rules over the handles of the section
 * @throws when a rule names a value that is not there.
 */
export function withRules<C extends Children>(
  section: Section<C>,
  rules: (values: Handles<Section<C>>) => readonly ValueRule[],
): Section<C> {
  requireGiven(at(section, ['kind']) === 'section', 'withRules: section', 'a section', section);
  requireFunction('withRules: rules', rules);
  const declared = rules(symbolicHandles(section));
  requireItems('a map', 'withRules: what rules returns', declared);
  const lost = declared.find(({ path }) => !isDeclared(section, path));
  if (lost !== undefined) throw new Error(`a rule names the value ${lost.path}, which is not declared`);
  return { ...section, rules: (values) => rules(values as Handles<Section<C>>) };
}

function isDeclared(section: Section, path: string): boolean {
  const keys = path.split('.').flatMap((key) => ['children', key]);
  return isMap(at(section, keys));
}

/** The rules of a section and of those in it, over the handles of the section. */
export function rulesOf(
  { rules, children }: Section,
  handles: object,
  path: readonly string[] = [],
): readonly ValueRule[] {
  const own = rules?.(handles) ?? [];
  const nested = Object.entries(children).flatMap(([key, child]) =>
    child.kind === 'leaf' ? [] : rulesOf(child, at(handles, [key]) as object, [...path, key]),
  );
  return [...own.map((rule) => ({ ...rule, path: [...path, rule.path].join('.') })), ...nested];
}

/** The message of a broken rule. */
export function messageOf({ path, expected, got }: ValueRule): Expr<string> {
  return interpolate`values.${path}: expected ${expected}, got ${got}`;
}
