import type { CoderValues } from '../values';
import type { Handles } from '../../engine/values';

/** All of Coder's values as expressions. */
export type CoderHandles = Handles<CoderValues>;
