import type { PrometheusClient } from '../components';
import { eventually, expectNone } from './claims';

/** Waits until so many targets answer. */
export async function expectScraped(prometheus: PrometheusClient, targets: number): Promise<void> {
  const problems = await eventually(async () => {
    const [up] = await prometheus.series('sum(up)');
    const found = Number(up?.value?.[1] ?? 0);
    return found === targets ? [] : [`${found} of ${targets} targets answer`];
  });
  expectNone(problems, 'problems');
}
