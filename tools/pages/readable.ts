import { spawnSync } from 'node:child_process';
import * as fs from 'node:fs';
import * as os from 'node:os';
import * as path from 'node:path';
import { parseAllDocuments } from 'yaml';
import { type Files, writeDirectory } from '../../src/engine/output';
import { clientPaths } from '../components';

/** Why one of the files cannot be read by what it is for, in one line; `undefined` if all can. */
export function unreadable(files: Files): string | undefined {
  for (const [file, text] of files) {
    const problem = problemOf(file, text);
    if (problem !== undefined) return `${file} could not be read: ${problem}`;
  }
  return undefined;
}

/** Why Helm cannot render a chart with its default values, in one line; `undefined` if it can. */
export function unrenderable(chart: Files): string | undefined {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'chart-'));
  try {
    writeDirectory(folder, chart);
    const { status, stderr } = spawnSync(clientPaths().helm3, ['template', 'coder', folder], { encoding: 'utf8' });
    return status === 0 ? undefined : (stderr.split('\n').find((line) => line.startsWith('Error:')) ?? stderr);
  } finally {
    fs.rmSync(folder, { recursive: true });
  }
}

function problemOf(file: string, text: string): string | undefined {
  // Templates are Helm's to read.
  if (file.startsWith('templates/')) return undefined;
  if (file.endsWith('.json')) return thrownBy(() => JSON.parse(text));
  if (!file.endsWith('.yaml')) return undefined;
  const [error] = parseAllDocuments(text).flatMap(({ errors }) => errors);
  return error?.message.split('\n')[0];
}

function thrownBy(read: () => unknown): string | undefined {
  try {
    read();
    return undefined;
  } catch (error) {
    return (error as Error).message.split('\n')[0];
  }
}
