import type { Chart } from 'cdk8s';
import * as fc from 'fast-check';
import { Manifest, asNumber } from '../../src/engine/border';
import {
  type Expr,
  and,
  concat,
  each,
  ifElse,
  interpolate,
  namedTemplate,
  nonEmpty,
  optional,
} from '../../src/engine/expr';
import { type HelmChartProps, renderHelmChart } from '../../src/engine/helm';
import { renderManifests } from '../../src/engine/synth';
import { type Handles, bool, int, labels, optionalInt, section, textList } from '../../src/engine/values';
import { type HelmMajor, helmTemplate, writeChart } from '../support/helm';
import { differences, parseObjects } from '../support/manifests';
import { count, seedAt } from '../support/share';

const VALUES = section('Values that may be empty.', {
  enabled: bool({ description: 'Switch.', default: false }),
  port: optionalInt({ description: 'Port.', default: '' }),
  whole: int({ description: 'Number.', default: 0 }),
  far: int({ description: 'Number.', default: 0, min: -9_007_199_254_740_991, max: 9_007_199_254_740_991 }),
  names: textList({ description: 'Names.', default: [] }),
  labels: labels({ description: 'Labels.', default: {} }),
});

/** Fields whose value may be empty, or not set, where nothing leaves them out. */
function build(chart: Chart, { enabled: on, port, whole, far, names, labels: map }: Handles<typeof VALUES>): void {
  const items = each(names, 'string', (name: Expr<string>) => ({ name }));
  const spec = {
    port,
    whole,
    far,
    ports: [port],
    passed: asNumber(port as Expr<number>),
    guarded: optional(on, port),
    items: optional(on, items),
    both: optional(and(on, nonEmpty(items)), items),
    joined: optional(on, concat(names, items), names),
    named: namedTemplate('map', map),
    list: optional(on, namedTemplate('items', concat(names, names))),
    either: ifElse<number | ''>(on, '', whole),
    shown: interpolate`${ifElse<number | ''>(on, '', whole)}, ${ifElse<number | ''>(on, port, far)}, ${ifElse<number | string>(on, 'a', whole)}`,
    after: 'end',
  };
  new Manifest(chart, 'Map', { apiVersion: 'v1', kind: 'A', metadata: { name: 'a' }, spec });
}

const MODEL: HelmChartProps<(typeof VALUES)['children']> = {
  metadata: { name: 'empty', version: '1.0.0', description: 'Empty' },
  values: VALUES,
  build,
};

const VALUE = fc.record({
  enabled: fc.boolean(),
  port: fc.constantFrom<number | string>('', 0, 1, 80, 1_000_000, -2_147_483_648, 2_147_483_647),
  far: fc.constantFrom(0, -9_007_199_254_740_991, 9_007_199_254_740_991),
  whole: fc.constantFrom(0, -1, 1_000_000, -2_147_483_648, 2_147_483_647),
  names: fc.array(fc.constantFrom('', 'a', 'b: c', 'true'), { maxLength: 2 }),
  labels: fc.dictionary(fc.constantFrom('a', 'b'), fc.constantFrom('', '1'), { maxKeys: 2 }),
});

test.each<HelmMajor>(['helm3', 'helm4'])(
  '%s makes of what is empty or not set what plain synthesis makes',
  async (major) => {
    const chart = writeChart(renderHelmChart(MODEL));
    const drawn = fc.sample(VALUE, { seed: seedAt(63), numRuns: count({ few: 4, many: 60 }) });
    const empty = { enabled: true, port: '', whole: 0, names: [], labels: {} };
    for (const values of [empty, { ...empty, enabled: false }, ...drawn]) {
      const { stdout, stderr } = await helmTemplate(major, chart, { release: 'a', namespace: 'b', values });
      expect(stderr).toBe('');
      const plain = renderManifests(MODEL, { releaseName: 'a', namespace: 'b' }, values);
      expect(differences(parseObjects(plain.get('A.a.yaml') ?? ''), parseObjects(stdout))).toEqual([]);
    }
  },
);
