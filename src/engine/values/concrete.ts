import { checkedValues } from './check';
import type { Children, Section } from './declare';
import { type Handles, handlesFor } from './handles';

/**
 * The handles of a section for given values, with the defaults filled in as Helm does it: maps are merged, lists and scalars replaced,
 * null is the default. Some of the values may be expressions, such as values of a larger chart.
 *
 * @throws ValuesError when a value is refused
 */
export function concreteHandles<C extends Children>(section: Section<C>, input: object): Handles<Section<C>> {
  return handlesFor(section, checkedValues(section, input));
}
