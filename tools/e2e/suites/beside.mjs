import assert from 'node:assert/strict';
import fs from 'node:fs';
import path from 'node:path';
import process from 'node:process';
import ts from 'typescript';
import { runChild } from '../../components/index.mjs';
import { root } from '../../setup/root.mjs';
import { prepareNamespace } from '../chart.mjs';
import { writeYaml } from '../clients.mjs';
import { eventually } from '../eventually.mjs';
import { releaseOf } from '../release.mjs';

const page = path.join(root, 'docs', 'how-to', 'objects-of-your-own.md');
const namespace = 'beside';

/** Objects of one's own beside those of the chart. */
export async function besideClaims(claim, { cluster, chart }) {
  await prepareNamespace(cluster, 'coder');
  await claim('the API server, asked to be strict, takes what the page on objects of your own makes', async () => {
    const file = await madeByPage(cluster);
    assert.match(fs.readFileSync(file, 'utf8'), /kind: NetworkPolicy/);
    await chart.kubectl(['apply', '--server-side', '--dry-run=server', '--validate=strict', '--filename', file]);
  });
  await budgetClaims(claim, { cluster, chart });
}

/** Runs the example of the page as it stands there. */
async function madeByPage({ folder }) {
  const [, example] = /```ts\n([^]*?)```/.exec(fs.readFileSync(page, 'utf8'));
  const options = { compilerOptions: { module: ts.ModuleKind.CommonJS, target: ts.ScriptTarget.ES2022 } };
  const { outputText } = ts.transpileModule(example, options);
  const program = path.join(folder, 'example.cjs');
  fs.writeFileSync(program, outputText.replace('require("cdk8s-coder")', `require(${JSON.stringify(root)})`));
  const out = path.join(folder, 'example');
  const env = { ...process.env, NODE_PATH: path.join(root, 'node_modules'), CDK8S_OUTDIR: out };
  const { status, stderr } = await runChild(process.execPath, [program], { env });
  assert.equal(status, 0, stderr);
  return path.join(out, fs.readdirSync(out)[0]);
}

async function budgetClaims(claim, { cluster, chart }) {
  await prepareNamespace(cluster, namespace);
  const release = releaseOf(cluster, chart, { helm: 'helm4', namespace });
  await release.install(['--set', 'coderd.replicas=2']);
  const { matchLabels } = (await release.deployment()).spec.selector;
  const at = `/apis/policy/v1/namespaces/${namespace}/poddisruptionbudgets`;
  await claim('a PodDisruptionBudget with the selector of the Deployment counts the pods of coderd', async () => {
    const budget = {
      apiVersion: 'policy/v1',
      kind: 'PodDisruptionBudget',
      metadata: { name: 'coderd', namespace },
      spec: { minAvailable: 2, selector: { matchLabels } },
    };
    const file = writeYaml(cluster.folder, 'budget.yaml', budget);
    await chart.kubectl(['apply', '--server-side', '--validate=strict', '--filename', file]);
    await eventually(async () => {
      const { status } = await cluster.api.get(`${at}/coderd`);
      assert.deepEqual([status?.expectedPods, status?.currentHealthy], [2, 2]);
    });
  });
  await claim('it keeps a pod of coderd from being evicted, and an upgrade with new pods goes on', async () => {
    const [{ metadata }] = await release.pods();
    const eviction = { apiVersion: 'policy/v1', kind: 'Eviction', metadata: { name: metadata.name, namespace } };
    await assert.rejects(
      cluster.api.post(`/api/v1/namespaces/${namespace}/pods/${metadata.name}/eviction`, eviction),
      /disruption budget/,
    );
    const uids = await release.ready(2);
    await release.upgrade(['--reuse-values', '--set', 'image.tag=1.36.9']);
    const after = await release.ready(2);
    assert.deepEqual(
      after.filter((uid) => uids.includes(uid)),
      [],
    );
  });
  await claim('uninstalling leaves the PodDisruptionBudget: it is not of the chart', async () => {
    await release.uninstall();
    await cluster.api.get(`${at}/coderd`);
  });
}
