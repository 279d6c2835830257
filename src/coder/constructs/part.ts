import type { CoderdVersion } from '../versions';
import type { CoderHandles } from './handles';
import type { CoderNames } from './names';

/** What every part of Coder is made from. */
export interface PartProps {
  /** The values of the installation, known now or when Helm renders. */
  readonly values: CoderHandles;
  /** Names of all objects, so that parts can refer to each other. */
  readonly names: CoderNames;
  /** The version of coderd that runs. */
  readonly version: CoderdVersion;
}
