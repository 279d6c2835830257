import * as fs from 'node:fs';
import { type ValuesFile, isMap } from '../values';
import { parseStrictYaml } from './parse';
import { YamlError } from './yaml-error';

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
    throw refusal(
      file,
      'a map of values',
      Array.isArray(value) ? 'a list' : `a ${typeof value}`,
      'start it with a key',
    );
  return value;
}

function refusal(file: string, expected: string, got: string, advice: string): ValuesFileError {
  return new ValuesFileError(`${file}: expected ${expected}, got ${got}; ${advice}`);
}

function readText(file: string): string {
  const bytes = readBytes(file);
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    throw refusal(file, 'UTF-8 text', 'other bytes', 'save it as UTF-8');
  }
}

function readBytes(file: string): Uint8Array {
  try {
    return fs.readFileSync(file);
  } catch (error) {
    const { code, message } = error as NodeJS.ErrnoException;
    throw refusal(file, 'a values file', REASONS[code ?? ''] ?? message, 'check the path');
  }
}

const REASONS: Readonly<Record<string, string>> = {
  EACCES: 'a file that may not be read',
  EISDIR: 'a directory',
  ENOENT: 'nothing',
  ENOTDIR: 'nothing',
};

function parseValues(text: string, file: string): unknown {
  try {
    return parseStrictYaml(text);
  } catch (error) {
    if (error instanceof YamlError) throw new ValuesFileError(`${file}: ${error.message}`);
    throw error;
  }
}

/** The later file wins; maps are merged. */
function mergeValues(base: ValuesFile, over: ValuesFile): ValuesFile {
  const merged = Object.entries(over).map(([key, value]) => {
    const below = base[key];
    return [key, isMap(below) && isMap(value) ? mergeValues(below, value) : value] as const;
  });
  return { ...base, ...Object.fromEntries(merged) };
}
