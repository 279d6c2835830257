import { type Read, fields, listOf, number, text } from '../../../read';

/** What was seen in the network namespace. */
export const sighting = fields({
  /** Addresses of the pods, and those in the EndpointSlice of the metrics Service. */
  pods: listOf(text),
  endpoints: listOf(text),
  /** URL and health of each. */
  targets: listOf(text),
  /** Metrics that did not arrive. */
  missing: listOf(text),
  /** How many rules are loaded, and how many targets they select. */
  rules: number,
  selected: number,
});
export type Sighting = Read<typeof sighting>;
