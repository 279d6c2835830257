import assert from 'node:assert/strict';
import { packagedChart, prepareNamespace } from '../../chart';
import { type Claim, type Suite, eventually } from '../../claims';
import { startStack } from '../../cluster';
import { type Manifest, event, writeYaml } from '../../kubernetes';
import { type Monitoring, ruleGroups, startMonitoring } from '../../monitoring';
import { anything, fields, listOf, optional, text } from '../../../read';
import { defineGrafanaDashboards, defineRoutesAndCertificates } from '../definitions';
import type { Stack } from '../suite';
import { type Drawn, drawnInstallations } from './drawn';

/** No timeout of a scrape that the values take is longer. */
const longest = '290y';

const ruleObject = fields({
  spec: fields({ groups: listOf(fields({ name: text, rules: optional(listOf(anything)) })) }),
});

/** What the values take, the next readers take: values are drawn, odd ones above all. */
export const valuesSuite: Suite = {
  title: 'Drawn values',
  claims: 4,
  run: async (claim) => {
    const cluster = await startStack();
    try {
      const stack = { cluster, chart: await packagedChart(cluster) };
      await defineGrafanaDashboards(stack.chart);
      await defineRoutesAndCertificates(stack.chart);
      const installations = await drawnInstallations(40);
      // Those of workspaces too.
      const namespaces = installations.flatMap(({ namespace, objects }) => [
        namespace,
        ...objects.map(({ metadata }) => metadata.namespace ?? namespace),
      ]);
      for (const namespace of new Set(namespaces)) await prepareNamespace(cluster, namespace);
      await serverClaim(claim, stack, installations);
      await operatorClaims(claim, stack, installations);
    } finally {
      await cluster.stop();
    }
  },
};

async function serverClaim(claim: Claim, { cluster, chart }: Stack, installations: readonly Drawn[]): Promise<void> {
  await claim('the API server, asked to be strict, takes every object', async () => {
    const refused: string[] = [];
    for (const { namespace, title, objects } of installations) {
      const file = writeYaml(cluster.folder, `${namespace}.yaml`, ...objects.map(({ object }) => object));
      const args = ['apply', '--server-side', '--dry-run=server', '--validate=strict', '--filename', file];
      await chart.kubectl(args).catch((error: unknown) => {
        refused.push(`${String(error)}\n${title}`);
      });
    }
    assert.deepEqual(refused, []);
  });
}

/** What the Operator reads. */
function watchedIn({ objects }: Drawn): readonly Manifest[] {
  return objects.filter(({ apiVersion }) => apiVersion.startsWith('monitoring.coreos.com/'));
}

async function operatorClaims(claim: Claim, stack: Stack, installations: readonly Drawn[]): Promise<void> {
  const { cluster, chart } = stack;
  const watched = installations.flatMap(watchedIn);
  const monitoring = await startMonitoring(cluster, { interval: longest });
  const file = writeYaml(cluster.folder, 'watched.yaml', ...watched.map(({ object }) => object));
  await chart.kubectl(['apply', '--server-side', '--filename', file]);
  await configurationClaims(claim, watched, monitoring);
  await claim('the Operator warns of none of them', async () => {
    const events = await cluster.api.list('/api/v1/events', event);
    const warnings = events.filter(({ type }) => type === 'Warning');
    const found = warnings.filter(
      ({ involvedObject }) => involvedObject.apiVersion?.startsWith('monitoring.coreos.com/') === true,
    );
    assert.deepEqual(
      found.map(({ involvedObject, reason }) => `${involvedObject.name}: ${reason}`),
      [],
    );
  });
  await monitoring.stop();
}

async function configurationClaims(claim: Claim, watched: readonly Manifest[], monitoring: Monitoring): Promise<void> {
  await claim('each monitor is in the configuration that the Operator writes', async () => {
    const jobs = watched.filter(({ kind }) => kind.endsWith('Monitor')).map(jobOf);
    assert.ok(jobs.length > 10);
    await eventually(async () => {
      const config = await monitoring.generated();
      assert.deepEqual(
        jobs.filter((job) => !config.includes(`job_name: ${job}\n`)),
        [],
      );
    });
  });
  await claim('Prometheus loads that configuration, with every group of rules', async () => {
    const groups = watched.filter(({ kind }) => kind === 'PrometheusRule').flatMap(groupsOf);
    assert.ok(groups.length > 100);
    await eventually(async () => {
      const loaded = (await ruleGroups(monitoring.prometheus)).map(
        ({ name, rules }) => `${name}: ${String(rules.length)}`,
      );
      assert.deepEqual(loaded.sort(), [...groups].sort());
    });
  });
}

/** What the Operator calls the job of a monitor. */
function jobOf({ kind, metadata: { namespace = '', name } }: Manifest): string {
  return `${kind.replace(/^./, (letter) => letter.toLowerCase())}/${namespace}/${name}/0`;
}

/** The groups that Prometheus lists: those with rules. */
function groupsOf({ object }: Manifest): readonly string[] {
  const { spec } = ruleObject(object, 'rules');
  return spec.groups.flatMap(({ name, rules = [] }) =>
    rules.length === 0 ? [] : [`${name}: ${String(rules.length)}`],
  );
}
