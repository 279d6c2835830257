import type { Metric } from '../metrics';
import type { Expr } from '../../engine/expr';

/** A duration of PromQL; see https://prometheus.io/docs/prometheus/latest/querying/basics/#float-literals-and-time-durations. */
export type Duration = `${number}${'s' | 'm' | 'h' | 'd'}`;

/** How a label is compared. */
export type Matcher =
  | string
  | { readonly is: string }
  | { readonly isNot: string }
  | { readonly matches: string | Expr<string> }
  | { readonly matchesNot: string };

/** Which series of a metric: a matcher a label. */
export type Matchers = Readonly<Record<string, Matcher | undefined>>;

/** A selection of series. */
export interface SeriesSelection {
  /** As in the catalogue: a histogram without the ending `_bucket`. */
  readonly name: string;
  /** What the catalogue knows of it. */
  readonly metric: Metric;
  /** Labels that are matched; all others may have any value. */
  readonly where: Matchers;
  /** How far back from the time of the query, such as `1h`; by default not at all. */
  readonly offset?: Duration | undefined;
}

/** Operators between two operands; see https://prometheus.io/docs/prometheus/latest/querying/operators/. */
export type Operator = '+' | '-' | '*' | '/' | '>' | '>=' | '<' | '<=' | '==' | '!=' | 'and' | 'or' | 'unless';

/** Functions over a range of time. */
export type RangeFunction = 'rate' | 'increase' | 'changes' | 'deriv' | 'delta' | 'avg_over_time';

/** Aggregations; see https://prometheus.io/docs/prometheus/latest/querying/operators/#aggregation-operators. */
export type Aggregation = 'sum' | 'min' | 'max' | 'avg' | 'count' | 'topk' | 'group';

/** What is asked of a histogram. How it is said depends on whether Prometheus keeps it in classic or in native form. */
export type HistogramQuestion =
  | { readonly ask: 'quantile'; readonly quantile: number }
  | { readonly ask: 'atMost'; readonly bound: number | Expr<number> }
  | { readonly ask: 'count' | 'sum' | 'buckets' };

/** State of an alert: its condition holds, or has held long enough. */
export type AlertState = 'pending' | 'firing';

/** A question to a histogram as data. */
export interface HistogramNode {
  /** Tells it from other nodes. */
  readonly kind: 'histogram';
  /** What is asked of it. */
  readonly question: HistogramQuestion;
  /** The histogram that is asked. */
  readonly selection: SeriesSelection;
  /** Labels that the answer keeps. */
  readonly by: readonly string[];
  /** How far back observations count. */
  readonly window: QueryWindow;
}

/** A PromQL expression as data. */
export type QueryNode =
  | { readonly kind: 'number'; readonly value: number | Expr<number> }
  | { readonly kind: 'quantity'; readonly text: Expr<string> }
  | { readonly kind: 'time' }
  | { readonly kind: 'select'; readonly selection: SeriesSelection }
  | {
      readonly kind: 'range';
      readonly call: RangeFunction;
      readonly selection: SeriesSelection;
      readonly window: QueryWindow;
    }
  | HistogramNode
  | { readonly kind: 'absent'; readonly selection: SeriesSelection }
  | { readonly kind: 'alerts'; readonly state: AlertState; readonly where: Matchers }
  | { readonly kind: 'recorded'; readonly record: string; readonly of: QueryNode }
  | {
      readonly kind: 'recordedOver';
      readonly call: 'sum_over_time' | 'max_over_time';
      readonly record: string;
      readonly of: QueryNode;
      readonly window: Duration;
    }
  | {
      readonly kind: 'recordedQuantile';
      readonly record: string;
      readonly quantile: number;
      readonly of: HistogramNode;
    }
  | {
      readonly kind: 'aggregate';
      readonly call: Aggregation;
      readonly by: readonly string[];
      readonly parameter?: number;
      readonly of: QueryNode;
    }
  | {
      readonly kind: 'binary';
      readonly operator: Operator;
      readonly left: QueryNode;
      readonly right: QueryNode;
      readonly on?: readonly string[] | undefined;
    };

/** How far a range looks back; `default` is decided where the query is printed: a dashboard follows its own time range. */
export type QueryWindow = Duration | 'default';

/**
 * A PromQL expression that yields a vector whose series have the labels `L`. Built by the functions of this room only, so that a rate
 * of a gauge, a quantile of a counter or a grouping by a label that nobody documented does not compile.
 */
export class Query<in out L extends string = string> {
  /** Type only: keeps queries with other labels apart. */
  declare readonly labels: (label: L) => L;

  /** The expression, which `print` writes as text. */
  readonly node: QueryNode;

  constructor(node: QueryNode) {
    this.node = node;
  }
}

/** A PromQL expression that yields a number without labels. */
export class Scalar {
  /** Type only: keeps it apart from a query. */
  declare readonly scalar: true;

  /** The expression, which `print` writes as text. */
  readonly node: QueryNode;

  constructor(node: QueryNode) {
    this.node = node;
  }
}

/** A number, known now or when Helm runs. */
export type Amount = number | Expr<number> | Scalar;

/** Any query, whatever its labels. */
export type AnyQuery = Pick<Query, 'node'>;
