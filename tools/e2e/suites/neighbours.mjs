import assert from 'node:assert/strict';
import { prepareNamespace } from '../chart.mjs';
import { eventually } from '../eventually.mjs';
import { releaseOf } from '../release.mjs';

/** Two releases that must not meet: in one namespace, and by one name in two. */
export async function neighbourClaims(claim, { cluster, chart, name, release: { helm } }) {
  const [here, there] = [`near-${helm}`, `far-${helm}`];
  for (const namespace of [here, there]) await prepareNamespace(cluster, namespace);
  const one = releaseOf(cluster, chart, { helm, namespace: here });
  await one.install();
  for (const [where, options] of [
    ['two releases in one namespace', { helm, namespace: here, release: 'team-a' }],
    ['one release name in two namespaces', { helm, namespace: there }],
  ]) {
    await pairClaims(claim, { cluster, name, where, one, other: releaseOf(cluster, chart, options) });
  }
  await one.uninstall();
}

async function pairClaims(claim, { cluster, name, where, one, other }) {
  await claim(`${name}, ${where}: both run, and each Service has the pods of its own release`, async () => {
    await other.install(['--set', 'coderd.replicas=2']);
    await one.ready(1);
    await other.ready(2);
    for (const release of [one, other]) assert.deepEqual(await served(cluster, release), await names(release));
  });
  await claim(
    `${name}, ${where}: upgrading and uninstalling one changes no object and no pod of the other`,
    async () => {
      const [uids, objects] = [await one.ready(1), await one.objects()];
      await other.upgrade(['--reuse-values', '--set', 'image.tag=1.36.9']);
      await other.uninstall();
      await eventually(async () => assert.deepEqual(await other.pods(), []));
      assert.deepEqual(await one.ready(1), uids);
      assert.deepEqual(await one.objects(), objects);
    },
  );
}

/** The API server publishes no endpoints of loopback addresses, so the selector is asked instead. */
async function served({ api }, release) {
  const { spec, metadata } = await release.service();
  const selector = Object.entries(spec.selector).map(([label, value]) => `${label}=${value}`);
  const query = encodeURIComponent(selector.join(','));
  const pods = await api.list(`/api/v1/namespaces/${metadata.namespace}/pods?labelSelector=${query}`);
  return namesOf(pods);
}

async function names(release) {
  return namesOf(await release.pods());
}

function namesOf(pods) {
  return pods
    .filter(({ metadata }) => metadata.deletionTimestamp === undefined)
    .map(({ metadata }) => metadata.name)
    .sort();
}
