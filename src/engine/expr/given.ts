import { isExpr } from './expr';

/** A map as YAML has it: the entries of a Map, a Date or another object of a class would be lost without a word. */
export function isPlainMap(value: unknown): value is Readonly<Record<string, unknown>> {
  if (typeof value !== 'object' || value === null || Array.isArray(value) || isExpr(value)) return false;
  const prototype: unknown = Object.getPrototypeOf(value);
  return prototype === null || Object.getPrototypeOf(prototype) === null;
}

/** What was given, in a few words for a message. */
export function shown(value: unknown): string {
  if (isExpr(value)) return 'a value that only Helm knows';
  if (Array.isArray(value)) return 'a list';
  if (typeof value === 'object' && value !== null) return isPlainMap(value) ? 'a map' : 'an object of a class';
  if (typeof value === 'function' || typeof value === 'symbol') return `a ${typeof value}`;
  const text = typeof value === 'string' ? shownText(value) : String(value);
  return text.length > 80 ? `${text.slice(0, 77)}...` : text;
}

/** A text in quotes, on one line whatever it holds. */
function shownText(text: string): string {
  return JSON.stringify(text).replace(
    /[\u007f-\u009f\u2028\u2029]/g,
    (char) => `\\u${char.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
}

/** A path one key longer; a key that is no plain word is shown as a text, so that a message stays on its line. */
export function below(path: string, key: string): string {
  return /^[A-Za-z0-9_][-A-Za-z0-9_./$]*$/.test(key) ? `${path}.${key}` : `${path}[${shownText(key)}]`;
}

/**
 * Refuses what only a program without types can give.
 *
 * @throws Error of one line: where, what is allowed, what was given.
 */
export function requireGiven(isAllowed: boolean, path: string, allowed: string, given: unknown): void {
  if (!isAllowed) throw new Error(`${path}: expected ${allowed}, got ${shown(given)}`);
}

/** Kinds of things, in the words of messages. */
const KINDS = {
  'a text': (given: unknown) => typeof given === 'string',
  'a number': (given: unknown) => Number.isFinite(given),
  'true or false': (given: unknown) => typeof given === 'boolean',
  'a function': (given: unknown) => typeof given === 'function',
  'a list': (given: unknown) => Array.isArray(given),
  'a map': isPlainMap,
};

/** A kind of things, in the words of messages. */
export type Kind = keyof typeof KINDS;

/** Whether something is of a kind. */
export function isOfKind(kind: Kind, given: unknown): boolean {
  return KINDS[kind](given);
}

/** Refuses what is of another kind. */
export function requireKind(kind: Kind, path: string, given: unknown): void {
  requireGiven(isOfKind(kind, given), path, kind, given);
}

/** Refuses what is no map, and a map that lacks a field or has one of another kind. */
export function requireFields(path: string, given: unknown, fields: Readonly<Record<string, Kind>>): void {
  requireMap(path, given);
  for (const [key, kind] of Object.entries(fields))
    requireKind(kind, `${path}.${key}`, Reflect.get(given as object, key));
}

/** Refuses what is no list, and a list with an item of another kind. */
export function requireItems(kind: Kind, path: string, given: unknown): void {
  requireKind('a list', path, given);
  for (const [i, item] of (given as readonly unknown[]).entries()) requireKind(kind, `${path}[${String(i)}]`, item);
}

/** Refuses what is no function. */
export function requireFunction(path: string, given: unknown): void {
  requireKind('a function', path, given);
}

/** Refuses what is no map. */
export function requireMap(path: string, given: unknown): void {
  requireKind('a map', path, given);
}
