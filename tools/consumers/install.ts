import fs from 'node:fs';
import path from 'node:path';
import { type Ended, runChild } from '../process';
import { npmCi, root } from '../setup/index.cjs';
import type { Plus } from './project';

/** Installs the compilers and pnpm, once for each lock file; returns where they are. */
export async function installTools(folder: string): Promise<string> {
  for (const name of ['package.json', 'package-lock.json']) {
    fs.copyFileSync(path.join(root, 'tools', 'consumers', name), path.join(folder, name));
  }
  fs.copyFileSync(path.join(root, '.npmrc'), path.join(folder, '.npmrc'));
  await npmCi(folder);
  return path.join(folder, 'node_modules');
}

/** Packages of the stock project, at the versions that this repository is tested with. */
function dependenciesOf(archive: string, plus: Plus): Readonly<Record<string, string>> {
  const { devDependencies } = JSON.parse(fs.readFileSync(path.join(root, 'package.json'), 'utf8')) as {
    readonly devDependencies: Readonly<Record<string, string>>;
  };
  const names = ['cdk8s', 'constructs', '@types/node', ...(plus === 'none' ? [] : [plus])];
  const known = names.map((name) => [name, devDependencies[name] ?? 'latest'] as const);
  return Object.fromEntries([...known, ['cdk8s-coder', `file:${archive}`]]);
}

/** The package managers that are tried; a peer that is missing or of another version is a failure. */
export const MANAGERS = ['npm', 'pnpm'] as const;

/** Installs the packed package in a fresh project; returns what is wrong, nothing when all is well. */
export async function installProject(folder: string, { archive, plus, manager, tools }: Installation): Promise<string> {
  fs.mkdirSync(folder, { recursive: true });
  const manifest = { name: 'consumer', version: '1.0.0', private: true, dependencies: dependenciesOf(archive, plus) };
  fs.writeFileSync(path.join(folder, 'package.json'), JSON.stringify(manifest));
  const ended = await run(manager, { folder, tools });
  const said = `${ended.stdout}${ended.stderr}`;
  const isGood = ended.status === 0 && !/\bpeer\b|ERESOLVE/i.test(said);
  return isGood ? '' : `${said}${ended.error?.message ?? ''}`;
}

/** What is installed, and how. */
export interface Installation {
  readonly archive: string;
  readonly plus: Plus;
  readonly manager: (typeof MANAGERS)[number];
  /** node_modules with the compilers and pnpm. */
  readonly tools: string;
}

async function run(manager: Installation['manager'], at: { folder: string; tools: string }): Promise<Ended> {
  const options = { cwd: at.folder };
  if (manager === 'npm') return runChild('npm', ['install', '--ignore-scripts', '--no-audit', '--no-fund'], options);
  const pnpm = path.join(at.tools, 'pnpm', 'bin', 'pnpm.cjs');
  const args = ['install', '--ignore-scripts', '--strict-peer-dependencies', '--ignore-workspace'];
  return runChild(process.execPath, [pnpm, ...args], options);
}
