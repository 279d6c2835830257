import * as fs from 'node:fs';
import { parseAllDocuments } from 'yaml';
import { type ValuesFile, isMap } from '../values';
import { GO_YAML } from './go-yaml';

/** A values file that cannot be used, and why. */
export class ValuesFileError extends Error {
  override readonly name = 'ValuesFileError';
}

/**
 * Reads values files as Helm does: YAML 1.1, maps merged, the last file wins.
 *
 * @throws ValuesFileError that names the file and what is wrong with it.
 */
export function readValuesFiles(files: readonly string[]): ValuesFile {
  return files.map(readValuesFile).reduce(mergeValues, {});
}

function readValuesFile(file: string): ValuesFile {
  const value = parseValues(readText(file), file);
  if (value === null || value === undefined) return {};
  if (!isMap(value))
    throw new ValuesFileError(
      `${file}: expected a map of values, got a ${Array.isArray(value) ? 'list' : typeof value}`,
    );
  return value;
}

function readText(file: string): string {
  try {
    return fs.readFileSync(file, 'utf8');
  } catch (error) {
    const reason = (error as NodeJS.ErrnoException).code === 'ENOENT' ? 'it does not exist' : (error as Error).message;
    throw new ValuesFileError(`${file}: expected a values file, but ${reason}`);
  }
}

function parseValues(text: string, file: string): unknown {
  const documents = parseAllDocuments(text, GO_YAML);
  const list = Array.isArray(documents) ? documents : [];
  if (list.length > 1)
    throw new ValuesFileError(`${file}: expected one YAML document, got ${String(list.length)}; use one file each`);
  const [error] = list[0]?.errors ?? [];
  if (error !== undefined)
    throw new ValuesFileError(`${file}: expected YAML, got ${error.message.split('\n')[0] ?? ''}`);
  return list[0]?.toJS({ maxAliasCount: 1000 });
}

/** The later file wins; maps are merged. */
function mergeValues(base: ValuesFile, over: ValuesFile): ValuesFile {
  const merged = Object.entries(over).map(([key, value]) => {
    const below = base[key];
    return [key, isMap(below) && isMap(value) ? mergeValues(below, value) : value] as const;
  });
  return { ...base, ...Object.fromEntries(merged) };
}
