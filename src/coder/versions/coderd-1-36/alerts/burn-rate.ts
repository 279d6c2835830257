import { type Expr, type Value, atMost, ifElse, interpolate } from '../../../../engine/expr';
import { int } from '../../../../engine/values';
import type { LabelOf } from '../../../../observability/metrics';
import type { AlertRule, Firing, InputSeries, InstallationLabel, Samples } from '../../../../observability/mixin';
import { type Query, type Scalar, above, and, quantity } from '../../../../observability/promql';
import type { Coderd136Metrics } from '../metrics';
import { series } from '../promql';
import type { LongWindow, SloWindow } from '../recordings';

interface Burn {
  readonly long: LongWindow;
  readonly short: SloWindow;
  /** How many times faster than allowed the budget is used. */
  readonly factor: number;
  /** When the budget of 30 days is used up at this speed. */
  readonly emptyIn: string;
  readonly rule: Pick<AlertRule<never>, 'severity' | 'for'>;
}

/**
 * Speeds at which an error budget of 30 days is used. The long window says that it matters, the short one that it goes on.
 *
 * @see https://sre.google/workbook/alerting-on-slos/
 */
const BURNS: readonly Burn[] = [
  { long: '1h', short: '5m', factor: 14.4, emptyIn: '50 hours', rule: { severity: 'critical', for: '2m' } },
  { long: '6h', short: '30m', factor: 6, emptyIn: '5 days', rule: { severity: 'critical', for: '15m' } },
  { long: '1d', short: '2h', factor: 3, emptyIn: '10 days', rule: { severity: 'warning', for: '1h' } },
  { long: '3d', short: '6h', factor: 1, emptyIn: '30 days', rule: { severity: 'warning', for: '3h' } },
];

/** What a burn-rate alert compares. */
export interface BurnQueries {
  /** Part of the requests of a window that broke the promise. */
  readonly ratio: (window: SloWindow) => Query<InstallationLabel>;
  /** How many they were. */
  readonly broken: (window: LongWindow) => Query<InstallationLabel>;
}

/** How many requests break the promise before anybody hears of it. */
export const BAD_REQUESTS = int({
  description: 'Failed or slow requests in the longer window that call nobody.',
  default: 10,
  min: 0,
});

/** Half of the requests is too much, whatever the objective: with one of 0.9, no ratio is 14.4 times what it allows. */
const MOST = 0.5;

/** Whether half of the requests is less than what burns the budget so fast. */
function isLow(factor: number, objective: Value<number>): Expr<boolean> {
  return atMost(interpolate`${objective}`, String(1 - MOST / factor), { '': '1' });
}

/** The part of the requests above which the budget burns too fast. */
function allowedAt(factor: number, objective: Expr<number>): Scalar {
  return quantity(ifElse(isLow(factor, objective), String(MOST), interpolate`${factor} * (1 - ${objective})`));
}

/** The rules of a burn-rate alert: one for each speed, told apart by labels. Few broken promises prove nothing. */
export function burnRules(
  { ratio, broken }: BurnQueries,
  // Part of the requests that must keep the promise, and how many may break it before anybody hears of it.
  { objective, least }: { readonly objective: Expr<number>; readonly least: Expr<number> },
): readonly AlertRule<InstallationLabel>[] {
  return BURNS.map(({ long, short, factor, rule }) => {
    const allowed = allowedAt(factor, objective);
    const isFast = and(above(ratio(long), allowed), above(ratio(short), allowed));
    return { ...rule, labels: { long, short }, query: and(isFast, above(broken(long), least)) };
  });
}

/** How fast the budget is used, and when it is empty. */
export function burnText({ own, bound }: Firing<InstallationLabel>, objective: Value<number>): Value<string> {
  const { factor = 1, emptyIn = '' } = BURNS.find(({ long }) => long === own('long')) ?? {};
  const fast = `At this burn rate (${factor} or more), the 30-day error budget is used up within ${emptyIn}.`;
  const most = 'More than half of the requests is too many, however low the objective is.';
  return interpolate`The objective is ${bound(objective, 'percent')}. ${ifElse(isLow(factor, objective), most, fast)}`;
}

/** Requests of one route by status. */
export function requests(
  code: '200' | '401' | '500',
  values: Samples,
  labels: { readonly [L in LabelOf<Coderd136Metrics, 'coderd_api_requests_processed_total'>]?: string } = {},
): InputSeries {
  return series('coderd_api_requests_processed_total', values, {
    code,
    method: 'GET',
    path: '/api/v0/users',
    ...labels,
  });
}
