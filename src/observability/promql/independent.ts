import type { Expr } from '../../engine/expr';
import { SCRAPE_METRICS, type ScrapeName, type TargetLabel } from '../metrics';
import { type AlertState, type Matcher, Query, Scalar } from './query';

/** 1, with the labels that were asked for, where nothing of the kind is scraped. */
export function absent(name: ScrapeName): Query<'job'> {
  return new Query({ kind: 'absent', selection: { name, metric: SCRAPE_METRICS[name], where: {} } });
}

/** A label that an alert may have. */
export type AlertLabel = TargetLabel | 'alertname' | 'severity';

/**
 * 1 for each alert in a state, with the labels of the alert. Labels that the alert's query drops are not there.
 *
 * @see https://prometheus.io/docs/prometheus/latest/configuration/alerting_rules/#inspecting-alerts-during-runtime
 */
export function alertsThatAre(
  state: AlertState,
  where: { readonly [L in AlertLabel]?: Matcher } = {},
): Query<AlertLabel> {
  return new Query({ kind: 'alerts', state, where });
}

/** Seconds since 1970, now. */
export function time(): Scalar {
  return new Scalar({ kind: 'time' });
}

/** A number as a scalar. */
export function scalar(value: number | Expr<number>): Scalar {
  return new Scalar({ kind: 'number', value });
}

/** A text that PromQL reads as a number, such as `512 * 1024`. */
export function quantity(text: Expr<string>): Scalar {
  return new Scalar({ kind: 'quantity', text });
}
