import type { Chart } from 'cdk8s';
import { coderChartFiles } from '../../../src/cli';
import { capture } from '../../../src/engine/border';
import { Coder, type CoderProps } from '../../../src/coder/constructs';
import { type CoderValues, coderValues } from '../../../src/coder/values';
import { HELM_PLACEMENT, type Json } from '../../../src/engine/expr';
import { symbolicObjects } from '../../../src/engine/helm';
import type { Handles } from '../../../src/engine/values';
import { promqlFor, queryText } from '../../../src/observability/promql';
import { CODERD_1_38 } from '../../support/coderd-1-38';
import { inParallel, writeChart } from '../../support/helm';
import { type Case, cases, disagreements, environmentOf } from '../../support/law';
import { type Objects, byKey, interpret } from '../../support/manifests';
import { count, seedAt } from '../../support/share';

const VALUES = coderValues(CODERD_1_38);

const MODEL = {
  values: VALUES,
  build: (chart: Chart, values: Handles<CoderValues>) => {
    new Coder(chart, 'coder', { ...values, ...HELM_PLACEMENT, version: CODERD_1_38 });
  },
};

function folded({ release, namespace, values }: Case): Objects {
  const props = { ...values, releaseName: release, namespace, version: CODERD_1_38 } as CoderProps;
  const objects = capture(
    (chart) => {
      new Coder(chart, 'coder', props);
    },
    { releaseName: release, namespace },
  );
  return byKey(objects.map(({ tree }) => tree as Json));
}

describe('another version of coderd, as data,', () => {
  test('types queries by its own metrics', () => {
    const { gauge, quantile } = promqlFor(CODERD_1_38.metrics);
    expect(queryText(quantile(0.5, 'go_gc_pauses_seconds'))).toContain('go_gc_pauses_seconds_bucket');
    // @ts-expect-error -- gone
    expect(() => gauge('go_memstats_gc_cpu_fraction')).toThrow('the catalogue has no metric');
    // @ts-expect-error -- called otherwise
    expect(() => quantile(0.5, 'go_gc_pauses_seconds_total')).toThrow('the catalogue has no metric');
  });

  test('has its own image, port, rules, values and dashboards', () => {
    const alerts = { poolExhausted: { ratio: 0.5 } };
    const text = JSON.stringify(folded({ release: 'coder', namespace: 'coder', values: { metrics: { alerts } } }));
    for (const part of ['coder-service-next:1.38.0', '"port":"metrics"', '> 0.5', 'coder-pool.json'])
      expect(text).toContain(part);
    expect(text).not.toContain('CoderdGcPressure');
    expect(() =>
      folded({ release: 'coder', namespace: 'coder', values: { metrics: { alerts: { gcPressure: {} } } } }),
    ).toThrow('values.metrics.alerts.gcPressure: expected one of the keys poolExhausted');
  });

  test('has a chart that says what it is, and no number of the first', () => {
    const files = coderChartFiles(CODERD_1_38);
    const text = (file: string): string => files.get(file) ?? '';
    for (const line of ['version: 0.2.0', 'appVersion: "?1.38.0"?', 'kubeVersion: .>=1.24.0-0.'])
      expect(text('Chart.yaml')).toMatch(new RegExp(`^${line}$`, 'm'));
    expect(text('README.md')).toContain('Chart 0.2.0, coderd 1.38.0, Kubernetes >=1.24.0-0.');
    expect(text('values.yaml')).toContain('poolExhausted:');
    expect(text('templates/NOTES.txt')).toContain('port 2113');
    const lines = [...files.values()].flatMap((made) => made.split('\n'));
    // Images beside coderd's own are data of the first version here.
    expect(lines.filter((line) => /2112|1\.36/.test(line) && !line.includes('envbox'))).toEqual([]);
  });

  test('means the same in YAML and in a chart', async () => {
    const symbolic = symbolicObjects(MODEL);
    const chart = writeChart(coderChartFiles(CODERD_1_38));
    const found: string[] = [];
    await inParallel(cases(VALUES, count({ few: 4, many: 20 }), { seed: seedAt(38), presence: 0.2 }), async (one) => {
      const interpreted = interpret(symbolic, environmentOf(VALUES, one));
      found.push(...(await disagreements('helm3', chart, one, { folded: folded(one), interpreted })));
    });
    expect(found.slice(0, 5)).toEqual([]);
  });
});
