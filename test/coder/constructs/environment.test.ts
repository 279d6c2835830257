import type { Json } from '../../../src/engine/expr';
import { coder, containers, dig, listAt, variable } from '../../docs/coder';

type Container = ReturnType<typeof containers>[number];

const SECRET = { secretKeyRef: { name: 'coder-database', key: 'password' } };

function namesIn(container: Container | undefined): readonly unknown[] {
  return listAt(container, 'env').map((entry) => dig(entry, 'name'));
}

/** The names that a container has beside those of the defaults. */
function addedTo(coderd: Json): readonly (readonly unknown[])[] {
  const usual = containers(coder()).map(namesIn);
  return containers(coder({ coderd })).map((container, i) =>
    namesIn(container).filter((name) => usual[i]?.includes(name) === false),
  );
}

describe('the environment', () => {
  test('of coderd and its migrations has the variables of the map, sorted by name, after those of the chart', () => {
    const env = { DB_USER: { value: 'coder' }, DB_HOST: { value: 'db' }, DB_PASSWORD: { valueFrom: SECRET } };
    for (const container of containers(coder({ coderd: { env } }))) {
      expect(listAt(container, 'env').slice(-3)).toEqual([
        { name: 'DB_HOST', value: 'db' },
        { name: 'DB_PASSWORD', valueFrom: SECRET },
        { name: 'DB_USER', value: 'coder' },
      ]);
    }
  });

  test('has the variables of the list after those of the map, in the order of the list', () => {
    const extraEnv = ['Z', 'A'].map((name) => ({ name, value: '' }));
    for (const added of addedTo({ env: { Y: { value: '' }, B: { value: '' } }, extraEnv }))
      expect(added).toEqual(['B', 'Y', 'Z', 'A']);
  });

  test('takes of one name what the list says, then the map, then the chart, at the place of the first', () => {
    const of = (coderd: Json): readonly (Json | undefined)[] =>
      containers(coder({ coderd })).map((container) => dig(variable(container, 'HUMAN_LOG'), 'value'));
    const env = { HUMAN_LOG: { value: 'map' } };
    const extraEnv = [{ name: 'HUMAN_LOG', value: 'list' }];
    expect([of({}), of({ env }), of({ env, extraEnv })].map(([value]) => value)).toEqual([
      '/dev/stderr',
      'map',
      'list',
    ]);
    expect(addedTo({ env, extraEnv })).toEqual([[], []]);
  });

  test.each<[Json, string]>([
    [{}, 'env.A: expected exactly one of value, valueFrom, got 0'],
    [{ value: 'a', valueFrom: SECRET }, 'env.A: expected exactly one of value, valueFrom, got 2'],
    [{ vale: 'a' }, 'env.A.vale: expected one of the keys value, valueFrom, got an unknown key; did you mean value?'],
    [
      { value: 5432 },
      'env.A.value: expected string (text, a number in quotes, without control characters), got number 5432',
    ],
    ['a', 'env.A: expected object (a map), got string "a"'],
  ])('refuses a variable that is %j', (entry, message) => {
    expect(() => coder({ coderd: { env: { A: entry } } })).toThrow(`values.coderd.${message}`);
  });

  test('refuses what Kubernetes takes for no name of a variable', () => {
    expect(() => coder({ coderd: { env: { '1A': { value: 'a' } } } })).toThrow(
      'values.coderd.env: expected a variable name (letters, digits, -._) of at most 253 characters, got the key "1A"',
    );
  });
});

describe('the migrations', () => {
  test('are run by the init container or by nothing: coderd itself never does', () => {
    const [coderd, ...others] = containers(coder({ coderd: { migrations: { enabled: false } } }));
    expect(others).toEqual([]);
    for (const container of [coderd, containers(coder())[0]])
      expect(dig(variable(container, 'SKIP_MIGRATIONS'), 'value')).toBe('true');
  });
});
