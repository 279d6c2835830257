import type { Json } from '../expr';
import type { JsonSchema } from '../values';

const REFERENCE = '#/$defs/';

type JsonMap = Readonly<Record<string, Json>>;

/** A schema in which a definition that one place alone refers to stands in that place: it is shorter, and read faster. */
export function withoutSingles({ $defs = {}, ...root }: JsonSchema): JsonSchema {
  const counts = new Map<string, number>();
  for (const name of referencesIn([root, $defs])) counts.set(name, (counts.get(name) ?? 0) + 1);
  const kept = Object.entries($defs).filter(([name]) => counts.get(name) !== 1);
  const names = kept.map(([name]) => name);
  const put = (tree: Json): Json =>
    inPlace(tree, (name) => (names.includes(name) ? undefined : put(asAnother($defs[name] ?? {}, kept))));
  return { ...(put(root as Json) as JsonSchema), $defs: put(Object.fromEntries(kept) as Json) as typeof $defs };
}

/** By reference what differs from a definition in its words only. */
function asAnother(schema: JsonSchema, kept: readonly (readonly [string, JsonSchema])[]): Json {
  const alike = kept.find(([, other]) => meaningOf(other) === meaningOf(schema));
  const { title } = schema;
  return alike === undefined
    ? (schema as Json)
    : { ...(title === undefined ? {} : { title }), $ref: `${REFERENCE}${alike[0]}` };
}

function meaningOf(schema: JsonSchema): string {
  return JSON.stringify({ ...schema, title: '' });
}

function referencesIn(tree: unknown): readonly string[] {
  const text = JSON.stringify(tree);
  return [...text.matchAll(/"\$ref":"#\/\$defs\/([^"]+)"/g)].map((match) => match[1] ?? '');
}

/** A tree with what is known of a reference in its place; what stands beside it says more, and counts. */
function inPlace(tree: Json, definitionOf: (name: string) => Json | undefined): Json {
  if (Array.isArray(tree)) return tree.map((item: Json) => inPlace(item, definitionOf));
  if (typeof tree !== 'object' || tree === null) return tree;
  const { $ref, ...beside } = tree as JsonMap;
  const found = typeof $ref === 'string' ? definitionOf($ref.replace(REFERENCE, '')) : undefined;
  if (found !== undefined) return { ...(found as JsonMap), ...beside };
  return Object.fromEntries(Object.entries(tree).map(([key, value]) => [key, inPlace(value, definitionOf)]));
}
