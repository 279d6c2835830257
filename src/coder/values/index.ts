/** The declaration of Coder's values. */
export { CODER_VALUES, type CoderValues } from './coder-values';
