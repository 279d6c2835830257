import { ApiObject, type Chart, Duration } from 'cdk8s';
import * as kplus from 'cdk8s-plus-27';
import type { Construct } from 'constructs';
import { asMap, asNumber, asText } from '../../../src/engine/border';
import { renderHelmChart } from '../../../src/engine/helm';
import { type Handles, annotations, int, labels, section, text } from '../../../src/engine/values';

const VALUES = section('Values.', {
  name: text({ description: 'Name.', default: 'web', format: 'dnsLabel' }),
  network: text({ description: 'Network.', default: '10.0.0.0/8' }),
  count: int({ description: 'Count.', default: 2, min: 1, max: 9 }),
  labels: labels({ description: 'Labels.', default: {} }),
  notes: annotations({ description: 'Annotations.', default: { team: 'a' } }),
});
type Build = (chart: Chart, values: Handles<typeof VALUES>) => void;

function chartOf(build: Build): ReadonlyMap<string, string> {
  return renderHelmChart({
    metadata: { name: 'sample', version: '0.1.0', description: 'Sample' },
    values: VALUES,
    build,
  });
}

function refusalOf(build: Build): string {
  try {
    chartOf(build);
    return '';
  } catch (error) {
    return (error as Error).message;
  }
}

const sample = (chart: Construct, id: string, fields: object): ApiObject =>
  new ApiObject(chart, id, Object.assign({ apiVersion: 'example.com/v1', kind: 'Sample' }, fields));

test.each<readonly [string, Build, string]>([
  [
    'refuses a text that it reads',
    (chart, { network }) => kplus.NetworkPolicyIpBlock.ipv4(chart, 'Block', asText(network)),
    'values.network: a construct computes with it while the chart is generated: Invalid IPv4 CIDR: "values.network"; compute with a function of the algebra instead',
  ],
  [
    'refuses a number that it compares',
    (chart, { count, name }) => {
      sample(chart, 'Name', { name: asText(name) });
      if (asNumber(count) > 9) throw new Error(`too many: ${String(asNumber(count))}\nat most 9`);
    },
    'values.count: a construct computes with it while the chart is generated: too many: values.count at most 9; compute with a function of the algebra instead',
  ],
  [
    'fails on it, in words of JavaScript',
    (chart, { network }) => {
      const known: Record<string, { length: number }> = { '10.0.0.0/8': { length: 1 } };
      const found = known[asText(network)] as { length: number };
      sample(chart, 'Sample', { network: asText(network), length: found.length });
    },
    "values.network: a construct computes with it while the chart is generated: Cannot read properties of undefined (reading 'length'); compute with a function of the algebra instead",
  ],
  [
    'converts a number',
    (chart, { count }) => sample(chart, 'Sample', { seconds: Duration.minutes(asNumber(count)).toSeconds() }),
    'values.count: a construct computes with it while the chart is generated: a construct changed a symbolic value: found 504000000000000000 in its manifest; compute with a function of the algebra instead',
  ],
  [
    'makes a name of it',
    (chart, { network, name }) => {
      const known = asText(name);
      sample(chart, 'Network', { network: asText(network) });
      sample(chart, known.replace(/[^a-z]/gi, ''), { known });
    },
    'values.name: a construct computes with it while the chart is generated: Sample sample-release-xv is a map in the chart and absent in plain synthesis; compute with a function of the algebra instead',
  ],
])('a construct that %s is refused, and the value named', (_, build, message) => {
  expect(refusalOf(build)).toBe(message);
});

test('an error that has nothing to do with values stays as it is', () => {
  const build: Build = (chart, { name }) => {
    sample(chart, 'Sample', { name: asText(name) });
    throw new Error('a mistake');
  };
  expect(refusalOf(build)).toBe('a mistake');
});

describe('plain synthesis is compared', () => {
  test('with texts that are as long as they may be', () => {
    const build: Build = (chart, { name }) => {
      sample(chart, 'Sample', { name: `${asText(name)}-x`.slice(0, 63) });
    };
    expect(() => chartOf(build)).toThrow(
      /^values\.name: .*, name is .*nnn-x" in the chart and .*nnn" in plain synthesis; /,
    );
  });

  test('with entries of the default taken out', () => {
    const build: Build = (chart, { notes }) => {
      new kplus.ConfigMap(chart, 'Map', { data: asMap(notes) });
    };
    expect(() => chartOf(build)).toThrow(
      /^values\.notes: .*, data is a map in the chart and absent in plain synthesis; /,
    );
  });

  test('with two maps that are empty at once', () => {
    const build: Build = (chart, values) => {
      const all = { ...asMap(values.labels), ...asMap(values.notes) };
      sample(chart, 'Sample', { all, has: Object.keys(all).length > 0 });
    };
    expect(() => chartOf(build)).toThrow(
      /^values\.(labels|notes): .*, has is true in the chart and false in plain synthesis; /,
    );
  });
});

test('a construct that refuses an entry that is there twice takes a map beside its own entry', () => {
  const build: Build = (chart, values) => {
    const map = new kplus.ConfigMap(chart, 'Map', { data: { ...asMap(values.labels), first: 'a' } });
    map.addData('own', 'c');
    map.addData('other', 'd');
  };
  const map = chartOf(build).get('templates/map.yaml') ?? '';
  expect(map).toContain('.Values.labels');
  for (const entry of ['first: a', 'own: c', 'other: d']) expect(map).toContain(entry);
});
