import assert from 'node:assert/strict';
import { prepareNamespace, releaseOf } from '../../chart';
import type { Claim } from '../../claims';
import { type HelmName, everything, helmTitles } from '../../kubernetes';
import { type Stack, set } from '../suite';

/** A cluster where nobody has installed the Operator. */
export async function missingDefinitions(claim: Claim, { cluster, chart }: Stack, helm: HelmName): Promise<void> {
  const name = helmTitles[helm];
  const namespace = `bare-${helm}`;
  await prepareNamespace(cluster, namespace);
  const release = releaseOf(cluster, chart, { helm, namespace });
  const title = `${name}: without the Operator's definitions install names the missing kind and makes nothing`;
  await claim(title, async () => {
    const before = await everything(cluster, namespace);
    await assert.rejects(release.install(), (error: Error) => {
      assert.match(error.message, /no matches for kind "PodMonitor" in version "monitoring\.coreos\.com\/v1"/);
      assert.match(error.message, /CRDs/);
      return true;
    });
    assert.deepEqual(await everything(cluster, namespace), before);
  });
  await claim(`${name}: without a monitor and rules it installs there, and the pods are Ready`, async () => {
    await release.install(set('metrics.monitor.kind=None', 'metrics.rules.enabled=false'));
    await release.ready(1);
  });
}
