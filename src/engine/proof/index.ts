/** Compares a chart with plain synthesis, for values of every sort. */
export { requireSound } from './sound';
