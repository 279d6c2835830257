import type { PrometheusClient } from '../components';
import { messageOf } from '../setup/index.cjs';
import { eventually, expectNone } from './claims';
import { type Query, hasData } from './manifests';

/** What is wrong with the answer to a query: `no data`, or what Prometheus complains of; empty if there is data. */
export async function answerTo(prometheus: PrometheusClient, expr: string): Promise<string> {
  try {
    return hasData(await prometheus.query(expr)) ? '' : 'no data';
  } catch (error) {
    return messageOf(error);
  }
}

type Asked = Pick<Query, 'place' | 'expr'>;

/** Waits until each query has had data once. */
export async function expectData(prometheus: PrometheusClient, queries: readonly Asked[]): Promise<string> {
  let missing = queries;
  const problems = await eventually(async () => {
    const asked = await Promise.all(
      missing.map(async (query) => ({ query, answer: await answerTo(prometheus, query.expr) })),
    );
    const silent = asked.filter(({ answer }) => answer !== '');
    missing = silent.map(({ query }) => query);
    return silent.map(({ query, answer }) => `${query.place}: ${answer}: ${query.expr}`);
  });
  expectNone(problems, 'queries without data');
  return `${queries.length} queries`;
}
