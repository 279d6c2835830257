import type { Json } from '../../src/engine/expr';

const DATABASE = { host: 'db' };
const scaled = (given: object = {}): { readonly autoscaling: Json } => ({ autoscaling: { enabled: true, ...given } });
const budget = (given: object): { readonly podDisruptionBudget: Json } => ({
  podDisruptionBudget: { enabled: true, ...given },
});
const without = (name: string): Json => ({ requests: { [name]: '' }, limits: { [name]: '' } });

/** Numbers of pods that break one rule each, and what is said of them. */
export const BROKEN_SCALING: readonly (readonly [Json, string])[] = [
  [
    budget({ maxUnavailable: '0%' }),
    'podDisruptionBudget.maxUnavailable: expected more than 0, since no node with a pod of coderd could be drained, got 0%',
  ],
  [
    { ...budget({ minAvailable: 1, maxUnavailable: 2 }), coderd: { replicas: 3 } },
    'podDisruptionBudget.maxUnavailable: expected 1, its default, since podDisruptionBudget.minAvailable is set, and takes its place, got 2',
  ],
  [
    { ...budget({ minAvailable: 2 }), ...scaled() },
    'podDisruptionBudget.minAvailable: expected less than 2, the number of pods (autoscaling.minReplicas), since no node with one could be drained, got 2',
  ],
  [scaled({ minReplicas: 4 }), 'autoscaling.minReplicas: expected at most autoscaling.maxReplicas, which is 3, got 4'],
  [
    { ...scaled(), coderd: { replicas: 3 } },
    'coderd.replicas: expected "", or 1, its default, since autoscaling.enabled is true, and autoscaling.minReplicas takes its place, got 3',
  ],
  [
    scaled({ targetCPUUtilizationPercentage: '' }),
    'autoscaling.targetCPUUtilizationPercentage: expected a percentage (or one in autoscaling.targetMemoryUtilizationPercentage), since autoscaling.enabled is true, got ""',
  ],
  ...(
    [
      ['cpu', 'targetCPUUtilizationPercentage'],
      ['memory', 'targetMemoryUtilizationPercentage'],
    ] as const
  ).map(([name, target]): readonly [Json, string] => [
    { ...scaled({ [target]: 80 }), coderd: { resources: without(name) } },
    `coderd.resources.requests.${name}: expected a quantity, since autoscaling.${target} is a part of it, got ""`,
  ]),
];

/** Numbers of pods that come near, and go together with the rest. */
export const ALLOWED_SCALING: readonly Json[] = [
  { ...scaled({ maxReplicas: 4 }), database: { ...DATABASE, maxConnections: 120 } },
  scaled({ minReplicas: 3 }),
  { ...scaled(), coderd: { replicas: '', resources: { requests: { cpu: '' } } } },
  budget({ maxUnavailable: '1%' }),
  { ...budget({ minAvailable: 2 }), coderd: { replicas: 3 } },
  { ...budget({ minAvailable: 2 }), coderd: { replicas: 0 } },
  { ...budget({ minAvailable: 2 }), ...scaled({ minReplicas: 3 }) },
  { podDisruptionBudget: { maxUnavailable: 0, minAvailable: 9 } },
  { autoscaling: { minReplicas: 9, targetCPUUtilizationPercentage: '' }, coderd: { replicas: 3 } },
];
