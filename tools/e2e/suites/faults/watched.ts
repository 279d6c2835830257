import assert from 'node:assert/strict';
import { type Release, prepareNamespace, releaseOf, startSimulators } from '../../chart';
import { type Claim, eventually } from '../../claims';
import { addressOf } from '../../kubernetes';
import { type Monitoring, activeTargets, configuration, startMonitoring } from '../../monitoring';
import { set } from '../suite';
import type { FaultStack } from './stack';

const namespace = 'watched-faults';

interface WatchedStack extends FaultStack, Monitoring {
  readonly release: Release;
}

/** What Prometheus sees of pods, an Operator and an API server that go away and come back. */
export async function watchedFaultClaims(claim: Claim, stack: FaultStack): Promise<void> {
  const { cluster, chart } = stack;
  await prepareNamespace(cluster, namespace);
  const monitoring = await startMonitoring(cluster);
  const release = releaseOf(cluster, chart, { helm: 'helm4', namespace });
  await release.install(set('coderd.replicas=2'));
  const simulators = await startSimulators(cluster, namespace);
  const watched = { ...stack, ...monitoring, release };
  try {
    await eventually(() => assertFollows(watched));
    await podClaim(claim, watched);
    await operatorClaim(claim, watched);
    await serverClaim(claim, watched);
  } finally {
    await monitoring.stop();
    await simulators.stop();
  }
}

/** The targets are the pods, and each is up. */
async function assertFollows({ prometheus, release }: WatchedStack): Promise<void> {
  await release.ready(2);
  const pods = (await release.pods()).map((pod) => `${pod.metadata.name} ${addressOf(pod)} up`);
  const targets = (await activeTargets(prometheus)).map(
    ({ labels, scrapeUrl, health }) => `${labels['pod'] ?? ''} ${new URL(scrapeUrl).hostname} ${health}`,
  );
  assert.deepEqual(targets.sort(), pods.sort());
}

/** Deletes one, and returns its name. */
async function deletePod({ cluster, release }: WatchedStack): Promise<string> {
  const [pod] = await release.pods();
  assert.ok(pod);
  await cluster.api.remove(`/api/v1/namespaces/${namespace}/pods/${pod.metadata.name}`);
  return pod.metadata.name;
}

async function podClaim(claim: Claim, stack: WatchedStack): Promise<void> {
  await claim('a pod that is deleted is replaced; Prometheus drops its target and takes the new one', async () => {
    const gone = await deletePod(stack);
    await eventually(() => assertFollows(stack));
    assert.ok(!(await stack.release.pods()).some(({ metadata }) => metadata.name === gone));
  });
}

async function operatorClaim(claim: Claim, stack: WatchedStack): Promise<void> {
  const { outages, release, prometheus, generated } = stack;
  const away = await claim('while the Operator is away, the targets stay, and an upgrade succeeds', async () => {
    const restart = await outages.killOperator();
    await release.upgrade(['--reuse-values', ...set('metrics.monitor.interval=3s')]);
    assert.doesNotMatch(await generated(), /scrape_interval: 3s/);
    await eventually(() => assertFollows(stack));
    return restart;
  });
  await claim('an Operator that comes back catches up with what was changed meanwhile', async () => {
    await away.value()();
    for (const said of [generated, () => configuration(prometheus)]) {
      await eventually(async () => {
        assert.match(await said(), /scrape_interval: 3s/);
      });
    }
    await eventually(() => assertFollows(stack));
  });
}

async function serverClaim(claim: Claim, stack: WatchedStack): Promise<void> {
  const title = 'while the API server is away, Prometheus goes on scraping; after it, targets follow the pods again';
  await claim(title, async () => {
    const restart = await stack.outages.killApiServer();
    const since = Date.now();
    await eventually(async () => {
      const up = (await activeTargets(stack.prometheus)).filter(({ health }) => health === 'up');
      const scraped = up.filter(({ lastScrape }) => Date.parse(lastScrape) > since);
      assert.equal(scraped.length, 2, 'targets that were scraped since');
    });
    await restart();
    await eventually(() => deletePod(stack));
    await eventually(() => assertFollows(stack));
  });
}
