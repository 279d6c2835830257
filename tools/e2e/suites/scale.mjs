import assert from 'node:assert/strict';
import { prepareNamespace } from '../chart.mjs';
import { releaseOf } from '../release.mjs';

/** `kubectl scale`, and then an upgrade. */
export async function scaleClaims(claim, { cluster, chart, name, release: { helm } }) {
  const fixed = await installed(cluster, chart, { helm, namespace: `scale-${helm}`, replicas: '2' });
  await scaledBack(claim, { name, release: fixed });
  await fixed.uninstall();
  const open = await installed(cluster, chart, { helm, namespace: `open-${helm}`, replicas: '' });
  await keepsScale(claim, { name, release: open });
  await open.uninstall();
}

async function installed(cluster, chart, { helm, namespace, replicas }) {
  await prepareNamespace(cluster, namespace);
  const release = releaseOf(cluster, chart, { helm, namespace });
  await release.install(['--set', `coderd.replicas=${replicas}`]);
  return release;
}

async function scaledBack(claim, { name, release }) {
  const upgrade = (args = []) => release.upgrade(['--reuse-values', '--set', 'service.annotations.note=x', ...args]);
  if (release.helm === 'helm4') {
    await claim(
      `${name}: after kubectl scale, an upgrade with a number in coderd.replicas names the conflict`,
      async () => {
        await release.scale(3);
        await release.ready(3);
        await assert.rejects(upgrade(), /conflict with "kubectl" with subresource "scale".*\.spec\.replicas/s);
        await release.ready(3);
      },
    );
  }
  const force = release.helm === 'helm4' ? ['--force-conflicts'] : [];
  const how = release.helm === 'helm4' ? 'with --force-conflicts ' : '';
  await claim(`${name}: after kubectl scale, an upgrade ${how}brings the number of coderd.replicas back`, async () => {
    await release.scale(3);
    await release.ready(3);
    await upgrade(force);
    await release.ready(2);
  });
}

async function keepsScale(claim, { name, release }) {
  await claim(
    `${name}: with coderd.replicas "" the number of kubectl scale survives an upgrade and a rollback`,
    async () => {
      await release.ready(1);
      await release.scale(3);
      const uids = await release.ready(3);
      await release.upgrade(['--reuse-values', '--set', 'service.annotations.note=x']);
      assert.deepEqual(await release.ready(3), uids);
      await release.rollback(1);
      assert.deepEqual(await release.ready(3), uids);
    },
  );
}
