import fs from 'node:fs';
import path from 'node:path';
import process from 'node:process';
import { parse } from 'yaml';
import { examples, valuesOf } from '../examples';
import { runChild } from '../process';
import { anything, fields, mapOf, text } from '../read';
import { root } from '../setup/index.cjs';

/** What is scored: the manifests of one installation. */
export interface Subject {
  /** `dist`, or the name of an example without its ending: `gitops/staging`. */
  readonly name: string;
  readonly objects: readonly ScoredObject[];
  /** The arguments of Helm that say its values. */
  readonly values: readonly string[];
}

/** An object, and the file that it has for itself. */
export interface ScoredObject {
  readonly file: string;
  readonly yaml: string;
  readonly apiVersion: string;
  readonly kind: string;
  /** All of it. */
  readonly object: Readonly<Record<string, unknown>>;
}

const head = fields({ apiVersion: text, kind: text });

/** dist, and what synth writes of each example, below a folder. lib must be current. */
export async function subjectsIn(folder: string): Promise<readonly Subject[]> {
  const dist = subjectOf('dist', path.join(root, 'dist'), []);
  const others = examples.map(async (example) => {
    const { name, dir } = path.parse(example.name);
    const own = path.join(dir, name);
    const out = path.join(folder, own);
    await synth([...valuesOf(example), '--out', out]);
    return subjectOf(own, out, valuesOf(example));
  });
  return [dist, ...(await Promise.all(others))];
}

/** The manifests that every tool must find fault with. */
export function controlIn(folder: string): Subject {
  const out = path.join(folder, CONTROL);
  fs.mkdirSync(out);
  fs.copyFileSync(path.join(root, 'tools', 'scores', 'control.yaml'), path.join(out, 'control.yaml'));
  return subjectOf(CONTROL, out, []);
}

const CONTROL = 'control';

async function synth(args: readonly string[]): Promise<void> {
  const { status, stderr } = await runChild(process.execPath, ['lib/cli/main.js', 'synth', ...args], { cwd: root });
  if (status !== 0) throw new Error(`synth ${args.join(' ')}: ${stderr}`);
}

function subjectOf(name: string, folder: string, values: readonly string[]): Subject {
  const files = fs.readdirSync(folder).filter((file) => file.endsWith('.yaml') && file !== 'kustomization.yaml');
  return { name, objects: files.sort().map((file) => objectIn(path.join(folder, file))), values };
}

function objectIn(file: string): ScoredObject {
  const yaml = fs.readFileSync(file, 'utf8');
  const object = mapOf(anything)(parse(yaml), file);
  return { ...head(object, file), file, yaml, object };
}
