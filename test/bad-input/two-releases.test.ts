import * as fc from 'fast-check';
import { CODER_VALUES } from '../support/coder-values';
import { type Json } from '../../src/engine/expr';
import { at } from '../../src/engine/values';
import { releaseName } from '../support/arbitraries';
import { chartWith, objectsOf } from '../support/bad-helm';
import { SYMBOLIC } from '../support/bad-model';
import { identities, isSelected, namesIn, selectionsOf, targetsOf } from '../support/bad-selection';
import { inParallel } from '../support/helm';
import { type Case, cases, concreteCoder, environmentOf } from '../support/law';
import { type Objects, interpret } from '../support/manifests';
import { repaired } from '../support/repaired';
import { count, seedAt, share, helmsAt } from '../support/share';
import { withValue, without } from '../support/values';

const HELMS = helmsAt(0);

type Values = Case['values'];

/** What two releases have in common. */
function shared(a: Objects, b: Objects): readonly string[] {
  const taken = new Set(identities(a));
  return [...identities(b).filter((identity) => taken.has(identity)), ...strays(a, b), ...strays(b, a)];
}

/** Selectors of one release that select something of another. */
function strays(from: Objects, to: Objects): readonly string[] {
  return selectionsOf(from).flatMap((selection) =>
    targetsOf(to)
      .filter((target) => isSelected(selection, target))
      .map(({ kind }) => `${selection.by} selects a ${kind}`),
  );
}

/** Selectors that do not find their own release. */
function lost(objects: Objects): readonly string[] {
  const targets = targetsOf(objects);
  return selectionsOf(objects)
    .filter((one) => !targets.some((target) => isSelected(one, target)))
    .map(({ by }) => by);
}

/** What makes a person share something between releases on purpose, or point a release at another. */
const ON_PURPOSE = [
  ['fullnameOverride'],
  ['serviceAccount', 'name'],
  ['workspaceServiceAccount'],
  ['coderd', 'enabled'],
  ['coderd', 'affinity'],
  ['metrics', 'monitor', 'namespaceSelector'],
];

function notOnPurpose(values: Values): Values {
  return ON_PURPOSE.reduce<Values>((rest, path) => without(rest, path), values);
}

const kinds: readonly Values[] = ['PodMonitor', 'ServiceMonitor', 'None'].map((kind) => ({
  metrics: { monitor: { kind }, service: { enabled: true } },
}));
const VALUES: readonly Values[] = [
  ...kinds,
  ...kinds.map((values) => ({ ...values, nameOverride: 'same' })),
  ...cases(CODER_VALUES, count({ few: 4, many: 12 }), { seed: seedAt(8), presence: 0.5 }).map(({ values }) =>
    notOnPurpose(values),
  ),
];

/** The first 52 of 53 characters are the same. */
const LONG = [`${'x'.repeat(52)}1`, `${'x'.repeat(52)}2`] as const;

const PAIRS: readonly (readonly [string, string])[] = [
  ['coder', 'other'],
  ['coder', 'coderd'],
  ['coder', 'coder-coder'],
  ['a', 'a-b'],
  ['a', 'a-coderd'],
  ['a', 'a-environments'],
  ['environments', 'master-monitor'],
  LONG,
  [LONG[0], LONG[0].slice(0, 52)],
  [LONG[0].slice(0, 40), LONG[0].slice(0, 41)],
];

/** Two names, of which one often starts with the other. */
const twoNames = fc
  .tuple(releaseName, fc.constantFrom('', '-coder', '-coderd', '-metrics', '-environments', '-a', 'a'), releaseName)
  .map(([a, end, b]) => [a, end === '' ? b : `${a.slice(0, 53 - end.length)}${end}`] as const)
  .filter(([a, b]) => a !== b);

/** The objects by their names and selectors alone: rules and dashboards are long, and have neither. */
const SKELETONS = SYMBOLIC.map((object) => {
  const { apiVersion, kind, metadata, ...rest } = object.tree;
  const isLong = ['ConfigMap', 'GrafanaDashboard', 'PrometheusRule'].includes(object.kind);
  return { ...object, tree: { apiVersion, kind, metadata, ...(isLong ? {} : rest) } };
});

function interpreted(one: Case): Objects {
  return interpret(SKELETONS, environmentOf(CODER_VALUES, one));
}

function install(release: string, values: Values, namespace = 'one'): Case {
  return { release, namespace, values: repaired(CODER_VALUES, values) };
}

/** What a release says that is not the first in its namespace, since coderd asks for the account of workspaces by one name. */
function second(values: Values): Values {
  return withValue(values, ['workspaceServiceAccount', 'create'], false);
}

/** What a release says that meets one of another namespace in a namespace of workspaces. */
function visiting(values: Values): Values {
  const namespaces = Object.keys(at(values, ['workspaces', 'namespaces']) ?? {});
  return namespaces.reduce<Values>(
    (all, name) => withValue(all, ['workspaces', 'namespaces', name, 'createServiceAccount'], false),
    values,
  );
}

/** A release that is named by `fullnameOverride`. */
function overridden(name: string, values: Values): Case {
  return install('same', withValue(values, ['fullnameOverride'], name));
}

describe('two releases, of which one makes the account of workspaces, share no object and no selector finds the other', () => {
  const check = (a: Case, b: Case): void => {
    const [one, two] = [interpreted(a), interpreted(b)];
    expect([...shared(one, two), ...lost(one), ...lost(two)]).toEqual([]);
  };

  test.each(PAIRS.map(([a, b], turn) => [a, b, turn] as const))('in one namespace: %s and %s', (a, b, turn) => {
    for (const values of share(VALUES, 4, turn)) {
      check(install(a, values), install(b, second(values)));
      check(overridden(a, values), overridden(b, second(values)));
      check(install(a, values), overridden(b, second(values)));
    }
  });

  test('in one namespace, with names by chance', () => {
    const samples = fc.sample(twoNames, { seed: seedAt(9), numRuns: count({ few: 20, many: 60 }) });
    for (const [i, [a, b]] of samples.entries()) {
      const values = VALUES[i % VALUES.length] ?? {};
      check(install(a, values), install(b, second(values)));
      check(install(a, values), overridden(b, second(values)));
    }
  });

  test('in two namespaces, and the same namespaces of workspaces', () => {
    const values = { workspaces: { namespaces: { a: {}, b: { role: 'Narrow' } } } };
    for (const [a, b] of [...PAIRS, ['coder', 'coder'], ['two-coder', 'coder']] as const) {
      const elsewhere = [install(b, visiting(values), 'two'), install(b, visiting(values), 'one-coder')];
      for (const other of elsewhere) check(install(a, values, 'one'), other);
    }
    const [one, two] = ['one', 'two'].map((namespace) => interpreted(install('coder', values, namespace)));
    expect(shared(one ?? {}, two ?? {})).toEqual(['ServiceAccount/a/environments', 'ServiceAccount/b/environments']);
  });

  test('with one name in two namespaces', () => {
    for (const values of VALUES) check(install('coder', values, 'one'), install('coder', visiting(values), 'two'));
  });

  test.each(HELMS)('as %s renders them', async (major) => {
    const chart = chartWith();
    const pairs = [...PAIRS, ['coder', 'coder'] as const];
    await inParallel(share([...pairs.entries()], 4, HELMS.indexOf(major)), async ([i, [a, b]]) => {
      const values = VALUES[i % kinds.length] ?? {};
      const [one, two] = await Promise.all([
        objectsOf(major, chart, install(a, values, 'one')),
        a === b
          ? objectsOf(major, chart, install(b, visiting(values), 'two'))
          : objectsOf(major, chart, install(b, second(values), 'one')),
      ]);
      expect([...shared(one, two), ...lost(one), ...lost(two)]).toEqual([]);
    });
  });

  test('in one namespace, and would share that account and nothing else if both made it', () => {
    const [one, two] = ['a', 'b'].map((release) => interpreted(install(release, {})));
    expect(shared(one ?? {}, two ?? {})).toEqual(identities({ one: (one ?? {})['ServiceAccount/environments'] ?? {} }));
  });

  test('which could be otherwise', () => {
    const [one, two] = [concreteCoder(install('a', kinds[0] ?? {})), concreteCoder(overridden('a', kinds[0] ?? {}))];
    expect(shared(one, two).length).toBeGreaterThan(10);
    const everywhere = { metrics: { monitor: { namespaceSelector: { any: true } } } };
    const [here, there] = ['one', 'two'].map((namespace) => concreteCoder(install('coder', everywhere, namespace)));
    expect(strays(here ?? {}, there ?? {})).toEqual(['PodMonitor/master-monitor selects a Pod']);
  });
});

const NAME = /^[a-z0-9]([-a-z0-9]*[a-z0-9])?$/;
const LABEL = /^([A-Za-z0-9]([-A-Za-z0-9_.]*[A-Za-z0-9])?)?$/;

/** Names and label values that Kubernetes does not take. */
function tooLong(objects: Objects): readonly string[] {
  return namesIn(Object.values(objects) as Json)
    .filter(([path, text]) => text.length > 63 || !(/abels\./.test(path) ? LABEL : NAME).test(text))
    .map(([path, text]) => `${path}: ${text}`);
}

describe('names and label values are at most 63 characters, between letters or digits,', () => {
  const BASES = ['x', 'a-', 'ab--'].map((part) => part.repeat(63));
  const ended = (text: string): string => text.replace(/-+$/, (end) => 'z'.repeat(end.length));

  test('for release names of 1 to 53 characters and a fullnameOverride of 1 to 63', () => {
    const names = BASES.flatMap((base) => Array.from({ length: 63 }, (_, i) => ended(base.slice(0, i + 1))));
    for (const [i, name] of share(names, 6).entries()) {
      const values = kinds[i % kinds.length] ?? {};
      if (name.length <= 53) expect(tooLong(interpreted(install(name, values)))).toEqual([]);
      expect(tooLong(interpreted(overridden(name, withValue(values, ['nameOverride'], name))))).toEqual([]);
    }
  });

  test.each(HELMS)('as %s renders the longest', async (major) => {
    const chart = chartWith();
    const all = BASES.flatMap((base) =>
      kinds.flatMap((values) => [
        install(ended(base.slice(0, 53)), values),
        overridden(ended(base.slice(0, 63)), values),
      ]),
    );
    await inParallel(share(all, 5, HELMS.indexOf(major)), async (one) => {
      expect(tooLong(await objectsOf(major, chart, one))).toEqual([]);
    });
  });

  test('which could be otherwise', () => {
    const long = { 'ConfigMap/a': { kind: 'ConfigMap', metadata: { name: 'x'.repeat(64), labels: { app: 'a-' } } } };
    expect(tooLong(long)).toHaveLength(2);
  });
});
