import assert from 'node:assert/strict';
import fs from 'node:fs';
import path from 'node:path';
import { type Release, assertAllReady, coderdPods, packagedChart, prepareNamespace, releaseOf } from '../../chart';
import type { Claim } from '../../claims';
import { type Cluster, startRegistry } from '../../cluster';
import {
  type Client,
  type HelmName,
  addressOf,
  helmNames,
  helmTitles,
  linesOf,
  objectsIn,
  pathOf,
  writeYaml,
} from '../../kubernetes';
import { type Example, examples, valuesOf } from '../../../examples';
import { fields, number } from '../../../read';
import type { SharedSuite, Stack } from '../suite';
import { exposureClaims } from './exposure';
import { grafanaClaims } from './grafana';
import { podSecurityClaims } from './pod-security';

/** An installation that is tried. */
interface Installation {
  readonly title: string;
  readonly namespace: string;
  readonly values: readonly string[];
  readonly helms: readonly HelmName[];
}

const installations: readonly Installation[] = [
  { title: 'the default values', namespace: 'default', values: [], helms: helmNames },
  ...examples.map(installationOf),
];

/** Most examples are tried with one Helm each, in turn: the other one renders the same. */
function installationOf(example: Example, turn: number): Installation {
  const helm = helmNames[turn % helmNames.length] ?? 'helm4';
  return {
    title: `examples/${example.name}`,
    namespace: path.join(path.dirname(example.name), path.parse(example.name).name).replace('/', '-'),
    values: valuesOf(example),
    helms: example.name === 'production.yaml' ? helmNames : [helm],
  };
}

/** The packaged chart, with Helm 3 and Helm 4. */
export const chartSuite: SharedSuite = {
  title: 'The chart',
  claims: 8 + 4 * installations.flatMap(({ helms }) => helms).length + examples.length,
  run: async (claim, cluster) => {
    const stack = { cluster, chart: await packagedChart(cluster) };
    await refusesUnknownFields(claim, stack);
    for (const installation of installations) {
      for (const helm of installation.helms) await installs(claim, stack, { helm, installation });
    }
    await fromRegistry(claim, stack);
    await podSecurityClaims(claim, stack);
    await grafanaClaims(claim, stack);
    await exposureClaims(claim, stack);
  },
};

/** The control: without it, a server that validates nothing would pass. */
async function refusesUnknownFields(claim: Claim, { cluster, chart }: Stack): Promise<void> {
  await claim('the API server refuses an object with an unknown field when asked to be strict', async () => {
    const metadata = { name: 'odd', namespace: 'default' };
    const file = writeYaml(cluster.folder, 'odd.yaml', { apiVersion: 'v1', kind: 'ServiceAccount', metadata, odd: 1 });
    await assert.rejects(dryRun(chart.kubectl, file), /unknown field "odd"/);
  });
}

function dryRun(kubectl: Client, file: string): Promise<string> {
  return kubectl(['apply', '--dry-run=server', '--validate=strict', '--output=name', '--filename', file]);
}

interface Trial {
  readonly helm: HelmName;
  readonly installation: Installation;
}

async function installs(claim: Claim, stack: Stack, { helm, installation }: Trial): Promise<void> {
  const { cluster, chart } = stack;
  const { title, values } = installation;
  const name = helmTitles[helm];
  const namespace = `${helm}-${installation.namespace}`;
  await prepareNamespace(cluster, namespace);
  const release = releaseOf(cluster, chart, { helm, namespace });
  const rendered = await claim(`strict validation accepts every object that ${name} renders with ${title}`, () =>
    acceptedBy(stack, release, values),
  );
  await claim(`${name} installs the packaged chart with ${title} and waits until the pods are Ready`, async () => {
    await release.install(values);
    await assertRuns(cluster, namespace, replicasIn(rendered.value()));
  });
  await claim(`the API server has every object that ${name} rendered with ${title}`, async () => {
    const paths = objectsIn(rendered.value()).map(pathOf);
    assert.ok(paths.length > 0);
    assert.deepEqual(await present(cluster, paths), paths);
  });
  await claim(`${name} uninstalls it and leaves none of these objects`, async () => {
    await release.uninstall();
    assert.deepEqual(await present(cluster, objectsIn(rendered.value()).map(pathOf)), []);
  });
}

/** What Helm renders, after strict validation has accepted each object of it. */
async function acceptedBy({ cluster, chart }: Stack, release: Release, values: readonly string[]): Promise<string> {
  const rendered = await release.template(values);
  const file = path.join(cluster.folder, `${release.namespace}.yaml`);
  fs.writeFileSync(file, rendered);
  const accepted = linesOf(await dryRun(chart.kubectl, file));
  assert.equal(accepted.length, objectsIn(rendered).length);
  return rendered;
}

const deployment = fields({ spec: fields({ replicas: number }) });

/** How many pods of coderd there shall be: none where something else runs it. */
function replicasIn(rendered: string): number {
  const found = objectsIn(rendered).find(({ kind }) => kind === 'Deployment');
  return found === undefined ? 0 : deployment(found.object, 'Deployment').spec.replicas;
}

/** Those of the paths where there is an object. */
async function present({ api }: Cluster, paths: readonly string[]): Promise<readonly string[]> {
  const found = await Promise.all(paths.map((each) => api.has(each)));
  return paths.filter((_, index) => found[index] === true);
}

async function assertRuns({ api, pods: network }: Cluster, namespace: string, replicas: number): Promise<void> {
  const pods = await coderdPods(api, namespace);
  assertAllReady(pods, replicas);
  const outside = pods.map(addressOf).filter((address) => !network.includes(address));
  assert.deepEqual(outside, [], 'addresses out of the range of the pods');
}

async function fromRegistry(claim: Claim, { cluster, chart }: Stack): Promise<void> {
  const registry = await startRegistry(cluster);
  for (const helm of helmNames) {
    const repository = `oci://${registry.host}/${helm}`;
    const namespace = `${helm}-registry`;
    await prepareNamespace(cluster, namespace);
    await claim(`${helmTitles[helm]} pushes the chart to an OCI registry`, async () => {
      await chart.helms[helm](['push', chart.archive, repository, '--plain-http']);
      assert.deepEqual(await registry.tags(`${helm}/coder`), [chart.version]);
    });
    await claim(`${helmTitles[helm]} installs it from there and the pods are Ready`, async () => {
      const release = releaseOf(cluster, chart, { helm, namespace });
      await release.install(['--version', chart.version, '--plain-http'], `${repository}/coder`);
      await assertRuns(cluster, namespace, 1);
      await release.uninstall();
    });
  }
}
