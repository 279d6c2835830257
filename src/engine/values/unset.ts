import type { Json } from '../expr';
import { hasType, isAllowed } from './allowed';
import type { Leaf } from './declare';

/** What null means for a value: "not set". `undefined` where there is no such thing, since the value must be something. */
export function unsetOf({ type, schema }: Leaf): Json | undefined {
  if (type === 'map') return {};
  if (type === 'list') return [];
  return hasType(schema, '') && isAllowed(schema, '') ? '' : undefined;
}

/** What a message says was given where null is refused. */
export const NULL_SHOWN = 'null; leave the key out for its default';
