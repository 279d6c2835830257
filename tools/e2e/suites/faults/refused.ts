import assert from 'node:assert/strict';
import { type Release, prepareNamespace, releaseOf } from '../../chart';
import type { Claim } from '../../claims';
import type { Cluster } from '../../cluster';
import { type Recorder, everything, helmNames, helmTitles, helmsOf, startRecorder } from '../../kubernetes';
import { type Stack, set } from '../suite';

const wrong = set('coderd.replicas=two');
const named = /coderd\/replicas|coderd\.replicas/;

/** Values against the schema, with everything between Helm and the API server recorded. */
export async function refusedValues(claim: Claim, { cluster, chart }: Stack): Promise<void> {
  const recorder = await startRecorder(cluster.folder, cluster);
  const helms = helmsOf({ folder: cluster.folder, kubeconfig: recorder.kubeconfig });
  for (const helm of helmNames) {
    const namespace = `refused-${helm}`;
    await prepareNamespace(cluster, namespace);
    const release = releaseOf(cluster, { ...chart, helms }, { helm, namespace });
    await refusedInstall(claim, cluster, { release, recorder });
    await refusedUpgrade(claim, { release, recorder });
    await release.uninstall();
  }
  recorder.stop();
}

interface Recorded {
  readonly release: Release;
  readonly recorder: Recorder;
}

async function refusedInstall(claim: Claim, cluster: Cluster, { release, recorder }: Recorded): Promise<void> {
  const name = helmTitles[release.helm];
  const title = `${name}: install refuses a value against the schema, names it, and sends nothing that changes`;
  await claim(title, async () => {
    recorder.take();
    const before = await everything(cluster, release.namespace);
    await assert.rejects(release.install(wrong), named);
    assert.deepEqual(recorder.take(), []);
    assert.deepEqual(await everything(cluster, release.namespace), before);
  });
}

async function refusedUpgrade(claim: Claim, { release, recorder }: Recorded): Promise<void> {
  const name = helmTitles[release.helm];
  const title = `${name}: upgrade refuses it too; the recording sees the requests of an install that is right`;
  await claim(title, async () => {
    await release.install();
    assert.ok(recorder.take().some((change) => change.startsWith('POST') && change.endsWith('/secrets')));
    await assert.rejects(release.upgrade(wrong), named);
    assert.deepEqual(recorder.take(), []);
    await release.ready(1);
  });
}
