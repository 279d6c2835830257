import fs from 'node:fs';
import path from 'node:path';
import { runChild } from '../process';
import { SetUpError, root } from '../setup/index.cjs';

/** Compiles a project; returns what the compiler says, nothing when all is well. */
export async function compile(typescript: string, folder: string, args: readonly string[] = []): Promise<string> {
  const tsc = path.join(typescript, 'bin', 'tsc');
  const { status, stdout, stderr } = await runChild(process.execPath, [tsc, '-p', '.', '--pretty', 'false', ...args], {
    cwd: folder,
  });
  return status === 0 ? '' : `${stdout}${stderr}exit code ${String(status)}`;
}

/** What runs the compiled programs of a project, each in a folder of its own. */
const RUNNER = `
const fs = await import('node:fs');
const path = await import('node:path');
const url = await import('node:url');
const [folder, out] = process.argv.slice(2);
for (const name of fs.readdirSync(folder).filter((file) => /^program-\\d+\\.js$/.test(file)).sort()) {
  const place = path.join(out, name);
  fs.mkdirSync(place, { recursive: true });
  process.chdir(place);
  await import(url.pathToFileURL(path.join(folder, name)).href);
}
`;

/** Runs the compiled programs of a project; returns the files that they write, by path, with their text. */
export async function runPrograms(folder: string): Promise<ReadonlyMap<string, string>> {
  const [out, runner] = [path.join(folder, 'out'), path.join(folder, 'runner.mjs')];
  fs.writeFileSync(runner, RUNNER);
  const { status, stderr } = await runChild(process.execPath, [runner, folder, out], { cwd: folder });
  if (status !== 0) throw new Error(`programs in ${folder} failed: ${stderr}`);
  const files = fs.readdirSync(out, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  const texts = files.map(({ parentPath, name }) => path.join(parentPath, name)).sort();
  return new Map(texts.map((file) => [path.relative(out, file), fs.readFileSync(file, 'utf8')]));
}

/** Packs the package, whose lib is current, into a folder; returns the archive. */
export async function pack(folder: string): Promise<string> {
  const args = ['pack', '--ignore-scripts', '--silent', '--pack-destination', folder];
  const { status, error, stdout, stderr } = await runChild('npm', args, { cwd: root });
  if (status !== 0) throw new SetUpError(`npm pack failed: ${error?.message ?? stderr.split('\n', 1)[0] ?? ''}`);
  return path.join(folder, stdout.trim());
}
