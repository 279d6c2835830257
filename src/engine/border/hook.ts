import { Construct, type IConstruct } from 'constructs';
import {
  type MapOf,
  type Tree,
  type TreeMap,
  isExpr,
  merge,
  optional,
  requireFunction,
  requireGiven,
  requireMap,
  simplify,
} from '../expr';

const EVENTS = [
  'pre-install',
  'post-install',
  'pre-upgrade',
  'post-upgrade',
  'pre-rollback',
  'post-rollback',
  'pre-delete',
  'post-delete',
  'test',
] as const;
const DELETE_POLICIES = ['before-hook-creation', 'hook-succeeded', 'hook-failed'] as const;

/** What Helm does when it makes the objects of a hook; `test` is the command `helm test`. */
export type HookEvent = (typeof EVENTS)[number];

/** When Helm deletes an object of a hook. */
export type HookDeletePolicy = (typeof DELETE_POLICIES)[number];

/**
 * When Helm makes objects that are no part of what it installs.
 *
 * @see https://helm.sh/docs/topics/charts_hooks/
 */
export interface HelmHook {
  /** At which events; at least one. */
  readonly on: readonly HookEvent[];
  /**
   * A whole number: of the hooks of an event, those with lower ones come first.
   *
   * @default - Helm takes it for 0
   */
  readonly weight?: number;
  /**
   * When the objects are deleted; at least one.
   *
   * @default - Helm deletes them before it makes them again: `before-hook-creation`
   */
  readonly deletePolicies?: readonly HookDeletePolicy[];
}

/** Key of the context of an app in which hooks are made: they are for charts alone. */
export const HOOKS = 'cdk8s-coder/hooks';

const HELM_HOOKS = new WeakMap<IConstruct, HelmHook>();

/**
 * Builds objects that are a hook of a Helm chart: a Job before each upgrade, or a Pod for `helm test`. Plain YAML, and `cdk8s synth`, leave them
 * out, since there they would be objects like any other.
 *
 * @example helmHook(chart, 'Test', { on: ['test'] }, (inner) => new Pod(inner, 'Pod', { containers: [{ image: asText(image) }] }))
 * @throws Error of one line when an event or a delete policy is none of Helm's, there is none, or the scope is in a hook already.
 */
export function helmHook(scope: Construct, id: string, hook: HelmHook, build: (scope: Construct) => void): void {
  requireGiven(Construct.isConstruct(scope), 'helmHook: scope', 'a construct', scope);
  requireGiven(typeof id === 'string' && id !== '', 'helmHook: id', 'a text', id);
  requireHook(`helmHook ${id}`, hook);
  requireFunction(`helmHook ${id}: build`, build);
  if (hookOf(scope) !== undefined)
    throw new Error(`helmHook ${id}: expected a scope outside of other hooks, got one in a hook`);
  if (scope.node.tryGetContext(HOOKS) !== true) return;
  const inner = new Construct(scope, id);
  HELM_HOOKS.set(inner, hook);
  build(inner);
}

function requireHook(path: string, hook: HelmHook): void {
  requireMap(path, hook);
  requireSome(`${path}: on`, EVENTS, hook.on);
  if (hook.deletePolicies !== undefined) requireSome(`${path}: deletePolicies`, DELETE_POLICIES, hook.deletePolicies);
  const { weight = 0 } = hook;
  requireGiven(Number.isSafeInteger(weight), `${path}: weight`, 'a whole number', weight);
}

function requireSome(path: string, allowed: readonly string[], given: unknown): void {
  const some = `at least one of ${allowed.join(', ')}`;
  requireGiven(Array.isArray(given), path, `a list of ${some}`, given);
  const items = given as readonly unknown[];
  if (items.length === 0) throw new Error(`${path}: expected ${some}, got none`);
  for (const [i, item] of items.entries())
    requireGiven(allowed.includes(item as string), `${path}[${String(i)}]`, `one of ${allowed.join(', ')}`, item);
}

/** The hook that a construct is in, if any. */
export function hookOf(construct: IConstruct): HelmHook | undefined {
  return construct.node.scopes.map((scope) => HELM_HOOKS.get(scope)).find((hook) => hook !== undefined);
}

/** An object with the annotations by which Helm knows a hook; they win over its own. */
export function withHook(tree: TreeMap, { on, weight, deletePolicies }: HelmHook): TreeMap {
  const added = {
    'helm.sh/hook': [...new Set(on)].join(','),
    ...(weight === undefined ? {} : { 'helm.sh/hook-weight': String(weight) }),
    ...(deletePolicies === undefined ? {} : { 'helm.sh/hook-delete-policy': [...new Set(deletePolicies)].join(',') }),
  };
  const metadata = tree['metadata'] as TreeMap;
  return { ...tree, metadata: { ...metadata, annotations: annotated(metadata['annotations'], added) } };
}

function annotated(tree: Tree | undefined, added: MapOf<string>): Tree {
  const own = simplify(tree);
  if (!isExpr(own)) return { ...(own as TreeMap | undefined), ...added };
  if (own.node.op !== 'optional') return merge(added, own as never);
  const { condition, then, otherwise } = own.node;
  const isUnlessEmpty = condition.node.op === 'nonEmpty' && condition.node.of === then && otherwise === undefined;
  if (isUnlessEmpty) return merge(added, then as never);
  return optional(condition, annotated(then, added), annotated(otherwise, added));
}
