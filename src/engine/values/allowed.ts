import { isPlainMap } from '../expr';
import type { JsonSchema, JsonType } from './schema';

/** Whether a value is of one of the types of a schema. */
export function hasType(schema: JsonSchema, value: unknown): boolean {
  if (schema.type === undefined) return true;
  const types: readonly JsonType[] = typeof schema.type === 'string' ? [schema.type] : schema.type;
  return types.some((type) => TYPES[type](value));
}

const TYPES: Readonly<Record<JsonType, (value: unknown) => boolean>> = {
  string: (value) => typeof value === 'string' && !/\p{Surrogate}/u.test(value),
  integer: (value) => Number.isInteger(value),
  number: (value) => Number.isFinite(value),
  boolean: (value) => typeof value === 'boolean',
  array: (value) => Array.isArray(value),
  null: (value) => value === null,
  object: isPlainMap,
};

/** Whether a value of an allowed type is one that a schema allows. */
export function isAllowed(schema: JsonSchema, value: unknown): boolean {
  if (schema.enum !== undefined && !schema.enum.includes(value as string)) return false;
  if (typeof value === 'string') return isAllowedText(schema, value);
  if (typeof value === 'number') return value >= (schema.minimum ?? -Infinity) && value <= (schema.maximum ?? Infinity);
  return (
    schema.uniqueItems !== true ||
    !Array.isArray(value) ||
    new Set(value.map((item) => JSON.stringify(item))).size === value.length
  );
}

/** Whether a text is one that a schema allows. */
export function isAllowedText(schema: JsonSchema, value: string): boolean {
  const { length } = Array.from(value);
  if (length < (schema.minLength ?? 0) || length > (schema.maxLength ?? Infinity)) return false;
  return schema.pattern === undefined || new RegExp(schema.pattern).test(value);
}
