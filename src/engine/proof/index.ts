/** Compares a chart with plain synthesis, for values of every sort. */
export { withCulprit } from './culprit';
export { requireSound } from './sound';
