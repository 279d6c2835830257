import { Construct } from 'constructs';
import { Manifest, when } from '../../engine/border';
import { type Expr, ifSet, isSet, not, optional, unlessEmpty } from '../../engine/expr';
import { tree } from './kubernetes';
import type * as k8s from './kubernetes-types';
import { identityLabels, metadata, selectorLabels } from './metadata';
import type { PartProps } from './part';

/**
 * How many pods of coderd there are: what evictions leave, and an autoscaler.
 *
 * @see https://kubernetes.io/docs/concepts/workloads/pods/disruptions/
 * @see https://kubernetes.io/docs/concepts/workloads/autoscaling/horizontal-pod-autoscale/
 */
export class CoderdAvailability extends Construct {
  constructor(scope: Construct, id: string, part: PartProps) {
    super(scope, id);
    const { podDisruptionBudget, autoscaling } = part.values;
    when(this, 'PodDisruptionBudget', podDisruptionBudget.enabled, (inner) => {
      disruptionBudget(inner, part);
    });
    when(this, 'HorizontalPodAutoscaler', autoscaling.enabled, (inner) => {
      autoscaler(inner, part);
    });
  }
}

function disruptionBudget(scope: Construct, part: PartProps): void {
  const { maxUnavailable, minAvailable, unhealthyPodEvictionPolicy } = part.values.podDisruptionBudget;
  new Manifest(scope, 'Resource', {
    apiVersion: 'policy/v1',
    kind: 'PodDisruptionBudget',
    metadata: metadata(part, part.names.workload, identityLabels(part)),
    spec: tree<k8s.PodDisruptionBudgetSpec>({
      minAvailable: ifSet(minAvailable),
      maxUnavailable: optional(not(isSet(minAvailable)), maxUnavailable),
      unhealthyPodEvictionPolicy: ifSet(unhealthyPodEvictionPolicy),
      selector: { matchLabels: selectorLabels(part) },
    }),
  });
}

function autoscaler(scope: Construct, part: PartProps): void {
  const { autoscaling } = part.values;
  const { minReplicas, maxReplicas, behavior } = autoscaling;
  new Manifest(scope, 'Resource', {
    apiVersion: 'autoscaling/v2',
    kind: 'HorizontalPodAutoscaler',
    metadata: metadata(part, part.names.workload, identityLabels(part)),
    spec: tree<k8s.HorizontalPodAutoscalerSpec>({
      scaleTargetRef: { apiVersion: 'apps/v1', kind: 'Deployment', name: part.names.workload },
      minReplicas,
      maxReplicas,
      metrics: unlessEmpty([
        utilization('cpu', autoscaling.targetCPUUtilizationPercentage),
        utilization('memory', autoscaling.targetMemoryUtilizationPercentage),
      ]),
      behavior: unlessEmpty(behavior),
    }),
  });
}

function utilization(name: string, percentage: Expr<number | ''>): Expr {
  const target = { type: 'Utilization', averageUtilization: percentage };
  return optional(isSet(percentage), { type: 'Resource', resource: { name, target } });
}
