import type { JsonSchema } from './schema';

/** What a values file may hold beside the values of a chart, since Helm or its users put it there. */
const BESIDE: Readonly<Record<string, JsonSchema>> = {
  global: {
    type: 'object',
    title: 'a map',
    description: 'Values that a parent chart shares with its subcharts; not used here.',
  },
  enabled: {
    enum: [true],
    title: 'true (only the condition of a parent chart switches a chart off)',
    description: 'For the condition of a parent chart.',
  },
};

/** Keys for anchors of YAML, which nothing reads. */
export const ANCHORS = '^x-';

const IS_ANCHOR = new RegExp(ANCHORS);

/** What may be beside values with these names. */
export function besideOf(declared: object): Readonly<Record<string, JsonSchema>> {
  return Object.fromEntries(Object.entries(BESIDE).filter(([key]) => !Object.hasOwn(declared, key)));
}

/** Whether a key of a values file is none of a value. */
export function isBeside(key: string, declared: object): boolean {
  return !Object.hasOwn(declared, key) && (Object.hasOwn(BESIDE, key) || IS_ANCHOR.test(key));
}
