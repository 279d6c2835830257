/** Compares what the simulator serves with what the real client library serves. */
export { differences } from './compare';
export { type Families, parseFamilies } from './parse';
