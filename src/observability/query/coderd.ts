import { METRICS_1_36 } from '../metrics';
import { promqlFor } from '../promql';

/** Queries over the metrics of coderd. */
export const { changes, gauge, increase, observations, observed, partAtMost, quantile, rate } = promqlFor(METRICS_1_36);
