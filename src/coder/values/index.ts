/** The declaration of Coder's values. */
export { CODER_VALUES, type CoderValues, coderValues } from './coder-values';
