import * as fs from 'node:fs';
import * as path from 'node:path';
import { parse } from 'yaml';
import { coderChartFiles, run } from '../../src/cli';
import type { Json } from '../../src/engine/expr';
import { at, put } from '../../src/engine/values';
import { manifestsIn } from '../cli/command';
import { dig, listAt, only, podTemplate } from '../docs/coder';
import { temporaryDirectory } from '../support/folder';
import { helm, writeChart } from '../support/helm';
import { type Objects, canonical, parseObjects } from '../support/manifests';
import { helmsAt } from '../support/share';

type Values = Readonly<Record<string, unknown>>;

const FOLDER = path.resolve(__dirname, '../../examples');
const CHART = writeChart(coderChartFiles());
const SIZES = ['size-medium.yaml', 'size-large.yaml'];

/** What a size says, and what somebody may say otherwise. */
const OWN: readonly (readonly [path: readonly string[], own: Json])[] = [
  [['replicas'], 2],
  [['resources', 'requests', 'cpu'], '1'],
  [['resources', 'requests', 'memory'], '1Gi'],
  [['resources', 'limits', 'cpu'], ''],
  [['resources', 'limits', 'memory'], '9Gi'],
];

function sizeOf(file: string): Values {
  return at(parse(fs.readFileSync(path.join(FOLDER, file), 'utf8')) as unknown, ['coderd']) as Values;
}

/** What the pods are then: a number of them, and local disk, are there by default. */
function withDefaults(size: Values): Values {
  const disk = ['requests', 'limits'].map((of) => ['resources', of, 'ephemeral-storage']);
  return disk.reduce<Values>((all, where) => put(all, where, '1Gi'), { replicas: 1, ...size });
}

/** The objects of both outputs, with the values files in their order. */
async function both(major: 'helm3' | 'helm4', files: readonly string[]): Promise<readonly Objects[]> {
  const values = files.flatMap((file) => ['--values', file]);
  const out = path.join(temporaryDirectory(), 'out');
  expect(run(['synth', ...values, '--namespace', 'coder', '--out', out])).toBe(0);
  const texts = manifestsIn(out).map((name) => fs.readFileSync(path.join(out, name), 'utf8'));
  const { code, stdout, stderr } = await helm(major, ['template', 'coder', CHART, '--namespace', 'coder', ...values]);
  expect([code, stderr]).toEqual([0, '']);
  return [parseObjects(texts.join('---\n')), parseObjects(stdout)];
}

function sizeIn(objects: Objects): object {
  const [coderd] = listAt(podTemplate(objects), 'spec', 'containers');
  return { replicas: dig(only(objects, 'Deployment'), 'spec', 'replicas'), resources: dig(coderd, 'resources') };
}

describe.each(SIZES)('%s', (file) => {
  beforeEach(() => {
    jest.spyOn(console, 'log').mockImplementation();
    jest.spyOn(console, 'error').mockImplementation();
  });

  afterEach(() => {
    jest.restoreAllMocks();
  });

  test('is the size of the pods in both outputs, and nothing else', async () => {
    const [major = 'helm3'] = helmsAt(0);
    for (const objects of await both(major, [path.join(FOLDER, file)]))
      expect(sizeIn(objects)).toEqual(withDefaults(sizeOf(file)));
    expect(Object.keys(sizeOf(file)).filter((key) => !['replicas', 'resources'].includes(key))).toEqual([]);
  });

  test.each(OWN.map(([where, own]) => [where.join('.'), where, own] as const))(
    'loses to a file behind it in %s alone',
    async (_, where, own) => {
      const overlay = path.join(temporaryDirectory(), 'own.json');
      fs.writeFileSync(overlay, JSON.stringify({ coderd: put({}, where, own) }));
      const [major = 'helm4'] = helmsAt(1);
      const wanted = sizeWith(file, where, own);
      const [synthesized = {}, rendered = {}] = await both(major, [path.join(FOLDER, file), overlay]);
      expect([sizeIn(synthesized), sizeIn(rendered)]).toEqual([wanted, wanted]);
      expect(canonical(synthesized)).toBe(canonical(rendered));
    },
  );
});

/** Without what is set to nothing. */
function sizeWith(file: string, where: readonly string[], own: Json): unknown {
  const size = withDefaults(put(sizeOf(file), where, own));
  return JSON.parse(JSON.stringify(size, (_, value: unknown) => (value === '' ? undefined : value))) as unknown;
}
