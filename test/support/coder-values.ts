import { coderValues } from '../../src/coder/values';

/** The values of the version that is deployed unless another one is asked for. */
export const CODER_VALUES = coderValues();
