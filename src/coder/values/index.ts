/** The declaration of Coder's values. */
export { coderValues } from './coder-values';
export type { CoderValues } from './declaration';
export { coderWarnings, knownWarnings } from './warnings';
