import { DEFAULT_VERSION } from '../../src/coder/versions';
import { inputSeriesFor } from '../../src/observability/mixin';
import { type Metric, ownNames } from '../../src/observability/metrics';
import { type Question, questionOf } from '../../src/observability/query';
import { promqlFor } from '../../src/observability/promql';

/** Rules and dashboards of the version that is shipped. */
export const { mixin: MIXIN, metrics: METRICS, subject: SUBJECT } = DEFAULT_VERSION;

/** Names of coderd's own metrics. */
export const METRIC_NAMES = ownNames(METRICS);

export const { alerts: ALERTS, dashboards: DASHBOARDS, lean: LEAN } = MIXIN.profile;

/** What is known of a metric. */
export function metricOf(name: string): Metric {
  const found = MIXIN.profile.metrics[name];
  if (found === undefined) throw new Error(`no metric ${name}`);
  return found;
}

/** Queries over the metrics of coderd. */
export const PROMQL = promqlFor(METRICS);

/** Series of them for scenarios. */
export const SERIES = inputSeriesFor(METRICS, {
  namespace: 'coder',
  job: 'coder/master-monitor',
  pod: 'coderd-a',
  container: 'coderd',
  endpoint: 'prom-coderd',
  port: 2112,
});

/** Every question. */
export const QUESTIONS = SUBJECT.questions;

/** The question with a name; `undefined` if there is none. */
export function questionCalled(name: string): Question | undefined {
  return questionOf(SUBJECT, name);
}
