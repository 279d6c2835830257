import { type Given, givenIn } from './given';
import { MOVES } from './moves';
import { oldValues } from './old-values';
import type { MigratedKey, Migration } from './outcome';
import { settled } from './settled';

/** Turns values of Coder's own chart into values of this one. Of those that it would refuse, none stays. */
export function migrated(file: Readonly<Record<string, unknown>>): Migration {
  const old = oldValues(file);
  const given = [...givenIn(file), ...unsaid(file)];
  const keys = given.map(({ name, convert }) => ({ from: name, ...convert(old) }));
  return settled(keys);
}

/** The database of Coder's own chart is there by default, but not beside a satellite. */
function unsaid(file: Readonly<Record<string, unknown>>): readonly Given[] {
  const name = 'postgres.default.enable';
  const old = oldValues(file);
  const isThere = old.has(name) || Boolean(old.get('coderd.satellite.enable'));
  const move = MOVES.find(({ from }) => from === name);
  return isThere || move === undefined
    ? []
    : [{ name: `${name} (true by default)`, convert: (all) => move.convert(true, all) }];
}

/** One line that says what became of a key. */
export function lineOf({ from, places, note, isLeft }: MigratedKey): string {
  if (isLeft) return `${from} not converted: ${note}`;
  if (places.length === 0) return `${from} dropped: ${note}`;
  const to = [...new Set(places.map(({ path }) => path.join('.')))].join(', ');
  return `${from} -> ${to}${note === '' ? '' : ` (${note})`}`;
}
