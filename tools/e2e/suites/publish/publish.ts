import assert from 'node:assert/strict';
import fs from 'node:fs';
import path from 'node:path';
import { clientPaths } from '../../../components';
import { pack } from '../../../consumers';
import { runChild } from '../../../process';
import type { Claim } from '../../claims';
import { type Cluster, type Registry, startRegistry } from '../../cluster';
import { type HelmName, helmNames, helmTitles, helmsOf, kubectlOf } from '../../kubernetes';
import type { SharedSuite } from '../suite';
import { save, steps } from './page';

const HOST = 'registry.example.com';
const namespace = 'web';
const commands = steps().filter((step) => 'command' in step);
/** What is claimed besides the commands. */
const RESULTS = 2;

/** The page from an empty folder to a published chart, each of its commands run in its order. */
export const publishSuite: SharedSuite = {
  title: 'The page about publishing a chart',
  claims: helmNames.length * (commands.length + RESULTS),
  run: async (claim, cluster) => {
    const registry = await startRegistry(cluster);
    for (const helm of helmNames) await follows(claim, { cluster, registry, helm });
  },
};

interface Reader {
  readonly cluster: Cluster;
  readonly registry: Registry;
  readonly helm: HelmName;
}

async function follows(claim: Claim, reader: Reader): Promise<void> {
  const { cluster, registry, helm } = reader;
  const folder = await emptyFolder(reader);
  for (const step of steps()) {
    if ('file' in step) save(folder, step);
    else await claim(`with ${helmTitles[helm]}: ${step.command}`, () => run(folder, step.command, reader));
  }
  await claim(`with ${helmTitles[helm]}, the registry has the version of the page`, async () => {
    assert.deepEqual(await registry.tags(`${helm}/charts/web`), ['1.0.0']);
  });
  await claim(
    `with ${helmTitles[helm]}, the release has the values of the last command, and its test succeeded`,
    async () => {
      const asked = [
        '--namespace',
        namespace,
        '--output',
        'jsonpath={.items[*].spec.replicas}{.items[*].status.succeeded}',
      ];
      const kubectl = kubectlOf(cluster);
      assert.equal(await kubectl(['get', 'deployments', ...asked]), '1');
      assert.equal(await kubectl(['get', 'jobs', ...asked]), '1');
    },
  );
  await helmsOf(cluster)[helm](['uninstall', 'web', '--namespace', namespace, '--wait']);
}

/** An empty folder, beside a clone in which the package is built and packed. */
async function emptyFolder({ cluster, helm }: Reader): Promise<string> {
  const parent = path.join(cluster.folder, `publish-${helm}`);
  const [folder, clone] = [path.join(parent, 'web'), path.join(parent, 'cdk8s-coder')];
  for (const each of [folder, clone]) fs.mkdirSync(each, { recursive: true });
  await pack(clone);
  return folder;
}

/** Runs a command as the page has it, with the registry of the suite in place of that of the page. */
async function run(cwd: string, command: string, { cluster, registry, helm }: Reader): Promise<void> {
  const home = path.join(cluster.folder, `publish-${helm}`);
  const bin = helmOf(home, helm);
  const env = {
    ...process.env,
    ...{ PATH: `${bin}:${process.env['PATH'] ?? ''}`, KUBECONFIG: cluster.kubeconfig },
    ...{ HELM_CACHE_HOME: `${home}/cache`, HELM_CONFIG_HOME: `${home}/config`, HELM_DATA_HOME: `${home}/data` },
    ...{ REGISTRY_USER: 'reader', REGISTRY_PASSWORD: 'any' },
  };
  // Each Helm has charts of its own in the registry.
  const here = command.replaceAll(`oci://${HOST}`, `oci://${registry.host}/${helm}`).replaceAll(HOST, registry.host);
  const { status, stdout, stderr } = await runChild('bash', ['-euo', 'pipefail', '-c', here], { cwd, env });
  assert.equal(status, 0, `${stdout}${stderr}`);
}

/** A folder with a program `helm`: the registry of the suite has no certificate, which Helm has to be told. */
function helmOf(home: string, helm: HelmName): string {
  const bin = path.join(home, 'bin');
  fs.mkdirSync(bin, { recursive: true });
  const program = `exec '${clientPaths()[helm]}' "$@"`;
  const text = `#!/bin/sh
case "$*" in
  'registry login '*) ${program} ${LOGIN[helm]} ;;
  *oci://*) ${program} --plain-http ;;
  *) ${program} ;;
esac
`;
  fs.writeFileSync(path.join(bin, 'helm'), text, { mode: 0o755 });
  return bin;
}

const LOGIN: Readonly<Record<HelmName, string>> = { helm3: '--insecure', helm4: '--plain-http' };
