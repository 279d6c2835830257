import type { Release, Simulators } from '../../chart';
import type { Manifest } from '../../kubernetes';
import type { Monitoring } from '../../monitoring';
import type { Stack } from '../suite';

/** A release that is watched, with simulated pods. */
export interface WatchedStack extends Stack, Omit<Monitoring, 'stop'> {
  readonly release: Release;
  readonly simulators: Simulators;
  /** What Helm renders of it. */
  readonly rendered: readonly Manifest[];
}
