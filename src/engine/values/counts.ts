import type { Mistake } from './beyond';
import type { JsonSchema } from './schema';

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
