/** Values of Coder's own chart, and what they are here. */
export { type MovedKey, movedIn } from './given';
export { lineOf, migrated } from './migrate';
export type { Migration } from './outcome';
export { MOVES } from './moves';
export { refusedKeys } from './refused-keys';
