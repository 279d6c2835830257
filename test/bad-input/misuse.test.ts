import { App, Chart, Lazy, Testing } from 'cdk8s';
import { Coder } from '../../src';
import { temporaryDirectory } from '../support/folder';

class Settings {
  readonly a = 'b';
}

const ring: Record<string, unknown> = {};
ring['inner'] = { list: [ring] };
const failing = (): never => {
  throw new Error('two\nlines');
};

/** What a program without types, or with wrong ones, may give in place of a value, and what is said of it. */
const MISUSE: Readonly<Record<string, readonly [given: () => unknown, got: string]>> = {
  'a map that holds itself': [() => ring, 'a map that holds itself'],
  'a list with gaps': [() => Object.assign(['a'], { 3: 'b' }), 'a gap in the list'],
  'a list with a field': [() => Object.assign(['a'], { b: 1 }), 'a list with the field "b"'],
  'a getter': [() => ({ get a(): string { return 'b'; } }), 'a getter'], // prettier-ignore
  'a getter that throws': [() => ({ get a(): string { return failing(); } }), 'a getter'], // prettier-ignore
  'a proxy that throws': [() => new Proxy({}, { ownKeys: failing }), 'what cannot be read ("two\\nlines")'],
  'a key that is a symbol': [() => ({ [Symbol('a')]: 'b' }), 'a key that is a symbol'],
  'an endless depth': [
    () => Array.from({ length: 50_000 }).reduce((inner) => ({ a: inner }), {}),
    'more than 200 maps and lists in each other',
  ],
  'an object of a class': [() => new Settings(), 'an object of a class'],
  'a Lazy of cdk8s': [() => Lazy.any({ produce: () => 'a' }) as unknown, 'an object of a class'],
  'a Date': [() => new Date(0), 'an object of a class'],
  'a Map': [() => new Map([['a', 'b']]), 'an object of a class'],
  'a boxed text': [() => new String('a'), 'an object of a class'],
  'a function': [() => failing, 'a function'],
  'a symbol': [() => Symbol('a'), 'a symbol'],
  'a bigint': [() => 1n, '1'],
  'not a number': [() => Number.NaN, 'number NaN'],
};

/** Where it is given. */
const PLACES: Readonly<Record<string, (given: unknown) => object>> = {
  'values.commonLabels': (given) => ({ commonLabels: given }),
  'values.commonLabels.a': (given) => ({ commonLabels: { a: given } }),
  'values.coderd': (given) => ({ coderd: given }),
  'values.coderd.replicas': (given) => ({ coderd: { replicas: given } }),
  'values.coderd.affinity': (given) => ({ coderd: { affinity: given } }),
  'values.coderd.env.A.value': (given) => ({ coderd: { env: { A: { value: given } } } }),
  'values.coderd.sidecars[0].x': (given) => ({ coderd: { sidecars: [{ name: 'a', image: 'b', x: given }] } }),
  'values.metrics.rules.extraGroups[0].name': (given) => ({
    metrics: { rules: { extraGroups: [{ name: given, rules: [] }] } },
  }),
};

function refusal(props: object): string {
  try {
    Testing.synth(
      new Coder(new Chart(new App({ outdir: temporaryDirectory() }), 'chart'), 'coder', props).node.scope as Chart,
    );
    return '';
  } catch (error) {
    return String(error);
  }
}

describe.each(Object.entries(MISUSE))('in place of a value %s', (_, [given, got]) => {
  test.each(Object.entries(PLACES))('at %s is refused in one line with the path', (place, props) => {
    const said = refusal(props(given()));
    expect(said).not.toContain('\n');
    expect(said).toMatch(/^(ValuesError|Error): \S+: expected .+, got .+$/);
    expect(said.startsWith(`ValuesError: ${place}`)).toBe(true);
    expect(said.endsWith(`got ${got}`)).toBe(true);
  });
});

test('props that are read with a getter are refused, and what is taken does not change afterwards', () => {
  expect(refusal({ get coderd(): object { return {}; } })).toContain('props.coderd: expected plain data, got a getter'); // prettier-ignore
  const affinity: Record<string, object> = { nodeAffinity: {} };
  const coder = new Coder(Testing.chart(), 'coder', { coderd: { affinity } });
  affinity['podAffinity'] = {};
  expect(JSON.stringify(coder.deployment?.toJson())).not.toContain('podAffinity');
});
