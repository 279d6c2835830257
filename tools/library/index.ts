/** Compiles src into lib, which is what the package ships. */
import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import {
  SetUpError,
  bringUpToDate,
  filesOf,
  fingerprint,
  packagesFingerprint,
  readIfThere,
  root,
  withSetUpLock,
} from '../setup/index.cjs';

const lib = path.join(root, 'lib');
const stampName = '.build-stamp';
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
  return filesOf('src').every(isCompiled) ? undefined : 'lib is incomplete';
}

function buildFingerprint(): string {
  return [fingerprint('src', 'tsconfig.json', 'tsconfig.build.json'), packagesFingerprint()].join('\n');
}

function isCompiled(source: string): boolean {
  if (!source.endsWith('.ts') || source.endsWith('.d.ts')) return true;
  return fs.existsSync(path.join(lib, source.slice('src/'.length).replace(/\.ts$/, '.js')));
}

/**
 * Compiles into a fresh folder and puts it in the place of lib, so that nothing of a deleted source stays. This process holds
 * the lock: every other draft was left by a process that was killed.
 */
function build(): void {
  const draft = path.join(root, draftPrefix + String(process.pid));
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

function removeDrafts(): void {
  for (const name of fs.readdirSync(root).filter((entry) => entry.startsWith(draftPrefix))) {
    fs.rmSync(path.join(root, name), { recursive: true, force: true });
  }
}

/** Comments are for readers of types: what Node reads does without them, and the package is smaller. */
const passes: readonly (readonly string[])[] = [
  ['--emitDeclarationOnly'],
  ['--declaration', 'false', '--removeComments', '--noCheck'],
];

function compile(outDir: string): void {
  for (const options of passes) compileOnce(outDir, options);
}

function compileOnce(outDir: string, options: readonly string[]): void {
  const tsc = path.join(root, 'node_modules', 'typescript7', 'bin', 'tsc');
  const args = [tsc, '-p', 'tsconfig.build.json', '--outDir', outDir, '--pretty', 'false', ...options];
  const { status, signal, stdout, stderr } = spawnSync(process.execPath, args, { cwd: root, encoding: 'utf8' });
  if (status === 0) return;
  process.stderr.write(stdout + stderr);
  throw new SetUpError(
    `the build failed: ${signal === null ? 'src does not compile, see above' : `stopped by ${signal}`}`,
  );
}
