/** Compiles src into lib, which is what the package ships. */
import fs from 'node:fs';
import path from 'node:path';
import { bringUpToDate, fingerprint, packagesFingerprint, readIfThere, root, withSetUpLock } from '../setup/index.cjs';
import { bundle } from './bundle';
import { writeDeclarations } from './declarations';
import { writeModel } from './model';

const lib = path.join(root, 'lib');
const stampName = '.build-stamp';
/** What each step of the build writes. */
const WRITTEN = ['index.d.ts', 'index.js', 'cli/main.js', 'model.json'];
const draftPrefix = '.lib.tmp-';

/** Compiles src into lib, whether or not lib is stale. */
export async function buildLibrary(): Promise<void> {
  await withSetUpLock(build);
}

/** Compiles src into lib if lib is stale, and says in one line why. */
export async function updateLibrary(): Promise<void> {
  await bringUpToDate({ why: whyStale, run: build, label: 'build of lib' });
}

/** Returns why lib must be built again, or undefined if it is current. */
function whyStale(): string | undefined {
  const found = readIfThere(path.join(lib, stampName))?.toString();
  if (found === undefined) return 'no finished build yet';
  if (found !== buildFingerprint()) return 'the sources or the compiler changed';
  return WRITTEN.every(isThere) ? undefined : 'lib is incomplete';
}

function buildFingerprint(): string {
  return [
    fingerprint('src', 'tools/library', 'architecture.json', 'tsconfig.json', 'tsconfig.build.json'),
    packagesFingerprint(),
  ].join('\n');
}

function isThere(file: string): boolean {
  return fs.existsSync(path.join(lib, file));
}

/**
 * Compiles into a fresh folder and puts it in the place of lib, so that nothing of a deleted source stays. This process holds
 * the lock: every other draft was left by a process that was killed.
 */
async function build(): Promise<void> {
  const draft = path.join(root, draftPrefix + String(process.pid));
  removeDrafts();
  try {
    const wanted = buildFingerprint();
    writeDeclarations(draft);
    await bundle(draft);
    writeModel(draft);
    fs.writeFileSync(path.join(draft, stampName), wanted);
    fs.rmSync(lib, { recursive: true, force: true });
    fs.renameSync(draft, lib);
  } finally {
    removeDrafts();
  }
}

function removeDrafts(): void {
  for (const name of fs.readdirSync(root).filter((entry) => entry.startsWith(draftPrefix))) {
    fs.rmSync(path.join(root, name), { recursive: true, force: true });
  }
}
