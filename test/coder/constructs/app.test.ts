import * as fs from 'node:fs';
import * as path from 'node:path';
import { ApiObject, App, Chart, JsonPatch, Testing, YamlOutputType } from 'cdk8s';
import { coderManifestFiles } from '../../../src/cli';
import { CODER_VALUES } from '../../support/coder-values';
import { Coder, type CoderProps } from '../../../src/coder/constructs';
import { type Json, builtin } from '../../../src/engine/expr';
import { defaultsOf } from '../../../src/engine/values';
import { temporaryDirectory } from '../../support/folder';
import { type Objects, byKey, canonical } from '../../support/manifests';

function synth(props: CoderProps = {}, chart: Chart = Testing.chart()): Objects {
  new Coder(chart, 'coder', props);
  return objectsOf(chart);
}

function objectsOf(chart: Chart): Objects {
  return byKey(Testing.synth(chart) as readonly Json[]);
}

interface Labelled {
  readonly metadata: {
    readonly name: string;
    readonly namespace?: string;
    readonly labels?: Readonly<Record<string, string>>;
  };
}

const DEFAULT = synth();

describe('in the App of any cdk8s user, Coder', () => {
  test('writes the files that the command writes, byte for byte', () => {
    const outdir = temporaryDirectory();
    const app = new App({ outdir, outputFileExtension: '.yaml', yamlOutputType: YamlOutputType.FILE_PER_RESOURCE });
    new Coder(new Chart(app, 'any'), 'thing');
    app.synth();
    const { 'kustomization.yaml': list, ...files } = Object.fromEntries(
      coderManifestFiles({}, { releaseName: 'coder', namespace: 'coder' }),
    );
    expect(list).toBeDefined();
    const written = fs.readdirSync(outdir).map((file) => [file, fs.readFileSync(path.join(outdir, file), 'utf8')]);
    expect(Object.fromEntries(written)).toEqual(files);
  });

  test('without props is what the defaults of the values say', () => {
    expect(synth(defaultsOf(CODER_VALUES) as CoderProps)).toEqual(DEFAULT);
    expect(synth({ coderd: {}, service: undefined, releaseName: 'coder', namespace: 'coder' })).toEqual(DEFAULT);
  });

  test('goes where the chart goes, unless told otherwise', () => {
    const inTools = (): Chart => new Chart(new App(), 'chart', { namespace: 'tools' });
    const namespaces = (objects: Objects): readonly unknown[] => [
      ...new Set(Object.values(objects).map((object) => (object as unknown as Labelled).metadata.namespace)),
    ];
    expect(namespaces(synth({}, inTools()))).toEqual(['tools']);
    expect(namespaces(synth({ namespace: 'ide' }, inTools()))).toEqual(['ide']);
    const { subjects } = synth({}, inTools())['RoleBinding/coder'] as { readonly subjects: Json };
    expect(subjects).toEqual([{ kind: 'ServiceAccount', name: 'coder', namespace: 'tools' }]);
  });

  test('takes the labels of the chart on every object, where its own labels stay', () => {
    const objects = synth({}, new Chart(new App(), 'chart', { labels: { team: 'ide', app: 'other' } }));
    for (const [key, object] of Object.entries(objects)) {
      const own = (DEFAULT[key] as unknown as Labelled).metadata.labels;
      expect(object).toMatchObject({ metadata: { labels: { team: 'ide', app: 'other', ...own } } });
    }
  });

  test('takes JSON patches, which change what they name and nothing else', () => {
    const chart = Testing.chart();
    const coder = new Coder(chart, 'coder');
    const deployment = coder.node.findAll().find((node) => ApiObject.isApiObject(node) && node.kind === 'Deployment');
    ApiObject.of((deployment as ApiObject).node.scope ?? chart).addJsonPatch(
      JsonPatch.add('/spec/template/spec/enableServiceLinks', false),
      JsonPatch.replace('/spec/replicas', 2),
      JsonPatch.remove('/spec/strategy'),
    );
    const { spec, ...rest } = DEFAULT['Deployment/coderd'] as unknown as { readonly spec: PatchedSpec };
    const { strategy, template, ...others } = spec;
    expect(strategy).toBeDefined();
    const patched = { ...template, spec: { ...template.spec, enableServiceLinks: false } };
    expect(objectsOf(chart)).toEqual({
      ...DEFAULT,
      'Deployment/coderd': { ...rest, spec: { ...others, replicas: 2, template: patched } },
    });
  });

  test('comes after what it depends on, and before what depends on it', () => {
    const chart = Testing.chart();
    const objectCalled = (name: string): ApiObject =>
      new ApiObject(chart, name, { apiVersion: 'v1', kind: 'ConfigMap', metadata: { name } });
    const last = objectCalled('a-last');
    const coder = new Coder(chart, 'coder');
    coder.node.addDependency(objectCalled('z-first'));
    last.addDependency(coder);
    const names = (Testing.synth(chart) as readonly Labelled[]).map(({ metadata }) => metadata.name);
    expect([names[0], names.at(-1)]).toEqual(['z-first', 'a-last']);
  });

  test('lives beside another of another release that makes no account of workspaces: no name and no pod is shared', () => {
    const chart = Testing.chart();
    new Coder(chart, 'one');
    new Coder(chart, 'two', {
      releaseName: 'two',
      workspaceServiceAccount: { create: false },
      metrics: { monitor: { kind: 'ServiceMonitor' } },
    });
    const objects = objectsOf(chart);
    expect(Object.keys(objects)).toHaveLength(2 * Object.keys(DEFAULT).length);
    const selecting = (name: string): readonly string[] =>
      Object.keys(objects).filter((key) => canonical(objects[key]).includes(`{"coder.deployment":"${name}"}`));
    expect(selecting('coderd')).toEqual(['Deployment/coderd', 'NetworkPolicy/coderd', 'Service/coderd']);
    expect(selecting('two-coderd')).toEqual([
      'Deployment/two-coderd',
      'NetworkPolicy/two-coderd',
      'Service/two-coderd',
      'Service/two-coderd-metrics',
    ]);
  });
});

interface PatchedSpec {
  readonly strategy: Json;
  readonly template: { readonly spec: Readonly<Record<string, Json>> };
}

const ALL = Object.keys(DEFAULT);

function isMonitoring(key: string): boolean {
  return /^(PodMonitor|PrometheusRule|ConfigMap)\//.test(key);
}

describe('what a prop switches off is not there:', () => {
  test.each<[CoderProps, readonly string[]]>([
    [{ service: { enabled: false } }, ['Service/coderd']],
    [{ rbac: { create: false } }, ['Role/coder', 'RoleBinding/coder']],
    [{ serviceAccount: { create: false, name: 'mine' } }, ['ServiceAccount/coder']],
    [{ workspaceServiceAccount: { create: false } }, ['ServiceAccount/environments']],
    [{ metrics: { monitor: { kind: 'None' }, rules: { job: 'mine' } } }, ['PodMonitor/master-monitor']],
    [{ metrics: { rules: { enabled: false } } }, ['PrometheusRule/coderd-rules']],
    [{ metrics: { dashboards: { kind: 'None' } } }, ALL.filter((key) => key.startsWith('ConfigMap/'))],
    [{ coderd: { enabled: false } }, ALL.filter((key) => !isMonitoring(key))],
    [
      {
        coderd: { enabled: false },
        metrics: { monitor: { kind: 'None' }, rules: { enabled: false }, dashboards: { kind: 'None' } },
      },
      ALL,
    ],
  ])('%j', (props, missing) => {
    const objects = synth(props);
    expect(ALL.filter((key) => !(key in objects))).toEqual(missing);
    expect(Object.keys(objects).filter((key) => !(key in DEFAULT))).toEqual([]);
  });
});

describe('where something else deployed coderd', () => {
  test.each<[string, NonNullable<NonNullable<CoderProps['metrics']>['monitor']>['target'], Json, string]>([
    ['as release 1.36 does', undefined, { 'app.kubernetes.io/component': 'coderd' }, 'prom-coderd'],
    [
      'as release 2 does',
      { matchLabels: { 'app.kubernetes.io/name': 'coder' }, port: 'prometheus-http' },
      { 'app.kubernetes.io/name': 'coder' },
      'prometheus-http',
    ],
  ])('%s, the PodMonitor alone selects it', (_, target, matchLabels, port) => {
    const metrics = { monitor: { target }, rules: { enabled: false }, dashboards: { kind: 'None' } } as const;
    expect(synth({ coderd: { enabled: false }, metrics })).toEqual({
      'PodMonitor/master-monitor': {
        apiVersion: 'monitoring.coreos.com/v1',
        kind: 'PodMonitor',
        metadata: { name: 'master-monitor', namespace: 'coder' },
        spec: { selector: { matchLabels }, podMetricsEndpoints: [{ port }] },
      },
    });
  });
});

describe('Coder refuses', () => {
  test.each([
    [{ releaseName: 'Coder' }, 'releaseName: expected a DNS label (a-z, 0-9, -) of at most 53 characters, got "Coder"'],
    [
      { releaseName: 'x'.repeat(54) },
      'releaseName: expected a DNS label (a-z, 0-9, -) of at most 53 characters, got "x',
    ],
    [{ namespace: 'a.b' }, 'namespace: expected a DNS label (a-z, 0-9, -) of at most 63 characters, got "a.b"'],
    [{ coderd: { replicas: -1 } }, 'values.coderd.replicas: expected an integer >= 0, or "", got -1'],
  ])('%j', (props, message) => {
    const chart = Testing.chart();
    expect(() => synth(props, chart)).toThrow(message);
  });

  test('a value that only Helm knows, outside of a Helm chart', () => {
    expect(() => synth({ releaseName: builtin('releaseName') })).toThrow(
      'is known only when Helm runs; generate a Helm chart, or give a concrete value',
    );
  });
});
