import assert from 'node:assert/strict';
import { type Release, prepareNamespace, releaseOf } from '../../chart';
import type { Claim } from '../../claims';
import { set } from '../suite';
import type { LifeStack } from './stack';

const note = ['--reuse-values', ...set('service.annotations.note=x')];

/** `kubectl scale`, and then an upgrade. */
export async function scaleClaims(claim: Claim, stack: LifeStack): Promise<void> {
  const fixed = await installed(stack, 'scale', '2');
  if (fixed.helm === 'helm4') await conflictClaim(claim, stack, fixed);
  await scaledBack(claim, stack, fixed);
  await fixed.uninstall();
  const open = await installed(stack, 'open', '');
  await keepsScale(claim, stack, open);
  await open.uninstall();
}

async function installed({ cluster, chart, release }: LifeStack, name: string, replicas: string): Promise<Release> {
  const { helm } = release;
  const namespace = `${name}-${helm}`;
  await prepareNamespace(cluster, namespace);
  const own = releaseOf(cluster, chart, { helm, namespace });
  await own.install(set(`coderd.replicas=${replicas}`));
  return own;
}

async function conflictClaim(claim: Claim, { name }: LifeStack, release: Release): Promise<void> {
  const title = `${name}: after kubectl scale, an upgrade with a number in coderd.replicas names the conflict`;
  await claim(title, async () => {
    await release.scale(3);
    await release.ready(3);
    await assert.rejects(release.upgrade(note), /conflict with "kubectl" with subresource "scale".*\.spec\.replicas/s);
    await release.ready(3);
  });
}

async function scaledBack(claim: Claim, { name }: LifeStack, release: Release): Promise<void> {
  const force = release.helm === 'helm4' ? ['--force-conflicts'] : [];
  const how = force.map((option) => `with ${option} `).join('');
  await claim(`${name}: after kubectl scale, an upgrade ${how}brings the number of coderd.replicas back`, async () => {
    await release.scale(3);
    await release.ready(3);
    await release.upgrade([...note, ...force]);
    await release.ready(2);
  });
}

async function keepsScale(claim: Claim, { name }: LifeStack, release: Release): Promise<void> {
  const title = `${name}: with coderd.replicas "" the number of kubectl scale survives an upgrade and a rollback`;
  await claim(title, async () => {
    await release.ready(1);
    await release.scale(3);
    const uids = await release.ready(3);
    await release.upgrade(note);
    assert.deepEqual(await release.ready(3), uids);
    await release.rollback(1);
    assert.deepEqual(await release.ready(3), uids);
  });
}
