import { ApiObject, type Chart } from 'cdk8s';
import * as kplus from 'cdk8s-plus-27';
import * as fc from 'fast-check';
import { Manifest, asList, asText, forEach, forEachEntry, when } from '../../src/engine/border';
import { type Expr, equals, interpolate, not, optional } from '../../src/engine/expr';
import { type HelmChartProps, renderHelmChart } from '../../src/engine/helm';
import { renderManifests } from '../../src/engine/synth';
import { type Handles, bool, labels, section, sectionList, text, textList } from '../../src/engine/values';
import { helm, helmTemplate, writeChart } from '../support/helm';
import { differences, parseObjects } from '../support/manifests';
import { count, seedAt } from '../support/share';

const VALUES = section('Teams.', {
  teams: textList({ description: 'Teams.', default: ['web'], format: 'dnsLabel', isSet: true }),
  stages: textList({ description: 'Stages.', default: ['dev', 'live'], format: 'dnsLabel', isSet: true }),
  sizes: labels({ description: 'Sizes of volumes, by name.', default: { small: '1Gi' } }),
  quotas: bool({ description: 'Limits each stage of each team.', default: true }),
});
type Values = Handles<typeof VALUES>;

/** A claim a size, and a Namespace a team; in it, a ConfigMap with all stages; for each stage but one a quota, if quotas are asked for. */
function build(chart: Chart, { teams, stages, sizes, quotas }: Values): void {
  forEachEntry(chart, 'Sizes', { map: sizes, type: 'string' }, (inner, size, amount: Expr<string>) => {
    const spec = { resources: { requests: { storage: amount } } };
    new Manifest(inner, 'Claim', { apiVersion: 'v1', kind: 'PersistentVolumeClaim', metadata: { name: size }, spec });
  });
  forEach(chart, 'Teams', { items: teams, type: 'string' }, (inner, team: Expr<string>) => {
    new kplus.Namespace(inner, 'Namespace', { metadata: { name: asText(team), labels: { team: asText(team) } } });
    const metadata = { name: interpolate`${team}-stages`, namespace: team };
    const first = optional(equals(team, 'web'), 'yes');
    new Manifest(inner, 'Stages', { apiVersion: 'v1', kind: 'ConfigMap', metadata, data: { team, first }, stages });
    when(inner, 'Quotas', quotas, (scope) => {
      forEach(scope, 'Stages', { items: stages, type: 'string' }, (deep, stage: Expr<string>) => {
        when(deep, 'Limited', not(equals(stage, 'live')), (limited) => {
          new ApiObject(limited, 'Quota', {
            apiVersion: 'v1',
            kind: 'ResourceQuota',
            metadata: { name: `${asText(team)}-${asText(stage)}`, namespace: asText(team) },
          });
        });
      });
    });
  });
}

const MODEL: HelmChartProps<(typeof VALUES)['children']> = {
  metadata: { name: 'teams', version: '1.0.0', description: 'Teams' },
  values: VALUES,
  build,
};
const FILES = renderHelmChart(MODEL);

test('objects of each item are a loop in the template, one document each', () => {
  expect(FILES.get('templates/namespace.yaml')?.split('\n').slice(1)).toEqual([
    '{{- range $item := .Values.teams }}',
    '---',
    'apiVersion: v1',
    'kind: Namespace',
    'metadata:',
    '  labels:',
    '    team: {{ $item | quote }}',
    '  name: {{ $item | quote }}',
    'spec: {}',
    '{{- end -}}',
    '',
  ]);
});

test.each(['helm3', 'helm4'] as const)('for any lists, %s makes what plain synthesis makes', async (major) => {
  const chart = writeChart(FILES);
  const names = fc.uniqueArray(fc.constantFrom('web', 'api', 'live', 'dev', 'a-1', 'x', 'y2'), { maxLength: 5 });
  const sizes = names.map((of) => Object.fromEntries(of.map((name, i) => [name, `${String(i + 1)}Gi`])));
  const values = fc.record({ teams: names, stages: names, sizes, quotas: fc.boolean() });
  for (const drawn of fc.sample(values, { seed: seedAt(62), numRuns: count({ few: 3, many: 40 }) })) {
    const { stdout, stderr } = await helmTemplate(major, chart, { release: 'a', namespace: 'b', values: drawn });
    expect(stderr).toBe('');
    const plain = renderManifests(MODEL, { releaseName: 'a', namespace: 'b' }, drawn);
    const texts = [...plain].filter(([file]) => file !== 'kustomization.yaml').map(([, text]) => text);
    expect(differences(parseObjects(texts.join('---\n')), parseObjects(stdout))).toEqual([]);
  }
});

test('Helm checks the chart strictly without a word', async () => {
  const { code, stdout } = await helm('helm4', ['lint', '--strict', writeChart(FILES)]);
  expect([code, stdout]).toEqual([0, expect.not.stringMatching(/WARNING|ERROR/)]);
});

type Item = Parameters<Parameters<typeof forEach<string>>[3]>;

function inLoop(make: (...item: Item) => void): () => unknown {
  return () =>
    renderHelmChart({
      ...MODEL,
      build: (chart, { teams }) => {
        forEach(chart, 'Teams', { items: teams, type: 'string' }, make);
      },
    });
}

describe('a chart is refused', () => {
  test.each<readonly [message: string, make: (...item: Item) => void]>([
    [
      'Teams/A: expected a name that is made of the item of forEach, got one that is the same for all items',
      (inner) => new Manifest(inner, 'A', { apiVersion: 'v1', kind: 'ConfigMap', metadata: { name: 'same' } }),
    ],
    [
      'Teams/A: expected a name that is made of the item of forEach, got one that is the same for all items',
      (inner) => new ApiObject(inner, 'A', { apiVersion: 'v1', kind: 'ConfigMap' }),
    ],
    [
      'expected labels of its own by which it selects pods, got cdk8s.io/metadata.addr',
      (inner, team) =>
        new kplus.Deployment(inner, 'A', { metadata: { name: asText(team) }, containers: [{ image: 'a' }] }),
    ],
    [
      'values.teams: a construct computes with it while the chart is generated',
      (inner, team) =>
        new ApiObject(inner, 'A', {
          apiVersion: 'v1',
          kind: 'A',
          metadata: { name: asText(team) },
          n: asText(team).length,
        }),
    ],
  ])('%s', (message, make) => {
    expect(inLoop(make)).toThrow(message);
  });

  test('where a construct reads a value in an item, which the message names', () => {
    const team = section('A team.', {
      name: text({ description: 'Name.', default: 'web' }),
      lead: section('Lead.', { topics: textList({ description: 'Topics.', default: ['a'] }) }),
    });
    const values = section('Teams.', { teams: sectionList(team, { description: 'Teams.', default: [{}] }) });
    const reading = (): unknown =>
      renderHelmChart({
        metadata: MODEL.metadata,
        values,
        build: (chart, { teams }) => {
          forEach(chart, 'Teams', teams, (inner, { name, lead }) => {
            const data = { first: asList(lead.topics)[0] };
            new ApiObject(
              inner,
              'A',
              Object.assign({ data }, { apiVersion: 'v1', kind: 'A', metadata: { name: asText(name) } }),
            );
          });
        },
      });
    expect(reading).toThrow('lead.topics of an item of a loop is a list, and a construct used its items one by one');
  });

  test('where the list of an inner loop is in an item of another', () => {
    const team = section('A team.', {
      name: text({ description: 'Name.', default: 'web' }),
      topics: textList({ description: 'Topics.', default: [] }),
    });
    const values = section('Teams.', { teams: sectionList(team, { description: 'Teams.', default: [{}] }) });
    const outside = (): unknown =>
      renderHelmChart({
        metadata: MODEL.metadata,
        values,
        build: (chart, { teams }) => {
          forEach(chart, 'Teams', teams, (_, { topics }) => {
            forEach(chart, 'Topics', { items: topics, type: 'string' }, (inner, topic: Expr<string>) => {
              new Manifest(inner, 'A', { apiVersion: 'v1', kind: 'ConfigMap', metadata: { name: topic } });
            });
          });
        },
      });
    expect(outside).toThrow('expected items of forEach inside of it, got one outside; make the object in forEach');
  });

  test('where an item is used outside of its loop', () => {
    const outside = (): unknown =>
      renderHelmChart({
        ...MODEL,
        build: (chart, { teams }) => {
          forEach(chart, 'Teams', { items: teams, type: 'string' }, (_, team: Expr<string>) => {
            new Manifest(chart, 'A', { apiVersion: 'v1', kind: 'ConfigMap', metadata: { name: team } });
          });
        },
      });
    expect(outside).toThrow('A: expected items of forEach inside of it, got one outside; make the object in forEach');
  });
});
