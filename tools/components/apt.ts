// Packages of Debian, unpacked and never installed, so that this needs no rights.
import { createHash } from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';
import { runChild } from '../process';

/** A package of one version. */
export interface DebianPin {
  readonly package: string;
  readonly version: string;
  /** Of the archive, in hex. */
  readonly sha256: string;
}

/** What is unpacked, and what is said where that fails: a reason in a few words. */
interface Wanted {
  readonly pins: readonly DebianPin[];
  /** Packages in the version that the distribution has, such as libraries: apt checks their signatures. */
  readonly others?: readonly string[];
  readonly failure: (reason: string) => Error;
}

/** Gets packages and unpacks them into a folder. */
export async function unpackDebian(draft: string, { pins, others = [], failure }: Wanted): Promise<void> {
  if (process.platform !== 'linux' || process.arch !== 'x64') {
    throw failure(`the packages are for linux x64, this is ${process.platform} ${process.arch}`);
  }
  const run = runner(draft, failure);
  const archives = path.join(draft, '.archives');
  fs.mkdirSync(archives);
  await download(archives, [...pins.map(({ package: name, version }) => `${name}=${version}`), ...others], run);
  const files = fs.readdirSync(archives);
  for (const pin of pins) requireHash(archives, files, pin, failure);
  for (const file of files) await run('dpkg-deb', ['-x', path.join(archives, file), draft]);
  fs.rmSync(archives, { recursive: true });
}

type Run = (command: string, args: readonly string[], cwd?: string) => Promise<void>;

function runner(folder: string, failure: Wanted['failure']): Run {
  return async (command, args, cwd = folder) => {
    const { status, error, stderr } = await runChild(command, args, { cwd });
    if (error !== undefined) throw failure(`${command} is not on the PATH`);
    if (status !== 0) throw failure(/^(?:E|dpkg-deb): (.+)/m.exec(stderr)?.[1] ?? `${command} failed`);
  };
}

async function download(archives: string, wanted: readonly string[], run: Run): Promise<void> {
  // The "_apt" user of root's apt-get may not write into the cache.
  const asUser = process.getuid?.() === 0 ? ['-o', 'APT::Sandbox::User=root'] : [];
  const known = await runChild('apt-get', [...asUser, 'download', ...wanted], { cwd: archives });
  if (known.status === 0) return;
  // The lists of the system stay as they are; so this needs no rights either.
  const lists = path.join(archives, '..', '.lists');
  fs.mkdirSync(path.join(lists, 'partial'), { recursive: true });
  const own = [...asUser, '-o', `Dir::State::lists=${lists}`, '-o', `Dir::Cache=${path.join(lists, 'cache')}`];
  await run('apt-get', [...own, 'update']);
  await run('apt-get', [...own, 'download', ...wanted], archives);
  fs.rmSync(lists, { recursive: true });
}

function requireHash(
  archives: string,
  files: readonly string[],
  { package: name, sha256 }: DebianPin,
  failure: Wanted['failure'],
): void {
  const file = files.find((one) => one.startsWith(`${name}_`));
  if (file === undefined) throw failure(`apt-get downloaded no ${name}`);
  const found = createHash('sha256')
    .update(fs.readFileSync(path.join(archives, file)))
    .digest('hex');
  if (found !== sha256) throw failure(`the package ${name} has SHA-256 ${found}, expected ${sha256}`);
}
