import { count, max, min, minus, or, over, sum, time, times } from '../../../../observability/promql';
import { type Question, fact, factBy, list } from '../../../../observability/query';
import { gauge, increase, observations, observed, partAtMost, quantile, rate } from '../promql';

const REQUESTS = 'coderd_api_requests_processed_total';
const LATENCY = 'coderd_api_request_latencies_ms';
const SERVER_ERROR = { code: { matches: '5..' } } as const;

const used = max(gauge('coderd_license_user_count'));
const limit = max(gauge('coderd_license_user_limit'));

/** Without a single error there is no series of errors, which is a part of 0 and not nothing. */
const errorsOfHour = or(
  sum(increase(REQUESTS, { where: SERVER_ERROR, window: '1h' })),
  times(sum(increase(REQUESTS, { window: '1h' })), 0),
);
const availability = minus(1, over(errorsOfHour, sum(increase(REQUESTS, { window: '1h' }))));
const errors = or(sum(rate(REQUESTS, { where: SERVER_ERROR })), times(sum(rate(REQUESTS)), 0));
const errorsByRoute = or(
  sum(rate(REQUESTS, { where: SERVER_ERROR }), ['method', 'path']),
  times(sum(rate(REQUESTS), ['method', 'path']), 0),
);

/** What users of Coder notice. */
export const USER_QUESTIONS: readonly Question[] = [
  {
    kind: 'facts',
    name: 'health',
    about: 'pods up, uptime, Go version, availability in the last hour',
    window: '5m',
    facts: [
      fact('pods up', 'count', sum(gauge('up'))),
      fact('pods scraped', 'count', count(gauge('up'))),
      fact('last start', 'date', max(gauge('process_start_time_seconds'))),
      fact('uptime', 'seconds', minus(time(), max(gauge('process_start_time_seconds')))),
      factBy('pods with', 'count', 'version', count(gauge('go_info'), ['version'])),
      fact('requests', 'perSecond', sum(rate(REQUESTS))),
      fact('availability in the last hour', 'ratio', availability),
    ],
  },
  {
    kind: 'facts',
    name: 'errors',
    about: 'ratio of requests that fail with 5xx, and requests by code',
    window: '5m',
    facts: [
      fact('5xx ratio', 'ratio', over(errors, sum(rate(REQUESTS)))),
      fact('5xx', 'perSecond', errors),
      fact('all requests', 'perSecond', sum(rate(REQUESTS))),
      factBy('code', 'perSecond', 'code', sum(rate(REQUESTS), ['code'])),
    ],
  },
  {
    kind: 'facts',
    name: 'latency',
    about: 'p50, p95, p99 and mean of the request latency, without websockets',
    window: '5m',
    facts: [
      fact('p50', 'milliseconds', quantile(0.5, LATENCY)),
      fact('p95', 'milliseconds', quantile(0.95, LATENCY)),
      fact('p99', 'milliseconds', quantile(0.99, LATENCY)),
      fact('mean', 'milliseconds', over(observed(LATENCY), observations(LATENCY))),
      fact('within 500 ms', 'ratio', partAtMost(500, LATENCY)),
      fact('requests', 'perSecond', observations(LATENCY)),
    ],
  },
  list({
    name: 'routes',
    about: 'requests, errors and p95 by method and path, top 20',
    window: '5m',
    by: ['method', 'path'],
    most: 20,
    columns: [
      {
        key: 'requestsPerSecond',
        title: 'requests',
        unit: 'perSecond',
        query: sum(rate(REQUESTS), ['method', 'path']),
      },
      {
        key: 'errorRatio',
        title: '5xx',
        unit: 'ratio',
        query: over(errorsByRoute, sum(rate(REQUESTS), ['method', 'path'])),
      },
      { key: 'p95', title: 'p95', unit: 'milliseconds', query: quantile(0.95, LATENCY, { by: ['method', 'path'] }) },
    ],
  }),
  {
    kind: 'facts',
    name: 'seats',
    about: 'license seats: used, allowed, available; when the license expires',
    window: '5m',
    facts: [
      fact('used', 'count', used),
      fact('allowed', 'count', limit),
      fact('available', 'count', minus(limit, used)),
      fact('utilization', 'ratio', over(used, limit)),
      fact('license expires in', 'days', min(gauge('coderd_license_time_until_expires_days'))),
      fact('license expires', 'date', min(gauge('coderd_license_expires_at_unix'))),
    ],
  },
];
