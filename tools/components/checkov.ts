import fs from 'node:fs';
import path from 'node:path';
import { runChild } from '../process';
import { SetUpError, root } from '../setup/index.cjs';
import { cacheKey, provide } from './cache';
import { withProgress } from './progress';

/** All that pip installs, by hash. */
const PINS = path.join(root, 'tools', 'components', 'checkov.txt');

/** checkov, ready to run. */
export interface Checkov {
  readonly version: string;
  readonly command: string;
  /** What comes before its own arguments. */
  readonly args: readonly string[];
  readonly env: NodeJS.ProcessEnv;
}

/**
 * Installs checkov and what it needs into the cache, for the Python on the PATH; nothing is installed for that Python itself. Throws
 * a SetUpError of one line where there is no Python with pip, or none that the pins are for.
 */
export async function checkov(): Promise<Checkov> {
  const pins = fs.readFileSync(PINS, 'utf8');
  const version = /^checkov==(\S+)/m.exec(pins)?.[1] ?? '';
  const key = cacheKey([pins, await python(['-c', 'import sys; print(sys.version, sys.platform)'])]);
  const folder = await provide(`checkov-${version}-${key}`, (draft) =>
    withProgress(`installing checkov ${version}`, () => install(draft)),
  );
  const env = { ...process.env, PYTHONPATH: folder };
  return { version, command: 'python3', args: ['-m', 'checkov.main'], env };
}

/** Only what is built already, so that nothing of a package runs while it is installed. */
async function install(draft: string): Promise<void> {
  const exact = ['--require-hashes', '--no-deps', '--only-binary=:all:', '--requirement', PINS];
  await python(['-m', 'pip', 'install', '--quiet', '--disable-pip-version-check', '--target', draft, ...exact]);
}

async function python(args: readonly string[]): Promise<string> {
  const { status, error, stdout, stderr } = await runChild('python3', args);
  if (status === 0) return stdout;
  const said = stderr.split('\n').find((line) => line.startsWith('ERROR: ')) ?? stderr.trim().split('\n').at(-1);
  throw new SetUpError(
    `this suite needs Python 3.11 to 3.13 with pip on the PATH, for checkov: ${error?.message ?? said ?? ''}`,
  );
}
