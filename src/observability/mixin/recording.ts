import type { AnyQuery } from '../promql';
import type { Preset } from './presets';
import type { Scenario } from './scenario';

/** A rule that records the result of a query. */
export interface RecordingRule {
  /** Name of the recorded series, `level:metric:operation`. */
  readonly record: string;
  /** Its labels are those of the recorded series. */
  readonly query: AnyQuery;
  /** Name of its group of rules, one of the profile. */
  readonly group: string;
  /** Presets with which it makes no sense; by default none. */
  readonly not?: readonly Preset[];
}

/** A course of events, and what a rule then records. */
export interface RecordingScenario extends Pick<Scenario, 'series' | 'minute'> {
  /** Name of the recording rule under test. */
  readonly record: string;
  /** Completes "the rule ...", for example `yields 0 when nothing ever failed`. */
  readonly title: string;
  /** Labels of each recorded series, and its value at `minute`. */
  readonly yields: readonly { readonly labels: Readonly<Record<string, string>>; readonly value: number }[];
}
