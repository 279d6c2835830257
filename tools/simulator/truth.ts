import type { MetricName } from './metrics';
import type { ModelSeries } from './model/model';
import type { Pod } from './pod';
import { type Simulation, podOf } from './simulation';

/** Series of one name: `name` with its suffix, such as `coderd_api_request_latencies_ms_bucket`, and labels that must be equal. */
export interface Selector {
  readonly name: string;
  readonly labels?: Readonly<Record<string, string>>;
}

/** A span of Unix times in seconds. */
export interface TimeRange {
  readonly from: number;
  readonly to: number;
}

/**
 * The value of one series.
 *
 * @param series Name and labels as in the exposition, such as `go_info{version="go1.18"}`.
 * @returns undefined if the pod has no such series then, or is gone.
 * @throws SimulationError if there is no such pod.
 */
export function valueAt(simulation: Simulation, pod: string, series: string, time: number): number | undefined {
  const found = podOf(simulation, pod);
  const one = found.model.byKey.get(series);
  if (one === undefined || found.lives.at(time) === undefined) return undefined;
  const moment = found.momentAt(time);
  return one.present(moment) ? one.value(moment) : undefined;
}

/**
 * By how much the matching counters of a pod rose in a range, summed. What a counter loses when its process starts anew is made up
 * for, like `increase()` does, but without its extrapolation.
 *
 * @throws SimulationError if there is no such pod.
 */
export function increaseOf(simulation: Simulation, pod: string, selector: Selector, range: TimeRange): number {
  const found = podOf(simulation, pod);
  const series = [...found.model.byKey.values()].filter((one) => matches(one, selector));
  return series.reduce((sum, one) => sum + seriesIncrease(found, one, range), 0);
}

function matches({ name, labels }: ModelSeries, selector: Selector): boolean {
  if (name !== selector.name) return false;
  const own = Object.fromEntries(labels);
  return Object.entries(selector.labels ?? {}).every(([label, value]) => own[label] === value);
}

function seriesIncrease(pod: Pod, { value }: ModelSeries, { from, to }: TimeRange): number {
  return pod.lives.between(from, to).reduce((sum, life) => {
    const before = life.start < from ? value(pod.momentOf(life, from)) : 0;
    return sum + value(pod.momentOf(life, Math.min(to, life.end))) - before;
  }, 0);
}

/** What a range of time was really like, for one pod or several together. */
export interface TrueRates {
  /** Requests a second: all, and by code. */
  readonly requests: number;
  readonly requestsByCode: Readonly<Record<string, number>>;
  /** Part of the requests that answered 5xx. */
  readonly errorRatio: number;
  /** Part of the requests that took longer than 500 ms; websockets do not count. */
  readonly slowRatio: number;
  /** SQL queries a second. */
  readonly queries: number;
  /** Background jobs a second. */
  readonly jobsEnqueued: number;
  readonly jobsStarted: number;
  readonly jobsCompleted: number;
  /** Connections to workspaces opened a second, and the part of them that was relayed. */
  readonly workspaceConnections: number;
  readonly turnShare: number;
}

/**
 * The true rates over a range of time: what a query should find.
 *
 * @param pods Names; their rates are added.
 * @throws SimulationError if there is no such pod.
 */
export function trueRates(simulation: Simulation, pods: readonly string[], range: TimeRange): TrueRates {
  const rise = (name: string, labels: Selector['labels'] = {}): number =>
    pods.reduce((sum, pod) => sum + increaseOf(simulation, pod, { name, labels }, range), 0);
  const rate = (name: MetricName, labels: Selector['labels'] = {}): number =>
    rise(name, labels) / (range.to - range.from);
  const codes = codesOf(simulation, pods);
  const requestsByCode = Object.fromEntries(
    codes.map((code) => [code, rate('coderd_api_requests_processed_total', { code })]),
  );
  const [timed, quick] = [
    rise('coderd_api_request_latencies_ms_count'),
    rise('coderd_api_request_latencies_ms_bucket', { le: '500' }),
  ];
  const requests = rate('coderd_api_requests_processed_total');
  const opened = rate('coderd_rtc_workspace_connections_total');
  return {
    ...{ requests, requestsByCode },
    errorRatio:
      codes.filter((code) => code.startsWith('5')).reduce((sum, code) => sum + (requestsByCode[code] ?? 0), 0) /
      requests,
    slowRatio: 1 - quick / timed,
    queries: rate('coderd_db_sql_queries_executed_total'),
    jobsEnqueued: rate('coderd_backgroundjob_enqueued_total'),
    jobsStarted: rate('coderd_backgroundjob_started_total'),
    jobsCompleted: rate('coderd_backgroundjob_completed_total'),
    workspaceConnections: opened,
    turnShare: rate('coderd_rtc_turn_connections_total') / opened,
  };
}

function codesOf(simulation: Simulation, pods: readonly string[]): readonly string[] {
  const series = pods.flatMap((pod) => [...podOf(simulation, pod).model.byKey.values()]);
  const codes = series
    .filter(({ name }) => name === 'coderd_api_requests_processed_total')
    .flatMap(({ labels }) => labels.filter(([label]) => label === 'code').map(([, code]) => code));
  return [...new Set(codes)].sort();
}
