import { interpolate } from '../../../../engine/expr';
import { int, number } from '../../../../engine/values';
import { INSTALLATION, alert } from '../../../../observability/mixin';
import { above, and, atLeast, below, over, sum, times } from '../../../../observability/promql';
import { WEBSOCKETS, WEBSOCKETS_LOST, stillLost } from '../connections';
import { gauge, rate, series } from '../promql';
import { requests } from './burn-rate';
import {
  BUSY_QUERIES,
  CONNECTIONS,
  LAST_CHANGE,
  LIST_PODS,
  PROFILE_GOROUTINES,
  READ_LOGS,
  RESTART,
  ROLL_BACK,
} from './commands';

const PROCESSED = 'coderd_api_requests_processed_total';
const OPEN = sum(gauge('coderd_api_concurrent_requests'), INSTALLATION);

/** Requests per second that are answered; a websocket is no request that anybody waits for. */
const ANSWERED = sum(rate(PROCESSED, { where: { code: { isNot: '101' } }, window: '5m' }), INSTALLATION);

const requestsStuck = alert({
  name: 'CoderdRequestsStuck',
  group: 'api',
  saidBy: ['CoderdDatabaseStalled'],
  thresholds: {
    seconds: number({
      description: 'Maximum mean duration of a request, in seconds.',
      default: 60,
      min: 1,
    }),
    requests: int({ description: 'Minimum number of open requests.', default: 10, min: 0 }),
  },
  // How many there are, over how many end per second, is how long each takes. Ratios and latencies know only those that ended.
  rules: ({ seconds, requests: least }) => [
    { severity: 'critical', for: '5m', query: and(above(over(OPEN, ANSWERED), seconds), atLeast(OPEN, least)) },
  ],
  summary: ({ label }) => `API requests in ${label('namespace')} get no response.`,
  description: ({ lasting, value }, { seconds, requests: least }) =>
    interpolate`For ${lasting}, ${least} or more API requests have been open, for ${value('duration')} each on average (threshold: ${seconds} s; +Inf means that none ends). Most likely nobody can use Coder.`,
  runbook: {
    meaning:
      'Requests come in and stay open: coderd waits for something. Error ratios and latencies do not show it, since they count requests that have ended.',
    impact: 'The dashboard, the command line and builds hang.',
    diagnosis: [
      { text: 'How many are open in each pod?', query: sum(gauge('coderd_api_concurrent_requests'), ['pod']) },
      { text: 'Does the database respond?', query: sum(rate('coderd_db_sql_queries_executed_total'), ['pod']) },
      BUSY_QUERIES,
      CONNECTIONS,
      READ_LOGS,
      PROFILE_GOROUTINES,
    ],
    mitigation: [
      'If a query blocks the others in PostgreSQL, terminate it: `SELECT pg_terminate_backend(PID);`.',
      'If PostgreSQL does not respond, see the runbook of CoderdDatabaseStalled.',
      RESTART,
    ],
  },
  scenarios: [
    {
      title: 'when no request is answered any more',
      series: [requests('200', '0+60x30 1800x40'), series('coderd_api_concurrent_requests', '2x30 20+20x39')],
      minute: 42,
      fires: [{ namespace: 'coder', severity: 'critical' }],
    },
    {
      title: 'when only health checks are answered',
      series: [requests('200', '0+60x30 1806+6x39'), series('coderd_api_concurrent_requests', '2x30 20+20x39')],
      minute: 42,
      fires: [{ namespace: 'coder', severity: 'critical' }],
    },
    {
      title: 'while many requests are answered',
      series: [requests('200', '0+600x70'), series('coderd_api_concurrent_requests', '200x70')],
      minute: 42,
      fires: [],
    },
    {
      title: 'while 9 requests are open on a quiet night',
      series: [requests('200', '0x70'), series('coderd_api_concurrent_requests', '9x70')],
      minute: 42,
      fires: [],
    },
    {
      title: 'while only websockets are open',
      series: [requests('200', '0+60x70'), series('coderd_api_concurrent_requests', '2x70')],
      minute: 42,
      fires: [],
    },
  ],
});

const REFUSED = sum(rate(PROCESSED, { where: { code: { matches: '401|403' } }, window: '10m' }), INSTALLATION);
const SUCCEEDED = sum(rate(PROCESSED, { where: { code: { matches: '[23]..' } }, window: '10m' }), INSTALLATION);
const SUCCEEDED_BEFORE = sum(
  rate(PROCESSED, { where: { code: { matches: '[23]..' } }, window: '10m', offset: '1h' }),
  INSTALLATION,
);

const requestsRefused = alert({
  name: 'CoderdRequestsRefused',
  group: 'api',
  thresholds: {
    ratio: number({
      description: 'Ratio of the successful requests of an hour before that are refused.',
      default: 0.5,
      min: 0.01,
      max: 0.99,
    }),
    requests: int({
      description: 'Minimum number of refused requests in 10 minutes.',
      default: 50,
      min: 0,
    }),
  },
  // Robots that are refused at night do not make fewer requests succeed.
  rules: ({ ratio, requests: least }) => [
    {
      severity: 'critical',
      for: '10m',
      query: and(
        and(above(REFUSED, times(ratio, SUCCEEDED_BEFORE)), below(SUCCEEDED, times(ratio, SUCCEEDED_BEFORE))),
        above(times(REFUSED, 600), least),
      ),
    },
  ],
  summary: ({ label }) => `coderd in ${label('namespace')} refuses most requests.`,
  description: ({ value, bound, lasting }, { ratio }) =>
    interpolate`coderd refuses ${value('number')} requests per second with status 401 or 403; for ${lasting} it has been more than ${bound(ratio, 'percent')} of those that succeeded an hour before, and fewer succeed. Most likely users cannot log in.`,
  runbook: {
    meaning:
      'Requests that used to succeed are answered with 401 or 403: sessions or the identity provider are broken.',
    impact: 'Users are logged out and cannot log in again. Running workspaces keep running.',
    diagnosis: [
      {
        text: 'Which routes are refused?',
        query: sum(rate(PROCESSED, { where: { code: { matches: '401|403' } } }), ['method', 'path']),
      },
      'Can the identity provider be reached, and is its client secret still valid? Try to log in.',
      READ_LOGS,
      LAST_CHANGE,
    ],
    mitigation: ['Fix or replace the client secret of the identity provider (`oidc`), and restart coderd.', ROLL_BACK],
  },
  scenarios: [
    {
      title: 'when every request is refused',
      series: [requests('200', '0+60x90 5400x60'), requests('401', '0x90 60+60x59')],
      minute: 115,
      fires: [{ namespace: 'coder', severity: 'critical' }],
    },
    {
      title: 'while robots are refused at night',
      series: [requests('200', '0+10x150'), requests('401', '0x90 60+60x59')],
      minute: 115,
      fires: [],
    },
    {
      title: 'while everybody goes home',
      series: [requests('200', '0+60x90 5402+2x59'), requests('401', '0+1x150')],
      minute: 115,
      fires: [],
    },
  ],
});

const trafficGone = alert({
  name: 'CoderdTrafficGone',
  group: 'networking',
  saidBy: ['CoderdTargetsAbsent', 'CoderdDown'],
  thresholds: {
    ratio: number({
      description: 'Ratio of the websockets that are lost within 15 minutes.',
      default: 0.8,
      min: 0.01,
      max: 0.99,
    }),
    websockets: int({
      description: 'Minimum number of websockets.',
      default: 20,
      min: 0,
    }),
  },
  rules: ({ ratio, websockets }) => [
    {
      severity: 'critical',
      for: '10m',
      query: stillLost({ now: WEBSOCKETS, lost: WEBSOCKETS_LOST }, { ratio, least: websockets, since: '1h' }),
    },
  ],
  summary: ({ label }) => `Almost nobody reaches coderd in ${label('namespace')} any more.`,
  description: ({ value, bound, lasting }, { ratio }) =>
    interpolate`${value('whole')} websockets are open. Within the last hour, more than ${bound(ratio, 'percent')} of them were lost within 15 minutes, and for ${lasting} they have not come back. Most likely the way from users to coderd is broken.`,
  runbook: {
    meaning:
      'Most open websockets (terminals, agents, log streams) were lost at once and have not come back, while coderd itself is up.',
    impact: 'Users and agents do not reach Coder.',
    diagnosis: [
      { text: 'How many are open in each pod?', query: sum(gauge('coderd_api_concurrent_websockets'), ['pod']) },
      { text: 'Which requests still arrive?', query: sum(rate(PROCESSED), ['method', 'path']) },
      'Open the access URL of Coder from outside the cluster. Is its certificate valid, does its name resolve?',
      'Read the log and the events of the ingress, gateway or load balancer in front of coderd.',
      LIST_PODS,
      LAST_CHANGE,
    ],
    mitigation: [
      'Revert the change to the ingress, load balancer, certificate, DNS or NetworkPolicy. Clients reconnect by themselves.',
      ROLL_BACK,
    ],
  },
  scenarios: [
    {
      title: 'when 58 of 60 websockets are lost',
      series: [series('coderd_api_concurrent_websockets', '60x60 2x60')],
      minute: 75,
      fires: [{ namespace: 'coder', severity: 'critical' }],
    },
    {
      title: 'when half of them are lost',
      series: [series('coderd_api_concurrent_websockets', '60x60 30x60')],
      minute: 75,
      fires: [],
    },
    {
      title: 'while clients reconnect within 5 minutes',
      series: [series('coderd_api_concurrent_websockets', '60x60 2x4 55x60')],
      minute: 75,
      fires: [],
    },
    {
      title: 'when everybody goes home within 2 hours',
      series: [series('coderd_api_concurrent_websockets', '60x60 60-0.5x119 0x60')],
      minute: 200,
      fires: [],
    },
  ],
});

/** Whether requests come in, are let in, and come to an end. */
export const TRAFFIC_ALERTS = [requestsStuck, requestsRefused, trafficGone];
