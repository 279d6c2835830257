import { stringify } from 'yaml';
import { Manifest } from '../../../src/engine/border';
import { type Json, ifSet } from '../../../src/engine/expr';
import { renderHelmChart } from '../../../src/engine/helm';
import type { Files } from '../../../src/engine/output';
import { checkValues, int, labels, section, text, valuesSchema } from '../../../src/engine/values';
import { type HelmMajor, helmTemplate, writeChart } from '../../support/helm';
import { parseObjects } from '../../support/manifests';
import { LEAST, VALUES as NEVER_CHANGED, chart } from './charts';

const since = '0.2.0';

/** Values of which the first chart had `old` and `web.old` alone. */
const VALUES = section('Values.', {
  old: text({ description: 'Old.', default: 'a' }),
  added: text({ description: 'Added.', default: 'b', since }),
  web: section('The web.', {
    old: text({ description: 'Old.', default: 'c' }),
    added: labels({ description: 'Added.', default: { d: 'e' }, since }),
  }),
  more: section('Added whole.', {
    count: int({ description: 'Count.', default: 7, since }),
    later: text({ description: 'Added later.', default: 'f', since: '0.3.0' }),
  }),
});

const FILES = renderHelmChart({
  metadata: { ...LEAST, version: '0.3.1' },
  values: VALUES,
  build: (inner, { old, added, web, more }) => {
    const data = { fixed: 'g', old: ifSet(old), added: ifSet(added), web: ifSet(web.old), later: ifSet(more.later) };
    const metadata = { name: 'own', labels: web.added };
    new Manifest(inner, 'Map', { apiVersion: 'v1', kind: 'ConfigMap', metadata, data, count: more.count });
  },
});

/** What came of the values. */
function seenIn(yaml: string): unknown {
  const { metadata, data, count } = parseObjects(yaml)['ConfigMap/own'] as unknown as Seen;
  return { labels: metadata.labels, data, count };
}

interface Seen {
  readonly metadata: { readonly labels?: Json };
  readonly data: Json;
  readonly count: Json;
}

/** What the chart makes of the values of an older release: Helm gives them in the place of those in values.yaml. */
async function reused(major: HelmMajor, older: Json, values: Json = {}): Promise<unknown> {
  const files: Files = new Map([...FILES, ['values.yaml', stringify(older)]]);
  const { code, stdout, stderr } = await helmTemplate(major, writeChart(files), { values });
  return code === 0 ? seenIn(stdout) : stderr;
}

describe.each(['helm3', 'helm4'] as const)('with the values of an older chart, under %s,', (major) => {
  test('each newer value has its default, and a missing old one is null', async () => {
    expect(await reused(major, { web: { old: 'x' } })).toEqual({
      labels: { d: 'e' },
      data: { fixed: 'g', added: 'b', web: 'x', later: 'f' },
      count: 7,
    });
  });

  test('values newer than some, but not than that chart, are null where they are missing', async () => {
    const older = { chartVersion: '0.2.4', old: 'x', web: {}, more: { count: 8 } };
    expect(await reused(major, older)).toEqual({
      data: { fixed: 'g', old: 'x', later: 'f' },
      count: 8,
    });
    expect(await reused(major, { ...older, more: {} })).toMatch(
      /values\.more\.count: expected an integer, got null; leave the key out for its default/,
    );
  });

  test('a null that is given for a newer one is refused: Helm keeps it, since nothing is there to take away', async () => {
    const stderr = await reused(major, {}, { added: null });
    expect(stderr).toMatch(
      /^- (added: Invalid type\. Expected: string, given: null|at '\/added': got null, want string)$/m,
    );
  });

  test('and the chart itself takes null for null', async () => {
    const { stdout } = await helmTemplate(major, writeChart(FILES), { values: { added: null, web: null } });
    expect(seenIn(stdout)).toEqual({ data: { fixed: 'g', old: 'a', later: 'f' }, count: 7 });
  });
});

describe('the version of the chart', () => {
  test('is in its values, where some are newer than others, and may be in values files', () => {
    expect(FILES.get('values.yaml')).toMatch(/^chartVersion: 0\.3\.1$/m);
    expect(valuesSchema(VALUES).properties).toHaveProperty('chartVersion');
    checkValues(VALUES, { chartVersion: '0.2.0' });
    expect(() => {
      checkValues(VALUES, { chartVersion: 1 });
    }).toThrow('values.chartVersion: expected the version of a chart, got 1');
  });

  test('is nowhere else', () => {
    expect([...chart(LEAST).values()].filter((text) => text.includes('chartVersion'))).toEqual([]);
    expect(() => {
      checkValues(NEVER_CHANGED, { chartVersion: '0.2.0' });
    }).toThrow(/^values\.chartVersion: expected one of the keys count, got an unknown key/);
  });
});

test('a version that is none is refused', () => {
  expect(() => text({ description: 'A.', default: '', since: 'v1' })).toThrow(
    'text: options.since: expected a version such as "0.2.0", got "v1"',
  );
});
