import { isMap } from '../../engine/values';
import type { Move } from './move';
import { MOVES } from './moves';
import type { OldValues } from './old-values';
import { type Outcome, dropped, left } from './outcome';

/** A key that a values file gives. */
export interface Given {
  /** Its path. */
  readonly name: string;
  /** What becomes of it, beside the others. */
  readonly convert: (old: OldValues) => Outcome;
}

const BY_NAME: ReadonlyMap<string, Move> = new Map(MOVES.map((move) => [move.from, move]));

/** Sections that Coder's chart copies as they are, so that every field has an effect. */
const COPIED = ['coderd.serviceSpec', 'coderd.podSecurityContext', 'coderd.securityContext'];

/** Sections of which null leaves all fields out. */
const NULLABLE = /^coderd\.resources(\.requests|\.limits)?$|\.seccompProfile$|\.capabilities$/;

/** Every key of a values file, as deep as Coder's chart knows it. */
export function givenIn(file: Readonly<Record<string, unknown>>, path: readonly string[] = []): readonly Given[] {
  return Object.entries(file).flatMap(([key, value]) => {
    const name = [...path, key].join('.');
    const move = key.includes('.') ? undefined : BY_NAME.get(name);
    if (move !== undefined) return [{ name, convert: (old) => move.convert(value, old) }];
    const parts = key.includes('.') ? [] : MOVES.filter(({ from }) => from.startsWith(`${name}.`));
    if (parts.length > 0 && isMap(value)) return givenIn(value, [...path, key]);
    return [{ name, convert: (old) => (parts.length > 0 ? noSection(name, value, parts, old) : unknown(path)) }];
  });
}

/** In place of a section. */
function noSection(name: string, value: unknown, parts: readonly Move[], old: OldValues): Outcome {
  if (value !== null || !NULLABLE.test(name)) return left(`expected a map, got ${JSON.stringify(value)}`);
  const outcomes = parts.map((part) => part.convert(null, old));
  return { places: outcomes.flatMap(({ places }) => places), note: '', isLeft: false };
}

function unknown(path: readonly string[]): Outcome {
  return COPIED.includes(path.join('.'))
    ? left('this chart has no value for this field')
    : dropped("it is not a value of Coder's chart");
}

/** A key that has another place here. */
export interface MovedKey {
  /** Its path in Coder's own chart. */
  readonly from: string;
  /** Where it is here; nowhere if there is nothing of the kind. */
  readonly to: readonly string[];
  /** Why there is nothing of the kind. */
  readonly gone?: string;
}

/** What a values file has at or below a path that only Coder's own chart knows. */
export function movedIn(file: Readonly<Record<string, unknown>>, path: string): readonly MovedKey[] {
  const names = givenIn(file).map(({ name }) => name);
  const here = names.filter((name) => name === path || name.startsWith(`${path}.`));
  return here.flatMap((name) => BY_NAME.get(name) ?? []);
}
