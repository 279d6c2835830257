import { type Json } from '../../src/engine/expr';
import { isMap } from '../../src/engine/values';

type Values = Readonly<Record<string, Json>>;

/** Values without the one at a path. */
export function without(values: Values, path: readonly string[]): Values {
  const [key = '', ...rest] = path;
  const { [key]: child, ...others } = values;
  return rest.length === 0 || !isMap(child) ? others : { ...others, [key]: without(child, rest) };
}

/** Values with one put at a path. */
export function withValue(values: Values, path: readonly string[], value: Json): Values {
  const [key = '', ...rest] = path;
  const child = values[key];
  return { ...values, [key]: rest.length === 0 ? value : withValue(isMap(child) ? child : {}, rest, value) };
}
