import assert from 'node:assert/strict';
import { prepareNamespace, releaseOf } from '../../chart';
import { type Claim, eventually } from '../../claims';
import { everything } from '../../kubernetes';
import { type Stack, set } from '../suite';

/** A release of Helm 3 that Helm 4 goes on with. */
export async function takeoverClaims(claim: Claim, { cluster, chart }: Stack): Promise<void> {
  const namespace = 'life-both';
  await prepareNamespace(cluster, namespace);
  const three = releaseOf(cluster, chart, { helm: 'helm3', namespace });
  const four = releaseOf(cluster, chart, { helm: 'helm4', namespace });
  const before = await everything(cluster, namespace);
  await three.install(set('service.annotations.note=x'));
  const uids = await three.ready(1);
  const objects = await three.objects();
  await claim('Helm 4 upgrades a release of Helm 3 without further options, and no pod restarts', async () => {
    await four.upgrade(['--reuse-values']);
    assert.deepEqual(await four.ready(1), uids);
    assert.deepEqual(await four.objects(), objects);
  });
  await claim('after that Helm 4 drops a value, changes the image, and rolls both back', async () => {
    await four.upgrade(['--reset-values', ...set('image.tag=1.36.9')]);
    assert.equal((await four.service()).metadata.annotations?.['note'], undefined);
    assert.notDeepEqual(await four.ready(1), uids);
    await four.rollback(1);
    await four.ready(1);
    assert.deepEqual(await four.objects(), objects);
  });
  await claim('Helm 4 uninstalls what Helm 3 had installed, and leaves nothing', async () => {
    await four.uninstall();
    await eventually(async () => {
      assert.deepEqual(await everything(cluster, namespace), before);
    });
  });
}
