import type { RecordingRule, RuleGroup } from '../../../observability/mixin';
import type { Recording } from '../../../observability/promql';

/** Seconds between two evaluations of the group `slo`, whose results are summed up: the sums must not depend on a Prometheus. */
export const SLO_SECONDS = 60;

/** Groups of rules, in the order of the rule file. `slo-long` need not be as current as the others. */
export const GROUPS = [
  { name: 'scrape' },
  { name: 'api' },
  { name: 'slo', interval: '1m' },
  { name: 'slo-long', interval: '3m' },
  { name: 'license' },
  { name: 'jobs' },
  { name: 'database' },
  { name: 'networking' },
  { name: 'runtime' },
] as const satisfies readonly RuleGroup[];

/** One of the groups. */
export type Group = (typeof GROUPS)[number]['name'];

/** A recording rule in one of them, with the labels of what it records. */
export type Recorded<L extends string> = RecordingRule & Recording<L> & { readonly group: Group };
