/** The values files of examples/, and what of them is installed together. */
import fs from 'node:fs';
import path from 'node:path';
import { root } from '../setup/index.cjs';

export { isNewer } from './newer';

/** What is installed with values files of examples/. */
export interface Example {
  /** The last of its files, below examples/: `production.yaml`. */
  readonly name: string;
  /** Its files, of which a later one wins. */
  readonly files: readonly string[];
}

/** Where the examples are. */
export const examplesFolder = path.join(root, 'examples');

/** In a folder, what all its other files are laid over; not installed alone. */
const BASE = 'base.yaml';

/** All values files, by their paths below examples/, in order. */
export const valuesFiles: readonly string[] = [...yamlIn('.'), ...folders().flatMap(yamlIn)];

/** A file of examples/ itself, or in one of its folders a file with the base of that folder. */
export const examples: readonly Example[] = valuesFiles.filter((name) => path.basename(name) !== BASE).map(exampleOf);

/** The arguments of Helm and of synth that name the files of an example. */
export function valuesOf({ files }: Example): readonly string[] {
  return files.flatMap((file) => ['--values', file]);
}

function exampleOf(name: string): Example {
  const base = path.join(path.dirname(name), BASE);
  const names = valuesFiles.includes(base) ? [base, name] : [name];
  return { name, files: names.map((one) => path.join(examplesFolder, one)) };
}

function folders(): readonly string[] {
  const entries = fs.readdirSync(examplesFolder, { withFileTypes: true });
  return entries
    .filter((entry) => entry.isDirectory())
    .map(({ name }) => name)
    .sort();
}

function yamlIn(folder: string): readonly string[] {
  const names = fs.readdirSync(path.join(examplesFolder, folder)).filter((name) => name.endsWith('.yaml'));
  return names.sort().map((name) => path.join(folder, name));
}
