import { spawnSync } from 'node:child_process';
import * as fs from 'node:fs';
import * as path from 'node:path';
import { run } from '../../src/cli';
import { FILE_LIST } from '../../src/engine/output';
import { temporaryDirectory } from '../support/folder';
import { type Objects, parseObjects } from '../support/manifests';

export const ROOT = path.join(__dirname, '../..');
export const CHART = path.join(ROOT, 'charts/coder');

/** What one run of the command line gave. */
export interface Run {
  readonly status: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** How the command line is run. */
export interface Setting {
  readonly cwd?: string;
  readonly entry?: string;
  readonly env?: NodeJS.ProcessEnv;
  readonly input?: string;
}

/** Runs the compiled command line as people do, in a directory of its own unless another is given. */
export function program(args: readonly string[], setting: Setting = {}): Run {
  const { cwd = temporaryDirectory(), entry = 'lib/cli/main.js', env = {}, input = '' } = setting;
  const { status, stdout, stderr } = spawnSync(process.execPath, [path.join(ROOT, entry), ...args], {
    encoding: 'utf8',
    cwd,
    input,
    env: { ...process.env, ...env },
  });
  return { status, stdout, stderr };
}

/** The same in this process, which takes a tenth of the time. */
export function cli(args: readonly string[], { cwd = temporaryDirectory() }: Pick<Setting, 'cwd'> = {}): Run {
  const stdout = jest.spyOn(console, 'log').mockImplementation();
  const stderr = jest.spyOn(console, 'error').mockImplementation();
  const before = process.cwd();
  process.chdir(cwd);
  try {
    return { status: run(args), stdout: linesOn(stdout), stderr: linesOn(stderr) };
  } finally {
    process.chdir(before);
    jest.restoreAllMocks();
  }
}

function linesOn({ mock }: jest.SpyInstance<unknown, unknown[]>): string {
  return mock.calls.map(([line]) => `${String(line)}\n`).join('');
}

/** Writes a values file with exactly this text. */
export function valuesFile(text: string | Uint8Array): string {
  const file = path.join(temporaryDirectory(), 'values.yaml');
  fs.writeFileSync(file, text);
  return file;
}

/** What `check` says of objects in YAML. */
export function checked(text: string): Run {
  const file = path.join(temporaryDirectory(), 'objects.yaml');
  fs.writeFileSync(file, text);
  return cli(['check', file]);
}

/** What `synth` makes of values files with these texts. */
export function synth(
  values: readonly (string | Uint8Array)[],
  more: readonly string[] = [],
): { readonly run: Run; readonly out: string } {
  const out = path.join(temporaryDirectory(), 'out');
  const files = values.flatMap((text) => ['-f', valuesFile(text)]);
  return { run: cli(['synth', ...files, ...more, '--out', out]), out };
}

/** The files of objects in a directory that `synth` wrote. */
export function manifestsIn(out: string): readonly string[] {
  return fs.readdirSync(out).filter((file) => file !== 'kustomization.yaml' && file !== FILE_LIST);
}

/** The objects in a directory that `synth` wrote. */
export function objectsIn(out: string): Objects {
  const files = manifestsIn(out);
  return parseObjects(files.map((file) => linesOf(out, file).join('\n')).join('---\n'));
}

/** The lines of a file. */
export function linesOf(directory: string, file: string): readonly string[] {
  return fs.readFileSync(path.join(directory, file), 'utf8').split('\n');
}

/** The names and texts of all files in a directory, but for the list of them. */
export function textsIn(directory: string): Readonly<Record<string, string>> {
  const entries = fs.readdirSync(directory, { recursive: true, withFileTypes: true });
  const files = entries
    .filter((entry) => entry.isFile() && entry.name !== FILE_LIST)
    .map((entry) => path.join(entry.parentPath, entry.name));
  return Object.fromEntries(files.map((file) => [path.relative(directory, file), fs.readFileSync(file, 'utf8')]));
}
