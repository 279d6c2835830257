import { METRICS } from '../metrics';
import { around, mixed } from '../distribution';
import type { Active } from '../active';
import type { Moment } from '../moment';
import type { FlowId } from '../ladder';
import { type Route, WEBSOCKET_ROUTES, routesOf } from '../routes';
import type { Family, Kit, Label, Series } from './kit';

/** Requests a second and pod. */
const requestRate = 25;
const usualErrors = 0.0003;
const burstErrors = 0.1;
const refused = 0.03;
const manyRefused = 200;
/** Milliseconds until an error is answered. */
const errorLatency = 2;

const concurrentWebsockets = 60;
const websocketMilliseconds = around(360_000, 1.3);
const websocketRate = (1000 * concurrentWebsockets) / websocketMilliseconds.mean;

const { buckets } = METRICS.coderd_api_request_latencies_ms;
const slowRequests = around(900, 4);
/** With errors, which are quick, and requests that are slow anyway, this makes 20 % of all above 500 ms. */
const slowShare = 0.226;

const errorShare = (on: Active): number => (on.has('api-errors') ? burstErrors : usualErrors);

/** Part of the usual requests that are answered, and are not refused. */
function answeredShare(on: Active): number {
  if (on.has('requests-stuck')) return 0;
  return on.has('traffic-gone') || on.has('requests-refused') ? 0.02 : 1;
}

/** How many times as many requests as usual are refused: only some routes refuse any. */
function refusedShare(on: Active): number {
  return on.has('requests-refused') ? manyRefused : answeredShare(on);
}

const usuallyOpen = ({ on }: Moment): number => (on.has('api-slow') ? 8 : 2);

/** Requests that nobody answers, since that began. */
function openAt({ on, time, start }: Moment): number {
  const stuck = on.get('requests-stuck');
  return stuck === undefined ? 0 : requestRate * (time - Math.max(stuck, start));
}

/** Requests and websockets. */
export function apiFamilies(
  kit: Kit,
): Record<
  | 'coderd_api_concurrent_requests'
  | 'coderd_api_concurrent_websockets'
  | 'coderd_api_request_latencies_ms'
  | 'coderd_api_requests_processed_total'
  | 'coderd_api_websocket_durations_ms',
  Family
> {
  const routes = routesOf(kit.settings.routes, kit.settings.seed).map((route) => routeSeries(kit, route));
  const sockets = WEBSOCKET_ROUTES.map((route) => websocketSeries(kit, route));
  const [level, drift] = [kit.level('api'), kit.drift('concurrent requests', 0.2)];
  const network = kit.level('network');
  return {
    coderd_api_concurrent_requests: kit.gauge((m) => Math.round((openAt(m) + usuallyOpen(m)) * level(m) * drift(m))),
    coderd_api_concurrent_websockets: kit.gauge((m) =>
      m.on.has('traffic-gone') ? 0 : Math.round(concurrentWebsockets * network(m)),
    ),
    coderd_api_request_latencies_ms: routes.flatMap(({ latencies }) => latencies),
    coderd_api_requests_processed_total: [...routes, ...sockets].flatMap(({ requests }) => requests),
    coderd_api_websocket_durations_ms: sockets.flatMap(({ durations }) => durations),
  };
}

function routeSeries(kit: Kit, route: Route): { requests: Family; latencies: Family } {
  const { method, path, code, refusal } = route;
  const rate = requestRate * route.weight;
  const refusals = refusal === undefined ? 0 : refused;
  const failing = path === '' ? () => 0 : errorShare;
  const success = kit.flows.own('api', (on) => rate * (1 - refusals - failing(on)) * answeredShare(on));
  const errors: [code: string, flow: FlowId][] = [];
  if (refusal !== undefined) errors.push([refusal, kit.flows.own('api', (on) => rate * refusals * refusedShare(on))]);
  if (path !== '') errors.push(['500', kit.flows.own('api', (on) => rate * failing(on) * answeredShare(on))]);
  const requests = [[code, success] as const, ...errors].map(([name, flow]): Series => {
    return { suffix: '', labels: requestLabels(name, method, path), value: kit.rounded(flow) };
  });
  return {
    requests,
    latencies: latencySeries(
      kit,
      route,
      success,
      errors.map(([, flow]) => flow),
    ),
  };
}

function latencySeries(kit: Kit, route: Route, count: FlowId, errors: readonly FlowId[]): Family {
  const usual = around(route.medianLatency, 1.76);
  const slow = mixed(usual, slowShare, slowRequests);
  const failures = errors.map((flow) => kit.rounded(flow));
  return kit.histogram({
    count,
    bounds: buckets,
    spread: (on) => (on.has('api-slow') ? slow : usual),
    labels: [
      ['method', route.method],
      ['path', route.path],
    ],
    besides: { value: errorLatency, count: (m) => failures.reduce((sum, failure) => sum + failure(m), 0) },
  });
}

function websocketSeries(
  kit: Kit,
  { path, weight }: (typeof WEBSOCKET_ROUTES)[number],
): {
  requests: Family;
  durations: Family;
} {
  const count = kit.flows.own('network', () => websocketRate * weight);
  const bounds = METRICS.coderd_api_websocket_durations_ms.buckets;
  return {
    requests: [{ suffix: '', labels: requestLabels('101', 'GET', path), value: kit.rounded(count) }],
    durations: kit.histogram({ count, bounds, spread: () => websocketMilliseconds, labels: [['path', path]] }),
  };
}

function requestLabels(code: string, method: string, path: string): readonly Label[] {
  return [
    ['code', code],
    ['method', method],
    ['path', path],
  ];
}
