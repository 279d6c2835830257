import type { Mistake } from './beyond';
import type { Exclusive, JsonSchema } from './schema';

/** What JSON Schema cannot say, since null takes a field out: that a map has one of its fields and no more. */
export function mistakesOfCount(schema: JsonSchema, map: object): readonly Mistake[] {
  const { length } = Object.values(map).filter((value) => value !== null);
  if (schema.exactlyOne !== true || length === 1) return [];
  return [{ below: '', expected: countExpected(schema), got: `${String(length)} entries` }];
}

/** How many fields are allowed, in words. */
export function countExpected({ properties = {} }: JsonSchema): string {
  return `exactly one of ${Object.keys(properties).join(', ')}`;
}

/** What a map has too many or too few of. */
export function mistakesOfExclusive(
  { exclusive }: JsonSchema,
  map: Readonly<Record<string, unknown>>,
): readonly Mistake[] {
  if (exclusive === undefined) return [];
  const { length } = exclusive.of.filter((field) => Object.hasOwn(map, field));
  const isWrong = length > 1 || (exclusive.isNeeded && length === 0);
  return isWrong ? [{ below: '', expected: exclusiveExpected(exclusive), got: String(length) }] : [];
}

/** How many of some fields are allowed, in words. */
export function exclusiveExpected({ of, isNeeded }: Exclusive): string {
  return `${isNeeded ? 'exactly' : 'at most'} one of ${of.join(', ')}`;
}
