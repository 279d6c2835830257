import assert from 'node:assert/strict';
import { fields, number } from '../../../read';
import { type Release, prepareNamespace, releaseOf } from '../../chart';
import { type Claim, eventually } from '../../claims';
import { type Manifest, writeYaml } from '../../kubernetes';
import { type Stack, set } from '../suite';
import { objectsOfPages, objectsOfPrograms } from './page';

const namespace = 'beside';
const path = `/apis/policy/v1/namespaces/${namespace}/poddisruptionbudgets/coderd`;
const budget = fields({ status: fields({ expectedPods: number, currentHealthy: number }) });

/** Objects of one's own beside those of the chart. */
export async function besideClaims(claim: Claim, stack: Stack): Promise<void> {
  const { cluster, chart } = stack;
  await claim('the API server, asked to be strict, takes every object in the YAML of the documentation', () =>
    takes(stack, objectsOfPages()),
  );
  await claim('and what the programs in the documentation write, as manifests and as charts', async () =>
    takes(stack, await objectsOfPrograms(cluster.folder, chart)),
  );
  await prepareNamespace(cluster, namespace);
  const release = releaseOf(cluster, chart, { helm: 'helm4', namespace });
  await release.install(set('coderd.replicas=2'));
  await countsClaim(claim, stack, release);
  await keepsClaim(claim, stack, release);
  await claim('uninstalling leaves the PodDisruptionBudget: it is not of the chart', async () => {
    await release.uninstall();
    assert.ok(await cluster.api.has(path));
  });
}

async function takes({ cluster, chart }: Stack, objects: readonly Manifest[]): Promise<void> {
  const namespaces = objects.map(({ metadata }) => metadata.namespace ?? 'default');
  for (const one of new Set(namespaces)) await prepareNamespace(cluster, one);
  const kinds = objects.map(({ kind }) => kind);
  assert.ok(kinds.includes('Role'), kinds.join(', '));
  const file = writeYaml(cluster.folder, 'documented.yaml', ...objects.map(({ object }) => object));
  await chart.kubectl(['apply', '--server-side', '--dry-run=server', '--validate=strict', '--filename', file]);
}

async function countsClaim(claim: Claim, { cluster, chart }: Stack, release: Release): Promise<void> {
  const { matchLabels } = (await release.deployment()).spec.selector;
  await claim('a PodDisruptionBudget with the selector of the Deployment counts the pods of coderd', async () => {
    const file = writeYaml(cluster.folder, 'budget.yaml', {
      apiVersion: 'policy/v1',
      kind: 'PodDisruptionBudget',
      metadata: { name: 'coderd', namespace },
      spec: { minAvailable: 2, selector: { matchLabels } },
    });
    await chart.kubectl(['apply', '--server-side', '--validate=strict', '--filename', file]);
    await eventually(async () => {
      const { status } = await cluster.api.get(path, budget);
      assert.deepEqual([status.expectedPods, status.currentHealthy], [2, 2]);
    });
  });
}

async function keepsClaim(claim: Claim, { cluster }: Stack, release: Release): Promise<void> {
  await claim('it keeps a pod of coderd from being evicted, and an upgrade with new pods goes on', async () => {
    const [pod] = await release.pods();
    assert.ok(pod);
    const { name } = pod.metadata;
    const eviction = { apiVersion: 'policy/v1', kind: 'Eviction', metadata: { name, namespace } };
    const evicted = cluster.api.post(`/api/v1/namespaces/${namespace}/pods/${name}/eviction`, eviction);
    await assert.rejects(evicted, /disruption budget/);
    const uids = await release.ready(2);
    await release.upgrade(['--reuse-values', ...set('image.tag=1.36.9')]);
    const after = await release.ready(2);
    assert.deepEqual(
      after.filter((uid) => uids.includes(uid)),
      [],
    );
  });
}
