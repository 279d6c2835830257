import { createHash, randomUUID } from 'node:crypto';
import * as fs from 'node:fs';
import * as path from 'node:path';
import { gunzipSync, gzipSync } from 'node:zlib';
import type { HelmRun } from './helm';

const FOLDER = path.resolve(__dirname, '../../node_modules/.cache/clients');
const WEEK = 7 * 24 * 60 * 60 * 1000;

/**
 * What a client of Kubernetes gave for the same program, arguments and contents of files before: of these alone it is a function, since
 * no test gives it a cluster, or lets it write.
 */
export async function remembered(
  program: string,
  args: readonly string[],
  run: () => Promise<HelmRun>,
): Promise<HelmRun> {
  const file = path.join(FOLDER, keyOf(program, args));
  const known = recall(file);
  if (known !== undefined) return known;
  const result = await run();
  // The next run has other paths.
  const isAlike = !args.some((arg) => path.isAbsolute(arg) && (result.stdout + result.stderr).includes(arg));
  if (isAlike) keep(file, result);
  return result;
}

function keyOf(program: string, args: readonly string[]): string {
  const { size, mtimeMs } = fs.statSync(program);
  const hash = createHash('sha256').update(JSON.stringify([program, size, mtimeMs]));
  for (const arg of args) for (const part of contentOf(arg)) hash.update(`${String(part.length)} `).update(part);
  return hash.digest('hex');
}

/** An argument, or what is in the file or folder that it names; of `--set-file` the part after `=` does. */
function contentOf(arg: string): readonly (string | Buffer)[] {
  const [, key = '', named = ''] = /^([^=]*=)?(.*)$/s.exec(arg) ?? [];
  if (!fs.existsSync(named)) return [arg];
  return [
    key,
    path.isAbsolute(named) ? '' : named,
    ...(fs.statSync(named).isDirectory() ? filesBelow(named) : [fs.readFileSync(named)]),
  ];
}

function filesBelow(folder: string): readonly (string | Buffer)[] {
  const entries = fs.readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  const files = entries.map((entry) => path.join(entry.parentPath, entry.name)).sort();
  return files.flatMap((file) => [path.relative(folder, file), fs.readFileSync(file)]);
}

function recall(file: string): HelmRun | undefined {
  if (!fs.existsSync(file)) return undefined;
  fs.utimesSync(file, new Date(), new Date());
  return JSON.parse(gunzipSync(fs.readFileSync(file)).toString()) as HelmRun;
}

/** Written whole or not at all: another worker may read it. */
function keep(file: string, result: HelmRun): void {
  forgetOld();
  const draft = path.join(FOLDER, randomUUID());
  fs.writeFileSync(draft, gzipSync(JSON.stringify(result), { level: 1 }));
  fs.renameSync(draft, file);
}

let isTidy = false;

/** Forgets what was not asked for in a week, once a worker. */
function forgetOld(): void {
  if (isTidy) return;
  isTidy = true;
  fs.mkdirSync(FOLDER, { recursive: true });
  for (const name of fs.readdirSync(FOLDER)) {
    const file = path.join(FOLDER, name);
    const { mtimeMs = Date.now() } = fs.statSync(file, { throwIfNoEntry: false }) ?? {};
    if (Date.now() - mtimeMs > WEEK) fs.rmSync(file, { force: true });
  }
}
