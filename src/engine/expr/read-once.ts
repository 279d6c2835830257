import { isExpr } from './expr';
import { below, isPlainMap, shown } from './given';

/** Where something is in data. Its path is only needed for a message. */
interface Place {
  readonly path: string;
  readonly key?: string | number;
  readonly above?: Place;
}

/** More than anybody writes, and less than what readers of YAML and JSON take. */
const MAX_DEPTH = 200;

/** Data that is not plain. */
export class DataError extends Error {
  /** Where. */
  readonly path: string;
  /** What is there instead. */
  readonly got: string;

  constructor(path: string, got: string) {
    super(`${path}: expected ${PLAIN}, got ${got}`);
    this.path = path;
    this.got = got;
  }
}

/** What is allowed, in words. */
export const PLAIN = 'plain data';

/**
 * A copy of data, each part of which is read once: what was checked is what is used. Expressions, and objects of classes, which others
 * refuse in words of their own, stay as they are.
 *
 * @throws DataError of one line: where, what is allowed, what was given.
 */
export function readOnce<T>(path: string, given: T): T {
  return copyOf(given, { path }, new Set()) as T;
}

/** The same for the fields of a map alone, whatever they hold. */
export function readFields<T extends object>(path: string, given: T): T {
  return readable({ path }, () => Object.fromEntries(fieldsOf(given, { path }))) as T;
}

function copyOf(given: unknown, place: Place, around: Set<unknown>): unknown {
  const copy = readable(place, () => {
    if (Array.isArray(given)) return itemsOf(given, place);
    return isPlainMap(given) ? fieldsOf(given, place) : undefined;
  });
  if (copy === undefined || isExpr(given)) return given;
  if (around.has(given)) throw refusal(place, `${shown(given)} that holds itself`);
  if (around.size === MAX_DEPTH) throw refusal(place, `more than ${String(MAX_DEPTH)} maps and lists in each other`);
  around.add(given);
  const filled = copy.map(([key, value]) => [key, copyOf(value, { path: '', key, above: place }, around)] as const);
  around.delete(given);
  return Array.isArray(given) ? filled.map(([, value]) => value) : Object.fromEntries(filled);
}

type Entries = readonly (readonly [string | number, unknown])[];

/** Getters may answer otherwise the next time; keys that are symbols would be lost. */
function fieldsOf(map: object, place: Place): Entries {
  return Reflect.ownKeys(map).flatMap((key) => {
    const field = Reflect.getOwnPropertyDescriptor(map, key);
    if (field?.enumerable !== true) return [];
    if (typeof key === 'symbol') throw refusal(place, 'a key that is a symbol');
    return [[key, valueOf(field, { path: '', key, above: place })] as const];
  });
}

function itemsOf(list: readonly unknown[], place: Place): Entries {
  const items = Array.from({ length: Math.min(list.length, Object.keys(list).length + 1) }, (_, key) => {
    const item = Reflect.getOwnPropertyDescriptor(list, key);
    const at = { path: '', key, above: place };
    if (item === undefined) throw refusal(at, 'a gap in the list');
    return [key, valueOf(item, at)] as const;
  });
  const other = Object.keys(list)[items.length];
  if (other !== undefined) throw refusal(place, `a list with the field ${shown(other)}`);
  return items;
}

function valueOf(field: PropertyDescriptor, place: Place): unknown {
  if ('value' in field) return field.value as unknown;
  throw refusal(place, 'a getter');
}

/** Runs what may come upon code of others, such as a Proxy. */
function readable<T>(place: Place, read: () => T): T {
  try {
    return read();
  } catch (error) {
    if (error instanceof DataError) throw error;
    throw refusal(place, `what cannot be read (${shown(error instanceof Error ? error.message : error)})`);
  }
}

function refusal(place: Place, got: string): DataError {
  const path = pathOf(place);
  return new DataError(path.length > 200 ? `${path.slice(0, 197)}...` : path, got);
}

function pathOf({ path, key, above }: Place): string {
  if (above === undefined || key === undefined) return path;
  return typeof key === 'number' ? `${pathOf(above)}[${String(key)}]` : below(pathOf(above), key);
}
