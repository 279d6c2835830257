import { parse } from 'yaml';
import { Manifest } from '../../../src/engine/border';
import { type ChartMetadata, renderHelmChart } from '../../../src/engine/helm';
import type { Files } from '../../../src/engine/output';
import { type Section, bool, int, section } from '../../../src/engine/values';
import { helm, writeChart } from '../../support/helm';
import { parseObjects } from '../../support/manifests';

const HELMS = ['helm3', 'helm4'] as const;
const LEAST = { name: 'web', version: '1.0.0', description: 'A web server' };
const VALUES = section('Values.', { count: int({ description: 'Number.', default: 1, min: 0 }) });

function chart(metadata: ChartMetadata, values: Section = VALUES, files: Files = new Map()): Files {
  return renderHelmChart({
    metadata,
    values,
    files,
    build: (inner) => {
      new Manifest(inner, 'Map', { apiVersion: 'v1', kind: 'ConfigMap', metadata: { name: 'own' } });
    },
  });
}

/** Every field, with texts that YAML could read as something else. */
const ALL: Required<ChartMetadata> = {
  ...LEAST,
  appVersion: '1.10',
  kubeVersion: '>=1.28.0-0',
  home: 'https://example.com',
  icon: 'https://example.com/icon.svg',
  sources: ['https://example.com/source'],
  keywords: ['web', 'yes'],
  maintainers: [{ name: 'The web team', email: 'web@example.com', url: 'https://example.com/team' }, { name: 'no' }],
  dependencies: [
    { name: 'cache', version: '^2.0.0', repository: 'https://example.com/charts', condition: 'cache.enabled' },
    { name: 'cache', version: '2.1.0', repository: 'file://../cache', alias: 'second', tags: ['more'] },
  ],
  annotations: { 'artifacthub.io/prerelease': 'true', note: 'two\nlines: yes' },
};

describe('Chart.yaml', () => {
  test.each(HELMS)('says every field as %s reads it', async (major) => {
    const { stdout, stderr } = await helm(major, ['show', 'chart', writeChart(chart(ALL))]);
    expect(stderr).toBe('');
    expect(parse(stdout)).toEqual({ ...ALL, apiVersion: 'v2', type: 'application' });
  });

  test('says no field that is not given', () => {
    expect(parse(chart(LEAST).get('Chart.yaml') ?? '')).toEqual({ ...LEAST, apiVersion: 'v2', type: 'application' });
    expect(chart({ ...LEAST, maintainers: [{ name: 'a' }] }).get('Chart.yaml')).not.toContain('email');
  });

  test.each([
    ['name', 'Web', 'metadata.name: expected lower case letters, digits and -, such as "my-chart", got "Web"'],
    ['name', 'a.b', 'metadata.name: expected lower case letters, digits and -, such as "my-chart", got "a.b"'],
    ['version', '1.0', 'metadata.version: expected a version of SemVer 2 such as "1.2.3", got "1.0"'],
    ['version', 'v1.0.0', 'metadata.version: expected a version of SemVer 2 such as "1.2.3", got "v1.0.0"'],
  ])('is refused with the %s %s in one line', (field, text, message) => {
    expect(() => chart({ ...LEAST, [field]: text })).toThrow(new Error(message));
  });
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

test('a value with the name of a subchart is refused in one line', () => {
  const dependencies = [{ name: 'count', version: '1.0.0' }];
  expect(() => chart({ ...LEAST, dependencies })).toThrow(
    'values.count: expected a section, since a subchart is called like it; rename the value, or give the dependency an alias',
  );
});
