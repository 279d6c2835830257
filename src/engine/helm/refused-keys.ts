import type { JsonSchema } from '../values';

/** Keys that a chart does not have, by path, each with what Helm says of it. */
export type RefusedKeys = ReadonlyMap<string, string>;

/** No text with a space in it, as the constant is one: so no value at all is allowed. */
const NO_SPACE = '^\\S*$';

/**
 * A schema that refuses keys in words, whatever their values are. They would be unknown keys anyway; of those, Helm says no more than that.
 * They are properties, since Helm 3 compiles each of `patternProperties` anew for each key that is given.
 *
 * @throws when the parent of a key is no section, or the words have no space.
 */
export function refusingKeys(schema: JsonSchema, refused: RefusedKeys): JsonSchema {
  return [...refused].reduce((before, [path, words]) => refusing(before, path.split('.'), words), schema);
}

function refusing(schema: JsonSchema, [key = '', ...inner]: readonly string[], words: string): JsonSchema {
  const { properties } = schema;
  if (properties === undefined || !words.includes(' '))
    throw new Error(
      `refused keys: expected a section at the parent of "${key}", and more than one word, got "${words}"`,
    );
  const child = inner.length > 0 ? refusing(properties[key] ?? {}, inner, words) : refusal(words);
  return { ...schema, properties: { ...properties, [key]: child } };
}

/** The language servers of VS Code offer no key that says `doNotSuggest`. */
function refusal(words: string): JsonSchema {
  return { const: words, pattern: NO_SPACE, doNotSuggest: true };
}
