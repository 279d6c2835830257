import type { Chart } from 'cdk8s';
import { Coder } from '../../src/coder/constructs';
import {
  type Expr,
  HELM_PLACEMENT,
  type Json,
  type Placement,
  each,
  ifElse,
  interpolate,
  literal,
} from '../../src/engine/expr';
import { renderHelmChart, symbolicObjects } from '../../src/engine/helm';
import {
  type Handles,
  bool,
  choice,
  concreteHandles,
  int,
  labels,
  manifestList,
  section,
  textList,
  text,
} from '../../src/engine/values';
import type { k8s } from '../../src';
import { capture } from '../../src/engine/border';
import { inParallel, writeChart } from '../support/helm';
import { type Case, cases, disagreements, environmentOf } from '../support/law';
import { type Objects, byKey, interpret } from '../support/manifests';
import { count, seedAt } from '../support/share';

/** Values of a chart that somebody makes around Coder. */
const VALUES = section('Values of a chart around Coder.', {
  host: text({ description: 'Where the database is.', default: 'db.example.com' }),
  stage: choice(['Test', 'Live'], { description: 'Where this is.', default: 'Test' }),
  port: int({ description: 'Port of the database.', default: 5432, min: 1, max: 65535 }),
  trace: bool({ description: 'Traces coderd.', default: false }),
  team: labels({ description: 'Labels.', default: { team: 'ide' } }),
  zones: textList({ description: 'Zones.', default: ['a'], format: 'labelValue' }),
  pull: choice(['Always', 'IfNotPresent'], { description: 'When images are pulled.', default: 'Always' }),
  mounts: manifestList<k8s.VolumeMount>('k8s.VolumeMount', { description: 'Mounts.', default: [] }),
});

/** Coder with an expression at every kind of place where a value may be. */
function build(chart: Chart, v: Handles<typeof VALUES>, place: Placement<Expr<string>>): void {
  new Coder(chart, 'coder', {
    ...place,
    commonLabels: v.team,
    image: { pullPolicy: v.pull },
    coderd: {
      replicas: 2,
      podLabels: { stage: v.stage, traced: ifElse(v.trace, 'yes', 'no') },
      podAnnotations: { database: interpolate`${v.host}:${v.port}` },
      env: {
        DB_HOST: { value: v.host },
        DB_PORT: { value: interpolate`${v.port}` },
        NODE_NAME: { valueFrom: { fieldRef: { fieldPath: literal('spec.nodeName') } } },
      },
      extraEnv: [
        { name: 'DB_URL', value: interpolate`postgres://${v.host}:${v.port}` },
        { name: 'TRACE', value: v.stage },
        { name: 'NODE', valueFrom: { fieldRef: { fieldPath: literal('spec.nodeName') } } },
      ],
      extraVolumeMounts: v.mounts,
      extraInitContainers: [
        {
          name: 'proxy',
          image: 'proxy:1',
          imagePullPolicy: v.pull,
          restartPolicy: 'Always',
          args: ['--to', v.host, ifElse(v.trace, '--trace', '--quiet')],
          ports: [{ containerPort: v.port }],
          resources: { limits: { cpu: 1, memory: interpolate`${v.port}Mi` } },
        },
      ],
      lifecycle: { preStop: { sleep: { seconds: v.port } } },
      tolerations: each(v.zones, 'string', (zone) => ({ key: 'zone', operator: 'Equal', value: zone })),
    },
    metrics: {
      dashboards: { kind: 'None' },
      rules: { enabled: false },
      monitor: {
        labels: { host: literal('here') },
        relabelings: [{ targetLabel: 'stage', replacement: v.stage }],
      },
    },
  });
}

const MODEL = {
  values: VALUES,
  build: (chart: Chart, values: Handles<typeof VALUES>) => {
    build(chart, values, HELM_PLACEMENT);
  },
};

function folded({ release, namespace, values }: Case): Objects {
  const objects = capture(
    (chart) => {
      build(chart, concreteHandles(VALUES, values), { releaseName: literal(release), namespace: literal(namespace) });
    },
    { releaseName: release, namespace },
  );
  return byKey(objects.map(({ tree }) => tree as Json));
}

test('props with expressions inside lists, maps and Kubernetes objects mean the same in YAML and in a chart', async () => {
  const symbolic = symbolicObjects(MODEL);
  const chart = writeChart(
    renderHelmChart({ ...MODEL, metadata: { name: 'around', version: '0.1.0', description: 'Around Coder' } }),
  );
  const found: string[] = [];
  await inParallel(cases(VALUES, count({ few: 6, many: 24 }), { seed: seedAt(4), presence: 0.7 }), async (one) => {
    const interpreted = interpret(symbolic, environmentOf(VALUES, one));
    found.push(...(await disagreements('helm3', chart, one, { folded: folded(one), interpreted })));
  });
  expect(found.slice(0, 5)).toEqual([]);
});
