import type { Json } from '../../src/engine/expr';
import { type Case, concreteCoder } from '../support/law';
import type { Objects } from '../support/manifests';

/** Coder with values, in the release `coder` unless told otherwise. */
export function coder(values: Case['values'] = {}, release = 'coder'): Objects {
  return concreteCoder({ release, namespace: 'coder', values });
}

/** What is at a path of plain data; `undefined` where there is nothing. */
export function dig(from: Json | undefined, ...path: readonly (string | number)[]): Json | undefined {
  return path.reduce<Json | undefined>((value, key) => {
    return typeof value === 'object' && value !== null ? (value as Readonly<Record<string, Json>>)[key] : undefined;
  }, from);
}

/** A list at a path of plain data; empty where there is nothing. */
export function listAt(from: Json | undefined, ...path: readonly (string | number)[]): readonly Json[] {
  const found = dig(from, ...path);
  return Array.isArray(found) ? (found as readonly Json[]) : [];
}

/** The object of a kind; throws unless there is exactly one. */
export function only(objects: Objects, kind: string): Json {
  const found = Object.entries(objects).filter(([key]) => key.startsWith(`${kind}/`));
  if (found.length !== 1 || found[0] === undefined) throw new Error(`${String(found.length)} objects of kind ${kind}`);
  return found[0][1];
}

/** The template of the pods. */
export function podTemplate(objects: Objects): Json | undefined {
  return dig(only(objects, 'Deployment'), 'spec', 'template');
}

/** The containers of the pods, coderd first, then its migrations. */
export function containers(objects: Objects): readonly Json[] {
  const template = podTemplate(objects);
  return [...listAt(template, 'spec', 'containers'), ...listAt(template, 'spec', 'initContainers')];
}

/** A variable of a container. */
export function variable(container: Json | undefined, name: string): Json | undefined {
  return listAt(container, 'env').find((entry) => dig(entry, 'name') === name);
}

/** True when labels have every entry of a selector. */
export function selects(selector: Json | undefined, labels: Json | undefined): boolean {
  const wanted = Object.entries((selector ?? {}) as Readonly<Record<string, Json>>);
  return wanted.length > 0 && wanted.every(([key, value]) => dig(labels, key) === value);
}
