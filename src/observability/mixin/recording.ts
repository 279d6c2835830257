import type { AnyQuery } from '../promql';
import type { Preset } from './presets';
import type { Scenario } from './scenario';

/** A rule that records the result of a query. */
export interface RecordingRule {
  readonly record: string;
  readonly query: AnyQuery;
  /** Name of its group of rules, one of the profile. */
  readonly group: string;
  /** Presets with which it makes no sense; by default none. */
  readonly not?: readonly Preset[];
}

/** A course of events, and what a rule then records. */
export interface RecordingScenario extends Pick<Scenario, 'series' | 'minute'> {
  readonly record: string;
  /** Completes "the rule ...", for example `yields 0 when nothing ever failed`. */
  readonly title: string;
  readonly yields: readonly { readonly labels: Readonly<Record<string, string>>; readonly value: number }[];
}
