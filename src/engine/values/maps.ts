import { type Json, isExpr } from '../expr';

/** The value at a path of something that may not have it. */
export function at(from: unknown, path: readonly string[]): unknown {
  return path.reduce<unknown>((value, key) => (isMap(value) ? value[key] : undefined), from);
}

/** Tells a map from scalars, lists and expressions. */
export function isMap(value: unknown): value is Readonly<Record<string, Json>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value) && !isExpr(value);
}

/** A map of maps with a value at a path. */
export function put(
  map: object,
  [key = '', ...rest]: readonly string[],
  value: unknown,
): Readonly<Record<string, unknown>> {
  const below: unknown = Object.hasOwn(map, key) ? Reflect.get(map, key) : undefined;
  return { ...map, [key]: rest.length === 0 ? value : put(isMap(below) ? below : {}, rest, value) };
}
