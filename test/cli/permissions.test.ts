import * as fc from 'fast-check';
import type { Json } from '../../src/engine/expr';
import { type PolicyRule, type Question, mayDo, ruleAllows } from '../support/rbac';
import { PROPERTIES, seedAt } from '../support/share';
import { coder } from '../docs/coder';
import { cli, program, valuesFile } from './command';

/** What the command prints for values. */
function printed(values: Json, ...more: readonly string[]): string {
  const { status, stdout } = cli(['permissions', '-f', valuesFile(JSON.stringify(values)), ...more]);
  expect(status).toBe(0);
  return stdout;
}

/** A text that stands in a page as code. */
function decoded(cell: string): string {
  const text = cell.replace(/^`|`$/g, '');
  return text.startsWith('"') ? (JSON.parse(text) as string) : text;
}

/** The texts in a cell; `core` is the group of pods. */
function listIn(cell: string): readonly string[] {
  return (cell.match(/`[^`]*`|core/g) ?? []).map((one) => (one === 'core' ? '' : decoded(one)));
}

/** The rule that a row of a table shows. */
function ruleIn(row: string): PolicyRule {
  const [, resource = '', groups = '', names = '', verbs = ''] = row.split('|').map((cell) => cell.trim());
  return {
    ...{ resources: [decoded(resource)], apiGroups: listIn(groups), verbs: listIn(verbs) },
    ...(names === 'all' ? {} : { resourceNames: listIn(names) }),
  };
}

/** The rules that a page shows, by namespace and by whom. */
function rulesOn(page: string): ReadonlyMap<string, readonly PolicyRule[]> {
  const sections = page.split(/^(?=## In the namespace )/m);
  const found = sections.flatMap((section) => {
    const [, namespace = ''] = /^## In the namespace (`.*`)$/m.exec(section) ?? [];
    return section
      .split(/^(?=ServiceAccount )/m)
      .flatMap((part): readonly (readonly [string, readonly PolicyRule[]])[] => {
        const [, who] = /^(ServiceAccount `.*`) may:$/m.exec(part) ?? [];
        const rows = part.split('\n').filter((line) => line.startsWith('| `'));
        return who === undefined ? [] : [[`${decoded(namespace)} ${who.replace(/`/g, '')}`, rows.map(ruleIn)]];
      });
  });
  return new Map(found);
}

const VERBS = ['get', 'list', 'create', 'delete', 'escalate', '*'];
const GROUPS = ['', 'apps', 'metrics.k8s.io', 'a|b', '*'];
const RESOURCES = ['pods', 'pods/exec', 'secrets', 'serviceaccounts', '*/exec', '*', 'core', 'two\nlines `|`'];
const NAMES = ['', 'a', 'b c', 'all'];
const NAMESPACES = ['coder', 'team-a', 'team-b', 'elsewhere'];
const WHO = ['ServiceAccount coder/coder', 'ServiceAccount coder/environments', 'ServiceAccount team-a/environments'];

const QUESTIONS: readonly Question[] = WHO.flatMap((who) =>
  NAMESPACES.flatMap((namespace) =>
    VERBS.flatMap((verb) =>
      GROUPS.flatMap((group) =>
        RESOURCES.flatMap((resource) => NAMES.map((name) => ({ who, namespace, verb, group, resource, name }))),
      ),
    ),
  ),
);

const some = (of: readonly string[]): fc.Arbitrary<string[]> => fc.subarray([...of]);
const rule = fc.record(
  { verbs: some(VERBS), apiGroups: some(GROUPS), resources: some(RESOURCES), resourceNames: some(NAMES.slice(1)) },
  { requiredKeys: ['verbs'] },
);
const role = fc.constantFrom('Full', 'Narrow', 'None');
const values = fc.record({
  rbac: fc.record({
    create: fc.constantFrom(true, true, true, false),
    role,
    serviceAccounts: fc.boolean(),
    extraRules: fc.array(rule, { maxLength: 3 }),
  }),
  workspaceServiceAccount: fc.record({ create: fc.boolean() }),
  workspaces: fc.record({
    namespaces: fc.dictionary(
      fc.constantFrom('coder', 'team-a', 'team-b'),
      fc.record({ enabled: fc.boolean(), role: fc.oneof(role, fc.constant('')) }, { requiredKeys: [] }),
    ),
  }),
});

describe('permissions', () => {
  test('shows in its tables what the API server allows by the objects, for values by chance', () => {
    fc.assert(
      fc.property(values, (given) => {
        const rules = rulesOn(printed(given));
        const objects = coder(given);
        const shows = (one: Question): boolean =>
          (rules.get(`${one.namespace} ${one.who}`) ?? []).some((shown) => ruleAllows(shown, one));
        expect(QUESTIONS.filter((one) => shows(one) !== mayDo(objects, one))).toEqual([]);
      }),
      { ...PROPERTIES, seed: seedAt(83), numRuns: 25 },
    );
  });

  test('names accounts that may do nothing', () => {
    const page = printed({ workspaces: { namespaces: { 'team-a': {} } } });
    for (const namespace of ['coder', 'team-a'])
      expect(page).toContain(`\nServiceAccount \`${namespace}/environments\` may do nothing.\n`);
    expect(printed({ rbac: { create: false } })).toMatch(/^ServiceAccount `coder\/coder` may do nothing\.$/m);
  });

  test.each<[string, PolicyRule, string]>([
    ['Secrets', { apiGroups: [''], resources: ['secrets'], verbs: ['list'] }, 'reads Secrets'],
    ['no Secrets of another API', { apiGroups: ['a'], resources: ['secrets'], verbs: ['list'] }, ''],
    ['what makes Secrets', { apiGroups: [''], resources: ['secrets'], verbs: ['create'] }, ''],
    ['commands', { apiGroups: [''], resources: ['pods/exec'], verbs: ['create'] }, 'runs commands in pods'],
    [
      'commands everywhere',
      { apiGroups: [''], resources: ['*/exec'], verbs: ['get'] },
      'wildcard, runs commands in pods',
    ],
    [
      'pods',
      { apiGroups: ['batch'], resources: ['jobs'], verbs: ['patch'] },
      'runs pods with any ServiceAccount and Secret there',
    ],
    [
      'tokens',
      { apiGroups: [''], resources: ['serviceaccounts/token'], verbs: ['create'] },
      'gets tokens of ServiceAccounts',
    ],
    ['others', { apiGroups: [''], resources: ['users'], verbs: ['impersonate'] }, 'acts as others'],
    ['escalation', { apiGroups: ['rbac.authorization.k8s.io'], resources: ['roles'], verbs: ['bind'] }, 'escalates'],
    [
      'permissions',
      { apiGroups: ['rbac.authorization.k8s.io'], resources: ['rolebindings'], verbs: ['create'] },
      'changes permissions',
    ],
    ['nodes', { apiGroups: [''], resources: ['nodes/proxy'], verbs: ['get'] }, 'reaches nodes'],
    ['events', { apiGroups: [''], resources: ['events'], verbs: ['get'] }, ''],
    [
      'everything',
      { apiGroups: ['*'], resources: ['*'], verbs: ['*'] },
      'wildcard, reads Secrets, runs commands in pods, runs pods with any ServiceAccount and Secret there, gets tokens of ServiceAccounts, acts as others, escalates, changes permissions, reaches nodes',
    ],
  ])('says of %s what to look at', (_, given, risks) => {
    const page = printed({ rbac: { role: 'None', extraRules: [given as unknown as Json] } });
    const [row] = page.split('\n').filter((line) => line.startsWith('| `'));
    expect(row?.split('|').at(-2)?.trim()).toBe(risks);
  });

  test('keeps a cell a cell, whatever is in a rule', () => {
    const hostile = 'a|b`c`\n| `x` | "quoted" \\ <b>';
    const page = printed({
      rbac: { role: 'None', extraRules: [{ apiGroups: [hostile], resources: [hostile], verbs: [hostile] }] },
    });
    const rows = page.split('\n').filter((line) => line.startsWith('|'));
    expect(rows.map((row) => row.split('|').length)).toEqual([7, 7, 7]);
    expect([...rulesOn(page).values()]).toEqual([[{ resources: [hostile], apiGroups: [hostile], verbs: [hostile] }]]);
  });

  test('says the same as JSON', () => {
    const told = JSON.parse(printed({ rbac: { role: 'Narrow' } }, '--json')) as readonly Record<string, Json>[];
    expect(told.map(({ namespace, who }) => [namespace, who])).toEqual([
      ['coder', 'ServiceAccount coder/coder'],
      ['coder', 'ServiceAccount coder/environments'],
    ]);
    expect(told[0]?.['rights']).toContainEqual({
      ...{ resource: 'pods/exec', groups: [''], verbs: ['create'], names: [] },
      risks: ['runs commands in pods'],
    });
  });

  test('does and says the same in the compiled command line, for a release of another name', () => {
    const args = ['permissions', '--release', 'b', '-n', 'ide'];
    expect(program(args)).toEqual(cli(args));
    expect(cli(args).stdout).toMatch(/^## In the namespace `ide`\n\nServiceAccount `ide\/b-coder` may:$/m);
  });

  test('says of wrong values what synth says', () => {
    const file = valuesFile('rbac: {role: Wide}\n');
    const { status, stderr } = cli(['permissions', '-f', file]);
    expect([status, stderr]).toEqual([1, cli(['synth', '-f', file]).stderr]);
  });
});
