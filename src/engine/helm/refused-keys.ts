import type { JsonSchema } from '../values';

/** Keys that a chart does not have, by path, each with what Helm says of it. */
export type RefusedKeys = ReadonlyMap<string, string>;

/** No text with a space in it, as the constant is one: so no value at all is allowed. */
const NO_SPACE = '^\\S*$';

/**
 * A schema that refuses keys in words, whatever their values are. They would be unknown keys anyway; of those, Helm says no more than that.
 * Editors offer no key of `patternProperties`.
 *
 * @throws when the parent of a key is no section, or the words have no space.
 */
export function refusingKeys(schema: JsonSchema, refused: RefusedKeys): JsonSchema {
  return [...refused].reduce((before, [path, words]) => refusing(before, path.split('.'), words), schema);
}

function refusing(schema: JsonSchema, [key = '', ...inner]: readonly string[], words: string): JsonSchema {
  const { properties, patternProperties } = schema;
  if (properties === undefined || !words.includes(' '))
    throw new Error(
      `refused keys: expected a section at the parent of "${key}", and more than one word, got "${words}"`,
    );
  const child = properties[key];
  if (inner.length > 0) return { ...schema, properties: { ...properties, [key]: refusing(child ?? {}, inner, words) } };
  return { ...schema, patternProperties: together(patternProperties, key, words) };
}

/** Keys of which the same is said are one pattern. */
function together(patterns: JsonSchema['patternProperties'] = {}, key: string, words: string) {
  const [pattern] = Object.entries(patterns).find(([, one]) => one.const === words) ?? [];
  const { [pattern ?? '']: _, ...others } = patterns;
  const keys = [...(pattern?.replace(/[^\w|]/g, '').split('|') ?? []), key];
  const all = keys.length === 1 ? `^${key}$` : `^(${keys.join('|')})$`;
  return { ...others, [all]: { const: words, pattern: NO_SPACE } };
}
