import type { Chart } from 'cdk8s';
import * as kplus from 'cdk8s-plus-27';
import { capture } from '../../src/engine/border';
import { CODER_VALUES } from '../support/coder-values';
import { Coder } from '../../src/coder/constructs';
import { type Expr, HELM_PLACEMENT, type Json, type Placement, literal } from '../../src/engine/expr';
import { renderHelmChart, symbolicObjects } from '../../src/engine/helm';
import { type Handles, concreteHandles } from '../../src/engine/values';
import { inParallel, writeChart } from '../support/helm';
import { type Case, cases, disagreements, environmentOf } from '../support/law';
import { count, seedAt } from '../support/share';
import { type Objects, byKey, interpret } from '../support/manifests';

/** Coder with objects of cdk8s-plus beside it that refer to its pods, its Service and its identity. */
function build(chart: Chart, values: Handles<typeof CODER_VALUES>, place: Placement<Expr<string>>): void {
  const coder = new Coder(chart, 'coder', { ...values, ...place });
  new kplus.NetworkPolicy(chart, 'Policy', {
    selector: coder.pods(kplus),
    metadata: { annotations: { service: coder.serviceName } },
  });
  const role = new kplus.Role(chart, 'Extra', {
    rules: [{ verbs: ['get'], resources: [kplus.ApiResource.CONFIG_MAPS] }],
  });
  role.bind(coder.serviceAccount(kplus));
}

const MODEL = {
  values: CODER_VALUES,
  build: (chart: Chart, values: Handles<typeof CODER_VALUES>) => {
    build(chart, values, HELM_PLACEMENT);
  },
};

function folded({ release, namespace, values }: Case): Objects {
  const place = { releaseName: literal(release), namespace: literal(namespace) };
  const objects = capture(
    (chart) => {
      build(chart, concreteHandles(CODER_VALUES, values), place);
    },
    { releaseName: release, namespace },
  );
  return byKey(objects.map(({ tree }) => tree as Json));
}

test('objects of cdk8s-plus that refer to Coder mean the same in YAML and in a chart', async () => {
  const symbolic = symbolicObjects(MODEL);
  const chart = writeChart(
    renderHelmChart({
      ...MODEL,
      metadata: { name: 'more', version: '0.1.0', description: 'More' },
      isProven: true,
    }),
  );
  const found: string[] = [];
  await inParallel(
    cases(CODER_VALUES, count({ few: 5, many: 20 }), { seed: seedAt(3), presence: 0.2 }),
    async (one) => {
      const interpreted = interpret(symbolic, environmentOf(CODER_VALUES, one));
      found.push(...(await disagreements('helm3', chart, one, { folded: folded(one), interpreted })));
    },
  );
  expect(found.slice(0, 5)).toEqual([]);
});

test('a NetworkPolicy of cdk8s-plus selects the pods of its release', () => {
  const objects = folded({ release: 'ide', namespace: 'n', values: {} });
  expect(objects['NetworkPolicy/ide-policy']).toMatchObject({
    metadata: { annotations: { service: 'ide-coderd' } },
    spec: { podSelector: { matchLabels: { 'coder.deployment': 'ide-coderd' } } },
  });
});
