import * as fs from 'node:fs';
import * as path from 'node:path';
import { at, isMap } from '../engine/values';
import { parseDocuments } from '../engine/values-file';

/** Objects that cannot be checked, or do not pass. */
export class CheckError extends Error {
  override readonly name = 'CheckError';
}

/** An object of Kubernetes as a cluster gets it. */
export interface FinishedObject {
  /** Such as `PodMonitor`. */
  readonly kind: string;
  /** Empty where it has none. */
  readonly namespace: string;
  /** What it is called. */
  readonly name: string;
  /** All of it. */
  readonly content: Readonly<Record<string, unknown>>;
}

/** The standard input, as kubectl calls it. */
const STDIN = '-';

/**
 * The objects in a file, in the files of a directory, or in the standard input.
 *
 * @throws CheckError in one line when there are none that can be read.
 */
export function readObjects(place: string): readonly FinishedObject[] {
  const files = filesAt(place);
  const documents = files.flatMap((file) => documentsIn(file).map((content) => ({ file, content })));
  return documents.flatMap(({ file, content }) => objectsIn(file, content, files));
}

/** Not those below, as kubectl has it. */
function filesAt(place: string): readonly string[] {
  if (place === STDIN) return [place];
  const found = fs.statSync(place, { throwIfNoEntry: false });
  if (found === undefined) throw refusal(place, 'a file or a directory', 'nothing', 'check the path');
  if (!found.isDirectory()) return [place];
  const names = fs.readdirSync(place).filter((name) => /\.(ya?ml|json)$/.test(name));
  if (names.length === 0) throw refusal(place, 'YAML files', 'none', BUILD);
  return names.sort().map((name) => path.join(place, name));
}

const BUILD = 'name those of finished objects, or pipe what kubectl kustomize prints into: cdk8s-coder check -';

function refusal(place: string, expected: string, got: string, advice: string): CheckError {
  return new CheckError(`${place}: expected ${expected}, got ${got}; ${advice}`);
}

function documentsIn(file: string): readonly unknown[] {
  const bytes = fs.readFileSync(file === STDIN ? 0 : file);
  try {
    return parseDocuments(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
  } catch (error) {
    const [line = ''] = (error as Error).message.split('\n');
    throw refusal(file, 'YAML', `an error: ${line.replace(/[.:]$/, '')}`, 'correct it');
  }
}

function objectsIn(file: string, content: unknown, files: readonly string[]): readonly FinishedObject[] {
  if (content === null || content === undefined) return [];
  const items = at(content, ['items']);
  if (Array.isArray(items)) return items.flatMap((item) => objectsIn(file, item, files));
  if (isKustomization(file, content)) {
    if (onlyLists(content, file, files)) return [];
    throw refusal(
      file,
      'finished objects',
      'a kustomization',
      `run: kubectl kustomize ${path.dirname(file)} | cdk8s-coder check -`,
    );
  }
  const [kind, name] = [at(content, ['kind']), at(content, ['metadata', 'name'])];
  if (!isMap(content) || typeof kind !== 'string' || typeof name !== 'string')
    throw refusal(file, 'objects with a kind and a name', 'something else', BUILD);
  return [{ kind, name, namespace: textAt(content, ['metadata', 'namespace']), content }];
}

const KUSTOMIZE = 'kustomize.config.k8s.io/';

function isKustomization(file: string, content: unknown): boolean {
  return /^kustomization\.ya?ml$/.test(path.basename(file)) || textAt(content, ['apiVersion']).startsWith(KUSTOMIZE);
}

/** One that synth wrote: it changes nothing, and names only files that are read anyway. */
function onlyLists(content: unknown, file: string, files: readonly string[]): boolean {
  if (!isMap(content)) return false;
  const { resources, apiVersion: _, kind: __, ...others } = content as Readonly<Record<string, unknown>>;
  const isRead = (name: unknown): boolean => files.includes(path.join(path.dirname(file), String(name)));
  return Object.keys(others).length === 0 && Array.isArray(resources) && resources.every(isRead);
}

/** The text at a path of an object; empty where there is none. */
export function textAt(content: unknown, where: readonly string[]): string {
  const found = at(content, where);
  return typeof found === 'string' ? found : '';
}

/** The list at a path of something; empty where there is none. */
export function listAt(content: unknown, where: readonly string[]): readonly unknown[] {
  const found = at(content, where);
  return Array.isArray(found) ? found : [];
}
