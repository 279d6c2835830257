import type { Field } from './fields';

/** One row of a heat map: what it is called, and for each time how much fell into it. */
export interface Bucket {
  readonly bound: number;
  readonly values: readonly (number | null)[];
}

/**
 * The buckets of classic histograms in the order of their bounds: series with the same `le` are added, and as `le` counts all
 * that is below it, each bucket is what it has more than the one before.
 */
export function bucketsOf(fields: readonly Field[]): readonly Bucket[] {
  const cumulative = new Map<number, (number | null)[]>();
  for (const { labels, values } of fields) {
    const bound = boundOf(labels['le']);
    if (bound !== undefined) cumulative.set(bound, added(cumulative.get(bound), values));
  }
  const rows = [...cumulative].sort(([a], [b]) => a - b);
  return rows.map(([bound, values], i) => ({ bound, values: difference(values, rows[i - 1]?.[1]) }));
}

/** Prometheus 2 and 3 write the same bound as "500" and "500.0". */
function boundOf(le: string | undefined): number | undefined {
  if (le === '+Inf' || le === 'Inf') return Infinity;
  const bound = le === undefined || le === '' ? NaN : Number(le);
  return Number.isNaN(bound) ? undefined : bound;
}

function added(known: readonly (number | null)[] | undefined, values: Field['values']): (number | null)[] {
  return values.map((value, i) => (value === null ? (known?.[i] ?? null) : value + (known?.[i] ?? 0)));
}

/** Two rates of one moment may differ by a rounding: a bucket never holds less than nothing. */
function difference(
  values: readonly (number | null)[],
  below: readonly (number | null)[] | undefined,
): Bucket['values'] {
  return values.map((value, i) => (value === null ? null : Math.max(0, value - (below?.[i] ?? 0))));
}
