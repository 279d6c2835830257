import { around, mixed } from '../distribution';
import type { Family, Kit } from './kit';

/** Queries a second and pod. */
const queryRate = 200;

/** coderd's bounds are not published. */
const bounds = [1, 5, 10, 25, 50, 100, 500, 1000, 5000, 10000, 30000];
const usual = around(3, 1.6);
const slow = mixed(usual, 0.15, around(2000, 4));

/** SQL queries. */
export function databaseFamilies(
  kit: Kit,
): Record<'coderd_db_sql_queries_executed_total' | 'coderd_db_sql_query_latencies_ms', Family> {
  const count = kit.flows.own('api', (on) => (on.has('database-stalled') ? 0 : queryRate));
  return {
    coderd_db_sql_queries_executed_total: kit.counter(count),
    coderd_db_sql_query_latencies_ms: kit.histogram({
      count,
      bounds,
      spread: (on) => (on.has('database-slow') ? slow : usual),
    }),
  };
}
