import { and, equals, ifElse, interpolate, isSet, lessOrEqual, lessThan, not, or } from '../../engine/expr';
import type { Handles, ValueRule } from '../../engine/values';
import type { CoderValues } from './declaration';
import { numberOr, podsOf } from './pods';
import { isNone, shown } from './shown';

type Values = Handles<CoderValues>;

/** What would stop the drain of a node, and what an autoscaler would not do. */
export function scalingRules(values: Values): readonly ValueRule[] {
  return [...disruptionRules(values), ...boundRules(values), ...targetRules(values)];
}

/** With a budget that allows no eviction, a drain waits for ever. */
function disruptionRules(values: Values): readonly ValueRule[] {
  const { enabled, maxUnavailable, minAvailable } = values.podDisruptionBudget;
  const { fewest } = podsOf(values);
  const hasLeast = and(enabled, isSet(minAvailable));
  const by = ifElse(values.autoscaling.enabled, 'autoscaling.minReplicas', 'coderd.replicas');
  return [
    {
      path: 'podDisruptionBudget.maxUnavailable',
      broken: and(enabled, not(hasLeast), isNone(maxUnavailable)),
      expected: 'more than 0, since no node with a pod of coderd could be drained',
      got: shown(maxUnavailable),
    },
    {
      path: 'podDisruptionBudget.maxUnavailable',
      broken: and(hasLeast, not(equals(shown(maxUnavailable), '1'))),
      expected: '1, its default, since podDisruptionBudget.minAvailable is set, and takes its place',
      got: shown(maxUnavailable),
    },
    {
      path: 'podDisruptionBudget.minAvailable',
      broken: and(hasLeast, lessThan(0, fewest), lessOrEqual(fewest, numberOr(minAvailable, 0))),
      expected: interpolate`less than ${fewest}, the number of pods (${by}), since no node with one could be drained`,
      got: shown(minAvailable),
    },
  ];
}

function boundRules({ autoscaling, coderd }: Values): readonly ValueRule[] {
  const { enabled, minReplicas, maxReplicas } = autoscaling;
  const replicas = shown(coderd.replicas);
  return [
    {
      path: 'autoscaling.minReplicas',
      broken: and(enabled, lessThan(maxReplicas, minReplicas)),
      expected: interpolate`at most autoscaling.maxReplicas, which is ${maxReplicas}`,
      got: shown(minReplicas),
    },
    {
      path: 'coderd.replicas',
      broken: and(enabled, isSet(replicas), not(equals(replicas, '1'))),
      expected: '"", or 1, its default, since autoscaling.enabled is true, and autoscaling.minReplicas takes its place',
      got: replicas,
    },
  ];
}

/** Utilization is a part of what the pods request; Kubernetes takes a limit for a request that is not set. */
function targetRules({ autoscaling, coderd }: Values): readonly ValueRule[] {
  const { enabled, targetCPUUtilizationPercentage: cpu, targetMemoryUtilizationPercentage: memory } = autoscaling;
  const { requests, limits } = coderd.resources;
  const targets = {
    cpu: { key: 'targetCPUUtilizationPercentage', value: cpu },
    memory: { key: 'targetMemoryUtilizationPercentage', value: memory },
  };
  return [
    {
      path: 'autoscaling.targetCPUUtilizationPercentage',
      broken: and(enabled, not(or(isSet(cpu), isSet(memory)))),
      expected:
        'a percentage (or one in autoscaling.targetMemoryUtilizationPercentage), since autoscaling.enabled is true',
      got: '""',
    },
    ...(['cpu', 'memory'] as const).map((name) => ({
      path: `coderd.resources.requests.${name}`,
      broken: and(enabled, isSet(targets[name].value), not(or(isSet(requests[name]), isSet(limits[name])))),
      expected: `a quantity, since autoscaling.${targets[name].key} is a part of it`,
      got: '""',
    })),
  ];
}
