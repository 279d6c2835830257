import type { Json } from '../../src/engine/expr';
import { isMap } from '../../src/engine/values';

/** A rule or a group of rules. */
export type RuleFields = Readonly<Record<string, Json | undefined>>;

/** Groups of rules without what only Prometheus can check: PromQL, templates, and that a rule is an alert or a recording. */
export function readableGroups(groups: readonly RuleFields[]): Json {
  const readableGroup = (group: RuleFields): RuleFields => ({
    ...group,
    rules: (group['rules'] as readonly RuleFields[]).map(readable) as Json,
  });
  return JSON.parse(JSON.stringify(groups.map(readableGroup))) as Json;
}

function readable(rule: RuleFields): RuleFields {
  const { record, alert, labels, annotations, for: duration, keep_firing_for: after, ...rest } = rule;
  const texts = Object.fromEntries(
    Object.entries({ labels, annotations }).map(([key, map]) => [key, withoutTemplates(map)]),
  );
  const times = { for: duration, keep_firing_for: after };
  return record === undefined
    ? { ...rest, ...times, ...texts, alert: alert ?? 'Some', expr: 'vector(1)' }
    : { ...rest, record, labels: texts['labels'] ?? {}, expr: 'vector(1)' };
}

function withoutTemplates(map: Json | undefined): Json {
  const texts = Object.entries(isMap(map) ? map : {}).filter(([, text]) => !JSON.stringify(text).includes('{{'));
  return Object.fromEntries(texts) as Json;
}
