import type { Field } from './fields';

/** The values of a field as they are drawn, which is before they are stacked on others. */
export type PlotValues = readonly (number | null)[];

/** Which stack a field is in; undefined for none. */
export function stackOf({ config: { custom } }: Field): string | undefined {
  const mode = custom?.stacking?.mode ?? 'none';
  return mode === 'none' ? undefined : `${mode}-${custom?.stacking?.group ?? 'A'}`;
}

/** The values to draw: mirrored ones negative, those of a percent stack as shares of it, what is not finite as gaps. */
export function plotValues(fields: readonly Field[]): readonly PlotValues[] {
  const signed = fields.map(({ values, config }) => {
    const sign = config.custom?.transform === 'negative-Y' ? -1 : 1;
    return values.map((value) => (value !== null && Number.isFinite(value) ? sign * value : null));
  });
  return fields.map((field, i) => {
    const own = signed[i] ?? [];
    if (field.config.custom?.stacking?.mode !== 'percent') return own;
    const peers = signed.filter((_, j) => sameStack(field, fields[j]));
    return own.map((value, at) => (value === null ? null : share(value, total(peers, at))));
  });
}

function sameStack(field: Field, other: Field | undefined): boolean {
  return other !== undefined && stackOf(other) === stackOf(field);
}

function share(value: number, whole: number): number {
  return whole === 0 ? 0 : value / whole;
}

function total(peers: readonly PlotValues[], at: number): number {
  return peers.reduce((sum, values) => sum + (values[at] ?? 0), 0);
}

/** All heights that the fields reach: of a stack its sums. */
export function heights(fields: readonly Field[], values: readonly PlotValues[]): readonly number[] {
  const stacks = new Map<string, number[]>();
  return fields.flatMap((field, i) => {
    const own = values[i] ?? [];
    const stack = stackOf(field);
    if (stack === undefined) return own.filter((value) => value !== null);
    const sums = stacks.get(stack) ?? own.map(() => 0);
    stacks.set(stack, sums);
    own.forEach((value, at) => (sums[at] = (sums[at] ?? 0) + (value ?? 0)));
    return [...sums, 0];
  });
}
