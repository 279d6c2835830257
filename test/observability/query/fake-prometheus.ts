import * as http from 'node:http';
import type { AddressInfo } from 'node:net';
import { atEndOfFile } from '../../support/cleanup';

/** What a fake server answers. */
export interface Reply {
  readonly status?: number;
  readonly type?: string;
  readonly body: string;
  /** Never ends the answer. */
  readonly isStuck?: boolean;
}

/** A request as a fake server gets it. */
export interface Request {
  readonly path: string;
  readonly parameters: URLSearchParams;
  readonly headers: http.IncomingHttpHeaders;
}

/** A server on this machine that answers as told. */
export interface Fake {
  readonly url: string;
  readonly requests: readonly Request[];
}

/** Starts a server that ends with the tests of the file. */
export async function fake(answer: (request: Request) => Reply): Promise<Fake> {
  const requests: Request[] = [];
  const server = http.createServer(({ url = '/', headers }, response) => {
    const { pathname, searchParams } = new URL(url, 'http://localhost');
    const request = { path: pathname, parameters: searchParams, headers };
    requests.push(request);
    const { status = 200, type = 'application/json', body, isStuck = false } = answer(request);
    response.writeHead(status, { 'content-type': type });
    response.write(body);
    if (!isStuck) response.end();
  });
  atEndOfFile(() => {
    server.close();
    server.closeAllConnections();
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return { url: `http://127.0.0.1:${String((server.address() as AddressInfo).port)}`, requests };
}

/** A series of a fake answer. */
export type Series = readonly [labels: Readonly<Record<string, string>>, value: string];

/** A vector as Prometheus writes it. */
export function vector(...series: readonly Series[]): Reply {
  const result = series.map(([metric, value]) => ({ metric, value: [1.5e9, value] }));
  return { body: JSON.stringify({ status: 'success', data: { resultType: 'vector', result } }) };
}

/** A refusal as Prometheus writes it. */
export function refusal(error: string, status = 400): Reply {
  return { status, body: JSON.stringify({ status: 'error', errorType: 'bad_data', error }) };
}

/** The labels of the one installation that a fake Prometheus watches. */
export const ONE = { namespace: 'coder', job: 'coder/master-monitor' };

/** A Prometheus that watches one coderd, and answers its queries by a function. Its newest sample is some seconds old, if it says so. */
export function watching(answer: (expression: string) => Reply, age?: string): Promise<Fake> {
  return fake(({ path, parameters }) => {
    if (path !== '/api/v1/query') return { status: 404, body: '404 page not found' };
    const expression = parameters.get('query') ?? '';
    if (isAge(expression)) return age === undefined ? vector() : vector([{}, age]);
    return isSearch(expression) ? vector([ONE, '2']) : answer(expression);
  });
}

/** Whether an expression asks for the installations that are there. */
export function isSearch(expression: string): boolean {
  return expression.startsWith('count by (namespace, job) (changes(');
}

/** Whether an expression asks how old the newest sample is. */
function isAge(expression: string): boolean {
  return expression.startsWith('time() - max(timestamp(');
}
