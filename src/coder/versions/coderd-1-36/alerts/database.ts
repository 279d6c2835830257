import { interpolate } from '../../../../engine/expr';
import { number } from '../../../../engine/values';
import { INSTALLATION, alert } from '../../../../observability/mixin';
import { above, sum, unless } from '../../../../observability/promql';
import { rate, series } from '../promql';
import { requests } from './burn-rate';
import { BUSY_QUERIES, CONNECTIONS, READ_LOGS, RESTART } from './commands';

const databaseStalled = alert({
  name: 'CoderdDatabaseStalled',
  group: 'database',
  thresholds: {
    requestsPerSecond: number({
      description: 'API requests per second below which the alert is silent.',
      default: 1,
      min: 0,
    }),
  },
  rules: ({ requestsPerSecond }) => [
    {
      severity: 'critical',
      for: '5m',
      query: unless(
        above(sum(rate('coderd_api_requests_processed_total', { window: '5m' }), INSTALLATION), requestsPerSecond),
        above(sum(rate('coderd_db_sql_queries_executed_total', { window: '5m' }), INSTALLATION), 0),
      ),
    },
  ],
  summary: ({ label }) => `coderd in ${label('namespace')} gets no answers from its database.`,
  description: ({ value, lasting }, { requestsPerSecond }) =>
    interpolate`coderd answers ${value('number')} API requests per second (limit: ${requestsPerSecond}), and for ${lasting} has not executed a single SQL query. Most likely users get errors.`,
  runbook: {
    meaning:
      'API requests come, and the number of executed SQL queries stands still: PostgreSQL cannot be reached, or all connections hang.',
    impact: 'Coder is unusable or about to be.',
    diagnosis: [
      { text: 'Which pods execute queries?', query: sum(rate('coderd_db_sql_queries_executed_total'), ['pod']) },
      READ_LOGS,
      'Which database is it? `kubectl -n coder get deployment coderd -o jsonpath=\'{range .spec.template.spec.containers[0].env[*]}{.name}={.value}{"\\n"}{end}\' | grep -E "^DB_(HOST|PORT|NAME)="`.',
      'Can it be reached from the cluster? `kubectl -n coder run psql --rm -it --restart=Never --image=postgres:16 -- pg_isready -h HOST -p 5432`.',
      CONNECTIONS,
      BUSY_QUERIES,
    ],
    mitigation: [
      'Bring PostgreSQL back: restart it, fail over, free its disk, or raise `max_connections`.',
      'Certificates or password changed? Correct the Secret and restart coderd.',
      RESTART,
    ],
  },
  scenarios: [
    {
      title: 'when requests go on without queries',
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
      title: 'at night, when only probes come',
      series: [requests('200', '0+50x40'), series('coderd_db_sql_queries_executed_total', '9000x40')],
      minute: 30,
      fires: [],
    },
    {
      title: 'while queries have been missing for 8 minutes, half of them within the window of the rate',
      series: [requests('200', '0+120x40'), series('coderd_db_sql_queries_executed_total', '0+900x20 18000x20')],
      minute: 28,
      fires: [],
    },
  ],
});

/** Whether the database answers. */
export const DATABASE_ALERTS = [databaseStalled];
