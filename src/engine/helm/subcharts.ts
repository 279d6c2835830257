import type { JsonSchema } from '../values';
import type { ChartMetadata } from './metadata';

/**
 * The schema of a values file, open where Helm keeps values for subcharts: each has its own schema.
 *
 * @throws when a value has the name of a subchart
 */
export function openToSubcharts(schema: JsonSchema, { dependencies = [] }: ChartMetadata): JsonSchema {
  const names = dependencies.map(({ name, alias }) => alias ?? name);
  const isTagged = dependencies.some(({ tags = [] }) => tags.length > 0);
  const properties = { ...schema.properties };
  for (const name of names) properties[name] = opened(name, properties[name]);
  if (isTagged) properties['tags'] ??= { type: 'object', description: 'Switches subcharts on and off by their tags.' };
  return { ...schema, properties };
}

function opened(name: string, declared: JsonSchema | undefined): JsonSchema {
  if (declared === undefined) return { type: 'object', description: `Values of the subchart "${name}".` };
  const { additionalProperties, ...open } = declared;
  if (open.type === 'object' && additionalProperties === false && open.default === undefined) return open;
  throw new Error(
    `values.${name}: expected a section, since a subchart is called like it; rename the value, or give the dependency an alias`,
  );
}
