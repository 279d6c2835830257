import * as fs from 'node:fs';
import * as path from 'node:path';
import { coderChartFiles } from '../../src/cli';
import { type Json } from '../../src/engine/expr';
import type { Files } from '../../src/engine/output';
import { temporaryDirectory } from './folder';
import { type HelmMajor, type HelmRun, type TemplateOptions, helmTemplate, writeChart } from './helm';
import { type Path } from './bad-spots';
import { type Objects, parseObjects } from './manifests';

/** Same flag in both. */
export const NO_SCHEMA = '--skip-schema-validation';

const FILES: Files = coderChartFiles();

/** The chart of Coder in a directory of its own, with some files replaced. */
export function chartWith(replaced: Readonly<Record<string, string>> = {}): string {
  return writeChart(new Map([...FILES, ...Object.entries(replaced)]));
}

/** A file of the chart. */
export function chartFile(name: string): string {
  const text = FILES.get(name);
  if (text === undefined) throw new Error(`no ${name} in the chart`);
  return text;
}

/** Runs `helm template` with values in a file that any YAML parser reads as exactly these values. */
export async function template(
  major: HelmMajor,
  chart: string,
  { values, args = [], ...where }: TemplateOptions = {},
): Promise<HelmRun> {
  if (values === undefined) return helmTemplate(major, chart, { ...where, args });
  const directory = temporaryDirectory();
  const file = path.join(directory, 'values.yaml');
  // Helm 4.2 takes a file without a last line end for empty, when its size is a multiple of 4096 bytes.
  fs.writeFileSync(file, `${exactYaml(values)}\n`);
  const run = await helmTemplate(major, chart, { ...where, args: [...args, '--values', file] });
  fs.rmSync(directory, { recursive: true });
  return run;
}

/** JSON, but without characters that YAML takes for line ends or does not take at all. */
function exactYaml(values: Json): string {
  return JSON.stringify(values).replace(
    /[\u007f-\u009f\u2028\u2029\ufeff\ufffe\uffff]/g,
    (char) => `\\u${char.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
}

/** What Helm prints for values that have to be accepted. */
export async function output(major: HelmMajor, chart: string, options: TemplateOptions = {}): Promise<string> {
  const { code, stdout, stderr } = await template(major, chart, options);
  if (code !== 0) throw new Error(`${major} refused: ${stderr}`);
  return stdout;
}

/** The objects that Helm makes of values that have to be accepted. */
export async function objectsOf(major: HelmMajor, chart: string, options: TemplateOptions = {}): Promise<Objects> {
  return parseObjects(await output(major, chart, options));
}

/** What the schema says against values: lines of Helm by the path they name, keys joined by dots. */
export type Refusals = ReadonlyMap<string, readonly string[]>;

/** Reads Helm's report on values that the schema refuses. */
export function refusals(major: HelmMajor, { code, stderr }: HelmRun): Refusals {
  if (code === 0) return new Map();
  if (!stderr.includes("values don't meet the specifications of the schema"))
    throw new Error(`${major} failed, but not for the schema: ${stderr}`);
  const said = stderr.split('\n').flatMap((line) => parse(major, line));
  const byPath = new Map<string, string[]>();
  for (const [where, text] of said) byPath.set(where, [...(byPath.get(where) ?? []), text]);
  return byPath;
}

function parse(major: HelmMajor, line: string): readonly (readonly [string, string])[] {
  const [, where = '', text = ''] =
    (major === 'helm3' ? /^- (.+?): (.*)$/s : /^ *- at '(.*?)': (.*)$/s).exec(line) ?? [];
  if (text === '' || text === 'validation failed') return [];
  return [[major === 'helm3' ? where.replace('(root)', '') : dotted(pointed(where)), text]];
}

function pointed(pointer: string): Path {
  const keys = pointer.split('/').slice(1);
  return keys.map((key) => key.replaceAll('~1', '/').replaceAll('~0', '~'));
}

/** A path as `refusals` writes it. */
export function dotted(of: Path): string {
  return of.join('.');
}
