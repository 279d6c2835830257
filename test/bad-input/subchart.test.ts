import * as fs from 'node:fs';
import * as path from 'node:path';
import { CODER_VALUES } from '../support/coder-values';
import { type Json } from '../../src/engine/expr';
import { ValuesError, checkValues, leavesOf, nullRefused } from '../../src/engine/values';
import { chartFile, chartWith, output, template } from '../support/bad-helm';
import { put } from '../support/bad-spots';
import { type HelmMajor, writeChart } from '../support/helm';
import { cases } from '../support/law';
import { type Objects, differences, parseObjects } from '../support/manifests';
import { count, seedAt, helmsAt } from '../support/share';

const HELMS = helmsAt(0);

const PARENT = 'apiVersion: v2\nname: parent\nversion: 0.0.1\n';

const CONDITION = 'dependencies: [{name: coder, version: "*", condition: coder.enabled}]\n';

/** A chart that has the chart of Coder as its only part. */
function parentChart(dependencies = ''): string {
  const parent = writeChart(new Map([['Chart.yaml', PARENT + dependencies]]));
  fs.cpSync(CHART, path.join(parent, 'charts', 'coder'), { recursive: true });
  return parent;
}

const CHART = chartWith();

/** Templates that a chart called `coder` may define: what ours would be called in a chart of a person, and usual ones. */
const THEIR_TEMPLATES = [
  ...new Set([
    ...['templates/_helpers.tpl', 'templates/_defaults.tpl'].flatMap((file) =>
      [...chartFile(file).matchAll(/define "coder\.cdk8s\.(\w+)"/g)].map(([, name = '']) => name),
    ),
    ...['name', 'fullname', 'chart', 'labels', 'selectorLabels', 'serviceAccountName', 'namespace'],
  ]),
];

function othersChart(): ReadonlyMap<string, string> {
  const define = (name: string): string => `{{ define "coder.${name}" }}theirs ${name}{{ end }}`;
  const data = THEIR_TEMPLATES.map((name) => `\n  ${name}: {{ include "coder.${name}" . }}`).join('');
  return new Map([
    ['Chart.yaml', 'apiVersion: v2\nname: coder\nversion: 1.36.2\n'],
    ['templates/_helpers.tpl', THEIR_TEMPLATES.map(define).join('\n')],
    ['templates/theirs.yaml', `apiVersion: v1\nkind: ConfigMap\nmetadata:\n  name: theirs\ndata:${data}\n`],
  ]);
}
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

  test('a condition of the parent switches it on and off', async () => {
    const parent = parentChart(CONDITION);
    const on = await output(major, parent, { values: { coder: { enabled: true } } });
    expect(differences(parseObjects(await output(major, CHART)), parseObjects(on))).toEqual([]);
    expect(parseObjects(await output(major, parent, { values: { coder: { enabled: false } } }))).toEqual({});
  });

  test('where no parent reads the switch, false is refused: nothing would be switched off', async () => {
    for (const chart of [CHART, parentChart()]) {
      const { code, stderr } = await template(major, chart, { values: { enabled: false, coder: { enabled: false } } });
      expect([code, stderr]).toEqual([1, expect.stringMatching(/^- (enabled: |at '\/enabled': )/m)]);
    }
  });

  test('keys that begin with x- are for anchors', async () => {
    const values = { 'x-labels': { a: 'b' }, 'x-list': [1, null], 'x-': 'a' };
    expect(await output(major, CHART, { values })).toBe(await output(major, CHART));
  });

  test('a null for it means what it means to the chart alone', async () => {
    const unset = leavesOf(CODER_VALUES).filter(({ leaf }) => nullRefused(leaf) === undefined);
    const nulls = unset.reduce<Json>((values, { path }) => put(values, path, null), {});
    expect(await changes(major, nulls)).toEqual([]);
  });

  test('of a null in values.yaml of the parent Helm 4 says nothing to it', async () => {
    const parent = parentChart();
    fs.writeFileSync(path.join(parent, 'values.yaml'), 'coder: {coderd: {replicas: null}}\n');
    const told = parseObjects(
      await output(major, CHART, { values: major === 'helm3' ? { coderd: { replicas: null } } : {} }),
    );
    expect(differences(told, parseObjects(await output(major, parent)))).toEqual([]);
  });

  test('under two aliases it is there twice, each as alone under a name of its own', async () => {
    const parent = parentChart(
      'dependencies: [{name: coder, version: "*", alias: blue}, {name: coder, version: "*", alias: red}]\n',
    );
    const given = { commonLabels: { team: 'ide' } };
    const alone = async (alias: string, values: Json): Promise<Objects> =>
      parseObjects(
        await output(major, CHART, { values: { ...(values as object), fullnameOverride: `coder-${alias}` } }),
      );
    const red = { workspaceServiceAccount: { create: false } };
    const both = parseObjects(await output(major, parent, { values: { blue: given, red } }));
    expect(differences({ ...(await alone('blue', given)), ...(await alone('red', red)) }, both)).toEqual([]);
  });

  test("beside another chart of its name, such as Coder's own, neither changes the other", async () => {
    const parent = parentChart(
      'dependencies: [{name: coder, version: "1.*", alias: theirs}, {name: coder, version: "0.*"}]\n',
    );
    for (const [file, text] of othersChart()) {
      fs.mkdirSync(path.dirname(path.join(parent, 'charts', 'theirs', file)), { recursive: true });
      fs.writeFileSync(path.join(parent, 'charts', 'theirs', file), text);
    }
    const { 'ConfigMap/theirs': theirs, ...ours } = parseObjects(await output(major, parent));
    expect(differences(parseObjects(await output(major, CHART)), ours)).toEqual([]);
    expect(theirs).toMatchObject({ data: Object.fromEntries(THEIR_TEMPLATES.map((name) => [name, `theirs ${name}`])) });
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
  test('takes the switch of a parent and keys for anchors as well', () => {
    expect(() => {
      checkValues(CODER_VALUES, { enabled: true, 'x-a': { b: [1] } });
    }).not.toThrow();
    expect(() => {
      checkValues(CODER_VALUES, { enabled: false });
    }).toThrow(/^values\.enabled: expected true \(.+\), got false$/);
  });

  const check = (global: Json) => () => {
    checkValues(CODER_VALUES, { global });
  };

  test('takes global values from a values file as well, and refuses what Helm refuses in their place', () => {
    for (const global of GLOBALS) expect(check(global)).not.toThrow();
    for (const global of [1, 'a', true, [], null]) {
      expect(check(global)).toThrow(ValuesError);
      expect(check(global)).toThrow(/^values\.global: expected object \(a map\), got .+$/);
    }
  });
});
