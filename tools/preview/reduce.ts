type Values = readonly (number | null)[];
type Reducer = (values: readonly number[], all: Values) => number | undefined;

const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0);
const least = (values: readonly number[]): number | undefined =>
  values.length === 0 ? undefined : values.reduce((a, b) => Math.min(a, b));
const greatest = (values: readonly number[]): number | undefined =>
  values.length === 0 ? undefined : values.reduce((a, b) => Math.max(a, b));
const mean = (values: readonly number[]): number | undefined =>
  values.length === 0 ? undefined : sum(values) / values.length;

/** Grafana's calculations: what it calls each, and what it does. */
const REDUCERS: Readonly<Record<string, readonly [title: string, reducer: Reducer]>> = {
  lastNotNull: ['Last *', (values) => values.at(-1)],
  last: ['Last', (_values, all) => all.at(-1) ?? undefined],
  firstNotNull: ['First *', (values) => values[0]],
  first: ['First', (_values, all) => all[0] ?? undefined],
  min: ['Min', least],
  max: ['Max', greatest],
  mean: ['Mean', mean],
  sum: ['Total', sum],
  count: ['Count', (values) => values.length],
  range: ['Range', (values) => (greatest(values) ?? NaN) - (least(values) ?? NaN)],
  diff: ['Difference', (values) => (values.at(-1) ?? NaN) - (values[0] ?? NaN)],
};

const PERCENTILE = /^p(\d{1,2})$/;

/** One value of many; undefined if there is none. A calculation that is not known gives the last value. */
export function reduceValues(values: Values, calc = 'lastNotNull'): number | undefined {
  const present = values.filter((value) => value !== null).filter((value) => !Number.isNaN(value));
  const [, percent] = PERCENTILE.exec(calc) ?? [];
  if (percent !== undefined) return percentile(present, Number(percent));
  const [, reducer] = REDUCERS[calc] ?? REDUCERS['lastNotNull'] ?? [];
  return reducer?.(present, values);
}

function percentile(values: readonly number[], percent: number): number | undefined {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor((percent / 100) * sorted.length))];
}

/** What Grafana calls a calculation. */
export function calcTitle(calc: string): string {
  return PERCENTILE.test(calc) ? `${calc.slice(1)}th %` : (REDUCERS[calc]?.[0] ?? calc);
}
