import type { TargetLabel } from '../metrics';

/** Labels by which rules group: those that tell one installation from another. */
export const INSTALLATION = ['namespace', 'job'] as const satisfies readonly TargetLabel[];

/** Labels by which rules group that are about one pod. */
export const POD = ['namespace', 'job', 'pod'] as const satisfies readonly TargetLabel[];

/** A label that tells one installation from another. */
export type InstallationLabel = (typeof INSTALLATION)[number];

/** One of those of a pod. */
export type PodLabel = (typeof POD)[number];
