import { parse } from 'yaml';
import type { Files } from '../../../src/engine/output';
import { bool, section } from '../../../src/engine/values';
import { helm, writeChart } from '../../support/helm';
import { parseObjects } from '../../support/manifests';
import { ALL, LEAST, VALUES, chart } from './charts';

const HELMS = ['helm3', 'helm4'] as const;

test.each(HELMS)('Chart.yaml says every field as %s reads it', async (major) => {
  const { stdout, stderr } = await helm(major, ['show', 'chart', writeChart(chart(ALL))]);
  expect(stderr).toBe('');
  expect(parse(stdout)).toEqual({ ...ALL, apiVersion: 'v2', type: 'application' });
});

/** A subchart with one object and two values. */
const CACHE: Files = new Map([
  ['charts/cache/Chart.yaml', 'apiVersion: v2\nname: cache\nversion: 2.1.0\n'],
  ['charts/cache/values.yaml', 'size: 1\nenabled: true\n'],
  [
    'charts/cache/templates/map.yaml',
    'apiVersion: v1\nkind: ConfigMap\nmetadata:\n  name: cache\ndata:\n  size: {{ .Values.size | quote }}\n',
  ],
]);

describe.each(HELMS)('a subchart, under %s,', (major) => {
  async function template(files: Files, ...args: readonly string[]): Promise<unknown> {
    const { code, stdout, stderr } = await helm(major, ['template', 'a', writeChart(files), ...args]);
    return code === 0 ? parseObjects(stdout)['ConfigMap/cache'] : stderr;
  }

  const sized = (size: string): object => ({
    apiVersion: 'v1',
    kind: 'ConfigMap',
    metadata: { name: 'cache' },
    data: { size },
  });

  test('takes its values under its name', async () => {
    const files = chart({ ...LEAST, dependencies: [{ name: 'cache', version: '2.1.0' }] }, VALUES, CACHE);
    expect(await template(files)).toEqual(sized('1'));
    expect(await template(files, '--set', 'cache.size=2')).toEqual(sized('2'));
  });

  test('takes them under its alias', async () => {
    const dependencies = [{ name: 'cache', version: '2.1.0', alias: 'store' }];
    const files = chart({ ...LEAST, dependencies }, VALUES, CACHE);
    expect(await template(files, '--set', 'store.size=2')).toEqual(sized('2'));
  });

  test('is switched by a declared value, beside which its own values stand', async () => {
    const values = section('Values.', {
      cache: section('A cache.', { enabled: bool({ description: 'Installs it.', default: false }) }),
    });
    const dependencies = [{ name: 'cache', version: '2.1.0', condition: 'cache.enabled' }];
    const files = chart({ ...LEAST, dependencies }, values, CACHE);
    expect(await template(files)).toBeUndefined();
    expect(await template(files, '--set', 'cache.enabled=true,cache.size=2')).toEqual(sized('2'));
    expect(await template(files, '--set', 'cache.enabled=3')).toContain('enabled');
  });

  test('is switched by a tag', async () => {
    const dependencies = [{ name: 'cache', version: '2.1.0', tags: ['stores'] }];
    const files = chart({ ...LEAST, dependencies }, VALUES, CACHE);
    expect(await template(files, '--set', 'tags.stores=false')).toBeUndefined();
    expect(await template(files, '--set', 'tags.stores=true')).toEqual(sized('1'));
  });

  test('opens no other key', async () => {
    const files = chart({ ...LEAST, dependencies: [{ name: 'cache', version: '2.1.0' }] }, VALUES, CACHE);
    expect(await template(files, '--set', 'cash.size=2')).toContain('cash');
  });
});
