import { type Endings, type Expr, type Value, isExpr } from './expr';
import { fold, operand } from './basics';
import { requireGiven, requireItems, requireKind, requireMap } from './given';
import { isConcrete, simplify } from './simplify';

/**
 * Template string over values: `` interpolate`${repository}:${tag}` ``. Numbers are printed in decimal, and switches as `true` or `false`: so it
 * makes a text of either, as in `` interpolate`${enabled}` ``.
 *
 * @example interpolate`${values.name}:${values.count}`
 */
export function interpolate(
  strings: TemplateStringsArray,
  ...values: readonly Value<string | number | boolean>[]
): Expr<string> {
  requireItems('a text', 'interpolate: strings', strings);
  const pieces = values.map((value, i) => operand(`interpolate: value ${String(i + 1)}`, 'a scalar', value));
  return interpolateParts(strings.flatMap((part, i) => [part, ...pieces.slice(i, i + 1)]));
}

/** A scalar as a text; a text as it is. */
export function textOf(scalar: Expr): Expr<string> {
  return scalar.type === 'string' ? (scalar as Expr<string>) : interpolateParts([scalar]);
}

/** Pieces of text and values, one after the other. */
export function interpolateParts(pieces: readonly (string | Expr)[]): Expr<string> {
  const parts = joinTexts(pieces.map((piece) => (isExpr(piece) ? known(piece) : piece)));
  return fold({ op: 'interpolate', parts }, 'string', parts.filter(isExpr));
}

/** What a piece of text says, if that is known; a name is kept, so that a printer can define it once. */
function known(piece: Expr): string | Expr {
  if (piece.node.op !== 'literal' || !isConcrete(piece)) return piece;
  const tree = simplify(piece) ?? '';
  return typeof tree === 'string' ? tree : JSON.stringify(tree);
}

/** Neighbouring texts become one, so that a template has as few pieces as it needs. */
function joinTexts(pieces: readonly (string | Expr)[]): readonly (string | Expr)[] {
  return pieces.reduce<readonly (string | Expr)[]>((done, piece) => {
    const last = done.at(-1);
    return typeof last === 'string' && typeof piece === 'string'
      ? [...done.slice(0, -1), last + piece]
      : [...done, piece];
  }, []);
}

/**
 * The first text that is not empty; empty when all are.
 *
 * @remarks A text of spaces is not empty.
 * @example firstNonEmpty(values.name, 'web')
 */
export function firstNonEmpty(...options: readonly Value<string>[]): Expr<string> {
  const lifted = options.map((option, i) => operand(`firstNonEmpty: option ${String(i + 1)}`, 'a text', option));
  return fold({ op: 'firstNonEmpty', options: lifted }, 'string', lifted);
}

/** A dash, and the digits of a hash. */
const HASH_LENGTH = 9;

/**
 * A name of at most `max` characters. A longer one is cut and ends in a hash of the whole, so two long names stay different.
 *
 * @remarks Names must be ASCII: JavaScript and Go count other characters differently.
 * @throws when `max` is no integer above 9, the length of the hash.
 * @example shortenName(values.name, 63)
 */
export function shortenName(name: Value<string>, max: number): Expr<string> {
  const of = operand('shortenName: name', 'a text', name);
  requireGiven(
    Number.isInteger(max) && max > HASH_LENGTH,
    'shortenName: max',
    `an integer > ${String(HASH_LENGTH)}`,
    max,
  );
  return fold({ op: 'shortenName', of, max }, 'string', [of]);
}

/**
 * A text whose ending is replaced where it is one of a table, such as the unit of a quantity.
 *
 * @remarks Other texts stay as they are.
 * @throws when it would matter in which order the endings are tried.
 * @example replaceEnding(values.name, { Mi: ' * 1024^2' })
 */
export function replaceEnding(text: Value<string>, endings: Endings): Expr<string> {
  const of = operand('replaceEnding: text', 'a text', text);
  requireMap('replaceEnding: endings', endings);
  for (const [ending, by] of Object.entries(endings)) requireKind('a text', `replaceEnding: endings.${ending}`, by);
  const all = Object.keys(endings);
  const clash = [...all, ...Object.values(endings)].find((a) => all.some((b) => a !== b && a.endsWith(b)));
  if (clash !== undefined || all.includes('')) throw new Error(`the ending "${clash ?? ''}" ends in another one`);
  return fold({ op: 'replaceEnding', of, endings }, 'string', [of]);
}

/**
 * A long text of which a chart keeps the constant part as a file at `path`. Each key of `holes` is a marker in the text; the value takes its place.
 *
 * @throws when a marker is not in the text.
 * @example fileText('files/a.txt', 'a @{b}', { '@{b}': values.name })
 */
export function fileText(path: string, text: string, holes: Readonly<Record<string, Expr>> = {}): Expr<string> {
  requireKind('a text', 'fileText: path', path);
  requireKind('a text', 'fileText: text', text);
  requireMap('fileText: holes', holes);
  const missing = Object.keys(holes).find((marker) => marker === '' || !text.includes(marker));
  requireGiven(missing === undefined, 'fileText: holes', `markers that are in ${path}`, missing);
  for (const [marker, hole] of Object.entries(holes))
    requireGiven(isExpr(hole), `fileText: holes.${marker}`, 'an expression', hole);
  return fold({ op: 'fileText', path, text, holes }, 'string', Object.values(holes));
}
