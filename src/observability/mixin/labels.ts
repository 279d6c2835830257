import type { TargetLabel } from '../metrics';

/** Labels by which rules group: those that tell one installation from another. */
export const INSTALLATION = ['namespace', 'job'] as const satisfies readonly TargetLabel[];

/** Labels by which rules group that are about one pod. */
export const POD = ['namespace', 'job', 'pod'] as const satisfies readonly TargetLabel[];

/** A label that tells one installation from another. */
export type InstallationLabel = (typeof INSTALLATION)[number];

/** One of those of a pod. */
export type PodLabel = (typeof POD)[number];

/** Labels that rules group by, or set themselves. */
const USED = ['namespace', 'job', 'pod', 'le', 'code', 'method', 'path', 'alertname', 'severity', 'long', 'short'];

/** What tells clusters apart, in words. */
export const CLUSTER_LABEL = 'the name of a label (letters, digits, _) that the rules do not use themselves';

/** Whether a label can tell clusters apart. */
export function isClusterLabel(label: unknown): label is string {
  if (typeof label !== 'string') return false;
  return /^[a-zA-Z_]\w*$/.test(label) && !label.startsWith('__') && !USED.includes(label);
}
