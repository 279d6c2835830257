import * as fs from 'node:fs';
import * as path from 'node:path';
import { selectorsIn } from '../../src/cli/check-selectors';
import { temporaryDirectory } from '../support/folder';
import { cli, textsIn } from './command';

interface Drawn {
  readonly templating: {
    readonly list: readonly { readonly name: string; readonly query: string | { readonly query: string } }[];
  };
}

/** Every expression of a dashboard: of its panels, and of its marks. */
function expressionsIn(dashboard: Drawn): readonly string[] {
  return [...JSON.stringify(dashboard).matchAll(/"expr":("(?:[^"\\]|\\.)*")/g)].map(
    ([, text = '""']) => JSON.parse(text) as string,
  );
}

/** Runs the command with values; the files it wrote. */
function dashboards(values: string): Readonly<Record<string, string>> {
  const directory = temporaryDirectory();
  const [file, out] = [path.join(directory, 'values.yaml'), path.join(directory, 'out')];
  fs.writeFileSync(file, values);
  expect(cli(['dashboards', '-f', file, '--out', out])).toMatchObject({ status: 0, stderr: '' });
  return textsIn(out);
}

describe('the command dashboards', () => {
  test('writes each dashboard as JSON without a marker, whatever way they reach the cluster', () => {
    for (const kind of ['None', 'ConfigMap', 'GrafanaDashboard']) {
      const files = dashboards(`metrics: {dashboards: {kind: ${kind}}}\n`);
      const names = ['api', 'jobs', 'networking', 'overview', 'runtime'].map((name) => `coder-${name}.json`);
      expect(Object.keys(files).sort()).toEqual(names);
      for (const [name, text] of Object.entries(files)) {
        expect(JSON.parse(text)).toMatchObject({ uid: name.replace('.json', '') });
        expect(text).not.toMatch(/@[{[]/);
      }
    }
  });

  test('draws the thresholds that the values say', () => {
    const text = dashboards('metrics: {alerts: {licenseExpiresSoon: {days: 45}}}\n')['coder-overview.json'];
    expect(text).toContain('"value": 45');
    expect(dashboards('{}\n')['coder-overview.json']).not.toContain('"value": 45');
  });

  test('lets one of several clusters be chosen, on which everything then depends', () => {
    const directory = path.join(temporaryDirectory(), 'out');
    expect(cli(['dashboards', '--cluster-label', 'region', '--out', directory])).toMatchObject({
      status: 0,
      stderr: '',
    });
    const files = Object.values(textsIn(directory)).map((text) => JSON.parse(text) as Drawn);
    expect(files).toHaveLength(5);
    for (const file of files) {
      const [, cluster, ...others] = file.templating.list;
      expect(cluster).toMatchObject({ name: 'cluster', multi: false, includeAll: false });
      expect(cluster?.query).toMatchObject({ query: 'label_values(coderd_api_concurrent_requests, region)' });
      const asked = [
        ...others.map(({ query }) => (typeof query === 'string' ? query : query.query)),
        ...expressionsIn(file),
      ];
      const blind = asked.filter((expr) =>
        selectorsIn(expr).some(
          ({ matchers }) => !matchers.some(({ label, value }) => label === 'region' && value === '$cluster'),
        ),
      );
      expect([asked.length > 3, blind]).toEqual([true, []]);
    }
    expect(Object.values(dashboards('{}\n')).join('')).not.toContain('cluster"');
  });

  test('refuses a label by which nothing can be told apart', () => {
    const { status, stderr } = cli(['dashboards', '--cluster-label', 'namespace']);
    expect([status, stderr]).toEqual([
      1,
      expect.stringMatching(/^--cluster-label: expected .*, got "namespace"; see cdk8s/),
    ]);
  });

  test('writes dashboards of a user beside them, as they are', () => {
    const text = '{"uid": "mine", "title": "Mine"}\n';
    const files = dashboards(
      JSON.stringify({ metrics: { dashboards: { extra: { 'mine.json': text }, kind: 'None' } } }),
    );
    expect(files).toEqual({ ...dashboards('{}\n'), 'mine.json': text });
  });

  test('refuses a wrong value in one line and writes nothing', () => {
    const directory = temporaryDirectory();
    const file = path.join(directory, 'values.yaml');
    fs.writeFileSync(file, 'metrics: {dashboards: {kind: Grafana}}\n');
    const run = cli(['dashboards', '-f', file, '--out', path.join(directory, 'out')]);
    expect(run.status).toBe(1);
    expect(run.stderr.trim().split('\n')).toHaveLength(1);
    expect(fs.existsSync(path.join(directory, 'out'))).toBe(false);
  });
});
