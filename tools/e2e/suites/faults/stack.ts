import type { Outages } from '../../cluster';
import type { Stack } from '../suite';

/** A cluster whose programs can be killed. */
export interface FaultStack extends Stack {
  readonly outages: Outages;
}
