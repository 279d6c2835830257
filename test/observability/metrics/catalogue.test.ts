import * as fs from 'node:fs';
import * as path from 'node:path';
import { type Metric, SCRAPE_METRICS } from '../../../src/observability/metrics';
import { METRICS, METRIC_NAMES, metricOf } from '../../support/mixin';

type Cells = readonly [name: string, type: string, help: string];

/** The table of Coder's documentation, release 1.36. */
function documented(): readonly Cells[] {
  const text = fs.readFileSync(path.join(__dirname, 'prometheus-integration.md'), 'utf8');
  const [, , ...rows] = text.trimEnd().split('\n');
  return rows.map((row) => {
    const [name = '', type = '', help = ''] = row.slice(1, -1).split('|').map(plain);
    return [name, type, help];
  });
}

function plain(cell: string): string {
  return cell.trim().replace(/^`(.*)`$/, '$1');
}

function sorted(rows: readonly Cells[]): readonly Cells[] {
  return [...rows].sort(([a], [b]) => (a < b ? -1 : 1));
}

const DOCUMENTED = documented();
const ALL: readonly (readonly [string, Metric])[] = METRIC_NAMES.map((name) => [name, metricOf(name)]);

describe('the catalogue of metrics', () => {
  test("equals the table of Coder's documentation, cell by cell", () => {
    expect(DOCUMENTED).toHaveLength(91);
    expect(sorted(ALL.map(([name, { type, help }]) => [name, type, help]))).toEqual(sorted(DOCUMENTED));
  });

  test('takes no metric twice from its parts', () => {
    expect(new Set(METRIC_NAMES).size).toBe(91);
    expect(Object.keys(METRICS)).toEqual([...METRIC_NAMES, ...Object.keys(SCRAPE_METRICS)]);
  });

  test.each(ALL)(
    'gives %s buckets only if it is a histogram, quantiles if and only if it is a summary',
    (_, metric) => {
      expect(metric.type === 'histogram' || metric.buckets.length === 0).toBe(true);
      expect(metric.quantiles.length > 0).toBe(metric.type === 'summary');
      for (const bounds of [metric.buckets, metric.quantiles])
        expect(bounds).toEqual([...bounds].sort((a, b) => a - b));
    },
  );

  test('says a unit of a name that says one, with the exceptions that are noted', () => {
    const said: Readonly<Record<string, string>> = { ms: 'milliseconds', bytes: 'bytes', days: 'days', s: 'seconds' };
    for (const [name, { unit }] of ALL) {
      const [, suffix = ''] = /_(ms|bytes|days|s)(?:_total)?$/.exec(name) ?? [];
      if (suffix !== '') expect([name, unit]).toEqual([name, said[suffix]]);
    }
  });

  test.each([
    'go_gc_heap_allocs_by_size_bytes_total',
    'go_gc_heap_frees_by_size_bytes_total',
    'go_gc_pauses_seconds_total',
  ])('knows that %s is a histogram, whatever its name says', (name) => {
    expect(METRICS).toHaveProperty([name, 'type'], 'histogram');
  });

  test('names no label that the help text alone suggests', () => {
    const guessed = ALL.filter(([, { evidence, labels }]) => evidence !== 'documented' && labels.length > 0);
    expect(guessed).toEqual([]);
  });
});
