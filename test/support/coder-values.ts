import { coderValues } from '../../src/coder/values';

/** The values of the version that is deployed unless another one is asked for. */
export const CODER_VALUES = coderValues();

/** Values that are compared with others, and change no object. */
export const ONLY_CHECKED: readonly string[] = ['database.maxConnections'];
