import { METRIC_NAMES, type MetricName, metricOf } from '../metrics';
import type { Place } from './answers';
import { matchersOf } from './selection';
import { type Table, numberCell, textCell } from './table';

/** Which of coderd's metrics are there; `undefined` when none is. */
export async function askMetrics({ client, asking: { selection }, time }: Place): Promise<Table | undefined> {
  // The only query about names of series, of which the typed ones know nothing.
  const samples = await client.query(`count by (__name__) ({${matchersOf(selection)}})`, time);
  const series = new Map(samples.map(({ labels, value }) => [labels['__name__'] ?? '', value]));
  const counts = METRIC_NAMES.map((name) => seriesOf(name, series));
  const missing = METRIC_NAMES.filter((_, i) => counts[i] === undefined);
  if (missing.length === METRIC_NAMES.length) return undefined;
  return {
    question: 'metrics',
    columns: [
      { key: 'metric', title: 'metric' },
      { key: 'type', title: 'type' },
      { key: 'series', title: 'series', unit: 'count', isNumber: true },
    ],
    rows: METRIC_NAMES.map((name, i) => [
      textCell(name),
      textCell(metricOf(name).type),
      numberCell(counts[i], 'count'),
    ]),
    hasHeading: true,
    notes: notesOf(missing),
  };
}

/** Series of a metric; a histogram in native form has the name of its metric. */
function seriesOf(name: MetricName, series: ReadonlyMap<string, number>): number | undefined {
  const { type } = metricOf(name);
  const parts = {
    gauge: [''],
    counter: [''],
    histogram: ['', '_bucket', '_sum', '_count'],
    summary: ['', '_sum', '_count'],
  };
  const found = parts[type].flatMap((suffix) => series.get(name + suffix) ?? []);
  return found.length === 0 ? undefined : found.reduce((sum, count) => sum + count, 0);
}

function notesOf(missing: readonly MetricName[]): readonly string[] {
  const all = METRIC_NAMES.length;
  if (missing.length === 0) return [`all ${String(all)} metrics are there`];
  return [
    `${String(all - missing.length)} of ${String(all)} metrics are there; missing: ${missing.join(', ')}`,
    'The preset "lean" drops metrics on purpose; a metric with labels is there after its first event.',
  ];
}
