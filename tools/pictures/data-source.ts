import type { PrometheusClient, SampleJson, SeriesJson } from '../components';
import type { DataSource, Series } from '../preview';

/** What a preview asks, answered by a Prometheus. */
export function dataSourceOf(prometheus: Pick<PrometheusClient, 'query' | 'queryRange'>): DataSource {
  return {
    range: async (expr, window) => (await prometheus.queryRange(expr, window)).result.map(seriesOf),
    instant: async (expr, time) => {
      const answer = await prometheus.query(expr, time);
      if (answer.resultType === 'scalar') return [seriesOf({ metric: {}, value: answer.result })];
      return answer.result.map(seriesOf);
    },
  };
}

/** A native histogram has neither value nor values: its series has no points. */
function seriesOf({ metric, value, values }: SeriesJson): Series {
  const points = values ?? (value === undefined ? [] : [value]);
  return { labels: metric, points: points.map(([seconds, written]) => [seconds, numberOf(written)]) };
}

/** Prometheus writes numbers as text, and infinity as +Inf. */
function numberOf(written: SampleJson[1]): number {
  return Number(written.replace('Inf', 'Infinity'));
}
