import path from 'node:path';
import { SetUpError } from '../setup/index.cjs';
import { unpackDebian } from './apt';
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
  await unpackDebian(draft, { pins: [pin], failure });
  for (const name of Object.keys(variables)) {
    await requireVersion(path.join(draft, 'usr', 'bin', name), ['--version'], pin.upstream);
  }
}

function failure(reason: string): Error {
  const instead = `set ${Object.values(variables).join(' and ')} to binaries of yours`;
  return new SetUpError(`this suite needs Prometheus ${pin.upstream} of Debian 12: ${reason}; ${instead}`);
}
