import type { CoderdVersion } from '../versions';
import type { CoderHandles } from './handles';
import type { CoderNames } from './names';

/** What every part of Coder is made from. */
export interface PartProps {
  readonly values: CoderHandles;
  readonly names: CoderNames;
  readonly version: CoderdVersion;
}
