import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import process from 'node:process';

const shownLines = 15;
const folders = new Set();
const logs = new Map();

/**
 * Makes a folder for this run. It is removed when this process succeeds or is interrupted; when it fails, the folder stays,
 * the place of each log is printed, and its last lines unless the suite itself had stopped the process.
 */
export function temporaryFolder(name) {
  if (folders.size === 0) process.once('exit', atExit);
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), `cdk8s-coder-${name}-`));
  folders.add(folder);
  return folder;
}

/** Names a file in a temporary folder as the log of a process; `calm` once its last lines explain no failure. */
export function registerLog(name, file, { calm = false } = {}) {
  logs.set(file, { name, calm });
}

function atExit(code) {
  // 128 and a signal number: somebody stopped this, and knows it.
  if (code !== 0 && code < 128) logs.forEach(showEnd);
  else folders.forEach((folder) => fs.rmSync(folder, { recursive: true, force: true, maxRetries: 3 }));
}

function showEnd({ name, calm }, file) {
  console.error(`log of ${name}: ${file}`);
  if (calm) return;
  const lines = fs.existsSync(file) ? fs.readFileSync(file, 'utf8').trimEnd().split('\n') : [];
  for (const line of lines.slice(-shownLines)) console.error(`  ${line}`);
}
