import { ApiObject, type Chart, Duration, Size } from 'cdk8s';
import * as kplus from 'cdk8s-plus-27';
import { asBoolean, asList, asMap, asNumber, asText, when } from '../../../src/engine/border';
import { HELM_PLACEMENT, equals } from '../../../src/engine/expr';
import { renderHelmChart } from '../../../src/engine/helm';
import {
  type Handles,
  bool,
  choice,
  int,
  labels,
  number,
  section,
  text,
  textList,
  withRules,
} from '../../../src/engine/values';

const VALUES = section('Values.', {
  name: text({ description: 'Name.', default: 'web' }),
  other: text({ description: 'Other.', default: '' }),
  level: choice(['info', 'debug', 'error'], { description: 'Level.', default: 'info' }),
  count: int({ description: 'Count.', default: 2, min: 1 }),
  share: number({ description: 'Share.', default: 0.5, min: 0 }),
  debug: bool({ description: 'Debug.', default: false }),
  labels: labels({ description: 'Labels.', default: {} }),
  topics: textList({ description: 'Topics.', default: [] }),
});
type Values = Handles<typeof VALUES>;

/** What constructs take, as any cdk8s user writes them. */
interface Props {
  readonly name: string;
  readonly other: string;
  readonly level: string;
  readonly count: number;
  readonly share: number;
  readonly debug: boolean;
  readonly labels: Record<string, string>;
  readonly topics: string[];
  readonly release: string;
}

function propsOf(values: Values): Props {
  return {
    name: asText(values.name),
    other: asText(values.other),
    level: asText(values.level),
    count: asNumber(values.count),
    share: asNumber(values.share),
    debug: asBoolean(values.debug),
    labels: asMap(values.labels),
    topics: asList(values.topics),
    release: asText(HELM_PLACEMENT.releaseName),
  };
}

/** A chart of an object that all props reach as they are, and of one with a field that is made of them. */
function chartWith(field: (props: Props) => unknown): ReadonlyMap<string, string> {
  return renderHelmChart({
    metadata: { name: 'sample', version: '0.1.0', description: 'Sample' },
    values: VALUES,
    build: (chart, values) => {
      const props = propsOf(values);
      object(chart, 'passed', props);
      object(chart, 'computed', { field: field(props) });
    },
  });
}

function object(chart: Chart, name: string, data: object): void {
  new ApiObject(
    chart,
    name,
    Object.assign({ data }, { apiVersion: 'example.com/v1', kind: 'Sample', metadata: { name } }),
  );
}

const base64 = (of: string): string => Buffer.from(of).toString('base64');

const COMPUTED: readonly (readonly [string, (props: Props) => unknown, string])[] = [
  ['encodes a text', ({ name }) => base64(name), 'name'],
  ['puts a text into JSON', ({ name }) => JSON.stringify({ name: name }), 'name'],
  ['measures a text', ({ name }) => name.length, 'name'],
  ['cuts a text', ({ name }) => name.slice(0, 40), 'name'],
  ['trims a text', ({ name }) => `a ${name.trim()}`, 'name'],
  ['replaces in a text', ({ name }) => name.replace(/[^a-z]/g, ''), 'name'],
  ['compares a text', ({ name }) => name === 'true', 'name'],
  ['asks whether a text is empty', ({ other }) => (other === '' ? 'none' : 'some'), 'other'],
  [
    'looks a text up',
    ({ level }) =>
      new Map([
        ['info', 1],
        ['debug', 2],
      ]).get(level) ?? 0,
    'level',
  ],
  ['decides on a text', ({ level }) => (level === 'debug' ? [1] : []), 'level'],
  ['encodes a number', ({ count }) => base64(String(count)), 'count'],
  ['divides a number', ({ count }) => count / 60, 'count'],
  ['converts a number', ({ count }) => Size.gibibytes(count).toMebibytes(), 'count'],
  ['makes a duration of a number', ({ count }) => Duration.minutes(count).toSeconds(), 'count'],
  ['compares a number', ({ count }) => count > 3, 'count'],
  ['formats a number', ({ share }) => share.toFixed(2), 'share'],
  ['bounds a number', ({ count }) => Math.min(count, 5), 'count'],
  ['puts a switch into a text', ({ debug }) => `--debug=${String(debug)}`, 'debug'],
  ['decides on a switch', ({ debug }) => (debug ? 'debug' : 'info'), 'debug'],
  ['negates a switch', ({ debug }) => !debug, 'debug'],
  ['encodes the values of a map', ({ labels: of }) => mapped(of, base64), 'labels'],
  ['counts a map', ({ labels: of }) => Object.keys(of).length, 'labels'],
  ['joins a map', ({ labels: of }) => Object.entries(of).map(([key, value]) => `${key}=${value}`), 'labels'],
  ['looks into a map', ({ labels: of }) => of['app'] ?? 'none', 'labels'],
  ['joins a list', ({ topics }) => topics.join(','), 'topics'],
  ['counts a list', ({ topics }) => topics.length, 'topics'],
  ['takes the first of a list', ({ topics }) => topics[0] ?? 'none', 'topics'],
  ['sorts a list', ({ topics }) => [...topics].sort().reverse(), 'topics'],
  ['decides on a list', ({ topics }) => (topics.length > 1 ? 'many' : 'few'), 'topics'],
  ['asks a list', ({ topics }) => topics.includes('a'), 'topics'],
];

function mapped(map: Readonly<Record<string, string>>, change: (of: string) => string): Record<string, string> {
  return Object.fromEntries(Object.entries(map).map(([key, value]) => [key, change(value)]));
}

describe('a construct that computes with a value it also passes on is refused, and the value named: it', () => {
  test.each(COMPUTED)('%s', (_, field, name) => {
    expect(() => chartWith(field)).toThrow(new RegExp(`values\\.${name}\\b|a construct changed a symbolic value`));
    expect(() => chartWith(field)).not.toThrow(/\n/);
  });

  test('encodes the name of the release', () => {
    expect(() => chartWith(({ release }) => base64(release))).toThrow(
      /^the name or namespace of the release: a construct computes with it .*: Sample computed, data\.field is /,
    );
  });

  test('says where, what the chart has and what plain synthesis has', () => {
    expect(() => chartWith(({ count }) => count > 3)).toThrow(
      'values.count: a construct computes with it while the chart is generated: Sample computed, data.field is true in the chart and false in plain synthesis; compute with a function of the algebra instead',
    );
  });
});

test('a message shows where two long texts differ', () => {
  expect(() => chartWith(({ name, debug }) => `${'x'.repeat(100)} ${name} --debug=${String(debug)}`)).toThrow(
    /is "\.\.\..{0,20}\[object Object\]" in the chart and "\.\.\..{0,20}false" in plain synthesis; /,
  );
});

/** What is said of a model of one nested value that is passed on, and of more objects that are made of it. */
function saidOf(make: (chart: Chart, count: number, name: string) => void): string {
  const outer = section('Outer.', {
    count: int({ description: 'Count.', default: 2, min: 1, max: 9 }),
    name: text({ description: 'Name.', default: 'web', format: 'word' }),
  });
  try {
    renderHelmChart({
      metadata: { name: 'sample', version: '0.1.0', description: 'Sample' },
      values: section('Values.', { outer }),
      build: (chart, values) => {
        const [count, name] = [asNumber(values.outer.count), asText(values.outer.name)];
        object(chart, 'passed', { count, name });
        make(chart, count, name);
      },
    });
    return '';
  } catch (error) {
    return (error as Error).message;
  }
}

const SAYS = 'values.outer.count: a construct computes with it while the chart is generated: Sample';

describe('a message says what is different:', () => {
  test.each<readonly [string, (chart: Chart, count: number, name: string) => void, string]>([
    [
      'an object that plain synthesis does not have',
      (chart, count) => {
        if (count > 5) object(chart, 'large', { large: 'yes' });
      },
      `${SAYS} large is a map in the chart and absent in plain synthesis; `,
    ],
    [
      'an object that the chart does not have',
      (chart, count) => {
        if (count < 5) object(chart, 'small', {});
      },
      `${SAYS} small is absent in the chart and a map in plain synthesis; `,
    ],
    [
      'an item that the chart does not have',
      (chart, count) => {
        object(chart, 'made', { list: count < 5 ? ['a', 'b'] : ['a'] });
      },
      `${SAYS} made, data.list.1 is absent in the chart and "b" in plain synthesis; `,
    ],
    [
      'an item that plain synthesis does not have',
      (chart, count) => {
        object(chart, 'made', { list: count < 5 ? ['a'] : ['a', 'b'] });
      },
      `${SAYS} made, data.list.1 is "b" in the chart and absent in plain synthesis; `,
    ],
    [
      'a list in place of a map',
      (chart, count) => {
        object(chart, 'made', { of: count < 5 ? { 0: 'a' } : ['a'] });
      },
      `${SAYS} made, data.of is a list in the chart and a map in plain synthesis; `,
    ],
    [
      'a text in place of a number',
      (chart, count) => {
        object(chart, 'made', { of: count < 5 ? 'a text that is longer than what is shown' : 7 });
      },
      `${SAYS} made, data.of is 7 in the chart and "a text that is longer than what is shown" in plain synthesis; `,
    ],
    [
      'a text that goes on',
      (chart, count) => {
        object(chart, 'made', { of: count < 5 ? 'ab' : 'abc' });
      },
      `${SAYS} made, data.of is "abc" in the chart and "ab" in plain synthesis; `,
    ],
  ])('%s', (_, make, said) => {
    expect(saidOf(make)).toMatch(new RegExp(`^${said.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')}`));
  });
});

test('of two objects of one kind and name, each is compared', () => {
  const make = (chart: Chart, count: number): void => {
    for (const namespace of ['a', 'b']) {
      const metadata = { name: 'twin', namespace };
      new ApiObject(chart, namespace, {
        ...{ apiVersion: 'example.com/v1', kind: 'Sample', metadata },
        ...{ spec: { of: namespace === 'a' ? count > 5 : 0 } },
      });
    }
  };
  expect(saidOf(make)).toMatch(/^values\.outer\.count: .*: Sample twin, spec\.of is true in the chart and false /);
});

describe('values that plain synthesis refuses are not compared:', () => {
  test('but some must be taken, or nothing is known of the chart', () => {
    const make = (_: Chart, count: number): void => {
      if (count < 1000) throw new Error('too few');
    };
    expect(saidOf(make)).toBe(
      'build: expected constructs that take some known values, got an error for all that were tried',
    );
  });

  test('a construct may refuse some of them', () => {
    const make = (_: Chart, count: number): void => {
      if (count < 5) throw new Error('too few');
    };
    expect(saidOf(make)).toBe('');
  });

  test('a rule may refuse the defaults', () => {
    const values = withRules(VALUES, ({ name }) => [
      { path: 'name', broken: equals(name, 'web'), expected: 'another', got: name },
    ]);
    const build = (chart: Chart, { name }: Values): void => {
      object(chart, 'passed', { name: asText(name) });
    };
    expect(
      renderHelmChart({ metadata: { name: 'sample', version: '0.1.0', description: 'S' }, values, build }).size,
    ).toBeGreaterThan(5);
  });
});

const PASSED: readonly (readonly [string, (props: Props) => unknown])[] = [
  ['a text in a text', ({ name, count }) => `${name}:${String(count)}`],
  ['a list beside items of its own', ({ topics }) => ['own', ...topics, 'last']],
  ['a map after an entry of its own', ({ name, labels: of }) => ({ app: name, ...of })],
  ['a map before an entry of its own', ({ name, labels: of }) => ({ ...of, app: name })],
];

describe('a construct that passes on makes a chart:', () => {
  test.each(PASSED)('%s', (_, field) => {
    expect(chartWith(field).size).toBeGreaterThan(5);
  });

  test('objects that are there under a condition', () => {
    const build = (chart: Chart, { debug, name }: Values): void => {
      when(chart, 'Debug', debug, (inner) => {
        new kplus.ConfigMap(inner, 'Map', { data: { name: `is ${asText(name)}` } });
      });
    };
    const metadata = { name: 'sample', version: '0.1.0', description: 'Sample' };
    expect(renderHelmChart({ metadata, values: VALUES, build }).size).toBeGreaterThan(5);
  });

  test('but not where cdk8s-plus leaves out data whose texts are all empty', () => {
    const build = (chart: Chart, { other }: Values): void => {
      new kplus.ConfigMap(chart, 'Map', { data: { other: asText(other) } });
    };
    const metadata = { name: 'sample', version: '0.1.0', description: 'Sample' };
    expect(() => renderHelmChart({ metadata, values: VALUES, build })).toThrow(
      /^values\.other: .*: ConfigMap sample-release-map, data is a map in the chart and absent in plain synthesis; /,
    );
  });
});

describe('what is computed goes unnoticed', () => {
  test('where it asks for one certain text of any', () => {
    expect(chartWith(({ name }) => name === 'certain').size).toBeGreaterThan(5);
  });
});
