import type { RuleGroup } from '../../../observability/mixin';

/** Groups of rules, in the order of the rule file. `slo-long` need not be as current as the others. */
export const GROUPS = [
  { name: 'scrape' },
  { name: 'api' },
  { name: 'slo' },
  { name: 'slo-long', interval: '3m' },
  { name: 'license' },
  { name: 'jobs' },
  { name: 'database' },
  { name: 'networking' },
  { name: 'runtime' },
] as const satisfies readonly RuleGroup[];

/** One of the groups. */
export type Group = (typeof GROUPS)[number]['name'];
