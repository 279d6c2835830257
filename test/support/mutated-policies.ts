import { type Json, isTreeMap } from '../../src/engine/expr';
import type { Policy } from './network-policies';

/** Policies with one mistake in them. */
interface Mutant {
  /** Where, and which. */
  readonly what: string;
  readonly policies: readonly Policy[];
}

/**
 * Every small mistake in policies: one of them, a field or an item of a list is left out, or a port is the next one. What Kubernetes reads as the
 * same, or refuses, is none.
 */
export function mutantsOf(policies: readonly Policy[]): readonly Mutant[] {
  return [
    ...policies.map((_, i) => ({ what: `without policy ${String(i)}`, policies: policies.filter((__, j) => j !== i) })),
    ...policies.flatMap((policy, i) =>
      changes(policy.spec as unknown as Json, `${String(i)}.spec`)
        .filter(({ what }) => !isNone(what))
        .map(({ what, value }) => ({
          what,
          policies: policies.with(i, { ...policy, spec: value as unknown as Policy['spec'] }),
        })),
    ),
  ];
}

/** TCP is what a missing protocol means, and Ingress what missing types mean without rules for Egress; the API server refuses a selector or block that is not whole. */
function isNone(what: string): boolean {
  return /\.(protocol TCP|policyTypes|key .+|operator \w+|values|cidr .+) left out$/.test(what);
}

interface Change {
  readonly what: string;
  readonly value: Json;
}

function changes(value: Json, path: string): readonly Change[] {
  if (Array.isArray(value)) return ofList(value as readonly Json[], path);
  if (isTreeMap(value)) return ofMap(value, path);
  return typeof value === 'number' ? [{ what: `${path} the next`, value: value + 1 }] : [];
}

function ofList(list: readonly Json[], path: string): readonly Change[] {
  return list.flatMap((item, i) => [
    { what: `${path}[${String(i)}] left out`, value: list.filter((_, j) => j !== i) },
    ...changes(item, `${path}[${String(i)}]`).map(({ what, value }) => ({ what, value: list.with(i, value) })),
  ]);
}

function ofMap(map: Readonly<Record<string, Json>>, path: string): readonly Change[] {
  return Object.entries(map).flatMap(([key, value]) => [
    { what: `${path}.${key} ${typeof value === 'string' ? `${value} ` : ''}left out`, value: without(map, key) },
    ...changes(value, `${path}.${key}`).map((change) => ({
      what: change.what,
      value: { ...map, [key]: change.value },
    })),
  ]);
}

function without(map: Readonly<Record<string, Json>>, key: string): Json {
  return Object.fromEntries(Object.entries(map).filter(([one]) => one !== key));
}
