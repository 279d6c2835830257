import type { Release } from '../../chart';
import type { Stack } from '../suite';

/** A release, and what it is upgraded to. */
export interface LifeStack extends Stack {
  readonly charts: { readonly later: string; readonly renumbered: string };
  /** What people call its Helm. */
  readonly name: string;
  readonly release: Release;
}
