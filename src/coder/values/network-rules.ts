import { and, nonEmpty, not, or } from '../../engine/expr';
import type { Handles, ValueRule } from '../../engine/values';
import type { CoderValues } from './declaration';

/** coderd can do nothing without its database and the API server. */
export function networkRules(values: Handles<CoderValues>): readonly ValueRule[] {
  const { coderd } = values.networkPolicies;
  const { restricted, extraRules, ...others } = coderd.egress;
  const isKnown = { database: values.evaluationDatabase.enabled, apiServer: false };
  return (['database', 'apiServer'] as const).map((name) => ({
    path: `networkPolicies.coderd.egress.${name}.peers`,
    broken: and(coderd.enabled, restricted, not(or(isKnown[name], nonEmpty(others[name].peers), nonEmpty(extraRules)))),
    expected:
      'at least one, such as {ipBlock: {cidr: "10.0.0.0/8"}}, since networkPolicies.coderd.egress.restricted is true (or say it in extraRules)',
    got: 'none',
  }));
}
