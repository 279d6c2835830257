import { createHash } from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';
import process from 'node:process';
import { SetUpError } from '../setup/failure.mjs';
import { binaryOfEnvironment, requireVersion } from './binary.mjs';
import { cacheKey, provide } from './cache.mjs';
import { runChild } from './children.mjs';
import { withProgress } from './progress.mjs';

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
export async function debianPrometheus() {
  const paths = {};
  for (const [name, variable] of Object.entries(variables)) {
    const given = await binaryOfEnvironment(variable, pin.upstream);
    paths[name] = given ?? path.join(await packageFolder(), 'usr', 'bin', name);
  }
  return paths;
}

async function packageFolder() {
  const entry = `debian-${pin.package}-${pin.upstream}-${cacheKey(pin)}`;
  return await provide(entry, (draft) =>
    withProgress(`getting Debian's prometheus ${pin.version}`, () => unpack(draft)),
  );
}

async function unpack(draft) {
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

async function download(draft) {
  const wanted = `${pin.package}=${pin.version}`;
  // The "_apt" user of root's apt-get may not write into the cache.
  const asUser = process.getuid() === 0 ? ['-o', 'APT::Sandbox::User=root'] : [];
  const known = await runChild('apt-get', [...asUser, 'download', wanted], { cwd: draft });
  if (known.error) throw failure('apt-get is not on the PATH');
  if (known.status !== 0) await downloadWithFreshLists(draft, asUser, wanted);
  const archive = fs.readdirSync(draft).find((name) => name.endsWith('.deb'));
  return path.join(draft, archive);
}

/** The lists of the system stay as they are; so this needs no rights either. */
async function downloadWithFreshLists(draft, asUser, wanted) {
  const lists = path.join(draft, '.lists');
  fs.mkdirSync(path.join(lists, 'partial'), { recursive: true });
  const own = [...asUser, '-o', `Dir::State::lists=${lists}`, '-o', `Dir::Cache=${path.join(lists, 'cache')}`];
  await run('apt-get', [...own, 'update'], draft);
  await run('apt-get', [...own, 'download', wanted], draft);
  fs.rmSync(lists, { recursive: true });
}

async function run(command, args, cwd) {
  const { status, error, stderr } = await runChild(command, args, { cwd });
  if (error) throw failure(`${command} is not on the PATH`);
  if (status !== 0) throw failure(/^(?:E|dpkg-deb): (.+)/m.exec(stderr)?.[1] ?? `${command} failed`);
}

function requireHash(archive) {
  const found = createHash('sha256').update(fs.readFileSync(archive)).digest('hex');
  if (found !== pin.sha256) throw failure(`the package has SHA-256 ${found}, expected ${pin.sha256}`);
}

function failure(reason) {
  const instead = `set ${Object.values(variables).join(' and ')} to binaries of yours`;
  return new SetUpError(`this suite needs Prometheus ${pin.upstream} of Debian 12: ${reason}; ${instead}`);
}
