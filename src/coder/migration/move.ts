import { type Outcome, dropped, movedTo } from './outcome';
import type { OldValues } from './old-values';
import { type Read, same } from './readings';

/** Where a key of Coder's own chart went. */
export interface Move {
  /** The key there. */
  readonly from: string;
  /** The keys here; none if there is nothing of the kind. */
  readonly to: readonly string[];
  /** If there is nothing of the kind: why, and what there is instead. */
  readonly gone?: string;
  /** What becomes of a value of it. */
  readonly convert: (value: unknown, old: OldValues) => Outcome;
}

/** A key that has another name here, and perhaps another form. */
export function rename(from: string, to: string, read: Read = same): Move {
  return {
    from,
    to: [to],
    convert: (given) => {
      const { value, note } = read(given);
      return movedTo(to, value, note);
    },
  };
}

/** Keys of a section that have other names in another section. */
export function renames(from: string, to: string, keys: Readonly<Record<string, string>>, read: Read = same): Move[] {
  return Object.entries(keys).map(([old, here]) => rename(`${from}.${old}`, `${to}.${here}`, read));
}

/** Keys of a section that have the same names in a section. */
export function keep(from: string, to: string, keys: string, read: Read = same): Move[] {
  return renames(from, to, Object.fromEntries(keys.split(' ').map((key) => [key, key])), read);
}

/** A key with which nothing is lost. */
export function gone(from: string, reason: string): Move {
  return { from, to: [], gone: reason, convert: () => dropped(reason) };
}
