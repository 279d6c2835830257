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
export function shownText(text: string): string {
  return JSON.stringify(text).replace(
    /[\u007f-\u009f\u2028\u2029]/g,
    (char) => `\\u${char.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
}

/**
 * Refuses what only a program without types can give.
 *
 * @throws Error of one line: where, what is allowed, what was given.
 */
export function requireGiven(isAllowed: boolean, path: string, allowed: string, given: unknown): void {
  if (!isAllowed) throw new Error(`${path}: expected ${allowed}, got ${shown(given)}`);
}

/** Refuses what is no function. */
export function requireFunction(path: string, given: unknown): void {
  requireGiven(typeof given === 'function', path, 'a function', given);
}

/** Refuses what is no map. */
export function requireMap(path: string, given: unknown): void {
  requireGiven(isPlainMap(given), path, 'a map', given);
}
