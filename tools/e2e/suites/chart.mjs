import assert from 'node:assert/strict';
import fs from 'node:fs';
import path from 'node:path';
import { coderdPods, isReady, packagedChart, prepareNamespace, releaseArgs, valuesFiles } from '../chart.mjs';
import { writeYaml } from '../clients.mjs';
import { idOf, objectsIn, pathOf } from '../objects.mjs';
import { startRegistry } from '../registry.mjs';
import { grafanaClaims } from './grafana.mjs';
import { podSecurityClaims } from './pod-security.mjs';

const replicas = { 'the default values': 1, 'examples/production.yaml': 3 };

/** The packaged chart, with Helm 3 and Helm 4. */
export async function chartSuite({ claim }, cluster) {
  const chart = await packagedChart(cluster);
  await refusesUnknownFields(claim, cluster, chart);
  for (const helm of ['helm3', 'helm4']) {
    for (const values of Object.keys(valuesFiles)) await installs(claim, cluster, { chart, helm, values });
  }
  await fromRegistry(claim, cluster, chart);
  await podSecurityClaims(claim, cluster, chart);
  await grafanaClaims(claim, cluster, chart);
}

/** The control: without it, a server that validates nothing would pass. */
async function refusesUnknownFields(claim, { folder }, { kubectl }) {
  await claim('the API server refuses an object with an unknown field when asked to be strict', async () => {
    const object = {
      apiVersion: 'v1',
      kind: 'ServiceAccount',
      metadata: { name: 'odd', namespace: 'default' },
      odd: 1,
    };
    await assert.rejects(dryRun(kubectl, writeYaml(folder, 'odd.yaml', object)), /unknown field "odd"/);
  });
}

function dryRun(kubectl, file) {
  return kubectl(['apply', '--dry-run=server', '--validate=strict', '--output=name', '--filename', file]);
}

async function installs(claim, cluster, { chart, helm, values }) {
  const namespace = `${helm}-${values === 'the default values' ? 'default' : 'production'}`;
  const name = helm === 'helm3' ? 'Helm 3' : 'Helm 4';
  const run = chart.helms[helm];
  const args = (source) => insertSource(releaseArgs({ namespace, values: [valuesFiles[values]] }), source);
  await prepareNamespace(cluster, namespace);
  let rendered;
  await claim(`strict validation accepts every object that ${name} renders with ${values}`, async () => {
    rendered = await run(['template', ...args(chart.archive)]);
    const file = path.join(cluster.folder, `${namespace}.yaml`);
    fs.writeFileSync(file, rendered);
    const accepted = (await dryRun(chart.kubectl, file)).trim().split('\n');
    assert.equal(accepted.length, objectsIn(rendered).length);
  });
  await claim(`${name} installs the packaged chart with ${values} and waits until the pods are Ready`, async () => {
    await run(['install', ...args(chart.archive), '--wait', '--timeout', '4m']);
    await assertRuns(cluster, namespace, replicas[values]);
  });
  await claim(`the API server has every object that ${name} rendered with ${values}`, async () => {
    const objects = objectsIn(rendered);
    assert.ok(objects.length >= 7);
    await Promise.all(objects.map((object) => cluster.api.get(pathOf(object))));
  });
  await claim(`${name} uninstalls it and leaves none of these objects`, async () => {
    await run(['uninstall', 'coder', '--namespace', namespace, '--wait', '--timeout', '4m']);
    const left = await Promise.all(
      objectsIn(rendered).map(async (object) => (await cluster.api.find(pathOf(object))) && idOf(object)),
    );
    assert.deepEqual(left.filter(Boolean), []);
  });
}

function insertSource([release, ...rest], source) {
  return [release, ...source.split(' '), ...rest];
}

async function assertRuns(cluster, namespace, expected) {
  const pods = await coderdPods(cluster, namespace);
  assert.equal(pods.length, expected, 'number of pods');
  assert.ok(pods.every(isReady), 'every pod is Ready');
  for (const { status } of pods) assert.ok(cluster.pods.includes(status.podIP), `pod address ${status.podIP}`);
}

async function fromRegistry(claim, cluster, { helms, archive, version }) {
  const registry = await startRegistry(cluster);
  if (registry === undefined) return;
  for (const [helm, name] of [
    ['helm3', 'Helm 3'],
    ['helm4', 'Helm 4'],
  ]) {
    const repository = `oci://${registry.host}/${helm}`;
    const namespace = `${helm}-registry`;
    await prepareNamespace(cluster, namespace);
    await claim(`${name} pushes the chart to an OCI registry`, async () => {
      await helms[helm](['push', archive, repository, '--plain-http']);
      assert.deepEqual(await registry.tags(`${helm}/coder`), [version]);
    });
    await claim(`${name} installs it from there and the pods are Ready`, async () => {
      const source = [`${repository}/coder`, '--version', version, '--plain-http'];
      await helms[helm](['install', 'coder', ...source, '--namespace', namespace, '--wait', '--timeout', '4m']);
      await assertRuns(cluster, namespace, 1);
      await helms[helm](['uninstall', 'coder', '--namespace', namespace]);
    });
  }
}
