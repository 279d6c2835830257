import { bool, choice, int, intOrPercent, manifest, optionalInt, section } from '../../engine/values';

const DISRUPTIONS = 'https://kubernetes.io/docs/tasks/run-application/configure-pdb/';
const AUTOSCALING = 'https://kubernetes.io/docs/concepts/workloads/autoscaling/horizontal-pod-autoscale/';

/** How many pods an eviction takes away at once. */
export const podDisruptionBudget = section(
  'A PodDisruptionBudget: how many pods may be gone while nodes are drained. Needs Kubernetes 1.21.',
  {
    enabled: bool({ description: 'Create the PodDisruptionBudget.', default: false }),
    maxUnavailable: intOrPercent({
      description: 'Pods that may be gone at once; 1 lets a single pod be evicted too.',
      default: 1,
      maxPercent: 100,
      see: DISRUPTIONS,
    }),
    minAvailable: optionalInt({
      description: 'Pods that must stay, in place of maxUnavailable; fewer than there are.',
      default: '',
      min: 1,
      see: DISRUPTIONS,
    }),
    unhealthyPodEvictionPolicy: choice(['AlwaysAllow', 'IfHealthyBudget', ''], {
      description:
        'Whether pods that are not ready can always be evicted; "" leaves it out, for Kubernetes before 1.26.',
      default: 'AlwaysAllow',
      see: `${DISRUPTIONS}#unhealthy-pod-eviction-policy`,
    }),
  },
);

const utilization = (resource: string, usual: number | ''): ReturnType<typeof optionalInt> =>
  optionalInt({
    description: `Average use of ${resource} that it aims at, in percent of what the pods request; "" for none.`,
    default: usual,
    min: 1,
    see: `${AUTOSCALING}#support-for-resource-metrics`,
  });

/** Who decides on the number of pods instead of `coderd.replicas`. */
export const autoscaling = section(
  'A HorizontalPodAutoscaler, which Coder does not recommend, in place of coderd.replicas. Needs Kubernetes 1.23.',
  {
    enabled: bool({ description: 'Create the HorizontalPodAutoscaler.', default: false }),
    minReplicas: int({ description: 'Fewest pods.', default: 2, min: 1 }),
    maxReplicas: int({ description: 'Most pods.', default: 3, min: 1 }),
    targetCPUUtilizationPercentage: utilization('CPU', 80),
    targetMemoryUtilizationPercentage: utilization('memory', ''),
    behavior: manifest<never>('k8s.HorizontalPodAutoscalerBehavior', {
      description: 'How fast it adds pods (scaleUp) and takes them away (scaleDown).',
      default: {},
      see: `${AUTOSCALING}#configurable-scaling-behavior`,
    }),
  },
);
