import { and, nonEmpty, not } from '../../engine/expr';
import type { Handles, ValueRule } from '../../engine/values';
import type { CoderValues } from './declaration';

/** coderd can do nothing without its database and the API server. */
export function networkRules({ networkPolicies: { coderd } }: Handles<CoderValues>): readonly ValueRule[] {
  const { restricted, extraRules, ...others } = coderd.egress;
  return (['database', 'apiServer'] as const).map((name) => ({
    path: `networkPolicies.coderd.egress.${name}.peers`,
    broken: and(coderd.enabled, restricted, not(nonEmpty(others[name].peers)), not(nonEmpty(extraRules))),
    expected:
      'at least one, such as {ipBlock: {cidr: "10.0.0.0/8"}}, since networkPolicies.coderd.egress.restricted is true (or say it in extraRules)',
    got: 'none',
  }));
}
