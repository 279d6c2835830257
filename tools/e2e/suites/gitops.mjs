import assert from 'node:assert/strict';
import fs from 'node:fs';
import path from 'node:path';
import { root } from '../../setup/root.mjs';
import { coderdPods, isReady, packagedChart, prepareNamespace } from '../chart.mjs';
import { eventually } from '../eventually.mjs';
import { objectsIn, pathOf, stored } from '../objects.mjs';
import { fromHelm4ToManifests, leaveToHelm4, namesOnly } from '../switch.mjs';

const directory = path.join(root, 'dist');
const namespace = 'coder';
const names = { helm3: 'Helm 3', helm4: 'Helm 4' };
const kept = ['install', 'coder', '--namespace', namespace, '--wait', '--timeout', '4m'];

/** The manifests of dist, and the way between them and the chart. */
export async function gitopsSuite({ claim }, cluster) {
  const chart = await packagedChart(cluster);
  const stack = { cluster, ...chart, objects: manifests() };
  await prepareNamespace(cluster, namespace);
  const applied = await appliesManifests(claim, stack);
  for (const helm of ['helm3', 'helm4']) await sameObjects(claim, stack, { helm, applied });
  for (const helm of ['helm3', 'helm4']) await manifestsToHelm(claim, stack, { helm, applied });
  for (const helm of ['helm3', 'helm4']) await helmToManifests(claim, stack, { helm, applied });
  await documented(claim);
}

function manifests() {
  const files = fs.readdirSync(directory).filter((name) => name !== 'kustomization.yaml');
  return files.flatMap((name) => objectsIn(fs.readFileSync(path.join(directory, name), 'utf8')));
}

async function appliesManifests(claim, stack) {
  let applied;
  await claim('kubectl apply --server-side takes dist, and the pods are Ready', async () => {
    await apply(stack);
    applied = await stored(stack.cluster.api, stack.objects);
  });
  await claim('applying dist a second time changes nothing', async () => {
    const versions = () => Promise.all(stack.objects.map(async (object) => (await live(stack, object)).generation));
    const before = await versions();
    await stack.kubectl(['apply', '--server-side', '--kustomize', directory]);
    assert.deepEqual(await versions(), before);
  });
  await remove(stack);
  return applied;
}

async function sameObjects(claim, stack, { helm, applied }) {
  await claim(`what the API server stored of the chart by ${names[helm]} equals what it stored of dist`, async () => {
    await stack.helms[helm](insertArchive(kept, stack.archive));
    const manifest = objectsIn(await stack.helms[helm](['get', 'manifest', 'coder', '--namespace', namespace]));
    assert.deepEqual(await stored(stack.cluster.api, manifest), applied);
  });
  await claim(`this comparison sees one value that is different by ${names[helm]}`, async () => {
    await upgrade(stack, helm, ['--set', 'service.annotations.note=x']);
    await assert.rejects(async () => assert.deepEqual(await stored(stack.cluster.api, stack.objects), applied), /note/);
  });
  await stack.helms[helm](['uninstall', 'coder', '--namespace', namespace, '--wait']);
  await noPods(stack);
}

async function manifestsToHelm(claim, stack, { helm, applied }) {
  await apply(stack);
  const pods = await podNames(stack);
  const force = helm === 'helm4' ? ['--force-conflicts'] : [];
  await claim(`${names[helm]} takes over what kubectl applied, and no pod restarts`, async () => {
    await stack.helms[helm]([...insertArchive(kept, stack.archive), '--take-ownership', ...force]);
    if (helm === 'helm4') await leaveToHelm4(stack.cluster, { directory });
    assert.deepEqual(await podNames(stack), pods);
    assert.deepEqual(await stored(stack.cluster.api, stack.objects), applied);
  });
  await claim(`after that ${names[helm]} alone decides: a field that an upgrade drops is gone`, async () => {
    const groupOf = async () => (await liveOf(stack, 'Deployment')).spec.template.spec.securityContext.runAsGroup;
    assert.equal(await groupOf(), 1000);
    await upgrade(stack, helm, ['--set', 'coderd.podSecurityContext.runAsGroup=']);
    assert.equal(await groupOf(), undefined);
  });
  await stack.helms[helm](['uninstall', 'coder', '--namespace', namespace, '--wait']);
  await noPods(stack);
}

async function helmToManifests(claim, stack, { helm, applied }) {
  const { cluster, helms } = stack;
  await helms[helm]([...insertArchive(kept, stack.archive), '--set', 'service.annotations.note=x']);
  const pods = await podNames(stack);
  if (helm === 'helm3') {
    await claim('Helm 4 takes over a release of Helm 3, and no pod restarts', async () => {
      await upgrade(stack, 'helm4', ['--reuse-values', '--server-side=true', '--force-conflicts']);
      assert.deepEqual(await podNames(stack), pods);
    });
  }
  await claim('kubectl diff shows no difference between this release and the manifests', async () => {
    const told = await stack.kubectl(['diff', '--server-side', '--force-conflicts', '--kustomize', directory]);
    assert.equal(told, '');
  });
  await claim(`the manifests take over a release that began with ${names[helm]}, and no pod restarts`, async () => {
    await fromHelm4ToManifests(cluster, { directory, namespace });
    assert.deepEqual(await podNames(stack), pods);
    assert.deepEqual(await stored(cluster.api, stack.objects), applied);
  });
  await claim('after that no label, annotation, field or Secret of Helm is left', async () => {
    const metadata = JSON.stringify(await Promise.all(stack.objects.map((object) => live(stack, object))));
    assert.doesNotMatch(metadata, /meta\.helm\.sh|"Helm"|"manager":"helm"/);
    assert.equal((await helms.helm4(['list', '--namespace', namespace, '--short'])).trim(), '');
  });
  await remove(stack);
}

async function documented(claim) {
  await claim('the page about the switch names the commands that were run', () => {
    const page = fs.readFileSync(path.join(root, 'docs', 'how-to', 'switch-between-helm-and-manifests.md'), 'utf8');
    for (const text of [
      namesOnly,
      '--take-ownership\n',
      '--take-ownership --force-conflicts\n',
      '--server-side=true --force-conflicts',
      '--server-side --field-manager=helm',
      '--server-side --field-manager=kubectl',
      'owner=helm,name=coder',
      'kubectl diff --server-side --force-conflicts --kustomize',
    ]) {
      assert.ok(page.includes(text), text);
    }
    return Promise.resolve();
  });
}

async function apply(stack) {
  await stack.kubectl(['apply', '--server-side', '--kustomize', directory]);
  await eventually(async () => {
    const pods = await coderdPods(stack.cluster, namespace);
    assert.equal(pods.filter(isReady).length, 1, 'Ready pods');
  });
}

async function remove(stack) {
  await stack.kubectl(['delete', '--kustomize', directory, '--wait']);
  await noPods(stack);
}

async function noPods({ cluster }) {
  await eventually(async () => {
    assert.equal((await cluster.api.list(`/api/v1/namespaces/${namespace}/pods`)).length, 0, 'pods left');
  });
}

function upgrade({ helms, archive }, helm, args) {
  return helms[helm](['upgrade', 'coder', archive, '--namespace', namespace, '--wait', '--timeout', '4m', ...args]);
}

async function podNames({ cluster }) {
  return (await coderdPods(cluster, namespace)).map(({ metadata }) => metadata.name);
}

async function live({ cluster }, object) {
  return (await cluster.api.get(pathOf(object))).metadata;
}

function liveOf({ cluster, objects }, kind) {
  return cluster.api.get(pathOf(objects.find((object) => object.kind === kind)));
}

function insertArchive([command, release, ...rest], archive) {
  return [command, release, archive, ...rest];
}
