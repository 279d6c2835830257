import type { InputHistogram, InputSeries, Samples } from './scenario';

/** A series of a unit test of promtool. */
export interface TestSeries {
  /** Name and labels, as in PromQL: `up{job="a"}`. */
  readonly series: string;
  /** Samples, one a minute, in promtool's notation. */
  readonly values: string;
}

/** The series of a scenario as Prometheus keeps them with histograms in classic or in native form. */
export function testSeries(
  input: InputSeries | InputHistogram,
  histograms: 'classic' | 'native',
): readonly TestSeries[] {
  if (!('buckets' in input)) return [line(input.name, input.labels, input.values)];
  return histograms === 'native' ? [nativeSeries(input)] : classicSeries(input);
}

function line(name: string, labels: Readonly<Record<string, string>>, values: Samples): TestSeries {
  const pairs = Object.entries(labels).map(([label, value]) => `${label}=${JSON.stringify(value)}`);
  return { series: `${name}{${pairs.join(', ')}}`, values };
}

function classicSeries({ name, labels, buckets, all, sum, spelling }: InputHistogram): readonly TestSeries[] {
  const spell = (bound: string): string => (spelling === 'Prometheus 3' && /^\d+$/.test(bound) ? `${bound}.0` : bound);
  return [
    ...Object.entries(buckets).map(([bound, values]) =>
      line(`${name}_bucket`, { ...labels, le: spell(bound) }, values),
    ),
    line(`${name}_bucket`, { ...labels, le: '+Inf' }, all),
    line(`${name}_count`, labels, all),
    line(`${name}_sum`, labels, sum),
  ];
}

/** Schema of native histograms whose bounds are those of the classic ones. */
const CUSTOM_BOUNDS = -53;

function nativeSeries({ name, labels, buckets, all, sum }: InputHistogram): TestSeries {
  const bounds = Object.keys(buckets).sort((a, b) => Number(a) - Number(b));
  const rows = [...bounds.map((bound) => buckets[bound] as Samples), all, sum].map(stretches);
  const values = (rows[0] ?? []).map((_, i) =>
    nativeStretch(
      bounds,
      rows.map((row) => row[i]),
    ),
  );
  return line(name, labels, values.join(' '));
}

/** Some samples in a row: a first one, what is added each time, and how often. `undefined` is no sample. */
interface Stretch {
  readonly first: number | undefined;
  readonly step: number;
  readonly times: number;
}

const STRETCH = /^(_|[\d.]+)(?:\+([\d.]+))?x(\d+)$/;

function stretches(samples: Samples): readonly Stretch[] {
  return samples.split(' ').map((part) => {
    const [, first, step = '0', times] = STRETCH.exec(part) ?? [];
    if (first === undefined) throw new Error(`samples of a histogram must be such as 0+5x60, not ${part}`);
    return { first: first === '_' ? undefined : Number(first), step: Number(step), times: Number(times) };
  });
}

function nativeStretch(bounds: readonly string[], row: readonly (Stretch | undefined)[]): string {
  const [head] = row;
  if (head === undefined || row.some((stretch) => stretch?.times !== head.times))
    throw new Error('the samples of all parts of a histogram must have the same lengths');
  if (head.first === undefined) return `_x${String(head.times)}`;
  const first = row.map((stretch) => stretch?.first ?? 0);
  const step = row.map((stretch) => stretch?.step ?? 0);
  return `${native(bounds, first)}+${native(bounds, step)}x${String(head.times)}`;
}

/** `counts` are cumulative, the last two are all observations and their sum. */
function native(bounds: readonly string[], counts: readonly number[]): string {
  const [all = 0, sum = 0] = counts.slice(-2);
  const own = counts.slice(0, -1).map((count, i) => count - (counts[i - 1] ?? 0));
  const fields = [`count:${String(all)}`, `sum:${String(sum)}`, `custom_values:[${bounds.join(' ')}]`];
  return `{{schema:${String(CUSTOM_BOUNDS)} ${fields.join(' ')} buckets:[${own.join(' ')}]}}`;
}
