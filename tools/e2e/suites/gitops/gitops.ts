import assert from 'node:assert/strict';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { anything, fields, mapOf } from '../../../read';
import { root } from '../../../setup/index.cjs';
import {
  type Release,
  assertAllReady,
  coderdPods,
  fromHelm4ToManifests,
  leaveToHelm4,
  packagedChart,
  prepareNamespace,
  releaseOf,
} from '../../chart';
import { type Claim, type Outcome, eventually } from '../../claims';
import {
  type HelmName,
  type Manifest,
  helmNames,
  helmTitles,
  idOf,
  metadata,
  pathOf,
  pod,
  stored,
} from '../../kubernetes';
import { type SharedSuite, type Stack, set } from '../suite';
import { manifestsIn } from '../manifests';
import { documentedClaim } from './documented';

const directory = path.join(root, 'dist');
const namespace = 'coder';
/** Long enough for a controller to write what it still has to. */
const settleMs = 1_000;

interface GitopsStack extends Stack {
  /** The manifests of dist. */
  readonly objects: readonly Manifest[];
}

/** What the API server stored, by kind and name. */
type Stored = Readonly<Record<string, unknown>>;

/** One Helm, and what it is compared with. */
interface Side {
  readonly release: Release;
  readonly title: string;
  readonly applied: Outcome<Stored>;
}

/** The manifests of dist, and the way between them and the chart. */
export const gitopsSuite: SharedSuite = {
  title: 'The manifests',
  claims: 19,
  run: async (claim, cluster) => {
    const stack = { cluster, chart: await packagedChart(cluster), objects: manifestsIn(directory) };
    await prepareNamespace(cluster, namespace);
    const applied = await appliesManifests(claim, stack);
    const sideOf = (helm: HelmName): Side => ({
      release: releaseOf(cluster, stack.chart, { helm, namespace }),
      title: helmTitles[helm],
      applied,
    });
    const sides = helmNames.map(sideOf);
    for (const side of sides) await sameObjects(claim, stack, side);
    for (const side of sides) await manifestsToHelm(claim, stack, side);
    for (const side of sides) await helmToManifests(claim, stack, side);
    await documentedClaim(claim);
  },
};

async function appliesManifests(claim: Claim, stack: GitopsStack): Promise<Outcome<Stored>> {
  const applied = await claim('kubectl apply --server-side takes dist, and the pods are Ready', async () => {
    await apply(stack);
    return await storedOf(stack);
  });
  await claim('applying dist a second time changes nothing', async () => {
    const before = await settledVersions(stack);
    await stack.chart.kubectl(['apply', '--server-side', '--kustomize', directory]);
    assert.deepEqual(await versions(stack), before);
  });
  await claim('this comparison sees a write to any of the objects', async () => {
    const before = await versions(stack);
    await stack.chart.kubectl(['annotate', '--kustomize', directory, 'note=x']);
    const after = await versions(stack);
    const same = stack.objects.filter((_, index) => before[index] === after[index]);
    assert.deepEqual(same.map(idOf), []);
  });
  await remove(stack);
  return applied;
}

async function sameObjects(claim: Claim, stack: GitopsStack, { release, title, applied }: Side): Promise<void> {
  await claim(`what the API server stored of the chart by ${title} equals what it stored of dist`, async () => {
    await release.install();
    assert.deepEqual(await release.objects(), applied.value());
  });
  await claim(`this comparison sees one value that is different by ${title}`, async () => {
    await release.upgrade(set('service.annotations.note=x'));
    await assert.rejects(async () => {
      assert.deepEqual(await storedOf(stack), applied.value());
    }, /note/);
  });
  await release.uninstall();
  await noPods(stack);
}

async function manifestsToHelm(claim: Claim, stack: GitopsStack, { release, title, applied }: Side): Promise<void> {
  await apply(stack);
  const pods = await podNames(stack);
  const isHelm4 = release.helm === 'helm4';
  await claim(`${title} takes over what kubectl applied, and no pod restarts`, async () => {
    await release.install(['--take-ownership', ...(isHelm4 ? ['--force-conflicts'] : [])]);
    if (isHelm4) await leaveToHelm4(stack.cluster, directory);
    assert.deepEqual(await podNames(stack), pods);
    assert.deepEqual(await storedOf(stack), applied.value());
  });
  await claim(`after that ${title} alone decides: a field that an upgrade drops is gone`, async () => {
    const groupOf = async (): Promise<number | undefined> =>
      (await release.deployment()).spec.template.spec.securityContext?.runAsGroup;
    assert.equal(await groupOf(), 1000);
    await release.upgrade(set('coderd.podSecurityContext.runAsGroup='));
    assert.equal(await groupOf(), undefined);
  });
  await release.uninstall();
  await noPods(stack);
}

async function helmToManifests(claim: Claim, stack: GitopsStack, { release, title, applied }: Side): Promise<void> {
  const { cluster, chart } = stack;
  await release.install(set('service.annotations.note=x'));
  const pods = await podNames(stack);
  if (release.helm === 'helm3') await helm3ToHelm4(claim, stack, pods);
  await claim('kubectl diff shows no difference between this release and the manifests', async () => {
    const told = await chart.kubectl(['diff', '--server-side', '--force-conflicts', '--kustomize', directory]);
    assert.equal(told, '');
  });
  await claim(`the manifests take over a release that began with ${title}, and no pod restarts`, async () => {
    await fromHelm4ToManifests(cluster, directory, namespace);
    assert.deepEqual(await podNames(stack), pods);
    assert.deepEqual(await storedOf(stack), applied.value());
  });
  await claim('after that no label, annotation, field or Secret of Helm is left', async () => {
    const raw = await metadataOf(stack);
    assert.doesNotMatch(JSON.stringify(raw), /meta\.helm\.sh|"Helm"|"manager":"helm"/);
    assert.equal((await chart.helms.helm4(['list', '--namespace', namespace, '--short'])).trim(), '');
  });
  await remove(stack);
}

async function helm3ToHelm4(claim: Claim, stack: GitopsStack, pods: readonly string[]): Promise<void> {
  const { cluster, chart } = stack;
  await claim('Helm 4 takes over a release of Helm 3, and no pod restarts', async () => {
    const release = releaseOf(cluster, chart, { helm: 'helm4', namespace });
    await release.upgrade(['--reuse-values', '--server-side=true', '--force-conflicts']);
    assert.deepEqual(await podNames(stack), pods);
  });
}

async function apply({ cluster, chart }: Stack): Promise<void> {
  await chart.kubectl(['apply', '--server-side', '--kustomize', directory]);
  await eventually(async () => {
    assertAllReady(await coderdPods(cluster.api, namespace), 1);
  });
}

async function remove(stack: Stack): Promise<void> {
  await stack.chart.kubectl(['delete', '--kustomize', directory, '--wait']);
  await noPods(stack);
}

async function noPods({ cluster }: Stack): Promise<void> {
  await eventually(async () => {
    const left = await cluster.api.list(`/api/v1/namespaces/${namespace}/pods`, pod);
    assert.equal(left.length, 0, 'pods left');
  });
}

async function podNames({ cluster }: Stack): Promise<readonly string[]> {
  return (await coderdPods(cluster.api, namespace)).map((each) => each.metadata.name);
}

function storedOf({ cluster, objects }: GitopsStack): Promise<Stored> {
  return stored(cluster.api, objects);
}

/** All that is noted about each object. */
function metadataOf({ cluster, objects }: GitopsStack): Promise<readonly Readonly<Record<string, unknown>>[]> {
  const noted = fields({ metadata: mapOf(anything) });
  return Promise.all(objects.map(async (object) => (await cluster.api.get(pathOf(object), noted)).metadata));
}

/** Which version of each object is stored; any write gives another. */
async function versions(stack: GitopsStack): Promise<readonly string[]> {
  return (await metadataOf(stack)).map((noted) => metadata(noted, 'metadata').resourceVersion);
}

/** The versions once no controller writes any more, such as the state of the pods. */
async function settledVersions(stack: GitopsStack): Promise<readonly string[]> {
  return await eventually(async () => {
    const before = await versions(stack);
    await sleep(settleMs);
    assert.deepEqual(await versions(stack), before);
    return before;
  });
}
