import { type Metric, type MetricType, ownNames } from '../metrics';
import { type Place, matchersOf } from './selection';
import type { QuerySubject } from './subject';
import { type Table, numberCell, textCell } from './table';

/** Which of the metrics are there; `undefined` when none is. */
export async function askMetrics(
  { metrics }: QuerySubject,
  { client, asking: { selection }, time }: Place,
): Promise<Table | undefined> {
  // The only query about names of series, of which the typed ones know nothing.
  const samples = await client.query(`count by (__name__) ({${matchersOf(selection)}})`, time);
  const series = new Map(samples.map(({ labels, value }) => [labels['__name__'] ?? '', value]));
  const all = ownNames(metrics).flatMap((name) => found(name, metrics[name], series));
  const missing = all.filter(({ count }) => count === undefined);
  if (missing.length === all.length) return undefined;
  return {
    question: 'metrics',
    columns: [
      { key: 'metric', title: 'metric' },
      { key: 'type', title: 'type' },
      { key: 'series', title: 'series', unit: 'count', isNumber: true },
    ],
    rows: all.map(({ name, type, count }) => [textCell(name), textCell(type), numberCell(count, 'count')]),
    hasHeading: true,
    notes: notesOf(
      all.length,
      missing.map(({ name }) => name),
    ),
  };
}

interface Found {
  readonly name: string;
  readonly type: string;
  readonly count: number | undefined;
}

/** Series of a metric; a histogram in native form has the name of its metric. */
function found(name: string, metric: Metric | undefined, series: ReadonlyMap<string, number>): readonly Found[] {
  if (metric === undefined) return [];
  const counts = PARTS[metric.type].flatMap((suffix) => series.get(name + suffix) ?? []);
  const count = counts.length === 0 ? undefined : counts.reduce((sum, one) => sum + one, 0);
  return [{ name, type: metric.type, count }];
}

const PARTS: Readonly<Record<MetricType, readonly string[]>> = {
  gauge: [''],
  counter: [''],
  histogram: ['', '_bucket', '_sum', '_count'],
  summary: ['', '_sum', '_count'],
};

function notesOf(all: number, missing: readonly string[]): readonly string[] {
  if (missing.length === 0) return [`all ${String(all)} metrics found`];
  return [
    `${String(all - missing.length)} of ${String(all)} metrics found; missing: ${missing.join(', ')}`,
    'The preset "lean" drops metrics on purpose; a metric with labels appears after its first event.',
  ];
}
