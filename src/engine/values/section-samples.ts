import type { Json } from '../expr';
import { isAllowedBy } from './check';
import type { Leaf, Section } from './declare';
import { at } from './maps';
import type { JsonSchema } from './schema';

/** The samples of each value in a section. */
type Samples = Readonly<Record<string, readonly Json[]>>;

/** How many items there are, as far as so many are allowed: none, one, and so many that each two values in an item have most pairs of their samples. */
const LENGTHS: readonly number[] = [0, 1, 5, 5, 5, 5, 5];

/** Some lists or maps of sections, in which each value has each of its samples. */
export function samplesOfSections(
  { schema, type }: Leaf,
  item: Section,
  samplesOf: (leaf: Leaf) => readonly Json[],
  names: readonly string[],
): readonly Json[] {
  const samples = samplesIn(item, samplesOf);
  const { min = 0, max = Infinity } = schema.size ?? {};
  const lists = LENGTHS.map((wanted, turn) => {
    const length = Math.min(Math.max(wanted, min), max);
    return apart(
      Array.from({ length }, (_, i) => sampleOf(samples, 5 * turn + i, schema.unique?.fields[0])),
      schema,
    );
  });
  const byName = (items: readonly Json[]): Json =>
    Object.fromEntries(items.slice(0, names.length).map((one, i) => [names[i] ?? '', one]));
  return lists.map((items) => (type === 'list' ? items : byName(items))).filter((made) => isAllowedBy(schema, made));
}

function samplesIn({ children }: Section, samplesOf: (leaf: Leaf) => readonly Json[]): Samples {
  return Object.fromEntries(
    Object.entries(children).map(([key, child]) => {
      if (child.kind === 'leaf') return [key, samplesOf(child)];
      const inner = samplesIn(child, samplesOf);
      return [key, Array.from({ length: 20 }, (_, turn) => sampleOf(inner, turn))];
    }),
  );
}

/** A section at a turn. What no two items may have in common has one sample after the other. */
function sampleOf(samples: Samples, turn: number, unique?: string): Json {
  const entries = Object.entries(samples).map(([key, of], i) => [
    key,
    of[(key === unique ? turn : asIfByChance(i, turn)) % of.length] ?? null,
  ]);
  return Object.fromEntries(entries) as Json;
}

/** A number that depends on two others, as if by chance. */
export function asIfByChance(one: number, other: number): number {
  const mixed = Math.imul((one + 1) * 0x9e3779b1 + other * 0x85ebca6b, 0xc2b2ae35);
  return (mixed ^ (mixed >>> 15)) >>> 3;
}

/** Items without those that have something in common with an earlier one that no two may have. */
function apart(items: readonly Json[], { unique }: JsonSchema): readonly Json[] {
  const textsOf = (item: Json): string => JSON.stringify(unique?.fields.map((field) => at(item, [field])));
  const texts = items.map(textsOf);
  return items.filter((_, i) => unique === undefined || texts.indexOf(texts[i] ?? '') === i);
}
