import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';

const shownLines = 15;
const folders = new Set<string>();
const logs = new Map<string, { readonly name: string; readonly calm: boolean }>();

/**
 * Makes a folder for this run. It is removed when this process succeeds or is interrupted; when it fails, the folder stays,
 * the place of each log is printed, and its last lines unless the suite itself had stopped the process.
 */
export function temporaryFolder(name: string): string {
  if (folders.size === 0) process.once('exit', atExit);
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), `cdk8s-coder-${name}-`));
  folders.add(folder);
  return folder;
}

/** Names a file in a temporary folder as the log of a process; `calm` once its last lines explain no failure. */
export function registerLog(name: string, file: string, { calm = false } = {}): void {
  logs.set(file, { name, calm });
}

function atExit(code: number): void {
  // 128 and a signal number: somebody stopped this, and knows it.
  if (code !== 0 && code < 128) logs.forEach(showEnd);
  else folders.forEach(remove);
}

function remove(folder: string): void {
  fs.rmSync(folder, { recursive: true, force: true, maxRetries: 3 });
}

function showEnd({ name, calm }: { readonly name: string; readonly calm: boolean }, file: string): void {
  console.error(`log of ${name}: ${file}`);
  if (calm) return;
  const lines = fs.existsSync(file) ? fs.readFileSync(file, 'utf8').trimEnd().split('\n') : [];
  for (const line of lines.slice(-shownLines)) console.error(`  ${line}`);
}
