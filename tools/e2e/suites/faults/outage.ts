import assert from 'node:assert/strict';
import { fields, listOf, parseJson, text } from '../../../read';
import { type Release, prepareNamespace, releaseOf } from '../../chart';
import { type Claim, eventually } from '../../claims';
import type { Restart } from '../../cluster';
import { type HelmName, helmTitles, isReady } from '../../kubernetes';
import { set } from '../suite';
import type { FaultStack } from './stack';

/** An API server that is killed during an upgrade, and the way out. */
export async function outageClaims(claim: Claim, stack: FaultStack, helm: HelmName): Promise<void> {
  const name = helmTitles[helm];
  const namespace = `outage-${helm}`;
  await prepareNamespace(stack.cluster, namespace);
  const release = releaseOf(stack.cluster, stack.chart, { helm, namespace });
  await release.install();
  const uids = await release.ready(1);
  const left = `${name}: an API server killed during an upgrade ends it as pending-upgrade; coderd keeps running`;
  await claim(left, async () => {
    const restart = await killDuringUpgrade(stack, release);
    await restart();
    assert.deepEqual(await states(release), ['deployed', 'pending-upgrade']);
    assert.ok((await release.pods()).filter(isReady).some(({ metadata }) => uids.includes(metadata.uid)));
  });
  const again = (): Promise<string> => release.upgrade(set('image.tag=1.36.9'));
  await claim(`${name}: the next upgrade is refused and says that another operation is in progress`, () =>
    assert.rejects(again(), /another operation \(install\/upgrade\/rollback\) is in progress/),
  );
  const mended = `${name}: a rollback to the revision that was deployed restarts no pod, and the upgrade succeeds`;
  await claim(mended, async () => {
    await release.rollback(1);
    assert.deepEqual(await release.ready(1), uids);
    await again();
    assert.notDeepEqual(await release.ready(1), uids);
    assert.deepEqual(await states(release), ['superseded', 'pending-upgrade', 'superseded', 'deployed']);
  });
}

/** Returns, when Helm has given up, what starts the API server again. */
async function killDuringUpgrade({ outages }: FaultStack, release: Release): Promise<Restart> {
  const { generation } = (await release.deployment()).metadata;
  // No node has this label, so the upgrade waits.
  const upgrade = release.upgrade([...set('coderd.nodeSelector.no-such=node'), '--timeout', '15s']);
  const failure = assert.rejects(upgrade, /UPGRADE FAILED/);
  await eventually(async () => {
    assert.notEqual((await release.deployment()).metadata.generation, generation);
  });
  const restart = await outages.killApiServer();
  await failure;
  return restart;
}

async function states(release: Release): Promise<readonly string[]> {
  const printed = await release.helmSays(['history'], ['--output', 'json']);
  return parseJson(printed, listOf(fields({ status: text })), 'helm history').map(({ status }) => status);
}
