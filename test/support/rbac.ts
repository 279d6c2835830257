import { type Json } from '../../src/engine/expr';
import type { Objects } from './manifests';

/** What somebody asks the API server to do. */
export interface Question {
  /** Such as `ServiceAccount coder/environments`. */
  readonly who: string;
  readonly namespace: string;
  readonly verb: string;
  readonly group: string;
  readonly resource: string;
  /** Empty for a request without a name, such as list. */
  readonly name: string;
}

/** A rule of a Role. */
export interface PolicyRule {
  readonly verbs: readonly string[];
  readonly apiGroups?: readonly string[];
  readonly resources?: readonly string[];
  readonly resourceNames?: readonly string[];
}

interface RbacObject {
  readonly kind: string;
  readonly metadata: { readonly name: string; readonly namespace: string };
  readonly rules?: readonly PolicyRule[];
  readonly roleRef: { readonly kind: string; readonly name: string };
  readonly subjects?: readonly { readonly kind: string; readonly name: string; readonly namespace?: string }[];
}

/**
 * Whether the API server allows it, with Roles in namespaces alone.
 *
 * @see https://kubernetes.io/docs/reference/access-authn-authz/rbac/
 */
export function mayDo(objects: Objects, question: Question): boolean {
  const all = Object.values(objects) as readonly Json[] as unknown as readonly RbacObject[];
  const here = all.filter(({ metadata }) => metadata.namespace === question.namespace);
  const bindings = here.filter(({ kind }) => kind === 'RoleBinding');
  return bindings.some(({ subjects = [], roleRef }) => {
    const role = here.find(({ kind, metadata }) => kind === roleRef.kind && metadata.name === roleRef.name);
    const isBound = subjects.some(
      ({ kind, name, namespace }) =>
        question.who === `${kind} ${namespace === undefined ? '' : `${namespace}/`}${name}`,
    );
    return isBound && (role?.rules ?? []).some((rule) => ruleAllows(rule, question));
  });
}

/** Whether one rule allows it: each of its lists must have what is asked, or a star. */
export function ruleAllows(rule: PolicyRule, { verb, group, resource, name }: Question): boolean {
  const { verbs, apiGroups = [], resources = [], resourceNames = [] } = rule;
  const has = (list: readonly string[], wanted: string): boolean => list.includes('*') || list.includes(wanted);
  const slash = resource.indexOf('/');
  const isResource = has(resources, resource) || (slash >= 0 && resources.includes(`*${resource.slice(slash)}`));
  const isNamed = resourceNames.length === 0 || resourceNames.includes(name);
  return has(verbs, verb) && has(apiGroups, group) && isResource && isNamed;
}
