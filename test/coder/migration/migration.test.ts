import * as fc from 'fast-check';
import { MOVES, lineOf, migrated, movedIn } from '../../../src/coder/migration';
import { at, checkValues, leavesOf } from '../../../src/engine/values';
import { CODER_VALUES } from '../../support/coder-values';
import { drawnOldValues } from './drawn';

/** The lines for a values file, in their order. */
function report(file: Readonly<Record<string, unknown>>): readonly string[] {
  return migrated(file).keys.map(lineOf);
}

/** A file that has no database in the cluster, so that nothing is said of that. */
function without(file: Readonly<Record<string, unknown>>): Readonly<Record<string, unknown>> {
  return { postgres: { default: { enable: false } }, ...file };
}

describe('for drawn values', () => {
  test('the result is accepted, and every key is reported once', () => {
    fc.assert(
      fc.property(drawnOldValues, (file) => {
        const { values, keys } = migrated(file);
        checkValues(CODER_VALUES, values);
        const names = keys.map(({ from }) => from.replace(/ \(.*/, ''));
        expect(new Set(names).size).toBe(names.length);
        for (const path of pathsIn(file)) expect(names.filter((name) => isAbove(name, path))).toHaveLength(1);
      }),
      { numRuns: 150 },
    );
  });

  test('what is left to be done is said, and so is why something went nowhere', () => {
    fc.assert(
      fc.property(drawnOldValues, (file) => {
        for (const line of report(file))
          expect(line).toMatch(/^\S+( \(true by default\))?( -> [\w.]+| (dropped|not converted): \S)/);
      }),
      { numRuns: 100 },
    );
  });
});

/** Paths of all that is no map with something in it. */
function pathsIn(file: object, path: readonly string[] = []): readonly string[] {
  return Object.entries(file).flatMap(([key, value]: [string, unknown]) => {
    const isMap = typeof value === 'object' && value !== null && !Array.isArray(value);
    if (!isMap) return [[...path, key].join('.')];
    return Object.keys(value).length > 0 ? pathsIn(value, [...path, key]) : [];
  });
}

function isAbove(name: string, path: string): boolean {
  return path === name || path.startsWith(`${name}.`);
}

test('every place of the table is a value of this chart', () => {
  const paths = leavesOf(CODER_VALUES).map(({ path }) => path.join('.'));
  const places = MOVES.flatMap(({ to }) => to);
  expect(places.filter((place) => !paths.some((path) => path === place || path.startsWith(`${place}.`)))).toEqual([]);
  expect(new Set(MOVES.map(({ from }) => from)).size).toBe(MOVES.length);
});

test.each<[string, Readonly<Record<string, unknown>>, readonly (readonly [string, unknown])[]]>([
  [
    'an image with a port and a digest',
    { coderd: { image: `r:5000/a/b@sha256:${'a'.repeat(64)}` } },
    [
      ['image.registry', 'r:5000'],
      ['image.repository', 'a/b'],
      ['image.tag', undefined],
      ['image.digest', `sha256:${'a'.repeat(64)}`],
      ['envbox.image', 'docker.io/coderenvs/envbox:1.36.2'],
    ],
  ],
  [
    'a short image',
    { coderd: { image: 'coderd' } },
    [
      ['image.registry', 'docker.io'],
      ['image.repository', 'library/coderd'],
      ['image.tag', 'latest'],
    ],
  ],
  [
    'a suffix of the cluster',
    { services: { clusterDomainSuffix: '.svc.corp.example' } },
    [['clusterDomain', 'corp.example']],
  ],
  [
    'a certificate',
    { coderd: { tls: { hostSecretName: 's' } } },
    [
      ['tls.secretName', 's'],
      ['service.https.enabled', true],
    ],
  ],
  ['text in a condition', { coderd: { oidc: { enableRefresh: 'false' } } }, [['oidc.enableRefresh', true]]],
  ['text for coderd', { logging: { verbose: 'false' } }, [['logging.verbose', false]]],
  [
    'annotations of both',
    { coderd: { annotations: { a: '1' } }, services: { annotations: { a: '2', b: '2' } } },
    [
      ['coderd.podAnnotations', { a: '1', b: '2' }],
      ['service.annotations', { a: '2', b: '2' }],
    ],
  ],
  [
    'variables',
    {
      coderd: {
        extraEnvs: [
          { name: 'A', value: '1' },
          { name: 'B', value: '$(A)' },
          { name: 'A', value: 2 },
        ],
      },
    },
    [
      ['coderd.env', { A: { value: '2' } }],
      ['coderd.extraEnv', [{ name: 'B', value: '$(A)' }]],
    ],
  ],
  ['SCIM that is off', { coderd: { scim: { enable: false, authSecret: { name: 's' } } } }, [['scim', undefined]]],
  ['no replicas', { coderd: { replicas: 0 } }, [['coderd.replicas', 1]]],
])('%s', (_, file, expected) => {
  const { values, keys } = migrated(without(file));
  expect(expected.map(([path]) => [path, at(values, path.split('.'))])).toEqual(expected);
  expect(keys.filter(({ isLeft }) => isLeft)).toEqual([]);
});

test.each<[Readonly<Record<string, unknown>>, RegExp]>([
  [{ coderd: { replica: 3 } }, /^coderd\.replica dropped: it is not a value of Coder's chart$/],
  [
    { coderd: { serviceSpec: { clusterIP: 'None' } } },
    /^coderd\.serviceSpec\.clusterIP not converted: this chart has no value/,
  ],
  [{ logging: { splunk: { token: 't' } } }, /^logging\.splunk\.token not converted: .* put it into a Secret/],
  [{ ingress: { enable: true } }, /^ingress\.enable not converted: values\.hosts\.access: expected a host name/],
  [
    { coderd: { proxy: { http: 'socks5://a' } } },
    /^coderd\.proxy\.http not converted: values\.proxy\.http: expected a URL/,
  ],
  [{ coderd: { affinity: { a: '{{ .Release.Name }}' } } }, /^coderd\.affinity not converted: .* as a template/],
])('%j is reported', (file, line) => {
  expect(report(without(file))).toContainEqual(expect.stringMatching(line));
});

test('of the database of the original, which is there by default, everybody hears; but not beside a satellite', () => {
  expect(report({})).toEqual([expect.stringMatching(/^postgres\.default\.enable \(true by default\) not converted: /)]);
  expect(report({ postgres: { host: 'a' } })[0]).toMatch(
    /^postgres\.host dropped: .* while postgres\.default\.enable is true/,
  );
  const satellite = { enable: true, accessURL: 'https://a.example', primaryURL: 'https://b.example' };
  expect(report({ coderd: { satellite } })).toHaveLength(3);
});

test('a variable that a value sets too does not take the others away', () => {
  const extraEnvs = [
    { name: 'A', value: '1' },
    { name: 'DB_HOST', value: 'b' },
  ];
  const { values, keys } = migrated({ coderd: { extraEnvs }, postgres: { default: { enable: false }, host: 'a' } });
  expect(keys.find(({ isLeft }) => isLeft)?.note).toMatch(/"DB_HOST", which values\.database\.host sets/);
  expect(at(values, ['database', 'host'])).toBe('a');
});

test('of a path, the keys at or below it moved, and no others', () => {
  const file = { ingress: { enable: true, enabled: true, tls: { enable: true } }, coderd: { replicas: 1 } };
  const from = (path: string): readonly string[] => movedIn(file, path).map((key) => key.from);
  expect(from('ingress')).toEqual(['ingress.enable', 'ingress.tls.enable']);
  expect(from('ingress.enable')).toEqual(['ingress.enable']);
  expect(from('ingress.enabled')).toEqual([]);
});
