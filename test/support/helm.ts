import { execFile } from 'node:child_process';
import * as fs from 'node:fs';
import * as path from 'node:path';
import process from 'node:process';
import { type Json } from '../../src/engine/expr';
import type { Files } from '../../src/engine/output';
import { clientPaths } from '../../tools/components';
import { temporaryDirectory } from './folder';
import { remembered } from './remembered';
import { IS_WHOLE } from './share';

export type HelmMajor = 'helm3' | 'helm4';

/** What one run of Helm gave. */
export interface HelmRun {
  readonly code: number;
  readonly stdout: string;
  readonly stderr: string;
}

export interface TemplateOptions {
  readonly release?: string;
  readonly namespace?: string;
  readonly values?: Json;
  readonly args?: readonly string[];
}

const TOOLS = clientPaths();

/** Asks the real Helm; in `npm test`, what it has not answered before. */
export function helm(major: HelmMajor, args: readonly string[]): Promise<HelmRun> {
  return ask(TOOLS[major], args);
}

/** Asks the real kubectl; in `npm test`, what it has not answered before. */
export function kubectl(args: readonly string[]): Promise<HelmRun> {
  return ask(TOOLS.kubectl, args);
}

function ask(binary: string, args: readonly string[]): Promise<HelmRun> {
  return IS_WHOLE ? run(binary, args) : remembered(binary, args, () => run(binary, args));
}

/** None of these runs is long enough to collect garbage, which is a fifth of what they cost. */
const ENV = { ...process.env, GOGC: 'off' };

function run(binary: string, args: readonly string[]): Promise<HelmRun> {
  return new Promise((resolve) => {
    execFile(binary, [...args], { maxBuffer: 1 << 26, env: ENV }, (error, stdout, stderr) => {
      const code = error === null ? 0 : typeof error.code === 'number' ? error.code : 1;
      resolve({ code, stdout, stderr: error !== null && typeof error.code !== 'number' ? error.message : stderr });
    });
  });
}

/** Runs `helm template`; values go through a file, as people give them. */
export async function helmTemplate(major: HelmMajor, chart: string, options: TemplateOptions = {}): Promise<HelmRun> {
  const { release = 'coder', namespace = 'coder', values, args = [] } = options;
  if (values === undefined) return helm(major, ['template', release, chart, '--namespace', namespace, ...args]);
  const directory = temporaryDirectory();
  const file = path.join(directory, 'values.yaml');
  // Helm 4.2 takes a file of a multiple of 4096 bytes without a last line end for empty.
  fs.writeFileSync(file, `${JSON.stringify(values)}\n`);
  const result = await helm(major, ['template', release, chart, '--namespace', namespace, '--values', file, ...args]);
  fs.rmSync(directory, { recursive: true });
  return result;
}

/** Writes a chart to a directory of its own. */
export function writeChart(files: Files): string {
  const directory = temporaryDirectory();
  for (const [file, text] of files) {
    fs.mkdirSync(path.dirname(path.join(directory, file)), { recursive: true });
    fs.writeFileSync(path.join(directory, file), text);
  }
  return directory;
}

/** What is found in the first of some items in which anything is. */
export async function firstFound<T>(
  items: readonly T[],
  find: (item: T) => Promise<readonly string[]>,
): Promise<readonly string[]> {
  for (const item of items) {
    const found = await find(item);
    if (found.length > 0) return found;
  }
  return [];
}

/** Runs tasks a few at a time; the machine of the tests has two cores. */
export async function inParallel<T>(
  items: readonly T[],
  task: (item: T, index: number) => Promise<void>,
): Promise<void> {
  const queue = [...items.entries()];
  const worker = async (): Promise<void> => {
    for (let next = queue.shift(); next !== undefined; next = queue.shift()) await task(next[1], next[0]);
  };
  await Promise.all([worker(), worker(), worker()]);
}
