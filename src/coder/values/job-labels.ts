/** Labels that the chart sets itself on the pods of coderd and on its metrics Service, and which no label of a user replaces. */
export const IDENTITY_LABELS = [
  'app.kubernetes.io/name',
  'app.kubernetes.io/instance',
  'app.kubernetes.io/component',
  'app.kubernetes.io/part-of',
] as const;

/** Such labels that only the pods have. */
export const POD_LABELS = ['app', 'coder.deployment'] as const;
