import { type Expr, NOT_YET_KNOWN, type Tree, type Value, isExpr, toExpr, literalOf, simplify } from '../expr';
import { describeExpr } from './describe';
import { safeKey } from './keys';
import { FIRST_NUMBER, MAP_RANK, NUMBER_STEP, hasMarkerCharacter, markerOf, probeOf } from './markers';
import { type TokenForm, currentTokens } from './token-table';

/*
 * cdk8s constructs take plain strings, numbers, maps and lists. A symbolic value crosses them as a token: a marker string, a
 * marker number, a map with a marker key or a list with a marker item. The finished JSON is decoded, and a token that did not
 * come out again is an error: some code read it instead of passing it on.
 */

/** The number of a new token, and its marker. */
interface Issued {
  readonly id: number;
  readonly marker: string;
}

function issue(expr: Expr, as: TokenForm = 'text'): Issued {
  const table = currentTokens();
  if (table !== undefined) {
    const id = table.issue(expr, as);
    return { id, marker: markerOf(id, table.spelling) };
  }
  throw new Error(
    `${describeExpr(expr)} is known only when Helm runs; generate a Helm chart, or give a concrete value`,
  );
}

/** What is known, as a construct takes it. */
function admit<T>(known: T): T {
  if (typeof known === 'string' && hasMarkerCharacter(known)) currentTokens()?.admit(known);
  else if (typeof known === 'object' && known !== null) Object.entries(known).flat().forEach(admit);
  return known;
}

/** A text value as the `string` that any construct takes. */
export function asText(value: Value<string>): string {
  const known = literalOf(toExpr(value));
  return known === NOT_YET_KNOWN ? issue(toExpr(value)).marker : (admit(known) as string);
}

/** A numeric value as the `number` that any construct takes; it must be passed on as it is. */
export function asNumber(value: Value<number>): number {
  const known = literalOf(toExpr(value));
  return known === NOT_YET_KNOWN ? FIRST_NUMBER + issue(toExpr(value), 'number').id * NUMBER_STEP : (known as number);
}

/** A boolean value as the `boolean` that any construct takes; a construct that branches on it reads it as true. */
export function asBoolean(value: Value<boolean>): boolean {
  const known = literalOf(toExpr(value));
  if (known !== NOT_YET_KNOWN) return known as boolean;
  // cdk8s replaces any object that has a method `resolve` by what it returns.
  const marker = issue(toExpr(value)).marker;
  const token: unknown = { resolve: () => marker };
  return token as boolean;
}

/** A map of texts as the map that any construct takes and may spread. */
export function asMap(value: Value<Readonly<Record<string, string>>>): Record<string, string> {
  const known = literalOf(toExpr(value));
  return known === NOT_YET_KNOWN ? mapToken(toExpr(value)) : { ...(admit(known) as Record<string, string>) };
}

/**
 * Beside its marker key, the token of a map has the keys that an earlier pass found beside it, with a probe for a value: whether the
 * probe or the construct's own entry is there in the end tells which of the two is spread last, that is, wins.
 */
export function mapToken(expr: Expr): Record<string, string> {
  const { id, marker } = issue(expr);
  const probes = Object.fromEntries(
    currentTokens()
      ?.asked(id)
      .map((key) => [key, probeOf(id)]) ?? [],
  );
  return { ...probes, [marker]: '', [MAP_RANK]: String(id) };
}

/** A list as the array that any construct takes and may spread. */
export function asList<T>(value: Value<readonly T[]>): T[] {
  const known = literalOf(toExpr(value));
  const items: unknown = known === NOT_YET_KNOWN ? [issue(toExpr(value), 'item').marker] : admit(known);
  return [...(items as readonly T[])];
}

/** A tree as plain data: every symbolic part becomes a marker. */
export function encode(tree: Tree | undefined): unknown {
  const known = simplify(tree);
  if (isExpr(known)) return issue(known).marker;
  if (Array.isArray(known)) return known.map(encode);
  if (typeof known === 'object' && known !== null) {
    return Object.fromEntries(
      Object.entries(known).map(([key, value]) => [safeKey(admit(key)), encode(value as Tree)]),
    );
  }
  return admit(known);
}
