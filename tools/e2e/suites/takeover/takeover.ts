import assert from 'node:assert/strict';
import path from 'node:path';
import { type Release, fromHelm4ToManifests, packagedChart, releaseOf } from '../../chart';
import { type Claim, eventually } from '../../claims';
import { type HelmName, helmTitles, kubectlOf, writeYaml } from '../../kubernetes';
import type { SharedSuite, Stack } from '../suite';
import { writeOriginal } from './original';
import { commandsBelow, removedObjects } from './page';
import { type Reader, readerOf } from './reader';
import { kept, made } from './state';

/** Who made the release, and who takes it over. */
const TRIALS: readonly (readonly [old: HelmName, helm: HelmName])[] = [
  ['helm3', 'helm3'],
  ['helm4', 'helm4'],
  ['helm3', 'helm4'],
];

/** What somebody had set in Coder's own chart. */
const OLD = {
  coderd: { replicas: 2, devurlsHost: '*.dev.example.com', serviceSpec: { externalTrafficPolicy: 'Cluster' } },
  ingress: { enable: true, host: 'coder.example.com' },
};

const [VALUES, UPGRADE, BACK] = ['1. The values', '2. The upgrade', '3. Back'].map(commandsBelow);
const [MANIFESTS, CLEAN] = ['To plain YAML', 'Clean up'].map(commandsBelow);
const COMMANDS = [VALUES, UPGRADE, BACK, MANIFESTS, CLEAN].flatMap((commands = []) => commands);
/** What is claimed besides the commands, of each; and of those that manifests take over. */
const [RESULTS, OF_MANIFESTS] = [8, 2];

/** The page that goes from Coder's own chart to this one, each of its commands run in its order. */
export const takeoverSuite: SharedSuite = {
  title: "The page about Coder's own chart",
  claims: TRIALS.length * (COMMANDS.length + RESULTS) + 2 * OF_MANIFESTS,
  run: async (claim, cluster) => {
    const stack = { cluster, chart: await packagedChart(cluster) };
    const original = writeOriginal(cluster.folder);
    for (const [old, helm] of TRIALS) await follows(claim, await begun(stack, original, { old, helm }));
  },
};

interface Trial extends Stack {
  readonly title: string;
  readonly reader: Reader;
  readonly release: Release;
  /** What the cluster has of the release that is taken over. */
  readonly before: { readonly objects: unknown; readonly kept: object; readonly made: readonly string[] };
}

interface Helms {
  readonly old: HelmName;
  readonly helm: HelmName;
}

/** A release of the original, with a volume for its database. */
async function begun(stack: Stack, original: string, { old, helm }: Helms): Promise<Trial> {
  const { cluster, chart } = stack;
  const namespace = `from-${old}-to-${helm}`;
  await prepare(stack, namespace);
  const release = releaseOf(cluster, chart, { helm, namespace });
  const values = writeYaml(cluster.folder, `${namespace}.yaml`, OLD);
  await releaseOf(cluster, chart, { helm: old, namespace }).install(['--values', values], original);
  await release.ready(3);
  const before = {
    objects: await release.objects(),
    kept: await kept(cluster, release),
    made: await made(cluster, release),
  };
  const title = old === helm ? helmTitles[helm] : `${helmTitles[helm]} after ${helmTitles[old]}`;
  return { ...stack, title, release, before, reader: readerOf(cluster, helm, namespace) };
}

async function prepare({ cluster }: Stack, namespace: string): Promise<void> {
  const claimRef = { namespace, name: 'timescale-data-timescale-0' };
  const volume = {
    ...{ accessModes: ['ReadWriteOnce'], capacity: { storage: '10Gi' }, hostPath: { path: '/data' }, claimRef },
  };
  const file = writeYaml(
    cluster.folder,
    `prepared-${namespace}.yaml`,
    { apiVersion: 'v1', kind: 'Namespace', metadata: { name: namespace } },
    { apiVersion: 'v1', kind: 'PersistentVolume', metadata: { name: namespace }, spec: volume },
    ...[
      {
        apiVersion: 'v1',
        kind: 'Secret',
        metadata: { name: 'coder-database', namespace },
        stringData: { password: 'x' },
      },
    ],
  );
  await kubectlOf(cluster)(['apply', '--server-side', '--filename', file]);
}

async function follows(claim: Claim, trial: Trial): Promise<void> {
  await rewrites(claim, trial);
  await upgrades(claim, trial);
  await goesBack(claim, trial);
  await upgradesAgain(claim, trial);
  if (trial.release.helm === 'helm4') await leavesToManifests(claim, trial);
  else await runs(claim, trial, MANIFESTS);
  await runs(claim, trial, CLEAN);
}

async function runs(claim: Claim, { title, reader }: Trial, commands: readonly string[] = []): Promise<void> {
  for (const command of commands) await claim(`${title}: ${command}`, () => reader.run(command));
}

async function rewrites(claim: Claim, { title, reader }: Trial): Promise<void> {
  for (const command of VALUES ?? []) {
    const isLeft = command.includes(' migrate ');
    const { value } = await claim(`${title}: ${command}`, () => reader.run(command, isLeft ? 1 : 0));
    if (!isLeft) continue;
    await claim(`${title}: of the old values, only the built-in database is left to be done`, () => {
      const left = value().match(/^\S+.* not converted: /gm);
      assert.deepEqual(left, ['postgres.default.enable (true by default) not converted: ']);
    });
  }
}

async function upgrades(claim: Claim, trial: Trial): Promise<void> {
  const { cluster, title, release, before } = trial;
  await runs(claim, trial, UPGRADE);
  await claim(
    `${title}: the upgrade keeps the Deployment, the addresses of the Service, volumes and Secrets`,
    async () => {
      assert.deepEqual(await kept(cluster, release), before.kept);
    },
  );
  await claim(`${title}: of the old pods none is left, and of the new ones there are as many`, () => release.ready(2));
  await claim(`${title}: the upgrade removes what the page lists, and nothing else`, async () => {
    await eventually(async () => {
      const now = await made(cluster, release);
      assert.deepEqual(
        before.made.filter((name) => !now.includes(name)),
        removedObjects(),
      );
    });
  });
}

async function goesBack(claim: Claim, trial: Trial): Promise<void> {
  const { cluster, title, release, before } = trial;
  await runs(claim, trial, BACK);
  await claim(`${title}: the rollback brings back every object as it was, and the database its volume`, async () => {
    await release.ready(3);
    assert.deepEqual(await release.objects(), before.objects);
    assert.deepEqual(await kept(cluster, release), before.kept);
    await eventually(async () => {
      assert.deepEqual(await made(cluster, release), before.made);
    });
  });
}

/** What a take-over leaves must be what a new installation makes, or fields of the old chart stayed. */
async function upgradesAgain(claim: Claim, trial: Trial): Promise<void> {
  const { title, reader, release } = trial;
  const values = ['new-values.yaml', 'database.yaml'].flatMap((file) => ['--values', path.join(reader.folder, file)]);
  const again = await claim(`${title}: after the rollback the upgrade works again`, async () => {
    for (const command of UPGRADE ?? []) await reader.run(command);
    await release.ready(2);
    return await release.objects();
  });
  await claim(`${title}: the API server has what it has of a new installation`, async () => {
    const taken = again.value();
    await release.uninstall();
    await release.install(values);
    assert.deepEqual(taken, await release.objects());
  });
  await claim(`${title}: the volume outlives the release`, async () => {
    assert.ok((await made(trial.cluster, release)).includes('persistentvolumeclaim/timescale-data-timescale-0'));
  });
}

async function leavesToManifests(claim: Claim, trial: Trial): Promise<void> {
  const { cluster, chart, title, reader, release } = trial;
  const pods = await release.ready(2);
  await runs(claim, trial, MANIFESTS);
  const directory = path.join(reader.folder, 'deploy', 'coder');
  await claim(`${title}: manifests of the same values take the release over, and no pod restarts`, async () => {
    await fromHelm4ToManifests(cluster, directory, reader.namespace);
    assert.deepEqual(await release.ready(2), pods);
  });
  await claim(`${title}: after that nothing differs from the manifests, and Helm knows no release`, async () => {
    const kubectl = chart.kubectl(['diff', '--server-side', '--kustomize', directory]);
    assert.equal(await kubectl, '');
    assert.equal((await chart.helms.helm4(['list', '--namespace', reader.namespace, '--short'])).trim(), '');
  });
}
