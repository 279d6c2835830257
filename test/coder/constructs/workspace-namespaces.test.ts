import { App, Chart, YamlOutputType } from 'cdk8s';
import { Coder, type CoderProps } from '../../../src/coder/constructs';
import { textAt } from '../../../src/cli/check-objects';
import { DEFAULT_VERSION } from '../../../src/coder/versions';
import { type Json } from '../../../src/engine/expr';
import { manifestsIn, synth } from '../../cli/command';
import { coder, dig, listAt } from '../../docs/coder';
import { type Policy, allows } from '../../support/network-policies';
import { temporaryDirectory } from '../../support/folder';
import type { Objects } from '../../support/manifests';

const withNamespaces = (namespaces: Json, others: object = {}): Objects =>
  coder({ workspaces: { namespaces }, ...others });

/** Kind and name of the objects in a namespace. */
function madeIn(namespace: string, objects: Objects): readonly string[] {
  return Object.values(objects)
    .filter((object) => dig(object, 'metadata', 'namespace') === namespace)
    .map((object) => `${textAt(object, ['kind'])} ${textAt(object, ['metadata', 'name'])}`)
    .sort();
}

const ALL = [
  'NetworkPolicy ingress-deny-all.coder',
  'Role coder.coder',
  'RoleBinding coder.coder',
  'ServiceAccount environments',
];
const ROLE = 'Role/coder.coder';

describe('a namespace of workspaces', () => {
  test('gets the account of workspaces, the isolation and the rights of coderd, which stays where it is', () => {
    const objects = withNamespaces({ 'team-a': {} });
    expect(madeIn('team-a', objects)).toEqual(ALL);
    expect(dig(objects[ROLE], 'rules')).toEqual(dig(objects['Role/coder'], 'rules'));
    expect(dig(objects['RoleBinding/coder.coder'], 'subjects')).toEqual([
      { kind: 'ServiceAccount', name: 'coder', namespace: 'coder' },
    ]);
    expect(dig(objects['RoleBinding/coder.coder'], 'roleRef', 'name')).toBe('coder.coder');
    expect(madeIn('coder', objects)).toEqual(madeIn('coder', coder()));
  });

  test('does not have in the way what others merge in: null and enabled take it out', () => {
    const objects = withNamespaces({ a: null, b: { enabled: false }, c: {} });
    expect(['a', 'b', 'c'].map((name) => madeIn(name, objects).length)).toEqual([0, 0, 4]);
  });

  test('that is the one of the release adds nothing', () => {
    expect(withNamespaces({ coder: { role: 'None' } })).toEqual(coder());
  });

  test.each<[string, Json, CoderProps, readonly string[]]>([
    ['its account, made elsewhere', { createServiceAccount: false }, {}, ALL.slice(0, 3)],
    ['accounts of workspaces', {}, { workspaceServiceAccount: { create: false } }, ALL.slice(0, 3)],
    ['isolation', {}, { networkPolicies: { workspaces: { enabled: false } } }, ALL.slice(1)],
    ['Roles', {}, { rbac: { create: false } }, [ALL[0] ?? '', ALL[3] ?? '']],
    ['rights', { role: 'None' }, {}, [ALL[0] ?? '', ALL[3] ?? '']],
    ['coderd', {}, { coderd: { enabled: false }, metrics: { rules: { job: 'a' } } }, []],
    [
      'an account, in a satellite',
      {},
      {
        satellite: {
          ...{ enabled: true, primaryUrl: 'https://a', accessUrl: 'https://b' },
          privateKeySecret: { name: 'a' },
        },
      },
      ALL.slice(0, 1),
    ],
  ])('is left without %s', (_, entry, values, expected) => {
    expect(madeIn('a', withNamespaces({ a: entry }, values))).toEqual(expected);
  });

  test('lets nobody in to its workspaces', () => {
    const policies = Object.values(withNamespaces({ a: {} })).filter(
      (object) => dig(object, 'kind') === 'NetworkPolicy',
    );
    const workspace = (namespace: string) => ({ namespace, labels: DEFAULT_VERSION.workspaceLabels });
    for (const [namespace, isOpen] of [
      ['a', false],
      ['coder', false],
      ['b', true],
    ] as const) {
      const flow = { from: workspace('a'), to: workspace(namespace), port: 22, protocol: 'TCP' as const };
      expect(allows(policies as unknown as readonly Policy[], flow)).toBe(isOpen);
    }
  });

  test('has files of its own, called after it', () => {
    const { out } = synth(['workspaces: {namespaces: {team-a: {}, team-b: {}}}']);
    expect(
      manifestsIn(out)
        .filter((file) => file.includes('@'))
        .sort(),
    ).toEqual(
      ['team-a', 'team-b'].flatMap((name) => ALL.map((object) => `${object.replace(' ', '.')}@${name}.yaml`)).sort(),
    );
  });
});

/** What a Role allows: `verb resource.group`. */
function rights(objects: Objects, name = 'Role/coder'): ReadonlySet<string> {
  const all = listAt(objects[name], 'rules').flatMap((rule) =>
    listAt(rule, 'resources').flatMap((resource) =>
      listAt(rule, 'apiGroups').flatMap((group) =>
        listAt(rule, 'verbs').map((verb) => `${verb as string} ${resource as string}.${group as string}`),
      ),
    ),
  );
  return new Set(all);
}

describe('the Role of coderd', () => {
  test('is narrower without a right that the full one does not have', () => {
    const [full, narrow] = [rights(coder()), rights(coder({ rbac: { role: 'Narrow' } }))];
    expect([...narrow].filter((right) => !full.has(right))).toEqual([]);
    expect(narrow.size).toBeLessThan(full.size / 3);
    expect([...narrow].filter((right) => right.includes('pods/exec'))).toEqual(['create pods/exec.']);
  });

  test.each(['Full', 'Narrow'])('says nothing of ServiceAccounts where %s does not need them', (role) => {
    const [all, fewer] = [true, false].map((serviceAccounts) => rights(coder({ rbac: { role, serviceAccounts } })));
    expect([...(all ?? [])].filter((right) => fewer?.has(right) === false)).not.toEqual([]);
    expect([...(fewer ?? [])]).toEqual([...(all ?? [])].filter((right) => !right.includes('serviceaccounts')));
  });

  test('is not there where it would allow nothing', () => {
    const none = coder({ rbac: { role: 'None' } });
    expect(Object.keys(none).filter((key) => key.startsWith('Role'))).toEqual([]);
    const extraRules = [{ apiGroups: [''], resources: ['pods'], verbs: ['get'] }];
    const objects = withNamespaces({ a: {} }, { rbac: { role: 'None', extraRules } });
    for (const key of ['Role/coder', ROLE]) expect(dig(objects[key], 'rules')).toEqual(extraRules);
  });

  test('can be another one in each namespace', () => {
    const objects = withNamespaces({ a: { role: 'Narrow' }, b: { role: 'Full' }, c: {} }, { rbac: { role: 'None' } });
    expect(rights(objects, `${ROLE}@a`)).toEqual(rights(coder({ rbac: { role: 'Narrow' } })));
    expect(rights(objects, `${ROLE}@b`)).toEqual(rights(coder()));
    expect(madeIn('c', objects)).toEqual([ALL[0], ALL[3]]);
    expect(objects['Role/coder']).toBeUndefined();
  });
});

describe('in an app of a user', () => {
  const synthesized = (yamlOutputType: YamlOutputType, namespaces: CoderProps['workspaces']) => (): void => {
    const app = new App({ outdir: temporaryDirectory(), yamlOutputType });
    app.node.setContext('cdk8s-coder/warnings', false);
    new Coder(new Chart(app, 'any'), 'thing', namespaces === undefined ? {} : { workspaces: namespaces });
    app.synth();
  };
  const two = { namespaces: { a: {}, b: {} } };

  test('with a file for each resource, objects that would share one are refused by name', () => {
    expect(synthesized(YamlOutputType.FILE_PER_RESOURCE, two)).toThrow(
      'ServiceAccount environments: expected one namespace, since cdk8s writes a file for each kind and name with YamlOutputType.FILE_PER_RESOURCE; use FILE_PER_CHART, or cdk8s-coder synth',
    );
  });

  test('they are written where each chart has a file, and those of one namespace in any case', () => {
    expect(synthesized(YamlOutputType.FILE_PER_CHART, two)).not.toThrow();
    expect(synthesized(YamlOutputType.FILE_PER_RESOURCE, undefined)).not.toThrow();
  });
});
