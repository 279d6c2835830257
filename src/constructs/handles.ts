import type { CoderValues } from '../coder-values';
import type { Handles } from '../values';

/** All of Coder's values as expressions. */
export type CoderHandles = Handles<CoderValues>;
