import { CODER_VALUES } from '../support/coder-values';
import { type Json, literal } from '../../src/engine/expr';
import { bool, checkValues, concreteHandles, section, withRules } from '../../src/engine/values';
import { problemsOf as problemsIn } from '../engine/values/witness';
import { NO_SCHEMA, chartWith, template } from '../support/bad-helm';
import { renderHelmChart } from '../../src/engine/helm';
import { helmTemplate, inParallel, writeChart } from '../support/helm';
import { ALSO_BROKEN_PODS } from '../support/pod-cases';
import { ALLOWED, BROKEN } from '../support/rule-cases';
import { share } from '../support/share';

const problemsOf = (values: Json): readonly string[] => problemsIn(CODER_VALUES, values);

describe('values that do not go together', () => {
  test.each(BROKEN)('are refused: %j', (values, words) => {
    expect(problemsOf(values)).toEqual([`values.${words}`]);
  });

  test('by each rule', () => {
    const rules = CODER_VALUES.rules?.(concreteHandles(CODER_VALUES, {})) ?? [];
    const met = new Set(BROKEN.map(([, words]) => words.replace(/:.*/, '')));
    expect(rules.filter(({ path }) => !met.has(path))).toEqual([]);
    expect(BROKEN).toHaveLength(rules.length);
  });

  test('no others are', () => {
    expect(ALLOWED.map(problemsOf)).toEqual(ALLOWED.map(() => []));
  });

  test.each([
    ['helm3', 0],
    ['helm4', 1],
  ] as const)('are the same for %s, in the same words, also without the schema', async (major, turn) => {
    const chart = chartWith();
    const all = [...BROKEN, ...ALSO_BROKEN_PODS, ...ALLOWED.map((values) => [values, ''] as const)];
    await inParallel(share([...all.entries()], 4, turn), async ([i, [values, words]]) => {
      const { code, stderr } = await template(major, chart, { values, args: i % 3 === 0 ? [NO_SCHEMA] : [] });
      expect([code, stderr]).toEqual(words === '' ? [0, ''] : [1, expect.stringContaining(`: values.${words}\n`)]);
    });
  });
});

describe('names that Kubernetes takes once', () => {
  test.each([
    ['sidecars', { name: 'coderd' }, 'name', 'coderd, migrations'],
    ['initContainersBeforeMigrations', { name: 'migrations' }, 'name', 'coderd, migrations'],
    ['extraInitContainers', { name: 'migrations' }, 'name', 'coderd, migrations'],
    ['extraVolumeMounts', { name: 'a', mountPath: '/tmp/pgcerts' }, 'mountPath', '/tmp/pgcerts'],
  ])('are not those of the chart, nor twice in a list: %s', (list, item, field, taken) => {
    const said = (items: readonly Json[]): readonly string[] =>
      problemsOf({ coderd: { extraVolumes: [{ name: 'a' }], [list]: items } });
    const expected = `expected a ${field} that no other item has and that is none of ${taken}, got `;
    expect(said([item])).toEqual([expect.stringContaining(`values.coderd.${list}[0].${field}: ${expected}`)]);
    const other = { ...item, [field]: '/other' };
    expect(said([other, other])).toEqual([expect.stringContaining(`values.coderd.${list}[1].${field}: ${expected}`)]);
    expect(said([other])).toEqual([]);
  });
});

describe('rules of a section', () => {
  const inner = withRules(section('S.', { a: bool({ description: 'A.', default: false }) }), ({ a }) => [
    { path: 'a', broken: a, expected: 'false', got: 'true' },
  ]);

  test('hold in a larger one, for values and for charts', async () => {
    const values = section('L.', { inner });
    const said = 'values.inner.a: expected false, got true';
    expect(() => {
      checkValues(values, { inner: { a: true } });
    }).toThrow(said);
    const metadata = { name: 'x', version: '0.1.0', description: 'X' };
    const chart = writeChart(renderHelmChart({ metadata, values, build: () => undefined, notes: () => literal('n') }));
    const { stderr } = await helmTemplate('helm4', chart, { values: { inner: { a: true } } });
    expect(stderr).toContain(said);
  });
});
