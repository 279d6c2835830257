import { interpolate } from '../../../../engine/expr';
import { number } from '../../../../engine/values';
import { INSTALLATION, alert } from '../../../../observability/mixin';
import { above, and, equalTo, sum } from '../../../../observability/promql';
import { rate, series } from '../promql';
import { requests } from './burn-rate';
import { BUSY_QUERIES, CONNECTIONS, READ_LOGS, RESTART } from './commands';

const databaseStalled = alert({
  name: 'CoderdDatabaseStalled',
  group: 'database',
  thresholds: {
    requestsPerSecond: number({
      description: 'Minimum number of API requests per second.',
      default: 1,
      min: 0,
    }),
  },
  rules: ({ requestsPerSecond }) => [
    {
      severity: 'critical',
      for: '5m',
      // "and" rather than "unless": a metric that is dropped proves nothing.
      query: and(
        above(sum(rate('coderd_api_requests_processed_total', { window: '5m' }), INSTALLATION), requestsPerSecond),
        equalTo(sum(rate('coderd_db_sql_queries_executed_total', { window: '5m' }), INSTALLATION), 0),
      ),
    },
  ],
  summary: ({ label }) => `coderd in ${label('namespace')} gets no response from its database.`,
  description: ({ value, lasting }, { requestsPerSecond }) =>
    interpolate`coderd handles ${value('number')} API requests per second (threshold: ${requestsPerSecond}), but for ${lasting} it has not executed a single SQL query. Most likely, users get errors.`,
  runbook: {
    meaning:
      'API requests arrive, but no SQL queries are executed: PostgreSQL is unreachable, or all connections hang.',
    impact: 'Coder is unusable or about to be.',
    diagnosis: [
      { text: 'Which pods execute queries?', query: sum(rate('coderd_db_sql_queries_executed_total'), ['pod']) },
      READ_LOGS,
      'Which database is it? `kubectl -n @{namespace} get deployment @{workload} -o jsonpath=\'{range .spec.template.spec.containers[0].env[*]}{.name}={.value}{"\\n"}{end}\' | grep -E "^DB_(HOST|PORT|NAME)="`.',
      'Is it reachable from the cluster? `kubectl -n @{namespace} run psql --rm -it --restart=Never --image=postgres:16 -- pg_isready -h HOST -p 5432`.',
      CONNECTIONS,
      BUSY_QUERIES,
    ],
    mitigation: [
      'Restore PostgreSQL: restart it, fail over, free disk space, or raise `max_connections`.',
      'If the certificates or the password changed, update the Secret and restart coderd.',
      RESTART,
    ],
  },
  scenarios: [
    {
      title: 'when there are requests but no queries',
      series: [requests('500', '0+80x40'), series('coderd_db_sql_queries_executed_total', '0+900x10 9000x30')],
      minute: 30,
      fires: [{ namespace: 'coder', severity: 'critical' }],
    },
    {
      title: 'while few queries are executed',
      series: [requests('200', '0+120x40'), series('coderd_db_sql_queries_executed_total', '0+1x40')],
      minute: 30,
      fires: [],
    },
    {
      title: 'at night, when only probes arrive',
      series: [requests('200', '0+50x40'), series('coderd_db_sql_queries_executed_total', '9000x40')],
      minute: 30,
      fires: [],
    },
    {
      title: 'while there have been no queries for 8 minutes (the window of the rate covers half of them)',
      series: [requests('200', '0+120x40'), series('coderd_db_sql_queries_executed_total', '0+900x20 18000x20')],
      minute: 28,
      fires: [],
    },
  ],
});

/** Whether the database answers. */
export const DATABASE_ALERTS = [databaseStalled];
