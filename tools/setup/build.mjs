import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import process from 'node:process';
import { SetUpError } from './failure.mjs';
import { filesOf, fingerprint, readIfThere } from './fingerprint.mjs';
import { packagesFingerprint } from './packages.mjs';
import { root } from './root.mjs';

const lib = path.join(root, 'lib');
const stampName = '.build-stamp';
const draftPrefix = '.lib.tmp-';

/** Returns why lib must be built again, or undefined if it is current. */
export function whyBuildIsStale() {
  const found = readIfThere(path.join(lib, stampName))?.toString();
  if (found === undefined) return 'no finished build yet';
  if (found !== buildFingerprint()) return 'the sources or the compiler changed';
  return filesOf('src').every(isCompiled) ? undefined : 'lib is incomplete';
}

function buildFingerprint() {
  return [fingerprint('src', 'tsconfig.json', 'tsconfig.build.json'), packagesFingerprint()].join('\n');
}

function isCompiled(source) {
  if (!source.endsWith('.ts') || source.endsWith('.d.ts')) return true;
  return fs.existsSync(path.join(lib, source.slice('src/'.length).replace(/\.ts$/, '.js')));
}

/**
 * Compiles src into a fresh folder and puts it in the place of lib, so that nothing of a deleted source stays.
 * The caller holds the lock: every other draft was left by a process that was killed.
 */
export function build() {
  const draft = path.join(root, draftPrefix + process.pid);
  removeDrafts();
  try {
    const wanted = buildFingerprint();
    compile(draft);
    fs.writeFileSync(path.join(draft, stampName), wanted);
    fs.rmSync(lib, { recursive: true, force: true });
    fs.renameSync(draft, lib);
  } finally {
    removeDrafts();
  }
}

function removeDrafts() {
  for (const name of fs.readdirSync(root).filter((entry) => entry.startsWith(draftPrefix))) {
    fs.rmSync(path.join(root, name), { recursive: true, force: true });
  }
}

function compile(outDir) {
  const tsc = path.join(root, 'node_modules', 'typescript7', 'bin', 'tsc');
  const args = [tsc, '-p', 'tsconfig.build.json', '--outDir', outDir, '--pretty', 'false'];
  const { status, signal, stdout, stderr } = spawnSync(process.execPath, args, { cwd: root, encoding: 'utf8' });
  if (status === 0) return;
  process.stderr.write(stdout + stderr);
  throw new SetUpError(`the build failed: ${signal ? `stopped by ${signal}` : 'src does not compile, see above'}`);
}
