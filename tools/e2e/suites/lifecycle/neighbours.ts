import assert from 'node:assert/strict';
import { type Release, podsWith, prepareNamespace, releaseOf } from '../../chart';
import { type Claim, eventually } from '../../claims';
import type { Cluster } from '../../cluster';
import type { Pod } from '../../kubernetes';
import { set } from '../suite';
import type { LifeStack } from './stack';

/** Two releases that must not meet: in one namespace, and by one name in two. */
export async function neighbourClaims(claim: Claim, stack: LifeStack): Promise<void> {
  const { cluster, chart, release } = stack;
  const { helm } = release;
  const [here, there] = [`near-${helm}`, `far-${helm}`];
  for (const namespace of [here, there]) await prepareNamespace(cluster, namespace);
  const one = releaseOf(cluster, chart, { helm, namespace: here });
  await one.install();
  const beside = releaseOf(cluster, chart, { helm, namespace: here, name: 'team-a' });
  const values = ['workspaceServiceAccount.create=false'];
  await pairClaims(claim, stack, { where: 'two releases in one namespace', one, other: beside, values });
  const elsewhere = releaseOf(cluster, chart, { helm, namespace: there });
  await pairClaims(claim, stack, { where: 'one release name in two namespaces', one, other: elsewhere, values: [] });
  await one.uninstall();
}

interface Pair {
  readonly where: string;
  readonly one: Release;
  readonly other: Release;
  /** What the other needs beside the one. */
  readonly values: readonly string[];
}

async function pairClaims(
  claim: Claim,
  { cluster, name }: LifeStack,
  { where, one, other, values }: Pair,
): Promise<void> {
  await claim(`${name}, ${where}: both run, and each Service has the pods of its own release`, async () => {
    await other.install(set('coderd.replicas=2', ...values));
    await one.ready(1);
    await other.ready(2);
    for (const release of [one, other]) assert.deepEqual(await served(cluster, release), namesOf(await release.pods()));
  });
  const title = `${name}, ${where}: upgrading and uninstalling one changes no object and no pod of the other`;
  await claim(title, async () => {
    const uids = await one.ready(1);
    const objects = await one.objects();
    await other.upgrade(['--reuse-values', '--set', 'image.tag=1.36.9']);
    await other.uninstall();
    await eventually(async () => {
      assert.deepEqual(await other.pods(), []);
    });
    assert.deepEqual(await one.ready(1), uids);
    assert.deepEqual(await one.objects(), objects);
  });
}

/** The API server publishes no endpoints of loopback addresses, so the selector is asked instead. */
async function served({ api }: Cluster, release: Release): Promise<readonly string[]> {
  const { selector } = (await release.service()).spec;
  const labels = Object.entries(selector).map(([label, value]) => `${label}=${value}`);
  return namesOf(await podsWith(api, release.namespace, labels.join(',')));
}

function namesOf(pods: readonly Pod[]): readonly string[] {
  return pods.map(({ metadata }) => metadata.name).sort();
}
