import type { PrometheusClient } from '../components';
import { eventually, expectNone } from './claims';

/** Waits until so many targets answer; `up` counts them, by default those that answered the last scrape. */
export async function expectScraped(prometheus: PrometheusClient, targets: number, up = 'sum(up)'): Promise<void> {
  const problems = await eventually(async () => {
    const [sum] = await prometheus.series(up);
    const found = Number(sum?.value?.[1] ?? 0);
    return found === targets ? [] : [`${found} of ${targets} targets answer`];
  });
  expectNone(problems, 'problems');
}
