import * as fs from 'node:fs';
import * as path from 'node:path';
import { CODER_VALUES } from '../../src/coder/values';
import { type Json } from '../../src/engine/expr';
import { ValuesError, checkValues, leavesOf } from '../../src/engine/values';
import { HELMS, chartWith, output, template } from '../support/bad-helm';
import { type Path, put } from '../support/bad-spots';
import { SPOTS } from '../support/bad-values';
import { type HelmMajor, writeChart } from '../support/helm';
import { cases } from '../support/law';
import { differences, parseObjects } from '../support/manifests';
import { count, seedAt } from '../support/share';

const PARENT = 'apiVersion: v2\nname: parent\nversion: 0.0.1\n';

/** A chart that has the chart of Coder as its only part. */
function parentChart(): string {
  const parent = writeChart(new Map([['Chart.yaml', PARENT]]));
  fs.cpSync(CHART, path.join(parent, 'charts', 'coder'), { recursive: true });
  return parent;
}

const CHART = chartWith();
const GLOBALS: readonly Json[] = [
  {},
  { imageRegistry: 'mirror.example.test' },
  { coder: { enabled: 1 }, list: [1, null] },
];

/** How the output of the parent with values for Coder differs from that of Coder alone. */
async function changes(major: HelmMajor, values: Json, outer: Json = { coder: values }): Promise<readonly string[]> {
  const alone = parseObjects(await output(major, CHART, { values }));
  return differences(alone, parseObjects(await output(major, parentChart(), { values: outer })));
}

describe.each(HELMS)('as a part of another chart, in %s,', (major) => {
  test('the chart makes what it makes alone, with any values and whatever is global', async () => {
    const some = cases(CODER_VALUES, count({ few: 2, many: 20 }), { seed: seedAt(6), presence: 0.4 }).map(
      ({ values }) => values,
    );
    for (const [i, values] of [{}, ...some].entries()) {
      const outer = { global: GLOBALS[i % GLOBALS.length] ?? {}, coder: values };
      expect(await changes(major, values, outer)).toEqual([]);
    }
  });

  test('it refuses an unknown key, with its path', async () => {
    const values = { coder: { replicsa: 3, coderd: { replicsa: 3 } } };
    const { code, stderr } = await template(major, parentChart(), { values });
    expect(code).toBe(1);
    expect(stderr).toMatch(/^coder:$/m);
    expect(stderr.match(/replicsa/g)).toHaveLength(2);
    expect(stderr).toMatch(/^- (coderd: |at '\/coderd': )/m);
  });

  test('a null of the parent is the default', async () => {
    const nulls = (paths: readonly Path[]): Json => paths.reduce<Json>((values, path) => put(values, path, null), {});
    const sections = SPOTS.filter(({ leaf, path }) => leaf === undefined && path.length === 1);
    const all = [leavesOf(CODER_VALUES), sections].map((places) => nulls(places.map(({ path }) => path)));
    for (const coder of all) expect(await changes(major, {}, { coder })).toEqual([]);
  });

  test('and alone it takes global values, but nothing else in their place', async () => {
    for (const global of GLOBALS)
      expect(await template(major, CHART, { values: { global } })).toMatchObject({ code: 0 });
    for (const global of [1, 'a', true, [], null]) {
      const { code, stderr } = await template(major, CHART, { values: { global } });
      expect(code).toBe(1);
      expect(stderr).toMatch(/^- (global: |at '\/global': )/m);
    }
  });
});

describe('TypeScript', () => {
  const check = (global: Json) => () => {
    checkValues(CODER_VALUES, { global });
  };

  test('takes global values from a values file as well, and refuses what Helm refuses in their place', () => {
    for (const global of GLOBALS) expect(check(global)).not.toThrow();
    for (const global of [1, 'a', true, [], null]) {
      expect(check(global)).toThrow(ValuesError);
      expect(check(global)).toThrow(/^values\.global: expected a map, got .+$/);
    }
  });
});
