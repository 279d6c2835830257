import type { CapturedObject } from '../border';
import { type Environment, type Json, type TreeMap, evaluate, isTreeMap, roundsIn } from '../expr';
import { isMap } from '../values';

/** The objects of an installation, by kind and name. */
export type Installed = ReadonlyMap<string, Json>;

/** Where two installations differ, and what each has there. */
export interface Difference {
  /** Kind and name of the object. */
  readonly object: string;
  /** Keys down to the field; none where the whole object is missing in one of them. */
  readonly field: readonly string[];
  /** What the chart has there. */
  readonly chart: Json | undefined;
  /** What plain synthesis has there. */
  readonly plain: Json | undefined;
}

/** What objects are once all values are known. */
export function installedOf(objects: readonly CapturedObject[], environment: Environment): Installed {
  const installed = new Map<string, Json>();
  for (const { kind, tree, loops, condition } of objects)
    for (const round of roundsIn(loops, environment))
      if (evaluate(condition, round) === true)
        installed.set(freeName(`${kind} ${nameIn(tree, round)}`, installed), evaluate(tree, round) ?? null);
  return installed;
}

/** Two objects of one kind may have one name, in two namespaces or by mistake. */
function freeName(name: string, taken: Installed, count = 1): string {
  const counted = count === 1 ? name : `${name} (${String(count)})`;
  return taken.has(counted) ? freeName(name, taken, count + 1) : counted;
}

function nameIn({ metadata }: TreeMap, environment: Environment): string {
  const name = isTreeMap(metadata) ? evaluate(metadata['name'], environment) : undefined;
  return typeof name === 'string' ? name : '';
}

/** The first difference between a chart and plain synthesis. */
export function firstDifference(chart: Installed, plain: Installed): Difference | undefined {
  for (const object of new Set([...chart.keys(), ...plain.keys()])) {
    const found = differenceIn(chart.get(object), plain.get(object));
    if (found !== undefined) return { object, ...found };
  }
  return undefined;
}

function differenceIn(chart: Json | undefined, plain: Json | undefined): Omit<Difference, 'object'> | undefined {
  if (!isCollection(chart) || !isCollection(plain) || Array.isArray(chart) !== Array.isArray(plain))
    return chart === plain ? undefined : { field: [], chart, plain };
  for (const key of new Set([...Object.keys(chart), ...Object.keys(plain)])) {
    const found = differenceIn(fieldAt(chart, [key]), fieldAt(plain, [key]));
    if (found !== undefined) return { ...found, field: [key, ...found.field] };
  }
  return undefined;
}

/** What an object has in a field. */
export function fieldAt(json: Json | undefined, field: readonly string[]): Json | undefined {
  return field.reduce<Json | undefined>(
    (at, key) => (isCollection(at) && Object.hasOwn(at, key) ? (Reflect.get(at, key) as Json) : undefined),
    json,
  );
}

function isCollection(json: Json | undefined): json is Exclude<Json, string | number | boolean | null> {
  return Array.isArray(json) || isMap(json);
}
