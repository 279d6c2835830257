import type { Section } from '../../engine/values';
import type { Move } from './move';
import { MOVES } from './moves';

/**
 * What Helm says of the keys of Coder's own chart that are none here: by the shortest path that is no value and no section of this chart,
 * where all below it went. It is kept short, since Helm reads it at every command: of a key alone that is gone, it says that it is unknown.
 */
export function refusedKeys(values: Section): ReadonlyMap<string, string> {
  const groups = grouped(MOVES, ({ from }) => unknownIn(values, from.split('.')));
  const moved = groups.filter(([key, moves]) => key !== '' && moves.some(({ to }) => to.length > 0));
  return new Map(moved.map(([key, moves]) => [key, wordsFor(key, moves)]));
}

/** The shortest start of a path that a section does not have; none if it has them all. */
function unknownIn({ children }: Section, [key = '', ...inner]: readonly string[]): string {
  const child = children[key];
  if (child === undefined) return key;
  if (child.kind === 'leaf' || inner.length === 0) return '';
  const unknown = unknownIn(child, inner);
  return unknown === '' ? '' : `${key}.${unknown}`;
}

function wordsFor(key: string, moves: readonly Move[]): string {
  const [section = '', name = ''] = key.split('.');
  const places = placesOf(moves, section);
  // The same for all that left a section under their names, so that it is said once.
  if (places.every((place) => `${place}.`.startsWith(`${name}.`))) return `moved to the top level`;
  const reasons = grouped(moves, ({ gone = '' }) => gone).filter(([reason]) => reason !== '');
  const gone = reasons.map(([reason, of]) => `; ${common(of.map(({ from }) => from))}: ${reason}`);
  return `moved to ${places.join(', ')}${gone.join('')}`;
}

/** A section in place of several of its values, but for the section that they were in. */
function placesOf(moves: readonly Move[], old: string): readonly string[] {
  const paths = [...new Set(moves.flatMap(({ to }) => to))];
  const bySection = grouped(paths, (path) => path.split('.', 1)[0] ?? '');
  return bySection.flatMap(([, of]) => (common(of) === old ? of : [common(of)]));
}

/** The section or value that paths have in common. */
function common(paths: readonly string[]): string {
  return paths.reduce((one, other) => {
    const [keys, others] = [one.split('.'), other.split('.')];
    const differs = keys.findIndex((key, i) => key !== others[i]);
    return (differs === -1 ? keys : keys.slice(0, differs)).join('.');
  });
}

/** In the order in which the groups begin. */
function grouped<T>(all: readonly T[], nameOf: (one: T) => string): readonly (readonly [string, readonly T[]])[] {
  const names = [...new Set(all.map(nameOf))];
  return names.map((name) => [name, all.filter((one) => nameOf(one) === name)]);
}
