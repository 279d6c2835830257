import type { Expr, Value } from './expr';
import { call } from './calls';
import { requireGiven, requireKind } from './given';

/**
 * A text with its ASCII letters in lower case.
 *
 * @remarks Other letters stay as they are, since Go and JavaScript differ on some of them.
 * @example lower(values.name)
 */
export function lower(text: Value<string>): Expr<string> {
  return call('lower', { text });
}

/**
 * A text with its ASCII letters in upper case.
 *
 * @remarks Other letters stay as they are, since Go and JavaScript differ on some of them.
 * @example upper(values.name)
 */
export function upper(text: Value<string>): Expr<string> {
  return call('upper', { text });
}

/**
 * A text without the spaces, tabs and line ends at both ends.
 *
 * @remarks White space is what Go takes for it: U+0085 is, and the byte order mark is not.
 * @example trim(values.name)
 */
export function trim(text: Value<string>): Expr<string> {
  return call('trim', { text });
}

/**
 * The first `max` characters of a text. For names, `shortenName` keeps long ones apart.
 *
 * @remarks A character is a code point of Unicode: `trunc` of Go counts bytes, and JavaScript UTF-16.
 * @throws when `max` is no integer >= 0.
 * @example truncate(values.name, 20)
 */
export function truncate(text: Value<string>, max: number): Expr<string> {
  requireGiven(Number.isSafeInteger(max) && max >= 0, 'truncate: max', 'an integer >= 0', max);
  return call('truncate', { text, max });
}

/**
 * A text with another in place of each occurrence of `search`, which is no pattern.
 *
 * @throws when what is replaced is not known, or empty.
 * @example replace(values.name, '.', '-')
 */
export function replace(text: Value<string>, search: string, by: Value<string>): Expr<string> {
  requireNonEmpty('replace: search', search);
  return call('replace', { text, search, by });
}

/**
 * The pieces of a text between separators.
 *
 * @remarks Of the empty text, one piece that is empty.
 * @throws when the separator is not known, or empty.
 * @example split(values.name, ',')
 */
export function split(text: Value<string>, separator: string): Expr<readonly string[]> {
  requireNonEmpty('split: separator', separator);
  return call('split', { text, separator });
}

/**
 * Texts as one, with a separator between them.
 *
 * @remarks Texts that are absent are left out.
 * @example join(values.hosts, ',')
 */
export function join(texts: Value<readonly Value<string | undefined>[]>, separator: Value<string>): Expr<string> {
  return call('join', { texts, separator });
}

/**
 * True when a text has another in it.
 *
 * @remarks Each text has the empty one in it.
 * @example contains(values.name, '-')
 */
export function contains(text: Value<string>, part: Value<string>): Expr<boolean> {
  return call('contains', { text, part });
}

/**
 * True when a text begins with another.
 *
 * @remarks Each text begins with the empty one.
 * @example startsWith(values.name, 'web')
 */
export function startsWith(text: Value<string>, start: Value<string>): Expr<boolean> {
  return call('startsWith', { text, start });
}

/**
 * True when a text ends in another.
 *
 * @remarks Each text ends in the empty one.
 * @example endsWith(values.name, '.example.com')
 */
export function endsWith(text: Value<string>, end: Value<string>): Expr<boolean> {
  return call('endsWith', { text, end });
}

function requireNonEmpty(path: string, text: string): void {
  requireKind('a text', path, text);
  requireGiven(text !== '', path, 'a text that is not empty', text);
}
