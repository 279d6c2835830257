import type { Expr, Tree, Value } from './expr';
import { fold, operand } from './basics';
import { call } from './calls';
import { requireItems, requireKind } from './given';

/**
 * True when a map in a list has a text in one of its fields; with `''` as the field, when the list has the text.
 *
 * @example hasItem(values.containers, 'name', 'own')
 */
export function hasItem(list: Value<readonly Tree[]>, field: string, text: Value<string>): Expr<boolean> {
  const of = operand('hasItem: list', 'a list', list);
  requireKind('a text', 'hasItem: field', field);
  const wanted = operand('hasItem: text', 'a text', text);
  return fold({ op: 'hasItem', list: of, field, text: wanted }, 'boolean', [of, wanted]);
}

/**
 * The texts at a path of keys in the maps of a list, in order: with `['name']` the names of its items, with `['ports', 'name']` those of the ports
 * of all of them. Lists on the way are looked through.
 *
 * @remarks What is not there, or no text, is left out.
 * @example textsAt(values.containers, ['ports', 'name'])
 */
export function textsAt(list: Value<readonly Tree[]>, path: readonly string[]): Expr<readonly string[]> {
  const of = operand('textsAt: list', 'a list', list);
  requireItems('a text', 'textsAt: path', path);
  return fold({ op: 'textsAt', list: of, path }, 'list', [of]);
}

/**
 * The first of some texts that is not among others; `''` where all are.
 *
 * @example firstMissing(values.hosts, ['web'])
 */
export function firstMissing(texts: Value<readonly string[]>, others: Value<readonly string[]>): Expr<string> {
  return firstText('firstMissing', texts, others);
}

/**
 * The first of some texts that is among others too; `''` where none is.
 *
 * @example firstShared(values.hosts, ['web'])
 */
export function firstShared(texts: Value<readonly string[]>, others: Value<readonly string[]>): Expr<string> {
  return firstText('firstShared', texts, others);
}

function firstText(
  name: 'firstMissing' | 'firstShared',
  texts: Value<readonly string[]>,
  given: Value<readonly string[]>,
): Expr<string> {
  const of = operand(`${name}: texts`, 'a list', texts);
  const others = operand(`${name}: others`, 'a list', given);
  return fold({ op: 'firstText', of, others, isShared: name === 'firstShared' }, 'string', [of, others]);
}

/**
 * True when a map has a key.
 *
 * @remarks A key with dots is one key, no path.
 * @example hasKey(values.labels, 'app')
 */
export function hasKey(map: Value<Readonly<Record<string, unknown>>>, key: Value<string>): Expr<boolean> {
  return call('hasKey', { map, key });
}

/**
 * The text under a key of a map; another where there is none, or no text.
 *
 * @example textAt({ s: '1Gi', l: '4Gi' }, values.name, '2Gi')
 */
export function textAt(
  map: Value<Readonly<Record<string, unknown>>>,
  key: Value<string>,
  fallback: Value<string>,
): Expr<string> {
  return call('textAt', { map, key, fallback });
}
