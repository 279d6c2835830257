/** The declaration of Coder's values. */
export { coderValues } from './coder-values';
export { envFromOf, mountsOf, pullSecretsOf, sidecarsOf } from './by-name';
export type { CoderValues } from './declaration';
export { IDENTITY_LABELS, POD_LABELS } from './job-labels';
export { type SecretMount, secretMounts } from './mounts';
export { settings } from './settings';
export { certificateSecrets } from './exposure-rules';
export { coderWarnings, knownWarnings } from './warnings';
