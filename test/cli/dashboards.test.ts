import * as fs from 'node:fs';
import * as path from 'node:path';
import { temporaryDirectory } from '../support/folder';
import { cli, textsIn } from './command';

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
