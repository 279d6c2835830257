/** The declaration of Coder's values. */
export { CODER_VALUES, coderValues } from './coder-values';
export type { CoderValues } from './declaration';
export { coderWarnings, knownWarnings } from './warnings';
