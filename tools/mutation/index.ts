/** Runs of Stryker and what they found. */
export { rowOf, withRows } from './score';
export { mutate, rooms } from './stryker';
