import type { Section } from './declare';
import { leavesOf } from './leaves';
import type { JsonSchema } from './schema';

/** Says in values.yaml of which chart the values are, where some of them are newer than others. */
export const CHART_VERSION = 'chartVersion';

/** What it is for. */
export const CHART_VERSION_ABOUT =
  'Version of the chart that these values came with; leave it alone. It tells helm upgrade --reuse-values which values are new.';

/** What a values file may hold beside the values of a chart, since Helm or its users put it there. */
const BESIDE: Readonly<Record<string, JsonSchema>> = {
  global: {
    type: 'object',
    title: 'a map',
    description: 'Values that a parent chart shares; not used here.',
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

const VERSION: JsonSchema = { type: 'string', title: 'the version of a chart', description: CHART_VERSION_ABOUT };

/** Whether a value is newer than the first chart. */
export function hasNewer(section: Section): boolean {
  return leavesOf(section).some(({ leaf }) => leaf.since !== undefined);
}

type Beside = Readonly<Record<string, JsonSchema>>;

const known = new WeakMap<Section, Beside>();

/** What may be beside the values of a section. */
export function besideOf(section: Section): Beside {
  const beside = known.get(section) ?? besideIn(section);
  known.set(section, beside);
  return beside;
}

function besideIn(section: Section): Beside {
  const all = hasNewer(section) ? { ...BESIDE, [CHART_VERSION]: VERSION } : BESIDE;
  return Object.fromEntries(Object.entries(all).filter(([key]) => !Object.hasOwn(section.children, key)));
}

/** Whether a key of a values file is none of a value. */
export function isBeside(key: string, section: Section): boolean {
  return !Object.hasOwn(section.children, key) && (Object.hasOwn(besideOf(section), key) || IS_ANCHOR.test(key));
}
