import { isDeepStrictEqual } from 'node:util';
import type { Scalar } from 'yaml';
import { parseAllDocuments, visit } from 'yaml';
import { GO_YAML } from '../../src/engine/values-file/go-yaml';
import { type CapturedObject } from '../../src/engine/border';
import { type Environment, type Json, evaluate, roundsIn } from '../../src/engine/expr';

/** Kubernetes objects by `Kind/name`. */
export type Objects = Readonly<Record<string, Json>>;

interface KubernetesObject {
  readonly kind: string;
  readonly metadata: { readonly name: string; readonly namespace?: string };
}

/**
 * Reads rendered YAML as strictly as an API server: YAML 1.1, no duplicate keys; and no number in a notation that only some parsers
 * read as the same number.
 */
export function parseObjects(text: string): Objects {
  // A line of three dashes at the margin is never part of a text.
  return byKey(text.split(/^---(?=\n|$)/m).flatMap(parseOnce));
}

/** Documents that were read before: most renderings of a chart share the long ones, its dashboards. */
const KNOWN = new Map<string, readonly Json[]>();
const LONG = 5000;

function parseOnce(text: string): readonly Json[] {
  const known = KNOWN.get(text);
  if (known !== undefined) return known;
  const parsed = parseDocuments(text);
  if (KNOWN.size >= 200) KNOWN.clear();
  if (text.length > LONG) KNOWN.set(text, parsed);
  return parsed;
}

function parseDocuments(text: string): readonly Json[] {
  const documents = parseAllDocuments(text, { ...GO_YAML, strict: true });
  const list = Array.isArray(documents) ? documents : [];
  return list
    .filter((document) => document.contents !== null)
    .map((document) => {
      const [error] = [...document.errors, ...document.warnings];
      if (error !== undefined) throw new Error(`not valid YAML: ${error.message}`);
      visit(document, {
        Scalar: (_, node) => {
          checkNumber(node);
        },
      });
      return document.toJS({ maxAliasCount: 0 }) as Json;
    });
}

function checkNumber(node: Scalar): void {
  if (typeof node.value === 'number' && Number.isInteger(node.value) && node.source !== String(node.value)) {
    throw new Error(`the number ${String(node.value)} is written as ${String(node.source)}`);
  }
}

/** Puts objects under `Kind/name`, and those of which several namespaces have one under `Kind/name@namespace`. */
export function byKey(objects: readonly Json[]): Objects {
  const keys = objects.map(keyOf);
  const entries = objects.map((object, i) => {
    const key = keys[i] ?? '';
    return [
      keys.filter((other) => other === key).length === 1 ? key : `${key}@${namespaceOf(object)}`,
      object,
    ] as const;
  });
  if (new Set(entries.map(([key]) => key)).size < entries.length)
    throw new Error(`two objects have one name: ${entries.map(([key]) => key).join(', ')}`);
  return Object.fromEntries(entries);
}

function namespaceOf(object: Json): string {
  return String((object as unknown as KubernetesObject).metadata.namespace);
}

function keyOf(object: Json): string {
  const { kind, metadata } = object as unknown as KubernetesObject;
  return `${kind}/${metadata.name}`;
}

/** What captured objects are for known values. */
export function interpret(objects: readonly CapturedObject[], environment: Environment): Objects {
  const made = objects.flatMap(({ loops, condition, tree }) =>
    roundsIn(loops, environment)
      .filter((round) => evaluate(condition, round) === true)
      .map((round) => evaluate(tree, round) as Json),
  );
  return byKey(made);
}

/** The same text for equal data, whatever the order of keys. */
export function canonical(value: Json | undefined): string {
  return JSON.stringify(value, (_, part: Json) => {
    if (typeof part !== 'object' || part === null || Array.isArray(part)) return part;
    return Object.fromEntries(Object.entries(part).sort(([a], [b]) => (a < b ? -1 : 1)));
  });
}

/** Where two sets of objects differ, for the message of a failed test; empty when they are equal. */
export function differences(a: Objects, b: Objects): readonly string[] {
  const keys = [...new Set([...Object.keys(a), ...Object.keys(b)])];
  return keys.flatMap((key) => diff(key, a[key], b[key]));
}

function diff(path: string, a: Json | undefined, b: Json | undefined): readonly string[] {
  if (isDeepStrictEqual(a, b)) return [];
  const isDeep = (value: Json | undefined): value is Readonly<Record<string, Json>> =>
    typeof value === 'object' && value !== null;
  if (!isDeep(a) || !isDeep(b) || Array.isArray(a) !== Array.isArray(b))
    return [`${path}: ${JSON.stringify(a)} != ${JSON.stringify(b)}`];
  return [...new Set([...Object.keys(a), ...Object.keys(b)])].flatMap((key) => diff(`${path}.${key}`, a[key], b[key]));
}
