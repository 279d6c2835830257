import { over, sum, times } from '../../../../observability/promql';
import { type Question, fact } from '../../../../observability/query';
import { gauge, observations, observed, quantile, rate } from '../promql';

const WAIT = 'coderd_backgroundjob_enqueue_time_seconds';
const RUN = 'coderd_backgroundjob_execution_time_seconds';
const BUILD = 'coderd_background_workspace_build_duration_s';
const SQL = 'coderd_db_sql_query_latencies_ms';
const TURN_SHARE = over(
  sum(rate('coderd_rtc_turn_connections_total')),
  sum(rate('coderd_rtc_workspace_connections_total')),
);

/** What coderd does behind the requests. */
export const WORK_QUESTIONS: readonly Question[] = [
  {
    kind: 'facts',
    name: 'queue',
    about: 'background jobs: queued, started and completed, queue wait time',
    window: '15m',
    facts: [
      fact('queued now', 'count', sum(gauge('coderd_backgroundjob_current_enqueued_jobs'))),
      fact('enqueued', 'perSecond', sum(rate('coderd_backgroundjob_enqueued_total'))),
      fact('started', 'perSecond', sum(rate('coderd_backgroundjob_started_total'))),
      fact('completed', 'perSecond', sum(rate('coderd_backgroundjob_completed_total'))),
      fact('wait p50', 'seconds', quantile(0.5, WAIT)),
      fact('wait p95', 'seconds', quantile(0.95, WAIT)),
      fact('run p95', 'seconds', quantile(0.95, RUN)),
    ],
  },
  {
    kind: 'facts',
    name: 'builds',
    about: 'workspace builds: rate and duration',
    window: '1h',
    facts: [
      fact('builds', 'perHour', times(observations(BUILD), 3600)),
      fact('p50', 'seconds', quantile(0.5, BUILD)),
      fact('p90', 'seconds', quantile(0.9, BUILD)),
      fact('mean', 'seconds', over(observed(BUILD), observations(BUILD))),
    ],
  },
  {
    kind: 'facts',
    name: 'database',
    about: 'SQL queries: rate and latency',
    window: '5m',
    facts: [
      fact('queries', 'perSecond', sum(rate('coderd_db_sql_queries_executed_total'))),
      fact('p95', 'milliseconds', quantile(0.95, SQL)),
      fact('p99', 'milliseconds', quantile(0.99, SQL)),
      fact('mean', 'milliseconds', over(observed(SQL), observations(SQL))),
      fact(
        'queries per request',
        'count',
        over(sum(rate('coderd_db_sql_queries_executed_total')), sum(rate('coderd_api_requests_processed_total'))),
      ),
    ],
  },
  {
    kind: 'facts',
    name: 'connections',
    about: 'agents, workspace connections, and the ratio that TURN relays',
    window: '15m',
    facts: [
      fact('agents listening', 'count', sum(gauge('coderd_rtc_agent_listeners_concurrent'))),
      fact('workspace connections', 'count', sum(gauge('coderd_rtc_workspace_connections_current'))),
      fact('opened', 'perSecond', sum(rate('coderd_rtc_workspace_connections_total'))),
      fact('relayed by TURN', 'count', sum(gauge('coderd_rtc_turn_connections_concurrent'))),
      fact('TURN relay ratio', 'ratio', TURN_SHARE),
      fact('clients', 'perSecond', sum(rate('coderd_rtc_client_connections_total'))),
      fact('websockets', 'count', sum(gauge('coderd_api_concurrent_websockets'))),
    ],
  },
];
