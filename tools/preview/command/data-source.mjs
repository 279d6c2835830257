/**
 * What a preview asks, answered by a Prometheus.
 * @param {{ query(expr: string, time?: number): Promise<{ resultType: string, result: any }>,
 *   queryRange(expr: string, range: { start: number, end: number, step: number }): Promise<{ result: any[] }> }} prometheus
 * @returns {import('..').DataSource}
 */
export function dataSourceOf(prometheus) {
  return {
    range: async (expr, window) => (await prometheus.queryRange(expr, window)).result.map(seriesOf),
    instant: async (expr, time) => {
      const { resultType, result } = await prometheus.query(expr, time);
      return resultType === 'scalar' ? [seriesOf({ metric: {}, value: result })] : result.map(seriesOf);
    },
  };
}

/** A native histogram has neither value nor values: its series has no points. */
function seriesOf({ metric, value, values }) {
  const points = values ?? (value === undefined ? [] : [value]);
  return { labels: metric, points: points.map(([seconds, written]) => [seconds, numberOf(written)]) };
}

/** Prometheus writes numbers as text, and infinity as +Inf. */
function numberOf(written) {
  return Number(written.replace('Inf', 'Infinity'));
}
