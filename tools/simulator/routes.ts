import { fractionOf } from './random';

/** A pair of method and path pattern, and how it is used. */
export interface Route {
  readonly method: string;
  readonly path: string;
  /** Code of an answer that went well. */
  readonly code: string;
  /** Code of an answer to a wrong request, if the route sees such. */
  readonly refusal?: string;
  /** Part of all requests. */
  readonly weight: number;
  /** Milliseconds. */
  readonly medianLatency: number;
}

const resources = [
  'workspaces',
  'users',
  'organizations',
  'images',
  'templates',
  'builds',
  'registries',
  'resource-pools',
  'dev-urls',
  'satellites',
  'audit-logs',
  'git-providers',
  'secrets',
  'tags',
  'feature-flags',
];

type Action = readonly [method: string, rest: string, code: string];

const actions: readonly Action[] = [
  ['GET', '/{id}', '200'],
  ['GET', '', '200'],
  ['POST', '', '201'],
  ['PATCH', '/{id}', '200'],
  ['DELETE', '/{id}', '204'],
  ...['members', 'status', 'permissions', 'activity', 'settings'].flatMap((part): Action[] => [
    ['GET', `/{id}/${part}`, '200'],
    ['POST', `/{id}/${part}`, '201'],
    ['DELETE', `/{id}/${part}/{key}`, '204'],
  ]),
];

const refusals = ['401', '403', '404'];

/** Part of all requests that match no route. */
const unmatchedShare = 0.01;

/** The routes that the API has seen, the busiest first, and last what matched none: its path is empty. */
export function routesOf(count: number, seed: number): readonly Route[] {
  const pairs = actions.flatMap((action) => resources.map((resource) => ({ resource, action }))).slice(0, count);
  const sum = pairs.reduce((whole, _, i) => whole + share(i), 0);
  const matched = pairs.map(({ resource, action: [method, rest, code] }, i): Route => {
    const path = `/api/v0/${resource}${rest}`;
    const refusal = i % 3 === 0 ? refusals[(i / 3) % refusals.length] : undefined;
    const weight = ((1 - unmatchedShare) * share(i)) / sum;
    const medianLatency = 8 + 14 * fractionOf(`${seed}/${method} ${path}`);
    return { method, path, code, weight, medianLatency, ...(refusal === undefined ? {} : { refusal }) };
  });
  return [...matched, { method: 'GET', path: '', code: '404', weight: unmatchedShare, medianLatency: 2 }];
}

/** A few routes make most of the traffic. */
function share(rank: number): number {
  return 1 / (rank + 3);
}

/** Paths of websockets, and their part of all websockets. */
export const WEBSOCKET_ROUTES = [
  { path: '/api/v0/workspaces/{id}/terminal', weight: 0.5 },
  { path: '/api/v0/workspaces/{id}/connect', weight: 0.3 },
  { path: '/api/v0/builds/{id}/log', weight: 0.2 },
] as const;
