import { anything, mapOf } from '../read';

/** What the chart can write and the oldest Kubernetes that it takes does not know yet: the description of the value that writes it says so. */
interface Newer {
  readonly apiVersion: string;
  readonly kind: string;
  /** Only objects with this field in their spec. */
  readonly field?: string;
  /** The minor version of Kubernetes 1 that knows it first. */
  readonly since: number;
}

const NEWER: readonly Newer[] = [
  { apiVersion: 'policy/v1', kind: 'PodDisruptionBudget', since: 21 },
  { apiVersion: 'autoscaling/v2', kind: 'HorizontalPodAutoscaler', since: 23 },
  { apiVersion: 'v1', kind: 'Service', field: 'loadBalancerClass', since: 21 },
];

/** An object of Kubernetes, as far as it is read here. */
interface Read {
  readonly apiVersion: string;
  readonly kind: string;
  readonly object: Readonly<Record<string, unknown>>;
}

/** Whether an object is newer than a version of Kubernetes, such as `1.19.16`. */
export function isNewer({ apiVersion, kind, object }: Read, version: string): boolean {
  const minor = Number(version.split('.')[1]);
  const spec = mapOf(anything)(object['spec'] ?? {}, 'spec');
  return NEWER.some(
    (one) =>
      one.apiVersion === apiVersion &&
      one.kind === kind &&
      one.since > minor &&
      (one.field === undefined || one.field in spec),
  );
}
