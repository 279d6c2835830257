import assert from 'node:assert/strict';
import { prepareNamespace } from '../chart.mjs';
import { eventually } from '../eventually.mjs';
import { startMonitoring } from '../monitoring.mjs';
import { releaseOf } from '../release.mjs';
import { startSimulators } from '../simulators.mjs';

const namespace = 'watched-faults';

/** What Prometheus sees of pods, an Operator and an API server that go away and come back. */
export async function watchedFaultClaims(claim, { cluster, chart, outages }) {
  await prepareNamespace(cluster, namespace);
  const monitoring = await startMonitoring(cluster);
  const release = releaseOf(cluster, chart, { helm: 'helm4', namespace });
  await release.install(['--set', 'coderd.replicas=2']);
  const simulators = await startSimulators(cluster, { namespace });
  const stack = { ...monitoring, cluster, release, outages };
  try {
    await eventually(() => assertFollows(stack));
    await podClaim(claim, stack);
    await operatorClaim(claim, stack);
    await serverClaim(claim, stack);
  } finally {
    monitoring.stop();
    await simulators.stop();
  }
}

/** The targets are the pods, and each is up. */
async function assertFollows({ prometheus, release }) {
  await release.ready(2);
  const pods = (await release.pods()).map(({ metadata, status }) => `${metadata.name} ${status.podIP} up`);
  const { activeTargets } = await prometheus.api('targets');
  const targets = activeTargets.map(
    ({ labels, scrapeUrl, health }) => `${labels.pod} ${new URL(scrapeUrl).hostname} ${health}`,
  );
  assert.deepEqual(targets.sort(), pods.sort());
}

async function deletePod({ cluster, release }) {
  const [{ metadata }] = await release.pods();
  await cluster.api.remove(`/api/v1/namespaces/${namespace}/pods/${metadata.name}`);
  return metadata.name;
}

async function podClaim(claim, stack) {
  await claim('a pod that is deleted is replaced; Prometheus drops its target and takes the new one', async () => {
    const gone = await deletePod(stack);
    await eventually(() => assertFollows(stack));
    assert.ok(!(await stack.release.pods()).some(({ metadata }) => metadata.name === gone));
  });
}

async function operatorClaim(claim, stack) {
  const { outages, release, prometheus, generated } = stack;
  let restart;
  await claim('while the Operator is away, the targets stay, and an upgrade succeeds', async () => {
    restart = await outages.killOperator();
    await release.upgrade(['--reuse-values', '--set', 'metrics.monitor.interval=3s']);
    assert.doesNotMatch(await generated(), /scrape_interval: 3s/);
    await eventually(() => assertFollows(stack));
  });
  await claim('an Operator that comes back catches up with what was changed meanwhile', async () => {
    await restart();
    await eventually(async () => assert.match(await generated(), /scrape_interval: 3s/));
    await eventually(async () => {
      const { yaml } = await prometheus.api('status/config');
      assert.match(yaml, /scrape_interval: 3s/);
    });
    await eventually(() => assertFollows(stack));
  });
}

async function serverClaim(claim, stack) {
  await claim(
    'while the API server is away, Prometheus goes on scraping; after it, targets follow the pods again',
    async () => {
      const restart = await stack.outages.killApiServer();
      const since = Date.now();
      await eventually(async () => {
        const { activeTargets } = await stack.prometheus.api('targets');
        const scraped = activeTargets.filter(
          ({ health, lastScrape }) => health === 'up' && Date.parse(lastScrape) > since,
        );
        assert.equal(scraped.length, 2, 'targets that were scraped since');
      });
      await restart();
      await eventually(() => deletePod(stack));
      await eventually(() => assertFollows(stack));
    },
  );
}
