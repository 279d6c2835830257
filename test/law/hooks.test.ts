import { ApiObject, App, Chart, Testing } from 'cdk8s';
import { Construct } from 'constructs';
import * as fc from 'fast-check';
import {
  type HelmHook,
  type HookDeletePolicy,
  type HookEvent,
  Manifest,
  asMap,
  asText,
  capture,
  forEach,
  helmHook,
  when,
} from '../../src/engine/border';
import { type Json, interpolate, unlessEmpty } from '../../src/engine/expr';
import { type HelmChartProps, renderHelmChart } from '../../src/engine/helm';
import { renderManifests } from '../../src/engine/synth';
import { type Handles, annotations, bool, concreteHandles, section, text, textList } from '../../src/engine/values';
import { type HelmMajor, helm, helmTemplate, writeChart } from '../support/helm';
import { installation } from '../support/law';
import { type Objects, byKey, differences, parseObjects } from '../support/manifests';
import { count, helmsAt, seedAt } from '../support/share';

const VALUES = section('Values of a chart with hooks.', {
  command: text({ description: 'What the hooks run.', default: 'true' }),
  backup: bool({ description: 'Runs one more.', default: true }),
  notes: annotations({ description: 'Annotations.', default: {} }),
  teams: textList({ description: 'Teams.', default: ['web', 'api'], format: 'dnsLabel', isSet: true }),
});
type Values = Handles<typeof VALUES>;
type Hooked = typeof helmHook;
type Hooks = readonly [HelmHook, HelmHook, HelmHook];

const job = { apiVersion: 'batch/v1', kind: 'Job' };

/** One hook in each place that there is: around a condition and a loop, within both, and beside annotations of every sort. */
function build(chart: Construct, values: Values, [first, second, third]: Hooks, hooked: Hooked): void {
  const { command, backup, notes, teams } = values;
  new Manifest(chart, 'Config', { apiVersion: 'v1', kind: 'ConfigMap', metadata: { name: 'a' }, data: { command } });
  hooked(chart, 'First', first, (inner) => {
    new Manifest(inner, 'Plain', { ...job, metadata: { name: 'first' }, spec: { command } });
    when(inner, 'Backup', backup, (scope) => {
      new Manifest(scope, 'Job', { ...job, metadata: { name: 'backup', annotations: notes }, spec: { command } });
    });
  });
  when(chart, 'Second', backup, (scope) => {
    hooked(scope, 'Hook', second, (inner) => {
      const metadata = { name: 'second', annotations: unlessEmpty(notes) };
      new Manifest(inner, 'Job', { ...job, metadata, spec: { command } });
      const own = { 'helm.sh/hook': 'own', own: asText(command), ...asMap(notes) };
      new ApiObject(inner, 'Own', { ...job, metadata: { name: 'own', annotations: own } });
    });
  });
  forEach(chart, 'Teams', { items: teams, type: 'string' }, (scope, team) => {
    hooked(scope, 'Hook', third, (inner) => {
      new Manifest(inner, 'Job', { ...job, metadata: { name: interpolate`${team}-each` }, spec: { command } });
    });
  });
  hooked(chart, 'Loop', { on: ['test'] }, (inner) => {
    forEach(inner, 'Teams', { items: teams, type: 'string' }, (scope, team) => {
      const metadata = { name: interpolate`${team}-test` };
      new Manifest(scope, 'Pod', { apiVersion: 'v1', kind: 'Pod', metadata, spec: { command } });
    });
  });
}

function modelOf(hooks: Hooks): HelmChartProps<(typeof VALUES)['children']> {
  const metadata = { name: 'hooks', version: '1.0.0', description: 'Hooks' };
  return {
    metadata,
    values: VALUES,
    build: (chart, values) => {
      build(chart, values, hooks, helmHook);
    },
  };
}

const place = { releaseName: 'r', namespace: 'n' };

/** What each object is, and which of them are hooks: of the same constructs, whose annotations are written here. */
function meaning(hooks: Hooks, given: object): { readonly all: Objects; readonly events: Record<string, string> } {
  const added = new Map<Construct, Readonly<Record<string, string>>>();
  const marked: Hooked = (scope, id, { on, weight, deletePolicies }, make) => {
    const inner = new Construct(scope, id);
    added.set(inner, {
      'helm.sh/hook': on.join(','),
      ...(weight === undefined ? {} : { 'helm.sh/hook-weight': String(weight) }),
      ...(deletePolicies === undefined ? {} : { 'helm.sh/hook-delete-policy': deletePolicies.join(',') }),
    });
    make(inner);
  };
  const of = new Map<string, Readonly<Record<string, string>> | undefined>();
  const captured = capture((chart) => {
    build(chart, concreteHandles(VALUES, given), hooks, marked);
    for (const node of chart.node.findAll())
      if (ApiObject.isApiObject(node))
        of.set(
          node.name,
          node.node.scopes.map((scope) => added.get(scope as Construct)).find((one) => one !== undefined),
        );
  }, place);
  const objects = captured.map(({ tree }) => withAnnotations(tree as never, of));
  const events = [...of].flatMap(([name, one]) => (one === undefined ? [] : [[name, one['helm.sh/hook']]]));
  return { all: byKey(objects), events: Object.fromEntries(events) as Record<string, string> };
}

interface Annotated {
  readonly metadata: { readonly name: string; readonly annotations?: object };
}

function withAnnotations(
  object: Annotated,
  of: ReadonlyMap<string, Readonly<Record<string, string>> | undefined>,
): Json {
  const { metadata, ...rest } = object;
  const added = of.get(metadata.name);
  const made = added === undefined ? metadata : { ...metadata, annotations: { ...metadata.annotations, ...added } };
  return { ...rest, metadata: made } as object as Json;
}

function only(objects: Objects, isMeant: (name: string) => boolean): Objects {
  return Object.fromEntries(Object.entries(objects).filter(([key]) => isMeant(key.split('/')[1] ?? '')));
}

function plainly(hooks: Hooks, given: object): Objects {
  const files = [...renderManifests(modelOf(hooks), place, given)];
  const texts = files.filter(([file]) => file !== 'kustomization.yaml').map(([, one]) => one);
  return parseObjects(texts.join('---\n'));
}

async function rendered(major: HelmMajor, chart: string, values: Json, ...args: readonly string[]): Promise<Objects> {
  const { stdout, stderr } = await helmTemplate(major, chart, { release: 'r', namespace: 'n', values, args });
  expect(stderr).toBe('');
  return parseObjects(stdout);
}

const event = fc.constantFrom<HookEvent>(
  'pre-install',
  'post-install',
  'pre-upgrade',
  'post-rollback',
  'pre-delete',
  'test',
);
const policy = fc.constantFrom<HookDeletePolicy>('before-hook-creation', 'hook-succeeded', 'hook-failed');
const hook: fc.Arbitrary<HelmHook> = fc.record(
  {
    on: fc.uniqueArray(event, { minLength: 1, maxLength: 3 }),
    weight: fc.constantFrom(0, -1, 5, 1_000_000),
    deletePolicies: fc.uniqueArray(policy, { minLength: 1 }),
  },
  { requiredKeys: ['on'] },
);
const hooks = fc.tuple(hook, hook, hook);
const TRIALS = count({ few: 4, many: 40 });
const DRAWN = fc.sample(fc.tuple(hooks, installation(VALUES, 0.8)), { seed: seedAt(64), numRuns: TRIALS });

describe('objects of hooks are rendered with their annotations by Helm, and are not in plain YAML:', () => {
  test.each(DRAWN.map(([declared, { values }], i) => ({ declared, values, i })))(
    'hooks $i that are drawn, for values that are drawn',
    async ({ declared, values, i }) => {
      const chart = writeChart(renderHelmChart(modelOf(declared)));
      const { all, events } = meaning(declared, values);
      const ordinary = only(all, (name) => !(name in events));
      expect(plainly(declared, values)).toEqual(ordinary);
      for (const major of helmsAt(i)) {
        expect(differences(all, await rendered(major, chart, values))).toEqual([]);
        expect(differences(ordinary, await rendered(major, chart, values, '--no-hooks'))).toEqual([]);
        const noTest = only(all, (name) => !(events[name] ?? '').split(',').includes('test'));
        expect(differences(noTest, await rendered(major, chart, values, '--skip-tests'))).toEqual([]);
      }
    },
  );

  test.each<HelmMajor>(['helm3', 'helm4'])('%s lints such a chart strictly without a word', async (major) => {
    const chart = writeChart(renderHelmChart(modelOf([{ on: ['pre-install'] }, { on: ['test'] }, { on: ['test'] }])));
    const { code, stdout } = await helm(major, ['lint', '--strict', chart]);
    expect([code, stdout]).toEqual([0, expect.not.stringMatching(/WARNING|ERROR/)]);
  });

  test('the app of a user does not write them either', () => {
    const chart = new Chart(new App(), 'app');
    build(chart, concreteHandles(VALUES, {}), [{ on: ['test'] }, { on: ['test'] }, { on: ['test'] }], helmHook);
    expect(Testing.synth(chart)).toEqual([expect.objectContaining({ kind: 'ConfigMap' })]);
  });
});
