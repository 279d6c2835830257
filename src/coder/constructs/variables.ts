import { type Expr, type Tree, literal, mergeByName, namedItems, namedTemplate, optional } from '../../engine/expr';
import { settings } from '../values';
import type { EnvironmentVariable } from '../versions';
import { evaluationHost } from './evaluation-database';
import type { PartProps } from './part';

/** The variables of coderd's own, then those of the user, which replace them. */
export function environment(name: string, own: readonly EnvironmentVariable[], part: PartProps): Expr {
  const { values, version } = part;
  const { env, extraEnv } = values.coderd;
  const said = settings(values, version, evaluationHost(part));
  const usual = own.map((of): Tree => {
    if ('fieldPath' in of) return { name: of.name, valueFrom: { fieldRef: { fieldPath: of.fieldPath } } };
    if ('value' in of) return of;
    const { isThere, source } = said[of.setting];
    return optional(isThere, { name: of.name, ...source });
  });
  return mergeByName(namedTemplate(name, literal(usual)), namedItems(env), extraEnv);
}
