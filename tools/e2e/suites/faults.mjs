import assert from 'node:assert/strict';
import { isReady, packagedChart, prepareNamespace } from '../chart.mjs';
import { helmsOf } from '../clients.mjs';
import { everything } from '../everything.mjs';
import { eventually } from '../eventually.mjs';
import { outagesOf } from '../outage.mjs';
import { startRecorder } from '../recorder.mjs';
import { releaseOf } from '../release.mjs';
import { startStack } from '../stack.mjs';
import { besideClaims } from './beside.mjs';
import { watchedFaultClaims } from './watched-faults.mjs';

const majors = { helm3: 'Helm 3', helm4: 'Helm 4' };
const monitors = ['podmonitors', 'servicemonitors', 'prometheusrules'].map((name) => `${name}.monitoring.coreos.com`);

/** What goes wrong around the chart. It kills programs and removes definitions, so it has a cluster of its own. */
export async function faultsSuite({ claim }) {
  const cluster = await startStack();
  try {
    const outages = outagesOf(cluster);
    const chart = await packagedChart(cluster);
    await refusedValues(claim, { cluster, chart });
    await besideClaims(claim, { cluster, chart });
    await watchedFaultClaims(claim, { cluster, chart, outages });
    for (const helm of Object.keys(majors)) await outageClaims(claim, { cluster, chart, outages, helm });
    await chart.kubectl(['delete', 'customresourcedefinitions', ...monitors]);
    for (const helm of Object.keys(majors)) await missingDefinitions(claim, { cluster, chart, helm });
  } finally {
    await cluster.stop();
  }
}

async function refusedValues(claim, { cluster, chart }) {
  const recorder = await startRecorder(cluster);
  const helms = helmsOf({ folder: cluster.folder, kubeconfig: recorder.kubeconfig });
  for (const [helm, name] of Object.entries(majors)) {
    const namespace = `refused-${helm}`;
    await prepareNamespace(cluster, namespace);
    const release = releaseOf(cluster, { ...chart, helms }, { helm, namespace });
    const wrong = ['--set', 'coderd.replicas=two'];
    await claim(
      `${name}: install refuses a value against the schema, names it, and sends nothing that changes`,
      async () => {
        recorder.changes.length = 0;
        const before = await everything(cluster, namespace);
        await assert.rejects(release.install(wrong), /coderd\/replicas|coderd\.replicas/);
        assert.deepEqual(recorder.changes, []);
        assert.deepEqual(await everything(cluster, namespace), before);
      },
    );
    await claim(
      `${name}: upgrade refuses it too; the recording sees the requests of an install that is right`,
      async () => {
        await release.install();
        assert.ok(recorder.changes.some((change) => change.startsWith('POST') && change.endsWith('/secrets')));
        recorder.changes.length = 0;
        await assert.rejects(release.upgrade(wrong), /coderd\/replicas|coderd\.replicas/);
        assert.deepEqual(recorder.changes, []);
        await release.ready(1);
      },
    );
    await release.uninstall();
  }
  recorder.stop();
}

async function outageClaims(claim, { cluster, chart, outages, helm }) {
  const name = majors[helm];
  const namespace = `outage-${helm}`;
  await prepareNamespace(cluster, namespace);
  const release = releaseOf(cluster, chart, { helm, namespace });
  await release.install();
  const uids = await release.ready(1);
  await claim(
    `${name}: an API server killed during an upgrade ends it as pending-upgrade; coderd keeps running`,
    async () => {
      const restart = await killDuringUpgrade({ outages, release });
      await restart();
      assert.deepEqual(await states(release), ['deployed', 'pending-upgrade']);
      assert.ok((await release.pods()).filter(isReady).some(({ metadata }) => uids.includes(metadata.uid)));
    },
  );
  const again = () => release.upgrade(['--set', 'image.tag=1.36.9']);
  await claim(`${name}: the next upgrade is refused and says that another operation is in progress`, () =>
    assert.rejects(again(), /another operation \(install\/upgrade\/rollback\) is in progress/),
  );
  await claim(
    `${name}: a rollback to the revision that was deployed restarts no pod, and the upgrade succeeds`,
    async () => {
      await release.rollback(1);
      assert.deepEqual(await release.ready(1), uids);
      await again();
      assert.notDeepEqual(await release.ready(1), uids);
      assert.deepEqual(await states(release), ['superseded', 'pending-upgrade', 'superseded', 'deployed']);
    },
  );
}

/** Returns, when Helm has given up, what starts the API server again. */
async function killDuringUpgrade({ outages, release }) {
  const { generation } = (await release.deployment()).metadata;
  // No node has this label, so the upgrade waits.
  const upgrade = release.upgrade(['--set', 'coderd.nodeSelector.no-such=node', '--timeout', '15s']);
  const failure = assert.rejects(upgrade, /UPGRADE FAILED/);
  await eventually(async () => assert.ok((await release.deployment()).metadata.generation > generation));
  const restart = await outages.killApiServer();
  await failure;
  return restart;
}

async function states(release) {
  const revisions = JSON.parse(await release.helmSays(['history'], ['--output', 'json']));
  return revisions.map(({ status }) => status);
}

async function missingDefinitions(claim, { cluster, chart, helm }) {
  const name = majors[helm];
  const namespace = `bare-${helm}`;
  await prepareNamespace(cluster, namespace);
  const release = releaseOf(cluster, chart, { helm, namespace });
  await claim(
    `${name}: without the Operator's definitions install names the missing kind and makes nothing`,
    async () => {
      const before = await everything(cluster, namespace);
      await assert.rejects(release.install(), (error) => {
        assert.match(error.message, /no matches for kind "PodMonitor" in version "monitoring\.coreos\.com\/v1"/);
        assert.match(error.message, /CRDs/);
        return true;
      });
      assert.deepEqual(await everything(cluster, namespace), before);
    },
  );
  await claim(`${name}: with metrics.monitor.kind None it installs there, and the pods are Ready`, async () => {
    await release.install(['--set', 'metrics.monitor.kind=None']);
    await release.ready(1);
  });
}
